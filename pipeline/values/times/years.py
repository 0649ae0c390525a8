"""Years: "1992", "the end of 1990", "fiscal 2023", "480 BC", "1861-65"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values.times import decades
from pipeline.values.times.cased import CasedText, Trigger, length
from pipeline.values.times.expression import CalendarDate, Expression, FeastDay, Fraction, Season
from pipeline.values.times.words import BC, EARLY, PART_OF, SEASONS, any_of, any_phrase, half_named, numbered_part

_LEFT = expression(
    r"(?:\b(?:in|of|since|by|from|until|till|during|before|after|through|throughout|around|about|circa|late|early|mid"
    r"|year|years|between|and|to|or|the|for|on|into|back in|[’']s|its|his|her|their|our|a|campaign|election)"
    r"|[(\[–,;©:]|-|mid-|^|\n) ?$"
)
_STRONG_LEFT = expression(
    r"(?:\b(?:in|since|until|till|during|throughout|circa|fiscal|year|years|late|early|(?:end|beginning|start|middle"
    r"|half|part|rest|battle|war|spring|summer|autumn|fall|winter|crisis|elections?) of|back in|as of|before"
    r"|after|copyright|campaign|election)"
    r"|mid-|[©]) ?$"
)
_TELEPHONE_LEFT = expression(r"(?<!\d)\d{3}[-–]$")
_MODIFIER_LEFT = expression(
    rf"(?:\b(?:the )?(?:{EARLY}(?: the)?[ -]|mid-)|\b{PART_OF} (?:the year )?|\b(?:a good|the greater|the better)"
    r" part of |\b(?:the )?year )$"
)
_FISCAL_LEFT = expression(
    r"(?:\b(?P<m>(?:early|late|mid)(?: in)? )?(?:the )?(?:current )?(?:fiscal|financial)(?: year)?|\bfy)[ -]?$"
)
_ABOUT_LEFT = expression(r"\b(?:circa|ca?\.|about|around) $")
_FRACTION = expression(r" (?:fiscal )?(?P<n>first|second|third|fourth)[ -](?P<u>quarter|half)\b")
_SEASON = expression(rf" (?P<s>{any_of(SEASONS)})\b")
_KIND_OF_YEAR = expression(r" (?:fiscal|calendar|tax|school) year\b")
_SPAN = expression(r" ?[-–—/] ?(\d{4}|\d{2})(?!\d|[-/]\d|[-–](?:year|day|point)|\.\d)")
_BC_SPAN = expression(rf"(?: ?[-–—] ?| (?:to|and|or|until) )(?:early |late |about )?\d{{1,4}}{BC}")
_BC = expression(BC)
_ANNO = expression(r" (?:ad|a\.d\.|ce)\b")

# which numbers of four digits are taken for years, by what stands around them; by hand
_EVER = range(1000, 2101)  # with words before them that only a year has
_SPANNED = 1800  # from it on with a second year behind it, or in a line of its own
_LIKELY = range(1400, 2061)  # with a preposition
_BARE = range(1930, 2041)  # with nothing


@dataclass(frozen=True)
class _Number:
    """A number of four digits that may be a year.

    begin: where its modifiers begin. modifier: the words before it that are part of it and leave it a year ("the end
    of"), but for "fiscal". is_sure: what stands before it tells that it is a year.
    """

    word: Trigger
    year: int
    begin: int
    modifier: str
    is_sure: bool


class Years:
    """Reads what begins with digits and is made of years."""

    def __init__(self, words: TimeWords) -> None:
        """words: for what numbers of four digits count and number."""
        self._numbered_left = re.compile(
            rf"(?:[$€£#/]|\b(?:no\.|nos\.|{any_phrase(words.numbered)}"
            r"|about|around|nearly|almost|over|than|some)) ?$"
        )
        self._counted_after = re.compile(
            rf"[.,:]\d|-{any_phrase(words.counted_by_hyphen)}\b"
            rf"| ?(?:%|{any_phrase(words.counted)}|hours?\b|km\b|kg\b)"
        )

    def read(self, word: Trigger) -> Expression | None:
        """A year, decade or century: "1992", "480 BC", "the 1990s", "the 19th century", "79 AD"."""
        if found := _before_christ(word):
            return found
        if len(word.name) == 4:
            return decades.decade_in_full(word) or self._year(word)
        return (
            decades.century_in_digits(word)
            or decades.decade_in_short(word)
            or decades.decade_before_christ(word)
            or _anno_domini(word)
        )

    def _year(self, word: Trigger) -> Expression | None:
        """A number of four digits, where it is a year."""
        year = int(word.name)
        if year not in _EVER or self._is_amount(word):
            return None
        number = _number(word, year)
        if not number.is_sure and word.before(self._numbered_left):
            return None
        for read in _READERS:
            if found := read(number):
                return found
        return None

    def _is_amount(self, word: Trigger) -> bool:
        """True for what is counted, part of a word or of a telephone number."""
        return bool(
            word.text.low[word.end : word.end + 1].isalnum()
            or word.after(self._counted_after)
            or word.before(_TELEPHONE_LEFT)
        )


def _before_christ(word: Trigger) -> CalendarDate | None:
    """A year before Christ: "480 BC", "the end of 480 BC", the first of "480-479 BC"."""
    bc = word.after(_BC)
    if bc is None and not (len(word.name) <= 4 and word.after(_BC_SPAN)):
        return None
    begin = word.start - length(word.before(_MODIFIER_LEFT) or word.before(_ABOUT_LEFT))
    return CalendarDate(begin, bc.end() if bc else word.end, year=int(word.name), bc=True)


def _anno_domini(word: Trigger) -> CalendarDate | None:
    """A year after Christ that says so: "79 AD"."""
    anno = word.after(_ANNO) if len(word.name) <= 3 else None
    return CalendarDate(word.start, anno.end(), year=int(word.name)) if anno else None


# ---------------------------------------------------------------- four digits


def _number(word: Trigger, year: int) -> _Number:
    """A number and what stands before it."""
    fiscal, modifier = word.before(_FISCAL_LEFT), word.before(_MODIFIER_LEFT)
    is_sure = fiscal or modifier or word.before(_STRONG_LEFT) or (year >= _SPANNED and _is_line(word))
    return _Number(word, year, word.start - length(fiscal or modifier), modifier[0] if modifier else "", bool(is_sure))


def _is_line(word: Trigger) -> bool:
    """True for a number that stands in a line of its own: a heading."""
    low = word.text.low
    return low[word.start - 1 : word.start] in ("", "\n") and low[word.end : word.end + 1] in ("", "\n")


def _first_of_span(number: _Number) -> CalendarDate | None:
    """The first year of "1861-65"."""
    if not number.word.after(_SPAN) or not (number.is_sure or number.year >= _SPANNED):
        return None
    return CalendarDate(number.begin, number.word.end, year=number.year)


def _fraction(number: _Number) -> Fraction | None:
    """A part of a year behind its number: "the 2008 third quarter"."""
    match = number.word.after(_FRACTION)
    if match is None:
        return None
    code = numbered_part(match["u"], match["n"])
    return Fraction(number.word.start_with_the, match.end(), year=number.year, code=code)


def _season(number: _Number) -> Season | None:
    """A season behind the number of its year: "the 2008 winter"."""
    match = None if number.modifier else number.word.after(_SEASON)
    if match is None:
        return None
    return Season(number.word.start_with_the, match.end(), year=number.year, code=SEASONS[match["s"]])


def _kind_of_year(number: _Number) -> CalendarDate | None:
    """A year with its noun behind it: "the 2008 fiscal year"."""
    match = number.word.after(_KIND_OF_YEAR)
    return CalendarDate(number.word.start_with_the, match.end(), year=number.year) if match else None


def _alone(number: _Number) -> Expression | None:
    """A year, or a half of it: "1992", "the end of 1990", "the second half of 1990"."""
    if not (number.is_sure or (number.year in _LIKELY and number.word.before(_LEFT)) or number.year in _BARE):
        return None
    if half := half_named(number.modifier):
        return Fraction(number.begin, number.word.end, year=number.year, code=half)
    return CalendarDate(number.begin, number.word.end, year=number.year, trait="" if number.is_sure else "year")


_READERS: tuple[Callable[[_Number], Expression | None], ...] = (
    _first_of_span,
    _fraction,
    _season,
    _kind_of_year,
    _alone,
)


def last_year(text: CasedText, found: Expression) -> Iterator[CalendarDate]:
    """The end of the span of years "1861-65", "2010–2013", where ``found`` is its first year."""
    first = _only_year(found)
    match = _SPAN.match(text.low, found.end) if first else None
    if not first or match is None:
        return
    last = int(match[1])
    if len(match[1]) == 2:
        last += first // 100 * 100
        last += 100 if last < first else 0
    if first < last <= _EVER[-1]:
        yield CalendarDate(match.start(1), match.end(), year=last)


def _only_year(found: Expression) -> int | None:
    """The year that an expression ends with, without a month; None for another expression."""
    if isinstance(found, CalendarDate):
        return None if found.month or found.bc else found.year
    return found.year if isinstance(found, FeastDay) else None
