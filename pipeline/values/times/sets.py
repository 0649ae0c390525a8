"""What comes again and again: "daily", "every four years", "twice a week", "24 hours a day", "on weekdays"."""

from __future__ import annotations

import re

from pipeline.text.expressions import expression
from pipeline.values.times.expression import Expression
from pipeline.values.times.periods import count, period
from pipeline.values.times.source import Source
from pipeline.values.times.words import UNITS

_ALONE = {"daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "quarterly": "P3M", "annually": "XXXX",
          "yearly": "XXXX", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W", "biannually": "P6M",
          "weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD", "weeknights": "XXXX-WXX-WDTNI"}  # fmt: skip
TRIGGERS = frozenset(_ALONE)
_TITLE = expression(
    r" (?:news|times|mail|star|post|telegraph|express|mirror|beast|show|standard|caller|kos|review|press)\b"
)
_EVERY = expression(
    r"(?:\b(?:nearly|almost|virtually|just about) )?\b(?P<e>every|each|each and every|every other|every second"
    r"|every single"
    r"|once every|per|once per) (?P<n>[\w-]+ |couple of |few )?$"
)
_TIMES = expression(
    r"\b(?:(?:about|around|at least|up to|more than|nearly|almost) )?(?:once|twice|thrice"
    r"|(?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|multiple|a few|few)"
    r" (?:or (?:more|\w+) )?(?P<u>times|days|hours|nights|weeks|months)|hours|24/7) (?:a|an|per|each|every) $"
)
_PER = expression(r" (?:a|per|each|every) (?P<u>day|week|month|year)\b")
_AGO = expression(r"[ -](?:ago|earlier|later|before|after)\b")
_COUNT = expression(r"\b(?:(?:at least|up to|about|more than|nearly) )?(?:\d+|[a-z]+) $")
_RATE = expression(
    r"(?:\b(?:dollars|euros|pounds|percent|barrels|tons|tonnes|people|hours|cents|miles|kilometers"
    r"|kilometres|km|feet|knots|gallons)|\d|million|billion|trillion"
    r"|thousand|%) an? $"
)


def word(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "daily", "annually", "weekends"."""
    low, name = source.low, source.low[start:end]
    if (
        source.capital(start)
        and start
        and source.text[start - 1] == " "
        and source.text[start + 1 : start + 2].islower()
    ):
        return None  # inside a name: "the Daily Bugle"
    if low[end : end + 1] == "-" or low[start - 1 : start] == "-" or _TITLE.match(low, end):
        return None
    if name.startswith("week") and name != "weekly":
        every = re.search(r"\b(?:most|some|busy) $", source.left(start, floor))
        start -= len(every[0]) if every else 0
    return Expression(start, end, "set", value=_ALONE[name])


def of_unit(source: Source, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """ "every month", "every two weeks", "twice a day", "per hour", "$5 a day"; [start, end) is the unit."""
    if code == "TS" and not left.endswith("every "):
        return None
    if match := _EVERY.search(left):
        number = (match["n"] or "").strip()
        amount: float | None = 2 if match["e"] in ("every other", "every second") else 1
        if number and number not in ("other", "single", "second"):
            amount = None if number == "few" else 2 if number == "couple of" else count(number)
            if amount is None and number != "few":
                return None
        elif number in ("other", "second"):
            amount = 2
        if plural != bool(number and number not in ("other", "single", "second")):
            return None
        begin = start - len(left) + match.start()
        return Expression(begin, end, "set", value=period(amount, code))
    if plural:
        per = _PER.match(source.low, end)
        times = _COUNT.search(left)
        if per is None or times is None:
            return None
        return Expression(start - len(times[0]), per.end(), "set", value=period(1, UNITS[per["u"]]))
    if match := _TIMES.search(left):
        return Expression(start - len(left) + match.start(), end, "set", value=period(1, code))
    if _RATE.search(left) and not _AGO.match(source.low, end):
        return Expression(start - (3 if left.endswith(" an ") else 2), end, "set", value=period(1, code))
    return None
