"""Decades and centuries: "the mid-1990s", "the '90s", "the nineties", "the 19th century", "20th-century"."""

from __future__ import annotations

from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import Century, Decade
from pipeline.values.times.words import BC, DECADES, ORDINAL, ORDINALS, PART_OF

_DECADE_LEFT = expression(
    rf"(?:\b{PART_OF} )?(?:\bthe )?(?:\b(?:very )?(?:early|late|mid)(?:(?:[ -]to[ -]|/)(?:early|late|mid))?[ -])?$"
)
_DECADE_WORD_LEFT = expression(r"(?:\b(?:the|early|late|mid|roaring|swinging)[ -])$")
_AGE_LEFT = expression(r"\b(?:his|her|their|my) (?:early|late|mid)[ -]$")
_DECADE_AFTER = expression(r"['’]?s\b")
_BC = expression(BC)
_BC_DECADE = expression(rf"s{BC}")
_CENTURY = expression(rf"(?:st|nd|rd|th)[ -](?:century|centuries\b)(?P<bc>{BC})?")
_CENTURY_LEFT = expression(rf"(?:\b{PART_OF} )?(?:\bthe )?(?:\b(?:very )?(?:early|late|mid)[ -])?$")
_CENTURY_NUMBER_LEFT = expression(
    rf"(?:\b{PART_OF} )?(?P<the>\bthe )?(?:\b(?:very )?(?:early|late|mid)[ -])?(?P<n>\b(?:\d{{1,2}}(?:st|nd|rd|th)"
    rf"|{ORDINAL}))[ -]$"
)
_LAST_OF_THIS_CENTURY = 20  # by hand: the '10s and '20s are of this century, the '30s of the last


def century_in_digits(word: Trigger) -> Century | None:
    """A century, from its number on: "the 19th century"."""
    match = word.after(_CENTURY) if len(word.name) <= 2 else None
    if match is None:
        return None
    begin = word.start - length(word.before(_CENTURY_LEFT))
    return Century(begin, match.end(), number=int(word.name), bc=bool(match["bc"]))


def century(word: Trigger) -> Century | None:
    """A century, from the noun on: "the nineteenth century", "20th-century"."""
    match = word.before(_CENTURY_NUMBER_LEFT)
    if match is None:
        return None
    ordinal, bc = match["n"], word.after(_BC)
    number = int(ordinal[:-2]) if ordinal[0].isdecimal() else ORDINALS[ordinal]
    return Century(word.start - length(match), bc.end() if bc else word.end, number=number, bc=bool(bc))


def decade_in_full(word: Trigger) -> Decade | None:
    """A decade, from its number of four digits on: "the 1990s"."""
    year, tail = int(word.name), word.after(_DECADE_AFTER)
    return _decade(word, word.start, tail.end(), year) if tail and year % 10 == 0 and year > 1000 else None


def decade_in_short(word: Trigger) -> Decade | None:
    """A decade, from its two digits on: "the '90s"."""
    number = int(word.name)
    if len(word.name) != 2 or number % 10 or not word.is_followed_by("s"):
        return None
    if not word.start or word.text.low[word.start - 1] not in "'’‘":
        return None
    first = 1900 if number > _LAST_OF_THIS_CENTURY else 2000
    return _decade(word, word.start - 1, word.end + 1, first + number)


def decade_before_christ(word: Trigger) -> Decade | None:
    """A decade before Christ, from its digits on: "the 480s BC", "the 40s BC"."""
    number = int(word.name)
    if len(word.name) not in (2, 3) or number % 10 or not word.after(_BC_DECADE):
        return None
    return _decade(word, word.start, word.end + 1, number)


def decade_word(word: Trigger) -> Decade | None:
    """A decade of the last century by its name: "the nineties"."""
    if not word.before(_DECADE_WORD_LEFT) or word.before(_AGE_LEFT):
        return None
    return _decade(word, word.start, word.end, 1900 + 10 * DECADES[word.name])


def _decade(word: Trigger, start: int, end: int, year: int) -> Decade:
    """The decade at [start, end) with the words around it."""
    low = word.text.low
    match = _DECADE_LEFT.search(low[max(word.floor, start - len(word.left)) : start])
    bc = _BC.match(low, end)
    return Decade(start - length(match), bc.end() if bc else end, year=year, bc=bool(bc))
