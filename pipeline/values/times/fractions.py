"""Quarters and halves of a year: "the third quarter of 1990", "first-half profit", "Q3 2016"."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import RELATIONS, CalendarUnit, Expression, Fraction, Relation, Repeated
from pipeline.values.times.seasons import YEAR_AFTER, YEAR_RELATION
from pipeline.values.times.words import ORDINALS, RELATION, YEAR, any_phrase

_RELATION_LEFT = expression(rf"\b(?P<r>{RELATION})(?: (?:fiscal|full))? $")
_NUMBERS = ORDINALS | {"final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_EVERY = expression(r"\b(?:every|each|per) $")
_THE_LEFT = expression(r"(?:\b(?:in|for|during|of) |^)the $")
_OTHER_QUARTER = expression(r" (?:of|century|mile)\b")
_OF_THE_YEAR = expression(r" of (?:the|its) (?:fiscal )?year\b(?! \d)")
_SHORT = expression(rf"(?P<f>q[1-4]|h[12])(?:,? (?:of )?(?:fy ?)?(?P<y>{YEAR}))?\b")


def in_short(word: Trigger) -> Fraction | None:
    """A quarter or half of a year, from its letter on: "Q3 2016", "Q1", "H1 2020"."""
    match = _SHORT.match(word.text.low, word.start)
    if match is None or not word.is_capital or (match["f"][0] == "h" and match["y"] is None):
        return None
    year = int(match["y"]) if match["y"] else None
    return Fraction(word.start, match.end(), year=year, code=match["f"].upper())


class Fractions:
    """Reads "quarter" and "half"."""

    def __init__(self, words: TimeWords) -> None:
        """words: for the adjectives of quarters, and for what a half of a year tells of by itself."""
        self._number_left = re.compile(
            rf"(?:\b(?P<year>{YEAR}) |\b(?P<rel>this|last|next) year['’]s )?(?:\b(?P<the>the|its|their|his|our) )?"
            rf"(?:{any_phrase(words.kind_of_quarter)} )?(?:fiscal[ -])?"
            r"\b(?P<n>first|second|third|fourth|final|1st|2nd|3rd|4th|last)[ -](?:fiscal[ -])?$"
        )
        self._finance_after = re.compile(rf" {any_phrase(words.finance)}")
        self._quarters: tuple[Callable[[Trigger], Expression | None], ...] = (
            self._numbered_quarter,
            _related_quarter,
            _every_quarter,
            _the_quarter,
        )

    def quarter(self, word: Trigger) -> Expression | None:
        """A quarter by its number or its relation, or a set of quarters: "the third quarter of 1990"."""
        if word.is_capital:
            return None
        for read in self._quarters:
            if found := read(word):
                return found
        return None

    def _numbered_quarter(self, word: Trigger) -> Expression | None:
        """A quarter by its number, or the last one: "the third quarter", "last quarter"."""
        match = word.before(self._number_left)
        if match is None:
            return None
        if match["n"] == "last" and not _has_year_behind(word):
            begin = word.place(match.start("n")) - (4 if match["the"] == "the" else 0)
            return CalendarUnit(begin, word.end, unit="Q", relation="last")
        return _numbered(word, match, f"Q{_NUMBERS[match['n']]}")

    def half(self, word: Trigger) -> Expression | None:
        """A half of a year, where it is one of a year: "the first half of the year", "first-half profit"."""
        match = word.before(self._number_left)
        if match is None or match["n"] not in ("first", "second", "last"):
            return None
        code = "H1" if match["n"] == "first" else "H2"
        if match["year"] or match["rel"] or _has_year_behind(word):
            return _numbered(word, match, code)
        begin = word.place(match.start())
        if of_year := word.after(_OF_THE_YEAR):
            return CalendarUnit(begin, of_year.end(), unit="Y", relation="the", fraction=code)
        if word.left.endswith("-") and word.after(self._finance_after):
            return Fraction(begin, word.end, code=code)
        return None


def _has_year_behind(word: Trigger) -> bool:
    return bool(word.after(YEAR_AFTER) or word.after(YEAR_RELATION))


def _numbered(word: Trigger, match: re.Match[str], code: str) -> Fraction:
    """A numbered quarter or half, with the year before or behind it; match: of ``_number_left``."""
    year, relation, end = _year(word, match)
    begin = word.place(match.start())
    if match["the"] and match["the"] not in ("the", "its"):
        begin += len(match["the"]) + 1
    if match["year"] and word.left[: match.start()].endswith("the "):
        begin -= 4
    return Fraction(begin, end, year=year, code=code, year_relation=relation)


def _year(word: Trigger, match: re.Match[str]) -> tuple[int | None, Relation, int]:
    """The year of a numbered quarter or half, or else the relation of its year, and where the words for it end."""
    year = int(match["year"]) if match["year"] else None
    relation = RELATIONS[match["rel"]] if match["rel"] else ""
    if year is None and (number := word.after(YEAR_AFTER)):
        return int(number["y"]), relation, number.end()
    if not relation and (related := word.after(YEAR_RELATION)):
        return year, RELATIONS[related["r"]], related.end()
    return year, relation, word.end


def _related_quarter(word: Trigger) -> CalendarUnit | None:
    """A quarter by its relation: "this quarter", "the previous fiscal quarter"."""
    match = word.before(_RELATION_LEFT)
    if match is None:
        return None
    return CalendarUnit(word.start - length(match), word.end, unit="Q", relation=RELATIONS[match["r"]])


def _every_quarter(word: Trigger) -> Repeated | None:
    """All quarters: "every quarter"."""
    every = word.before(_EVERY)
    return Repeated(word.start - length(every), word.end, value="P1Q") if every else None


def _the_quarter(word: Trigger) -> CalendarUnit | None:
    """The quarter at hand: "in the quarter"."""
    if not word.before(_THE_LEFT) or word.after(_OTHER_QUARTER):
        return None
    return CalendarUnit(word.start - 4, word.end, unit="Q", relation="the")
