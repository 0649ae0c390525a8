"""One expression of two: "2 hours 30 minutes", "8 p.m. Friday", "Feb. 5, 2026 10:30 AM"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.text.expressions import expression
from pipeline.values import number_words
from pipeline.values.times.cased import CasedText, Trigger
from pipeline.values.times.clocks import Clocks, in_afternoon
from pipeline.values.times.expression import (
    CalendarDate,
    CalendarUnit,
    ClockTime,
    CountedDay,
    DayOfMonth,
    Duration,
    Expression,
    Offset,
    Weekday,
)
from pipeline.values.times.words import any_of

_AND = expression(rf"(?: and |, and |, | )(?=\d|(?:{any_of({*number_words.UNITS, *number_words.TENS})})\b)")
_SMALLER = {
    "Y": ("M", "W", "D"),
    "M": ("W", "D"),
    "W": ("D", "TH"),
    "D": ("TH", "TM"),
    "TH": ("TM", "TS"),
    "TM": ("TS",),
}
_BESIDE = expression(r",? (?:the )?")
NextAt = Callable[[int], "Expression | None"]


def with_smaller_units(text: CasedText, found: Expression, next_at: NextAt) -> Expression:
    """One length of several units: "11 months and 29 days", "2 hours 30 minutes".

    next_at: gives the expression that begins at or near behind a place.
    """
    while isinstance(found, Duration) and found.amount is not None and (gap := _AND.match(text.low, found.end)):
        part = next_at(gap.end())
        if not isinstance(part, Duration) or part.start != gap.end() or part.amount is None:
            break
        if part.unit not in _SMALLER.get(found.unit, ()):
            break
        mark = len("PT") if "T" in found.value and part.value.startswith("PT") else len("P")
        found = replace(found, end=part.end, unit=part.unit, value=found.value + part.value[mark:])
    return found


def with_day_or_clock(text: CasedText, found: Expression, next_at: NextAt, clocks: Clocks) -> Expression:
    """One time of a clock time and a day: "8 p.m. Friday", "5 p.m. EST, Nov. 6", "2:30 the next day"."""
    gap = _BESIDE.match(text.low, found.end)
    if gap is None:
        return found
    if isinstance(found, ClockTime):
        day = next_at(found.end)
        if day is None or day.start not in (gap.end(), gap.end() - len("the "), found.end + 1):
            return found
        return _on_day(found, day) or found
    day = _open_day(found)
    if day is None or day.time or gap[0].endswith("the "):
        return found
    clock = clocks.clock(Trigger.at(text, gap.end(), gap.end(), found.end))
    return replace(day, end=clock.end, time=clock.clock) if clock and clock.start == gap.end() else found


def _on_day(clock: ClockTime, day: Expression) -> Expression | None:
    """A clock time with the day behind it; None where that is no day, or has a clock time of its own."""
    if isinstance(day, DayOfMonth) or (isinstance(day, Offset | Duration) and day.unit == "D"):
        return replace(day, start=clock.start)
    of_day = day if isinstance(day, CalendarUnit) and day.unit == "D" else _open_day(day)
    return replace(of_day, start=clock.start, time=in_afternoon(clock.clock, of_day.time)) if of_day else None


def _open_day(found: Expression) -> CalendarDate | Weekday | CountedDay | None:
    """``found`` where it is one day without a time by the clock."""
    day: CalendarDate | Weekday | CountedDay | None = None
    if isinstance(found, Weekday | CountedDay) or (isinstance(found, CalendarDate) and found.day):
        day = found
    return day if day and not day.time[1:2].isdecimal() else None
