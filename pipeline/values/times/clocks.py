"""Times of day by the clock: "8 p.m.", "around 7:15 a.m. local time", "noon", "five o'clock"."""

from __future__ import annotations

import re

from pipeline.text.expressions import expression
from pipeline.values.times.expression import Expression
from pipeline.values.times.source import Source
from pipeline.values.times.words import HOURS

CLOCK = expression(
    r"(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?(?::[0-5]\d)?[ -]?(?P<ap>[ap])(?:\. ?m\b\.?|m\b)"
    r"|(?P<H>[01]?\d|2[0-4]):(?P<M>[0-5]\d)(?::(?P<S>[0-5]\d))?(?!\d|:)(?: ?hrs)?(?![a-z]|-\d)"
)
_MILITARY = expression(r"(?P<H>[01]\d|2[0-3])(?P<M>[0-5]\d) ?(?:hours|hrs|gmt|utc|z\b|[ecmp][sd]?t\b)")
_ZONE = expression(
    r" \(?(?:gmt|utc|[ecmp][sd]?t|bst|cet|cest|msk|ist|pkt|aest|aedt|jst|hkt|sgt|local time"
    r"|eastern(?: (?:standard|daylight))?"
    r" time|(?:pacific|central|mountain|moscow|london|beijing|kyiv|paris)(?: (?:standard|daylight))? time|eastern)\b"
    r"(?: time\b)?"
)
_O_CLOCK = expression(r" ?o['’]clock(?: ?(?P<ap>[ap])(?:\. ?m\b\.?|m\b))?")
_HOUR_LEFT = expression(r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) $")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_AROUND = expression(r"\b(?:at )?(?P<a>(?:just |shortly )?(?:around|about|approximately|circa|roughly) )$")
_AT_LEFT = expression(
    r"\b(?:at|by|from|to|until|till|around|about|before|after|since|between|and|of|exactly) $|[-–] ?$"
)
_IN_THE = expression(r" (?:in the (?P<p>morning|afternoon|evening)|at (?P<n>night))\b")


def clock(source: Source, start: int, floor: int) -> Expression | None:
    """ "8 p.m.", "22:30", "10 a.m. local time"."""
    match = CLOCK.match(source.low, start)
    if match is None:
        return None
    if match["ap"]:
        hour, minute = int(match["h"]), int(match["m"] or 0)
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["ap"] == "p" else 0)
    else:
        hour, minute = int(match["H"]), int(match["M"])
        if not _is_clock(source, match, floor):
            return None
    end = match.end()
    return _finish(source, start, end, hour, minute, floor)


def _is_clock(source: Source, match: re.Match[str], floor: int) -> bool:
    """False for "1:29" beside a film or a score: without "a.m.", a time has a preposition, a zone or two digits."""
    left = source.left(match.start(), floor, 12)
    if _AT_LEFT.search(left) or _ZONE.match(source.low, match.end()) or match[0].endswith("hrs"):
        return True
    return len(match["H"]) == 2 and match["H"] != "00"


def military(source: Source, start: int, floor: int) -> Expression | None:
    """ "0400 GMT", "1330 hours"."""
    match = _MILITARY.match(source.low, start)
    if match is None:
        return None
    return _finish(source, start, match.end(), int(match["H"]), int(match["M"]), floor)


def of_clock(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "10 o'clock", "five o'clock in the morning"; [start, end) is the number."""
    match = _O_CLOCK.match(source.low, end)
    word = source.low[start:end]
    hour = int(word) if word.isdecimal() else _NUMBERS.get(word, 99)
    if match is None or hour > 24:
        return None
    if match["ap"]:
        hour = hour % 12 + (12 if match["ap"] == "p" else 0)
    return _finish(source, start, match.end(), hour, 0, floor)


def o_clock(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "five o'clock" from the letter before the apostrophe."""
    if source.low[end : end + 6] not in ("'clock", "’clock"):
        return None
    match = _HOUR_LEFT.search(source.left(start, floor))
    if match is None:
        return None
    begin = start - len(match[0])
    return of_clock(source, begin, begin + len(match["n"]), floor)


def hour_word(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "noon", "midnight"."""
    begin = start
    around = _AROUND.search(source.left(start, floor))
    if around:
        begin -= len(around["a"])
    return Expression(begin, end, "clock", clock=HOURS[source.low[start:end]])


def _finish(source: Source, start: int, end: int, hour: int, minute: int, floor: int) -> Expression:
    """The words around a clock time: "around" before it, the zone and "in the morning" behind it."""
    if part := _IN_THE.match(source.low, end):
        end = part.end()
        if hour < 12 and (part["n"] or part["p"] in ("afternoon", "evening")):
            hour += 12
    if zone := _ZONE.match(source.low, end):
        end = zone.end()
        if source.low[zone.start() + 1] == "(" and source.low[end : end + 1] == ")":
            end += 1
    if around := _AROUND.search(source.left(start, floor)):
        start -= len(around["a"])
    return Expression(start, end, "clock", clock=f"T{hour:02}:{minute:02}")
