"""Times of day by the clock: "8 p.m.", "around 7:15 a.m. local time", "noon", "five o'clock"."""

from __future__ import annotations

import re

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import ClockTime
from pipeline.values.times.words import HOURS, any_phrase

CLOCK = expression(
    r"(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?(?::[0-5]\d)?[ -]?(?P<ap>[ap])(?:\. ?m\b\.?|m\b)"
    r"|(?P<H>[01]?\d|2[0-4]):(?P<M>[0-5]\d)(?::(?P<S>[0-5]\d))?(?!\d|:)(?: ?hrs)?(?![a-z]|-\d)"
)
_MILITARY = expression(r"(?P<H>[01]\d|2[0-3])(?P<M>[0-5]\d) ?(?:hours|hrs|gmt|utc|z\b|[ecmp][sd]?t\b)")
_O_CLOCK = expression(r" ?o['’]clock(?: ?(?P<ap>[ap])(?:\. ?m\b\.?|m\b))?")
_HOUR_LEFT = expression(r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) $")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_AROUND = expression(r"\b(?:at )?(?P<a>(?:just |shortly )?(?:around|about|approximately|circa|roughly) )$")
_AT_LEFT = expression(
    r"\b(?:at|by|from|to|until|till|around|about|before|after|since|between|and|of|exactly) $|[-–] ?$"
)
_AT_REACH = 12  # characters: the longest of the prepositions before a clock time fits
_IN_THE = expression(r" (?:in the (?P<p>morning|afternoon|evening)|at (?P<n>night))\b")


class Clocks:
    """Reads times of day."""

    def __init__(self, words: TimeWords) -> None:
        """words: for the time zones."""
        self._zone = re.compile(
            rf" \(?(?:{any_phrase(words.zone)}|[ecmp][sd]?t|local time"
            r"|eastern(?: (?:standard|daylight))?"
            rf" time|{any_phrase(words.zone_place)}(?: (?:standard|daylight))? time|eastern)\b"
            r"(?: time\b)?"
        )

    def clock(self, word: Trigger) -> ClockTime | None:
        """A time in digits: "8 p.m.", "22:30", "10 a.m. local time"."""
        match = CLOCK.match(word.text.low, word.start)
        if match is None:
            return None
        if not match["ap"]:
            hour, minute = int(match["H"]), int(match["M"])
            return self._finished(word, match.end(), hour, minute) if self._is_clock(word, match) else None
        hour, minute = int(match["h"]), int(match["m"] or 0)
        if not 1 <= hour <= 12:
            return None
        return self._finished(word, match.end(), _of_half_day(hour, match["ap"]), minute)

    def _is_clock(self, word: Trigger, match: re.Match[str]) -> bool:
        """False for "1:29" beside a film or a score: without "a.m.", a time has a preposition, a zone or two digits."""
        low = word.text.low
        at = _AT_LEFT.search(low[max(word.floor, word.start - _AT_REACH) : word.start])
        if at or self._zone.match(low, match.end()) or match[0].endswith("hrs"):
            return True
        return len(match["H"]) == 2 and match["H"] != "00"

    def military(self, word: Trigger) -> ClockTime | None:
        """A time in four digits without a colon: "0400 GMT", "1330 hours"."""
        match = _MILITARY.match(word.text.low, word.start)
        return self._finished(word, match.end(), int(match["H"]), int(match["M"])) if match else None

    def of_clock(self, word: Trigger) -> ClockTime | None:
        """An hour, from its number on: "10 o'clock", "five o'clock in the morning"."""
        match = word.after(_O_CLOCK)
        hour = int(word.name) if word.name.isdecimal() else _NUMBERS.get(word.name, 99)
        if match is None or hour > 24:
            return None
        if match["ap"]:
            hour = _of_half_day(hour, match["ap"])
        return self._finished(word, match.end(), hour, 0)

    def o_clock(self, word: Trigger) -> ClockTime | None:
        """An hour in words, from the letter before the apostrophe on: "five o'clock"."""
        hour = word.before(_HOUR_LEFT)
        if hour is None or not (word.is_followed_by("'clock") or word.is_followed_by("’clock")):
            return None
        begin = word.start - length(hour)
        return self.of_clock(Trigger.at(word.text, begin, begin + len(hour["n"]), word.floor))

    def _finished(self, word: Trigger, end: int, hour: int, minute: int) -> ClockTime:
        """A clock time with the words around it: "around", the zone and "in the morning"."""
        low = word.text.low
        if part := _IN_THE.match(low, end):
            end = part.end()
            if hour < 12 and part["p"] != "morning":
                hour += 12
        if zone := self._zone.match(low, end):
            end = zone.end()
            if low[zone.start() + 1] == "(" and low[end : end + 1] == ")":
                end += 1
        return ClockTime(word.start - _around(word), end, clock=f"T{hour:02}:{minute:02}")


def hour_word(word: Trigger) -> ClockTime:
    """A time that has a name: "noon", "around midnight"."""
    return ClockTime(word.start - _around(word), word.end, clock=HOURS[word.name])


def in_afternoon(clock: str, part: str) -> str:
    """A clock time by the part of its day: "12:45 Thursday afternoon", "8 Sunday night" are of its second half."""
    hour = int(clock[1:3])
    is_small_hour = part == "TNI" and hour < 5
    if part in ("TAF", "TEV", "TNI") and 1 <= hour < 12 and not is_small_hour:
        return f"T{hour + 12}{clock[3:]}"
    return clock


def _of_half_day(hour: int, half: str) -> int:
    """The hour of the day of "8 a.m." or "8 p.m."; half: its first letter."""
    return hour % 12 + (12 if half == "p" else 0)


def _around(word: Trigger) -> int:
    """How many characters "around" before a clock time takes."""
    around = word.before(_AROUND)
    return len(around["a"]) if around else 0
