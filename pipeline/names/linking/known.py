"""The persons whom the packaged lists have, by the words of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipeline.lexicon.entries import Entry
from pipeline.names.linking.people import PersonNames, Words, without_initials
from pipeline.text.folding import fold

_FAMILY_FIRST = frozenset({"Japan", "Hungary"})  # whose own order of names the news turns around, or not


class KnownPersons:
    """single: the persons who are known by one word. bearers: the persons by surname, each once."""

    def __init__(self, entries: Iterable[Entry], reader: PersonNames) -> None:
        persons = [entry for entry in entries if entry.label == "PERSON"]
        self.single = {(fold(entry.name),) for entry in persons}
        self._by_name = _by_name(persons, reader)
        surnames: dict[str, dict[str, Entry]] = defaultdict(dict)
        for words, entry in self._by_name.items():
            surnames[words[-1]][entry.id] = entry
        self._bearers = {surname: list(found.values()) for surname, found in surnames.items()}

    def person(self, words: Words) -> Entry | None:
        """The one known person of a full name, with or without its initials."""
        return self._by_name.get(words) or self._by_name.get(without_initials(words))

    def bearers(self, surname: str) -> list[Entry]:
        """The known persons of a surname."""
        return self._bearers.get(surname, [])


def _by_name(persons: Iterable[Entry], reader: PersonNames) -> dict[Words, Entry]:
    """The known persons by the words of their full names, without initials or turned around where that leaves one."""
    full: dict[Words, set[Entry]] = defaultdict(set)
    short: dict[Words, set[Entry]] = defaultdict(set)
    for entry in persons:
        for words in map(reader.words, entry.names):
            if len(words) > 1:
                full[words].add(entry)
                short[without_initials(words)].add(entry)
                if entry.country in _FAMILY_FIRST:
                    short[words[::-1]].add(entry)
    return {words: min(rows, key=lambda entry: entry.id) for words, rows in (short | full).items() if len(rows) == 1}
