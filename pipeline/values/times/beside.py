"""What a time has from the times beside it: its year, its day, the start of its span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.records import Time
from pipeline.text.expressions import expression
from pipeline.values.times.anchors import Anchors
from pipeline.values.times.calendar import Resolved, add_days
from pipeline.values.times.expression import (
    CalendarDate,
    ClockTime,
    CountedDay,
    DayOfMonth,
    Expression,
    FeastDay,
    Season,
    Weekday,
)

_JOINED = expression(r"\s?(?:-|–|—|to|and|or|until|till|through)\s?", re.IGNORECASE)
_AT = expression(
    r",?(?: (?:at|on|the|about|around|by|before|after|from|until|since|shortly|just))*\s?,?\s?", re.IGNORECASE
)
_THROUGH = expression(r"\s?(?:-|–|—|to|until|till|through)\s?")
_HEAD = expression(r"(?:[.!?:]\s|\n|^)(?:(?:In|By|During|Since|From|Early in|Late in)\s)?$")
_HEAD_REACH = 24  # characters before an expression in which its sentence begins, where it leads it
_DAY_REACH = 300  # characters within which a clock time belongs to the last day that was named; by hand, a paragraph
_FOLLOWING = 2  # expressions behind one that it may belong to: "July 1 to July 3, 1863", "10 a.m. (0400 GMT) on Monday"


@dataclass(frozen=True)
class NamedDay:
    """The last day that the text has named. end: where its words end."""

    end: int
    day: date


def following(found: Sequence[Expression], number: int) -> Sequence[Expression]:
    """The expressions behind one that it may belong to."""
    return found[number + 1 : number + 1 + _FOLLOWING]


def leads(text: str, start: int) -> bool:
    """True for a year at the head of its sentence: "In 1918, …"."""
    return _HEAD.search(text, max(0, start - _HEAD_REACH), start) is not None


def with_year_behind(text: str, found: Expression, others: Sequence[Expression]) -> Expression:
    """A date or season with the year of the one that it is joined with: "July 1 to July 3, 1863"."""
    first = _of_month(found)
    if first is None or first.year is not None or first.relation or first.year_relation:
        return found
    end = found.end
    for other in others:
        if not _JOINED.fullmatch(text, end, other.start):
            break
        if (dated := _of_month(other)) and dated.year:
            return replace(first, year=dated.year)
        end = other.end
    return found


def _of_month(found: Expression) -> CalendarDate | Season | None:
    """``found`` where it is a date with a month, or a season."""
    if isinstance(found, Season):
        return found
    return found if isinstance(found, CalendarDate) and found.month else None


def day_behind(text: str, clock: ClockTime, others: Sequence[Expression]) -> Expression | None:
    """The day that a clock time is said to be on: "10 a.m. on Tuesday"."""
    at = clock.end
    for other in others:
        if isinstance(other, ClockTime) and text[at : other.start] == " (":
            at = other.end + 1  # "10 a.m. local time (0400 GMT) on Wednesday"
            continue
        return other if _is_day(other) and _AT.fullmatch(text, at, other.start) else None
    return None


def _is_day(found: Expression) -> bool:
    """True for what is a day, without the year or the month if need be."""
    return isinstance(found, Weekday | DayOfMonth | FeastDay | CountedDay) or (
        isinstance(found, CalendarDate) and bool(found.day)
    )


def day_before(text: str, clock: ClockTime, last: NamedDay | None, anchors: Anchors) -> date | None:
    """The day of a clock time that none is named behind: the last one that was named near by.

    last: the last day that the text has named. None for a heading of its own in a live report, and where no day is
    near enough.
    """
    if text[clock.start - 1 : clock.start] in ("\n", "") and text[clock.end : clock.end + 1] in ("\n", ""):
        return None
    if anchors.narrative:
        return last.day if last else anchors.context
    if last is None:
        return None
    is_future = anchors.document is not None and last.day > anchors.document
    is_near = clock.start - last.end <= _DAY_REACH and not is_future
    return last.day if is_near or _AT.fullmatch(text, last.end, clock.start) else None


def after_start(text: str, before: Expression, start: Time, found: Expression, resolved: Resolved) -> Resolved:
    """The end of "Friday through Sunday": the first such day after its start.

    before, start: the weekday before it, as it is written and resolved.
    """
    if not _THROUGH.fullmatch(text, before.end, found.start) or not (start.start_date and resolved.first):
        return resolved
    first = date.fromisoformat(start.start_date)
    day = add_days(first, (resolved.first - first).days % 7)
    time = resolved.value[len("YYYY-MM-DD") :]
    return replace(resolved, value=day.isoformat() + time, first=day, after=add_days(day, 1))
