"""Years, decades and centuries: "1992", "the end of 1990", "fiscal 2023", "the mid-1990s", "the 19th century"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.text.expressions import expression
from pipeline.values.times.expression import Expression
from pipeline.values.times.source import Source
from pipeline.values.times.words import BC, DECADES, EARLY, ORDINAL, ORDINALS, PART_OF, SEASONS, any_of

_LEFT = expression(
    r"(?:\b(?:in|of|since|by|from|until|till|during|before|after|through|throughout|around|about|circa|late|early|mid"
    r"|year|years|between|and|to|or|the|for|on|into|back in|[’']s|its|his|her|their|our|a|campaign|election)"
    r"|[(\[–,;©:]|-|mid-|^|\n) ?$"
)
_STRONG = expression(
    r"(?:\b(?:in|since|until|till|during|throughout|circa|fiscal|year|years|late|early|(?:end|beginning|start|middle"
    r"|half|part|rest|battle|war|spring|summer|autumn|fall|winter|crisis|elections?) of|back in|as of|before"
    r"|after|copyright|campaign|election)"
    r"|mid-|[©]) ?$"
)
_NUMBERED = expression(
    r"(?:[$€£#/]|\b(?:no\.|nos\.|resolution|article|flight|highway|act|section|boeing|airbus|number|route|page|room"
    r"|model|about|around|nearly|almost|over|than|some|agenda|vision)) ?$"
)
_COUNTED = expression(
    r"[.,:]\d|-(?:foot|mile|member|seat|pound|ton|acre|meter|metre|kilometer|kilometre|page|strong|odd|plus)\b"
    r"| ?(?:%|percent|per cent|million|billion|hours?\b|km\b|kg\b|metres|meters|feet|miles|people|dollars|euros|pounds"
    r"|yen|rupees|yuan|tons|tonnes|votes)"
)
_MODIFIER = expression(
    rf"(?:\b(?:the )?(?:{EARLY}(?: the)?[ -]|mid-)|\b{PART_OF} (?:the year )?|\b(?:a good|the greater|the better)"
    r" part of |\b(?:the )?year )$"
)
_FISCAL = expression(
    r"(?:\b(?P<m>(?:early|late|mid)(?: in)? )?(?:the )?(?:current )?(?:fiscal|financial)(?: year)?|\bfy)[ -]?$"
)
_FRACTION = expression(r" (?:fiscal )?(?P<n>first|second|third|fourth)[ -](?P<u>quarter|half)\b")
_SEASON = expression(rf" (?P<s>{any_of(SEASONS)})\b")
_SPAN = expression(r" ?[-–—/] ?(\d{4}|\d{2})(?!\d|[-/]\d|[-–](?:year|day|point)|\.\d)")
_BC_SPAN = expression(rf"(?: ?[-–—] ?| (?:to|and|or|until) )(?:early |late |about )?\d{{1,4}}{BC}")
_BC = expression(BC)
_DECADE_LEFT = expression(
    rf"(?:\b{PART_OF} )?(?:\bthe )?(?:\b(?:very )?(?:early|late|mid)(?:(?:[ -]to[ -]|/)(?:early|late|mid))?[ -])?$"
)
_DECADE_NAMED = expression(r"(?:\b(?:the|early|late|mid|roaring|swinging)[ -])$")
_CENTURY = expression(rf"(?:st|nd|rd|th)[ -](?:century|centuries\b)(?P<bc>{BC})?")
_CENTURY_LEFT = expression(
    rf"(?:\b{PART_OF} )?(?P<the>\bthe )?(?:\b(?:very )?(?:early|late|mid)[ -])?(?P<n>\b(?:\d{{1,2}}(?:st|nd|rd|th)"
    rf"|{ORDINAL}))[ -]$"
)
_ANNO = expression(r" (?:ad|a\.d\.|ce)\b")


def digits(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """What begins with a number and is made of years: "1992", "480 BC", "the 19th century", "the '90s"."""
    low, length = source.low, end - start
    if bc := _BC.match(low, end):
        return Expression(_ancient(source, start, floor), bc.end(), "date", int(low[start:end]), bc=True)
    if length <= 4 and _BC_SPAN.match(low, end):
        return Expression(_ancient(source, start, floor), end, "date", int(low[start:end]), bc=True)
    if length == 4:
        return year(source, start, end, floor)
    number = int(low[start:end])
    if length <= 2 and (match := _CENTURY.match(low, end)):
        return _century(start, match.end(), number, source.left(start, floor), bool(match["bc"]))
    if length == 2 and low[end : end + 1] == "s" and start and low[start - 1] in "'’‘" and number % 10 == 0:
        return _decade(source, start - 1, end + 1, 1900 + number if number > 20 else 2000 + number, floor)
    if (length == 3 or length == 2) and number % 10 == 0 and (match := re.compile(rf"s{BC}").match(low, end)):
        return _decade(source, start, end + 1, number, floor)
    if length <= 3 and (anno := _ANNO.match(low, end)):
        return Expression(start, anno.end(), "date", number)
    return None


def _ancient(source: Source, start: int, floor: int) -> int:
    """The start of a year before Christ, with "the end of", "early", "c."."""
    left = source.left(start, floor)
    modifier = _MODIFIER.search(left) or re.search(r"\b(?:circa|ca?\.|about|around) $", left)
    return start - len(modifier[0]) if modifier else start


def year(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """A number of four digits, where it is a year or decade."""
    low, number = source.low, int(source.low[start:end])
    if number % 10 == 0 and number > 1000 and (decade := re.compile(r"['’]?s\b").match(low, end)):
        return _decade(source, start, decade.end(), number, floor)
    if not 1000 <= number <= 2100 or low[end : end + 1].isalnum() or _COUNTED.match(low, end):
        return None
    left = source.left(start, floor)
    if re.search(r"(?<!\d)\d{3}[-–]$", left):
        return None  # a telephone number
    fiscal = _FISCAL.search(left)
    modifier = _MODIFIER.search(left)
    strong = bool(fiscal or modifier or _STRONG.search(left))
    alone = low[start - 1 : start] in ("", "\n") and low[end : end + 1] in ("", "\n")  # a heading
    strong = strong or (alone and number >= 1800)
    begin = start - len((fiscal or modifier)[0] if fiscal or modifier else "")  # type: ignore[index]
    if not strong and _NUMBERED.search(left):
        return None
    if _SPAN.match(low, end) and (strong or number >= 1800):
        return Expression(begin, end, "date", number)
    if match := _FRACTION.match(low, end):
        begin = start - (4 if left.endswith("the ") else 0)
        fraction = ("Q" if match["u"] == "quarter" else "H") + str(ORDINALS[match["n"]])
        return Expression(begin, match.end(), "date", number, fraction=fraction)
    if not modifier and (season := _SEASON.match(low, end)):
        begin = start - (4 if left.endswith("the ") else 0)
        return Expression(begin, season.end(), "date", number, season=SEASONS[season["s"]])
    if match := re.compile(r" (?:fiscal|calendar|tax|school) year\b").match(low, end):
        return Expression(start - (4 if left.endswith("the ") else 0), match.end(), "date", number)
    if strong or (1400 <= number <= 2060 and _LEFT.search(left)) or 1930 <= number <= 2040:
        half = _half(modifier[0]) if modifier else ""
        return Expression(begin, end, "date", number, fraction=half, trait="" if strong else "year")
    return None


def _half(modifier: str) -> str:
    """ "the second half of" is a value of its own."""
    if "half of" in modifier:
        return "H1" if "first" in modifier else "H2"
    return ""


def last_year(source: Source, found: Expression) -> Iterator[Expression]:
    """The end of the span of years "1861-65", "2010–2013"."""
    if not found.year or found.bc or found.month or found.season or found.fraction or found.kind != "date":
        return
    match = _SPAN.match(source.low, found.end)
    if match:
        last = int(match[1]) if len(match[1]) == 4 else found.year // 100 * 100 + int(match[1])
        if len(match[1]) == 2 and last < found.year:
            last += 100
        if found.year < last <= 2100:
            yield Expression(match.start(1), match.end(), "date", last)


def _decade(source: Source, start: int, end: int, number: int, floor: int) -> Expression:
    match = _DECADE_LEFT.search(source.left(start, floor))
    bc = _BC.match(source.low, end)
    begin = start - len(match[0]) if match else start
    return Expression(begin, bc.end() if bc else end, "decade", number, bc=bool(bc))


def decade_word(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "the nineties"."""
    left = source.left(start, floor)
    if not _DECADE_NAMED.search(left) or re.search(r"\b(?:his|her|their|my) (?:early|late|mid)[ -]$", left):
        return None
    return _decade(source, start, end, 1900 + 10 * DECADES[source.low[start:end]], floor)


def _century(start: int, end: int, number: int, left: str, bc: bool) -> Expression:
    match = re.search(rf"(?:\b{PART_OF} )?(?:\bthe )?(?:\b(?:very )?(?:early|late|mid)[ -])?$", left)
    return Expression(start - len(match[0]) if match else start, end, "century", number, bc=bc)


def century(source: Source, start: int, end: int, left: str) -> Expression | None:
    """ "the nineteenth century", "20th-century"; [start, end) is the noun."""
    match = _CENTURY_LEFT.search(left)
    if match is None:
        return None
    word = match["n"]
    number = int(word[:-2]) if word[0].isdecimal() else ORDINALS[word]
    bc = _BC.match(source.low, end)
    return Expression(start - len(match[0]), bc.end() if bc else end, "century", number, bc=bool(bc))
