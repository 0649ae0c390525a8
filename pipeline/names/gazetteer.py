"""Names known beforehand: the packaged lists and the user's own files, matched by one Aho-Corasick automaton."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import ahocorasick_rs
import msgspec

from pipeline.errors import UsageError
from pipeline.lexicon.source import models_folder
from pipeline.records import VALUE_LABELS, Label, Record
from pipeline.text.folding import fold, level, slug

PACKAGED = (
    "organisations.jsonl",
    "companies.jsonl",
    "institutions.jsonl",
    "people.jsonl",
    "peoples.jsonl",
    "places.jsonl",
    "gazetteer.jsonl",
    "laws.jsonl",
    "routes.jsonl",
    "events.jsonl",
)
_LABELS = frozenset(get_args(Label)) - VALUE_LABELS
_SCHEMAS: dict[str, Label] = {
    "Person": "PERSON", "Organization": "ORG", "Company": "ORG", "PublicBody": "ORG", "LegalEntity": "ORG",
    "Country": "GPE", "Address": "LOC", "Vessel": "PRODUCT", "Event": "EVENT", "Airplane": "PRODUCT",
}  # fmt: skip


class Entry(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A known entity.

    aliases: its other names; upper and lower case matter, except that a place is also known in capitals.
    country: the name of the country that it is, is in, or whose people it is.
    weak: its name is a word like others, so it counts only where something else says that a name stands there.
    """

    id: str
    label: Label
    name: str
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    weak: bool = False


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


def load(files: Iterable[str] = ()) -> Gazetteer:
    """The packaged lists and the user's files, which may add names and entities.

    files: JSON lines, each an entry of ours, an EntityRuler pattern {label, pattern, id} whose pattern is a string, or
        {id, schema, name, alias} as FollowTheMoney has it. Raises UsageError that names the line and the fix.
    """
    own = list(_joined(itertools.chain.from_iterable(_read(Path(file)) for file in files)))
    added = {entry.id: entry for entry in own}
    known = packaged()
    same = {entry.id for entry in known} & added.keys()  # more names for what is known already
    more = [
        msgspec.structs.replace(entry, aliases=(*entry.aliases, *_names(added[entry.id])))
        for entry in known
        if entry.id in same
    ]
    return Gazetteer(known, [*more, *(entry for entry in own if entry.id not in same)])


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


@cache
def packaged() -> tuple[Entry, ...]:
    """The entries of the packaged lists."""
    return tuple(entry for name in PACKAGED for entry in _read(models_folder() / name))


@cache
def countries() -> dict[str, str]:
    """The country of each packaged place, people or person, by id."""
    return {entry.id: entry.country for entry in packaged() if entry.country}


def _joined(entries: Iterable[Entry]) -> Iterator[Entry]:
    """One entry an id: a later row adds its names to the first."""
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in first:
            old = first[entry.id]
            entry = msgspec.structs.replace(old, aliases=(*old.aliases, entry.name, *entry.aliases))
        first[entry.id] = entry
    yield from first.values()


def _read(path: Path) -> Iterator[Entry]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}); give a JSON Lines file in UTF-8 to --gazetteer") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
            yield _entry(row)
        except (msgspec.DecodeError, msgspec.ValidationError, ValueError) as error:
            raise UsageError(f"{path}:{number}: {error}") from error


def _entry(row: Any) -> Entry:
    """The entry that a line of any of the three forms stands for; ValueError says what is wrong with it."""
    if not isinstance(row, dict):
        raise ValueError("not a JSON object; give {id, label, name, aliases}")
    if "pattern" in row:
        if not isinstance(row["pattern"], str):
            raise ValueError("a token pattern; only patterns that are strings can be matched")
        name = row["pattern"]
        label = row.get("label")
        row = {"id": row.get("id") or f"{str(label).lower()}/{slug(name)}", "label": label, "name": name}
    elif "schema" in row:
        label = _SCHEMAS.get(str(row["schema"]))
        if label is None:
            raise ValueError(f"unknown schema {row['schema']!r}; known are {', '.join(_SCHEMAS)}")
        alias = row.get("alias") or []
        aliases = [alias] if isinstance(alias, str) else alias
        row = {"id": row.get("id"), "label": label, "name": row.get("name"), "aliases": aliases}
    if row.get("label") not in _LABELS:
        raise ValueError(f"unknown label {row.get('label')!r}; known are {', '.join(sorted(_LABELS))}")
    entry = msgspec.convert(row, Entry)
    if not all(alias.strip() for alias in (entry.id, entry.name, *entry.aliases)):
        raise ValueError("an empty id, name or alias; take it out")
    return entry
