"""Words that time expressions depend on (models/time_words.txt)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon.source import Words, by_comma, grouped


@dataclass(frozen=True)
class TimeWords:
    """The groups of time_words.txt, which says what each is for."""

    numbered: Words
    counted: Words
    counted_by_hyphen: Words
    before_weekday: Words
    weekday_title: Words
    weekday_habit: Words
    repeated_title: Words
    rate: Words
    length_adjective: Words
    size_of_one: Words
    one_adjective: Words
    lasting: Words
    kind_of_days: Words
    kind_of_year: Words
    kind_of_quarter: Words
    finance: Words
    not_current: Words
    zone: Words
    zone_place: Words
    telling: frozenset[str]
    planning: frozenset[str]
    fixing: frozenset[str]
    ahead: frozenset[str]


def load(folder: Path) -> TimeWords:
    """The words of the file. Raises LexiconError for a group that no rule reads, or one that lacks."""
    return grouped(folder, "time_words.txt", TimeWords, split=by_comma)
