"""Units without a number: "months", "for decades", "a day-long siege", "weeks later", "the years since"."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values.times.cased import length
from pipeline.values.times.expression import Duration, Expression, Offset, Reference
from pipeline.values.times.lengths import AHEAD, LONG, UnitWord
from pipeline.values.times.periods import period
from pipeline.values.times.words import any_phrase

_AGO = expression(r" (?P<d>ago|later|earlier|afterwards|before that|after that|beforehand)\b(?! than\b)")
_LATER = ("later", "afterwards", "after that")
_PART_LEFT = expression(r"\bthe (?:very )?(?:first|final|last|early|opening|closing|intervening|ensuing|remaining) $")
_OR_MORE = expression(r" (?:or|and) (?:even )?(?:days|weeks|months|years|decades|centuries|hours)\b")
_THE_MANY = expression(r" (?:since|after|following|before|leading up|that followed|in between|to come)\b")
_OVER_THE = expression(r"\b(?:over|through|throughout|down|with|of) the $|^the $")
_AFTER = expression(r"(?:-long| (?:ahead of|after|before|of|since|or|and|away|into)\b|[-,]? ?(?:$|[.;]))")
_LONG = expression("-long")
_NO_LENGTHS = ("TS", "WE", "NI", "Q")  # "seconds", "nights": without a number they tell no length


def long_one(unit: UnitWord) -> Duration | None:
    """One unit that something lasts: "day-long"."""
    long = unit.after(LONG)
    return Duration(unit.start, long.end(), unit=unit.code, amount=1, value=period(1, unit.code)) if long else None


class BareLengths:
    """Reads units in the plural that no number stands before."""

    def __init__(self, words: TimeWords) -> None:
        """words: for what makes a phrase of the units, and for verbs that lengths stand behind."""
        self._phrase_left = re.compile(
            r"(?:\b(?:these|those|his|her|its|their|my|our|your|early|last|final|first|two|three|all|both|no|what|which"
            rf"|how many|{any_phrase(words.kind_of_days)}) |-)$"
        )
        self._left = re.compile(
            rf"(?:\b(?:for|in|after|within|over|of|{any_phrase(words.lasting)}|just|until|by|about|and|or"
            r"|hundreds of"
            r"|dozens of|more than|because|even|only|nearly|almost|weeks or|days or|months or) |^\W*)$"
        )
        self._readers: tuple[Callable[[UnitWord], Expression | None], ...] = (_these_days, _first_of_many, self._many)

    def read(self, unit: UnitWord) -> Expression | None:
        """A length, offset or reference of units in the plural: "for months", "weeks later", "the first years"."""
        if unit.code in _NO_LENGTHS or unit.is_followed_by("'"):
            return None
        for read in self._readers:
            if found := read(unit):
                return found
        return None

    def _many(self, unit: UnitWord) -> Expression | None:
        """A length of many units, or an offset by them: "the years since", "weeks later"."""
        if unit.has_the:
            return _the_many(unit)
        if unit.before(self._phrase_left):
            return None
        if ago := unit.after(_AGO):
            sign = 1 if ago["d"] in _LATER else -1
            return Offset(
                unit.start, ago.end(), unit=unit.code, sign=sign, anchor="document" if ago["d"] == "ago" else "context"
            )
        if unit.before(self._left) or unit.after(_AFTER):
            return _unknown(unit, unit.start, _stop(unit))
        return None


def _unknown(unit: UnitWord, begin: int, end: int) -> Duration:
    """A length of an unknown number of units."""
    return Duration(begin, end, unit=unit.code, value=period(None, unit.code))


def _these_days(unit: UnitWord) -> Reference | None:
    """The present: "these days"."""
    if unit.code != "D" or not unit.left.endswith("these "):
        return None
    return Reference(unit.start - 6, unit.end, value="PRESENT_REF")


def _first_of_many(unit: UnitWord) -> Duration | None:
    """The units at one end of a time: "the first years", "the closing weeks"; not "the early hours"."""
    part = unit.before(_PART_LEFT)
    if part is None or (unit.code == "TH" and "early" in part[0]):
        return None
    return _unknown(unit, unit.start - length(part), unit.end)


def _the_many(unit: UnitWord) -> Duration | None:
    """Units that "the" tells of: "the years since", "the months ahead", "over the years"."""
    if ahead := unit.after(AHEAD):
        return _unknown(unit, unit.start - 4, ahead.end())
    if unit.after(_THE_MANY) or (unit.code == "Y" and unit.before(_OVER_THE)):
        return _unknown(unit, unit.start - 4, unit.end)
    return None


def _stop(unit: UnitWord) -> int:
    """Where "weeks-long", "weeks or even months", "weeks ahead" end."""
    low, stop = unit.text.low, unit.end
    for pattern in (_LONG, _OR_MORE, AHEAD):
        if match := pattern.match(low, stop):
            stop = match.end()
    return stop
