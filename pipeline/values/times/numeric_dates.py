"""Dates in digits: "2021-11-30", "1/31/2019", "31.1.2019"."""

from __future__ import annotations

from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger
from pipeline.values.times.expression import CalendarDate

_ISO = expression(
    r"(\d{4})([-/.])([01]?\d)\2([0-3]?\d)(?:[t ](\d{2}):(\d{2})(?::(\d{2}))?(?:z|[+-]\d\d:?\d\d)?)?(?![\w/-]|\.\d)"
)
_NUMERIC = expression(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)")
_NEXT_CENTURY = 50  # years of two digits below it are of this century: by hand, forms have births and deadlines


def iso(word: Trigger) -> CalendarDate | None:
    """The date that begins with a year: "2021-11-30", "2026/02/05", "2021-11-30T10:45"."""
    match = _ISO.match(word.text.low, word.start)
    if match is None:
        return None
    month, day = int(match[3]), int(match[4])
    if not _can_be_date(month, day):
        return None
    seconds = f":{match[7]}" if match[7] else ""
    clock = f"T{match[5]}:{match[6]}{seconds}" if match[5] else ""
    return CalendarDate(word.start, match.end(), year=int(match[1]), month=month, day=day, time=clock)


def numeric(word: Trigger) -> CalendarDate | None:
    """The date in digits; where day and month cannot be told apart only its year is known."""
    match = _NUMERIC.match(word.text.low, word.start)
    if match is None or (len(match[4]) == 2 and match[2] != "/"):
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 2000 if year < _NEXT_CENTURY else 1900
    day_first = _is_day_first(match[2], first, second, word.text.low)
    month, day = (second, first) if day_first else (first, second)
    if not _can_be_date(month, day):
        return None
    if day_first is None:
        return CalendarDate(match.start(), match.end(), year=year)
    return CalendarDate(match.start(), match.end(), year=year, month=month, day=day)


def _can_be_date(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _is_day_first(mark: str, first: int, second: int, text: str) -> bool | None:
    """Whether the day stands before the month; None where neither the date nor the text tells."""
    if mark == "." or first > 12:
        return True
    if second > 12 or first == second:
        return False
    return _habit(text)


def _habit(text: str) -> bool | None:
    """How a text writes its dates, where one of them can be read in one way only: 25/12/2016 or 12/25/2016."""
    pairs = [(int(match[1]), int(match[3])) for match in _NUMERIC.finditer(text) if match[2] != "."]
    days, months = (any(12 < pair[place] <= 31 for pair in pairs) for place in (0, 1))
    return days if days != months else None
