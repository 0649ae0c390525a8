"""The lists that only recipes read: models/demonyms.txt and city_names.txt."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pipeline.lexicon.source import by_comma, rows


class Demonyms(NamedTuple):
    """What the people of a country, by its ISO 3166 code, are called: the first word is the commonest."""

    code: str
    words: list[str]


class CityName(NamedTuple):
    """A city as English news writes it. code: its country's, or "". same: the name that it is another of, or ""."""

    name: str
    code: str
    same: str


def demonyms(folder: Path) -> list[Demonyms]:
    """The rows of demonyms.txt. Raises LexiconError for a line that does not begin with a country's code."""
    found = []
    for row in rows(folder, "demonyms.txt"):
        code, _, rest = row.text.partition(" ")
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            raise row.wrong(f"{code!r} is no code of ISO 3166; expected two capitals")
        words = [word.strip() for word in by_comma(rest)]
        if not all(words):
            raise row.wrong("expected what the people are called, with commas between the words")
        found.append(Demonyms(code, words))
    return found


def city_names(folder: Path) -> list[CityName]:
    """The rows of city_names.txt. Raises LexiconError for a line without a name."""
    found = []
    for row in rows(folder, "city_names.txt"):
        alias, equal, same = row.text.partition(" = ")
        name, _, code = (alias, "", "") if equal else row.text.partition(", ")
        if not name or (equal and not same):
            raise row.wrong("expected 'Name', 'Name, CODE' or 'Name = other name'")
        found.append(CityName(name, code, same))
    return found
