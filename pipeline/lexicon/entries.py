"""Names known beforehand: the packaged lists and the user's own files, a JSON object a line."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec

from pipeline.errors import LexiconError, UsageError
from pipeline.records import VALUE_LABELS, Label, Record
from pipeline.text.folding import slug

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
    country: the name of the country that it is, is in, or whose people it is; None where it has none.
    weak: its name is a word like others, so it counts only where something else says that a name stands there.
    """

    id: str
    label: Label
    name: str
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    weak: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)


def load(folder: Path) -> tuple[Entry, ...]:
    """The entries of the packaged lists. Raises LexiconError for a line that is none."""
    return tuple(entry for name in PACKAGED for entry in load_list(folder, name))


def load_list(folder: Path, name: str) -> list[Entry]:
    """The entries of one packaged list. Raises LexiconError for a line that is none."""
    try:
        return list(_read(folder / name, f"models/{name}"))
    except UsageError as error:
        raise LexiconError(str(error)) from error


def countries(entries: Iterable[Entry]) -> dict[str, str]:
    """The country of each place, people or person that has one, by id."""
    return {entry.id: entry.country for entry in entries if entry.country}


def load_own(files: Iterable[str]) -> list[Entry]:
    """The entries of a user's files, one an id: a later row adds its names to the first.

    files: JSON lines, each an entry of ours, an EntityRuler pattern {label, pattern, id} whose pattern is a string, or
        {id, schema, name, alias} as FollowTheMoney has it. Raises UsageError that names the line and the fix.
    """
    first: dict[str, Entry] = {}
    for entry in itertools.chain.from_iterable(_read(Path(file), file) for file in files):
        known = first.get(entry.id)
        first[entry.id] = msgspec.structs.replace(known, aliases=(*known.aliases, *entry.names)) if known else entry
    return list(first.values())


def _read(path: Path, shown: str) -> Iterator[Entry]:
    """The entries of a file. shown: what its errors call it."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{shown}: cannot be read ({error}); give a JSON Lines file in UTF-8 to --gazetteer"
        ) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
            yield _entry(row)
        except (msgspec.DecodeError, msgspec.ValidationError, ValueError) as error:
            raise UsageError(f"{shown}:{number}: {error}") from error


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
    if not all(alias.strip() for alias in (entry.id, *entry.names)):
        raise ValueError("an empty id, name or alias; take it out")
    return entry
