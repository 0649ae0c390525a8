"""From what an expression says to a TIMEX3 value and its days, with the document's date and the narrative."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pipeline.values.times import relative
from pipeline.values.times.anchors import Anchors
from pipeline.values.times.calendar import (
    Resolved,
    Tense,
    add_days,
    add_months,
    feast_day,
    one_day,
    safe_date,
    weekend,
)
from pipeline.values.times.expression import (
    CalendarDate,
    CalendarUnit,
    Century,
    ClockTime,
    CountedDay,
    DayOfMonth,
    Decade,
    Duration,
    Expression,
    FeastDay,
    Fraction,
    Offset,
    Reference,
    Repeated,
    Season,
    Weekday,
)
from pipeline.values.times.missing_year import SEASON_MONTHS, Year, first_month, missing_year, months_of

_LAST_CENTURY = 30  # by hand: "the 40th century" is no time that news tells of
_FIRST_DAY_OF_BRIDGE = 3  # a feast from Thursday on has the weekend behind it, one before it that of the week before


def resolve(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    """The value of an expression; None where it says nothing that can be written down."""
    return _RESOLVERS[type(found)](found, anchors, tense)


def _date(found: CalendarDate, anchors: Anchors, tense: Tense) -> Resolved | None:
    """A year, a month or a day."""
    if found.bc:
        return _before_christ(found)
    if found.month is None:
        return _whole_year(found)
    year, basis = _year(found, found.month, found.day or None, anchors, tense)
    if not found.day:
        first = safe_date(year, found.month) if year else None
        return Resolved(f"{_shown(year)}-{found.month:02}", first, first and add_months(first, 1), basis)
    day = safe_date(year, found.month, found.day) if year else None
    if day:
        return one_day(day, found.time, basis)
    return None if year else Resolved(f"{_shown(year)}-{found.month:02}-{found.day:02}{found.time}", basis=basis)


def _before_christ(found: CalendarDate) -> Resolved:
    """A date before Christ; no calendar has its days."""
    month = f"-{found.month:02}" if found.month else ""
    day = f"-{found.day:02}" if found.day else ""
    return Resolved(f"BC{found.year:04}{month}{day}")


def _whole_year(found: CalendarDate) -> Resolved:
    """A year without a month."""
    first = safe_date(found.year) if found.year else None
    return Resolved(_shown(found.year), first, safe_date(found.year + 1) if found.year else None)


def _season(found: Season, anchors: Anchors, tense: Tense) -> Resolved:
    """A season; it has no exact days, so it gets those of its three months."""
    if found.bc:
        return Resolved(f"BC{found.year:04}-{found.code}")
    month = SEASON_MONTHS[found.code]
    return _part_of_year(_year(found, month, None, anchors, tense), found.code, month, 3)


def _fraction(found: Fraction, anchors: Anchors, tense: Tense) -> Resolved:
    """A quarter or half of a year."""
    return _months(_year(found, first_month(found.code), None, anchors, tense), found.code)


def _months(year: Year, fraction: str) -> Resolved:
    """A quarter or half of a year that is known or open."""
    return _part_of_year(year, fraction, first_month(fraction), months_of(fraction))


def _part_of_year(year: Year, code: str, month: int, months: int) -> Resolved:
    """So many months of a year from one on."""
    value = f"{_shown(year.number)}-{code}"
    if year.number is None:
        return Resolved(value, basis=year.basis)
    first = safe_date(year.number, month)
    return Resolved(value, first, first and add_months(first, months), year.basis)


def _feast(found: FeastDay, anchors: Anchors, tense: Tense) -> Resolved | None:
    """The day of a feast: of its year, or of the year that the document's date and the tense tell."""
    year, basis = _year_of_feast(found, anchors, tense)
    day = feast_day(found.rule, year) if year else None
    if day is None:
        is_fixed = found.rule[:2].isdecimal() and found.rule[2] == "-"
        return Resolved(f"XXXX-{found.rule}{found.time}") if is_fixed and not found.weekend else None
    if found.weekend:
        return weekend(add_days(day, -3) if day.weekday() < _FIRST_DAY_OF_BRIDGE else day, basis)
    return one_day(day, found.time, basis)


def _year_of_feast(found: FeastDay, anchors: Anchors, tense: Tense) -> Year:
    """The year of a feast, by where it stands in the document's."""
    likely = feast_day(found.rule, anchors.document.year) if anchors.document and found.year is None else None
    if likely is None:
        return Year(found.year, "stated")
    return missing_year(found, likely.month, likely.day, anchors, tense)


def _year(found: CalendarDate | Season | Fraction, month: int, day: int | None, anchors: Anchors, tense: Tense) -> Year:
    """The year that is written, or else the one that is meant."""
    return missing_year(found, month, day, anchors, tense) if found.year is None else Year(found.year, "stated")


def _shown(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04}"


# ---------------------------------------------------------------- what hangs on no tense


def _unit(found: CalendarUnit, anchors: Anchors, tense: Tense) -> Resolved | None:
    """A unit of the calendar, or a part of a year that was found by its relation."""
    resolved = relative.unit(found, anchors, tense)
    if not found.fraction or not resolved or not resolved.first:
        return resolved
    return _months(Year(resolved.first.year, resolved.basis), found.fraction)


def _decade(found: Decade, anchors: Anchors, tense: Tense) -> Resolved:
    if found.bc:
        return Resolved(f"BC{found.year // 10:03}")
    return Resolved(f"{found.year // 10:03}", safe_date(found.year), safe_date(found.year + 10))


def _century(found: Century, anchors: Anchors, tense: Tense) -> Resolved | None:
    number = found.number
    if not 1 <= number <= _LAST_CENTURY:
        return None
    if found.bc:
        return Resolved(f"BC{number - 1:02}")
    return Resolved(f"{number - 1:02}", safe_date(max(1, (number - 1) * 100)), safe_date(number * 100))


def _as_written(found: Duration | Repeated | Reference, anchors: Anchors, tense: Tense) -> Resolved:
    """The value that the words themselves tell."""
    return Resolved(found.value)


_RESOLVERS: Mapping[type[Expression], Callable[[Any, Anchors, Tense], Resolved | None]] = {
    CalendarDate: _date,
    Season: _season,
    Fraction: _fraction,
    FeastDay: _feast,
    Weekday: relative.weekday,
    DayOfMonth: relative.day_of_month,
    CountedDay: relative.day,
    CalendarUnit: _unit,
    Offset: relative.offset,
    ClockTime: relative.clock,
    Decade: _decade,
    Century: _century,
    Duration: _as_written,
    Repeated: _as_written,
    Reference: _as_written,
}
