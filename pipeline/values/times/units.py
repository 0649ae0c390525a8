"""Units of the calendar by their relation: "last week", "earlier this month", "the end of the year", "that day"."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values.times import decades, lengths
from pipeline.values.times.bare_lengths import BareLengths, long_one
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import (
    RELATIONS,
    CalendarDate,
    CalendarUnit,
    Duration,
    Expression,
    Offset,
    Reference,
)
from pipeline.values.times.lengths import Lengths, UnitWord
from pipeline.values.times.periods import Counts, period
from pipeline.values.times.sets import Sets
from pipeline.values.times.words import (
    EARLY,
    ORDINALS,
    PART_OF,
    RELATION,
    YEAR,
    any_phrase,
    half_named,
    numbered_part,
)

_THE_LEFT = expression(
    rf"(?P<m>\b(?:(?:earlier|later|early|late)(?: on)? in|(?:most|much|all|part) of(?: the rest of)?|{PART_OF}) )?"
    r"\b(?:the )(?P<f>(?:calendar|full|fiscal|financial) )?$"
)
_POSSESSIVE = expression(r"['’]s (?P<n>first|second|third|fourth)[ -](?P<u>quarter|half)\b")
_YEAR_AFTER = expression(rf" (?:of )?(?P<y>{YEAR})")
_TAIL = expression(
    r" (?P<d>before|after|following|earlier|prior)\b(?! (?:the|a|an|his|her|its|their|he|she|it|they|yesterday"
    r"|tomorrow|I|last"
    r"|being|this|that"
    r"|our|we|i|you|who)\b)"
)
_TO_BE = expression(r" (?:of|that|when|which|to|in which|ahead|after|before|we|he|she|they|i|you|it)\b")
_THE_ALONE = expression(
    r"(?:\b(?:for|during|of|in|throughout|over|despite|on|after|by|until|than) |^)the (?:fiscal |full |calendar )?$"
)
_WITHIN = expression(r"\b(?:over|in|during|for|within|throughout) $")
_END = expression(r"(?:[ -]end\b|['’]s end\b)")
_YEAR_AGO = expression(
    r"-(?:ago|earlier)\b(?:(?: (?P<n>first|second|third|fourth))? (?P<u>quarter|period|level|month|week|day)\b)?"
)
_YEAR_AGO_LEFT = expression(r"\b(?:the |its )?(?:comparable |corresponding |same )?$")
_LENGTH_RELATIONS = ("the last", "the past", "past", "the coming")  # "over the past year" is a length


class Units:
    """Reads words that are units of time, but for quarters."""

    def __init__(self, words: TimeWords, sets: Sets, counts: Counts) -> None:
        """words: for the adjectives of years, and for those of lengths. sets: reads "every week"."""
        self._relation_left = re.compile(
            rf"(?P<m>\b(?:{EARLY}|(?:most|much|all|part) of(?: the rest of)?|{PART_OF}) )?"
            rf"(?:in )?\b(?P<r>{RELATION}) (?:{any_phrase(words.kind_of_year)} )?$"
        )
        measured = Lengths(words, counts)
        self._singular: tuple[Callable[[UnitWord], Expression | None], ...] = (
            sets.of_unit,
            self._related,
            measured.measured,
            _with_the,
            measured.one,
            _end_of_unit,
            long_one,
        )
        self._plural: tuple[Callable[[UnitWord], Expression | None], ...] = (
            sets.of_unit,
            measured.measured,
            self._related,
            BareLengths(words).read,
        )

    def read(self, word: Trigger) -> Expression | None:
        """The expression whose noun is a unit of time."""
        unit = UnitWord.at(word.text, word.start, word.end, word.floor)
        if unit.name == "century" and (found := decades.century(unit)):
            return found
        if lengths.is_age(unit) or lengths.is_other_word(unit):
            return None
        if not unit.is_plural and (ago := unit.after(_YEAR_AGO)):
            return _year_ago(unit, ago)
        for read in self._plural if unit.is_plural else self._singular:
            if result := read(unit):
                return result
        return None

    def _related(self, unit: UnitWord) -> Expression | None:
        """A unit or units by their relation: "last week", "this year", "the previous month", "earlier this month"."""
        match = unit.before(self._relation_left)
        if match is None or unit.code in ("TS", "TM", "TH", "ML"):
            return None
        begin = unit.place(match.start("m") if match["m"] else match.start("r"))
        if unit.is_plural:
            return _related_many(unit, begin, match["r"])
        if _is_length(unit, match):
            return Duration(begin, unit.end, unit=unit.code, amount=1, value=period(1, unit.code))
        if match["r"] == "current" and unit.is_followed_by(" affairs"):
            return None
        return _related_one(unit, begin, match)


def _is_length(unit: UnitWord, match: re.Match[str]) -> bool:
    """True where a relation makes a length of one unit: "the past year", "within the next month"."""
    if unit.code not in ("Y", "M", "W", "D", "DE", "CE"):
        return False
    if match["r"] == "the next":
        return unit.code != "D" and _WITHIN.search(unit.left[: match.start("r")]) is not None
    return match["r"] in _LENGTH_RELATIONS


def _related_one(unit: UnitWord, begin: int, match: re.Match[str]) -> CalendarUnit | None:
    """One unit by its relation, or a part of that unit: "this year", "last year's third quarter"."""
    relation = RELATIONS[match["r"]]
    if part := unit.after(_POSSESSIVE):
        code = numbered_part(part["u"], part["n"])
        return CalendarUnit(begin, part.end(), unit="Y", relation=relation, fraction=code)
    if unit.code == "NI":
        return None
    if unit.code != "Y":
        return CalendarUnit(begin, unit.end, unit=unit.code, relation=relation)
    end = unit.after(_END)
    return CalendarUnit(
        begin, end.end() if end else unit.end, unit="Y", relation=relation, fraction=half_named(match["m"] or "")
    )


def _related_many(unit: UnitWord, begin: int, relation: str) -> Expression | None:
    """Units by their relation: "past years", "the coming weeks"; relation: as it is written."""
    bare = relation.removeprefix("the ")
    is_known = bare in ("last", "past", "previous", "coming", "upcoming", "next", "following")
    if not is_known or unit.code == "NI":
        return None
    if relation in ("coming", "upcoming", "next"):
        return Reference(begin, unit.end, value="FUTURE_REF")
    if relation in ("past", "last"):
        return Reference(begin, unit.end, value="PAST_REF")
    return Duration(begin, unit.end, unit=unit.code, value=period(None, unit.code))


def _year_ago(unit: UnitWord, ago: re.Match[str]) -> Offset | None:
    """The unit a year, month or week before: "the year-ago quarter", "the year-earlier period", "year-earlier"."""
    if unit.code not in ("Y", "M", "W"):
        return None
    begin = unit.start - (length(unit.before(_YEAR_AGO_LEFT)) if ago["u"] else 0)
    if ago["u"] != "quarter":
        return Offset(begin, ago.end(), unit=unit.code, amount=1, sign=-1, anchor="context")
    number = f"Q{ORDINALS[ago['n']]}" if ago["n"] else ""
    return Offset(begin, ago.end(), unit="Q", amount=4, sign=-1, anchor="context", fraction=number)


# ---------------------------------------------------------------- with "the", or with nothing before them


def _with_the(unit: UnitWord) -> Expression | None:
    """The unit that "the" means: "the end of the year", "later in the week", "the weekend", "the day before"."""
    match = unit.before(_THE_LEFT)
    if match is None:
        return None
    begin, code = unit.place(match.start()), unit.code
    if code == "WE":
        return CalendarUnit(begin, unit.end, unit=code, relation="the")
    if code == "Y" and (year := unit.after(_YEAR_AFTER)):
        return CalendarDate(begin, year.end(), year=int(year["y"]))
    if match["m"] and code in ("Y", "M", "W", "DE", "CE", "D"):
        half = half_named(match["m"]) if code == "Y" else ""
        return CalendarUnit(begin, unit.end, unit=code, relation="the", fraction=half)
    return _beside_another(unit, begin) or _at_hand(unit, begin)


def _beside_another(unit: UnitWord, begin: int) -> CalendarUnit | None:
    """The unit beside one of the story: "the day before", "the week after"."""
    tail = unit.after(_TAIL) if unit.code in ("D", "Y", "W", "M") else None
    if tail is None:
        return None
    is_after = tail["d"] in ("after", "following")
    return CalendarUnit(begin, tail.end(), unit=unit.code, relation="following" if is_after else "previous")


def _at_hand(unit: UnitWord, begin: int) -> CalendarUnit | None:
    """The unit that the text tells of: "for the year", "in the week"."""
    if unit.code not in ("Y", "M", "W") or not unit.before(_THE_ALONE) or unit.after(_TO_BE):
        return None
    return CalendarUnit(begin, unit.end, unit=unit.code, relation="the")


def _end_of_unit(unit: UnitWord) -> CalendarUnit | None:
    """The end of a year or month: "year-end", "by month's end"."""
    end = unit.after(_END)
    if end is None or unit.code not in ("Y", "M") or unit.has_the:
        return None
    return CalendarUnit(unit.start, end.end(), unit=unit.code, relation="this")
