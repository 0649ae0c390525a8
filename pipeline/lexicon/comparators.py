"""Comparators around a number: "more than", "at least", "or so", "-odd" (models/bounds.txt)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args

from pipeline.lexicon.source import rows
from pipeline.records import Bound

_BOUNDS: tuple[Bound, ...] = get_args(Bound)


class Comparator(NamedTuple):
    """What a phrase makes of a number. approx: it says that the number is not exact."""

    bound: Bound
    approx: bool


@dataclass(frozen=True)
class Comparators:
    """Comparators by their words, lower case with single blanks: those before a number, and those after it."""

    before: Mapping[str, Comparator]
    after: Mapping[str, Comparator]


def load(folder: Path) -> Comparators:
    """The comparators of bounds.txt. Raises LexiconError for a line that is none."""
    found: dict[str, dict[str, Comparator]] = {"before": {}, "after": {}}
    for row in rows(folder, "bounds.txt"):
        place, phrase, bound, approx = row.columns("|", "before or after", "phrase", "bound", "approx", optional=1)
        if approx:
            row.choice(approx, ("approx",), "mark")
        place = row.choice(place, ("before", "after"), "place")
        found[place][phrase] = Comparator(row.choice(bound, _BOUNDS, "bound"), bool(approx))
    return Comparators(found["before"], found["after"])
