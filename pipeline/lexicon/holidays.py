"""Feasts whose day the calendar tells (models/holidays.txt)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.lexicon.source import rows
from pipeline.text.expressions import expression

_RULE = expression(
    r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|easter[+-]\d+|(?:0[1-9]|1[0-2]) [1-7] (?:-1|[1-5])(?: \+\d)?"
)


class Feast(NamedTuple):
    """rule: as holidays.txt says. weekend: the weekend beside it bears its name too."""

    rule: str
    weekend: bool


def load(folder: Path) -> Mapping[str, Feast]:
    """The feasts by their names in lower case. Raises LexiconError for a rule of none of the three forms."""
    found: dict[str, Feast] = {}
    for row in rows(folder, "holidays.txt"):
        name, _, rule = row.text.partition(": ")
        if not _RULE.fullmatch(rule):
            raise row.wrong(f"{rule!r} is no rule; expected MM-DD, 'MM weekday number' or easter±days")
        found[name.removeprefix("+ ")] = Feast(rule, name.startswith("+ "))
    return found
