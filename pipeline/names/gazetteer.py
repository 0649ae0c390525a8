"""Names known beforehand: the packaged lists and the user's own files, matched by one Aho-Corasick automaton."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import ahocorasick_rs
import msgspec

from pipeline.lexicon.entries import Entry, load_own
from pipeline.text.folding import fold, level


class Hit(NamedTuple):
    """A place in the text where a known name stands, and all that it may be."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Gazetteer:
    """Aliases to entries, and where they stand in a text."""

    def __init__(self, entries: Iterable[Entry], own: Iterable[Entry] = ()) -> None:
        """entries: the packaged ones. own: the user's, which are meant where both have a name."""
        known = _by_spelling(entries)
        known |= _by_spelling(own)
        self._entries = [_firm(rows) for rows in known.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(known), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )
        self._lookup: dict[str, tuple[Entry, ...]] = {}
        for spelling, rows in zip(known, self._entries, strict=True):
            self._lookup.setdefault(fold(spelling), rows)

    def find(self, text: str) -> list[Hit]:
        """Every known name in ``text``, longest first, none inside another, none that begins or ends within a word.

        text: as ``level`` leaves it.
        """
        hits = []
        size = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if (start and text[start - 1].isalnum()) or (end < size and text[end].isalnum()):
                continue
            hits.append(Hit(start, end, self._entries[index]))
        return hits

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """What a name may be, whatever its case."""
        return self._lookup.get(fold(name), ())


def _american(alias: str) -> str:
    """ "Organization" for "Organisation"."""
    return re.sub(r"(?<=[A-Za-z]{3})isation\b", "ization", alias)


def _by_spelling(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """All that each name and alias may be."""
    known: dict[str, list[Entry]] = {}
    for entry in entries:
        for alias in (entry.name, *entry.aliases):
            spellings = {level(alias), _american(level(alias))}
            if entry.label == "GPE" and len(alias) > 3:
                spellings.add(level(alias.upper()))
            for spelling in sorted(spellings):
                if entry not in known.setdefault(spelling, []):
                    known[spelling].append(entry)
    return known


def _firm(rows: list[Entry]) -> tuple[Entry, ...]:
    """The entries of one alias; a firm one makes the weak ones of no account."""
    return tuple(row for row in rows if not row.weak) or tuple(rows)


def only(entries: tuple[Entry, ...]) -> Entry | None:
    """The one entity that is meant, or None when it may be several."""
    return entries[0] if len(entries) == 1 else None


def load(known: Sequence[Entry], files: Iterable[str] = ()) -> Gazetteer:
    """The packaged entries and the user's files, which may add names and entities.

    known: the packaged entries. Raises UsageError that names the line and the fix.
    """
    own = load_own(files)
    added = {entry.id: entry for entry in own}
    same = {entry.id for entry in known} & added.keys()  # more names for what is known already
    more = [
        msgspec.structs.replace(entry, aliases=(*entry.aliases, *added[entry.id].names))
        for entry in known
        if entry.id in same
    ]
    return Gazetteer(known, [*more, *(entry for entry in own if entry.id not in same)])
