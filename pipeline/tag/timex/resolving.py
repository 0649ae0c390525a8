"""From what an expression says to a TIMEX3 value and its days, with the document's date and the narrative."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from pipeline.records import Published
from pipeline.tag.timex.expression import Expression

Tense = Literal["past", "present", "future", ""]
Basis = Literal["stated", "document_date", "context"]
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_BEFORE = ("last", "previous")
_AFTER = ("next", "following")


@dataclass(frozen=True)
class Resolved:
    """A TIMEX3 value, its days [from, to) where it has any, and how we know."""

    value: str
    first: date | None = None
    after: date | None = None
    basis: Basis = "stated"


@dataclass
class Anchors:
    """What relative expressions count from.

    document: the document's day (or None), and its precision. context: the last point that the text told.
    narrative: the text tells of another time than its own, so that "June" is that of the story.
    """

    document: date | None
    precision: str = "day"
    context: date | None = None
    context_unit: str = "D"
    narrative: bool = False

    def day_for(self, unit: str) -> date | None:
        """The document's day to count units from; None when its date is not known so exactly."""
        exact = {"day": 2, "month": 1, "year": 0}[self.precision]
        needed = {"Y": 0, "DE": 0, "CE": 0, "ML": 0, "M": 1, "Q": 1}.get(unit, 2)
        return self.document if exact >= needed else None


def anchors(published: Published | None) -> Anchors:
    """The anchors at the head of a document."""
    if published is None:
        return Anchors(None)
    parts = [int(part) for part in published.value[:10].split("-") if part.isdecimal()]
    try:
        day = date(*([*parts, 1, 1])[:3]) if parts else None
    except ValueError:
        day = None
    return Anchors(day, published.precision)


def safe_date(year: int, month: int = 1, day: int = 1) -> date | None:
    """A date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of the month some months away (the last day where the month is shorter)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, amount: int) -> date | None:
    """``day`` moved by so many units; None where the calendar ends."""
    try:
        if unit == "D":
            return day + timedelta(days=amount)
        if unit in ("W", "WE", "2W"):
            return day + timedelta(weeks=amount * (2 if unit == "2W" else 1))
    except OverflowError:
        return None
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}.get(unit)
    return add_months(day, amount * months) if months and abs(amount) < 10**6 else None


def unit_value(day: date, unit: str, basis: Basis) -> Resolved:
    """The calendar unit that holds ``day``: its value and days."""
    if unit == "D":
        return Resolved(day.isoformat(), day, _next(day, 1), basis)
    if unit in ("W", "2W"):
        monday = _next(day, -day.weekday())
        year, week, _ = day.isocalendar()
        return Resolved(f"{year}-W{week:02}", monday, _next(monday, 7), basis)
    if unit == "WE":
        saturday = _next(day, 5 - day.weekday())
        year, week, _ = day.isocalendar()
        return Resolved(f"{year}-W{week:02}-WE", saturday, _next(saturday, 2), basis)
    if unit == "M":
        first = day.replace(day=1)
        return Resolved(f"{day.year:04}-{day.month:02}", first, add_months(first, 1), basis)
    if unit == "Q":
        quarter = (day.month - 1) // 3
        first = date(day.year, quarter * 3 + 1, 1)
        return Resolved(f"{day.year:04}-Q{quarter + 1}", first, add_months(first, 3), basis)
    if unit == "DE":
        decade = safe_date(day.year // 10 * 10)
        return Resolved(str(day.year // 10), decade, decade and add_months(decade, 120), basis)
    if unit == "CE":
        century = safe_date(max(1, day.year // 100 * 100))
        return Resolved(str(day.year // 100), century, century and add_months(century, 1200), basis)
    first = date(day.year, 1, 1)
    return Resolved(f"{day.year:04}", first, safe_date(day.year + 1), basis)


def _next(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def resolve(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    """The value of an expression; None where it says nothing that can be written down."""
    if found.kind == "date":
        return _date(found, anchors, tense)
    if found.kind == "day":
        return _day(found, anchors)
    if found.kind == "unit":
        return _unit(found, anchors, tense)
    if found.kind == "offset":
        return _offset(found, anchors)
    if found.kind == "clock":
        return _clock(found, anchors)
    if found.kind == "decade":
        return _decade(found)
    if found.kind == "century":
        return _century(found)
    return Resolved(found.value)


def _decade(found: Expression) -> Resolved:
    year = found.year or 0
    if found.bc:
        return Resolved(f"BC{year // 10:03}")
    return Resolved(str(year // 10), safe_date(year), safe_date(year + 10))


def _century(found: Expression) -> Resolved | None:
    number = found.year or 0
    if not 1 <= number <= 30:
        return None
    if found.bc:
        return Resolved(f"BC{number - 1:02}")
    return Resolved(f"{number - 1:02}", safe_date(max(1, (number - 1) * 100)), safe_date(number * 100))


# ---------------------------------------------------------------- calendar dates


def _date(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    if found.bc:
        tail = f"-{found.season}" if found.season else f"-{found.month:02}" if found.month else ""
        return Resolved(f"BC{found.year:04}{tail}{f'-{found.day:02}' if found.day else ''}")
    if found.weekday and found.month is None:
        return _weekday(found, anchors, tense)
    year, basis = found.year, "stated"
    if year is None:
        year, basis = _missing_year(found, anchors, tense)
    shown = "XXXX" if year is None else f"{year:04}"
    place: Basis = "document_date" if basis == "document_date" else "context" if basis == "context" else "stated"
    if found.season or found.fraction:
        return _part_of_year(shown, year, found.season or found.fraction, place)
    if found.month and found.day:
        value = f"{shown}-{found.month:02}-{found.day:02}{found.part}{found.clock}"
        day = safe_date(year, found.month, found.day) if year else None
        if year and day is None:
            return None
        return Resolved(value, day, _next(day, 1) if day else None, place)
    if found.month:
        first = safe_date(year, found.month) if year else None
        return Resolved(f"{shown}-{found.month:02}", first, first and add_months(first, 1), place)
    first = safe_date(year) if year else None
    return Resolved(shown, first, safe_date(year + 1) if year else None, place)


def _part_of_year(shown: str, year: int | None, part: str, basis: Basis) -> Resolved:
    """A season, quarter or half; seasons have no exact days, so they get those of their three months."""
    if year is None:
        return Resolved(f"{shown}-{part}", basis=basis)
    if part in _SEASON_MONTHS:
        first = safe_date(year, _SEASON_MONTHS[part])
        return Resolved(f"{shown}-{part}", first, first and add_months(first, 3), basis)
    size = 3 if part[0] == "Q" else 6
    first = safe_date(year, (int(part[1]) - 1) * size + 1)
    return Resolved(f"{shown}-{part}", first, first and add_months(first, size), basis)


def _missing_year(found: Expression, anchors: Anchors, tense: Tense) -> tuple[int | None, str]:
    """The year of a date that gives none: by its own words, the narrative, or the document's date and the tense."""
    document, context = anchors.document, anchors.context
    if found.year_relation:
        told = context if found.year_relation in ("same", "previous", "following") else None
        base = told or document
        if base is None:
            return None, ""
        step = -1 if found.year_relation in _BEFORE else 1 if found.year_relation in _AFTER else 0
        return base.year + step, "context" if base is context and base is not document else "document_date"
    month = found.month or _SEASON_MONTHS.get(found.season) or _first_month(found.fraction)
    if found.relation in ("previous", "following", "same") and context:
        earlier, later = month < context.month, month > context.month
        if found.relation == "same":
            return context.year, "context"
        if found.relation == "previous":
            return context.year if earlier else context.year - 1, "context"
        return context.year if later else context.year + 1, "context"
    if anchors.narrative and context and not found.relation:
        # a story goes on: January after November is the next year's
        jump = context.month >= 10 and month <= 3
        return context.year + (1 if jump else 0), "context"
    if document is None or anchors.precision == "year":
        return None, ""
    if found.relation == "last":
        before = month < document.month or (found.season and month + 2 < document.month)
        return document.year if before else document.year - 1, "document_date"
    if found.relation == "next":
        return document.year if month > document.month else document.year + 1, "document_date"
    if found.relation == "this":
        return document.year, "document_date"
    return _nearest_year(month, found.day, document, tense, bool(found.season or found.fraction)), "document_date"


def _first_month(fraction: str) -> int:
    if not fraction:
        return 1
    return (int(fraction[1]) - 1) * (3 if fraction[0] == "Q" else 6) + 1


def _nearest_year(month: int, day: int | None, document: date, tense: Tense, wide: bool) -> int:
    """The year that puts a month (and day) before the document's day in the past tense, after it in the future one."""
    if wide:
        return document.year - 1 if month > document.month and tense == "past" else document.year
    if month == document.month and (day is None or tense == "" or tense == "present"):
        return document.year
    behind = (month, day or 1) <= (document.month, document.day if day else 31)
    if tense == "past":
        return document.year if behind else document.year - 1
    if tense == "future":
        return document.year if not behind or month == document.month else document.year + 1
    distance = (month - document.month) % 12
    if distance <= 6:
        return document.year + (1 if month < document.month else 0)
    return document.year - (1 if month > document.month else 0)


def _weekday(found: Expression, anchors: Anchors, tense: Tense) -> Resolved:
    """ "Friday": the last one in the past tense, the next one in the future tense."""
    weekday = found.weekday or 1
    contextual = found.relation in ("previous", "following", "same") or anchors.narrative
    base = (anchors.context if contextual else None) or anchors.document
    if base is None or (base is anchors.document and anchors.precision != "day"):
        return Resolved(f"XXXX-WXX-{weekday}{found.part}")
    behind = (base.weekday() + 1 - weekday) % 7
    if found.relation in _BEFORE:
        day = _next(base, -(behind or 7))
    elif found.relation in _AFTER or tense == "future":
        day = _next(base, (7 - behind) % 7 or (7 if found.relation in _AFTER else 0))
        if found.relation == "next" and (day - base).days <= 6 - base.weekday():
            day = _next(day, 7)
    elif found.relation == "this":
        day = _next(base, weekday - 1 - base.weekday())
    else:
        day = _next(base, -behind)
    basis: Basis = "context" if contextual and anchors.context else "document_date"
    return Resolved(day.isoformat() + found.part, day, _next(day, 1), basis)


# ---------------------------------------------------------------- relative


def _day(found: Expression, anchors: Anchors) -> Resolved:
    base = anchors.document
    if base is None or anchors.precision != "day":
        if found.amount == 0 and not found.part:
            return Resolved("PRESENT_REF")
        return Resolved(f"XXXX-XX-XX{found.part}")
    if found.value == "overnight":
        base = _next(base, -1)
    day = _next(base, int(found.amount or 0))
    return Resolved(day.isoformat() + found.part, day, _next(day, 1), "document_date")


def _unit(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    contextual = found.relation in ("previous", "following", "same") or (found.relation == "the" and anchors.narrative)
    base = (anchors.context if contextual else None) or anchors.day_for(found.unit)
    open_value = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX",
                  "NI": "XXXX-XX-XXTNI", "DE": "XXX", "CE": "XX"}.get(found.unit)  # fmt: skip
    if base is None:
        if found.relation in ("the",) and found.unit in ("Y", "Q", "W"):
            return Resolved(f"P1{found.unit}")
        return Resolved((open_value or "XXXX") + found.part)
    basis: Basis = "context" if base is anchors.context and base is not anchors.document else "document_date"
    step = -1 if found.relation in _BEFORE else 1 if found.relation in _AFTER else 0
    unit = found.unit
    if unit == "NI":
        day = shift(base, "D", step)
        return Resolved(f"{day.isoformat()}TNI", day, _next(day, 1), basis) if day else None
    if unit == "WE" and step == 0 and tense == "past" and base.weekday() < 5:
        step = -1
    day = shift(base, unit, step)
    if day is None:
        return None
    if unit == "Y" and found.fraction:
        return _part_of_year(f"{day.year:04}", day.year, found.fraction, basis)
    if found.value == "end" and unit == "Y":
        return Resolved(f"{day.year:04}", date(day.year, 1, 1), safe_date(day.year + 1), basis)
    result = unit_value(day, unit, basis)
    if found.part:
        return Resolved(result.value + found.part, result.first, result.after, basis)
    return result


def _offset(found: Expression, anchors: Anchors) -> Resolved | None:
    from pipeline.tag.timex.lengths import period

    unit = found.unit
    base = (anchors.context if found.anchor == "context" else None) or anchors.day_for(found.unit)
    reference = "PAST_REF" if found.sign < 0 else "FUTURE_REF"
    if unit[0] == "T" or found.amount is None:
        if found.amount is None:
            return Resolved(reference if found.anchor == "document" or unit in ("Y", "M", "DE") else _open(unit))
        return Resolved(period(found.amount, unit))
    if base is None or found.amount != int(found.amount) or unit in ("NI", "ML", "WE"):
        return Resolved(period(found.amount, unit))
    day = shift(base, unit, int(found.amount) * found.sign)
    if day is None:
        return None
    basis: Basis = "document_date" if base is anchors.document else "context"
    # a length of years from a day is a year, of weeks a week: no invented precision
    coarse = unit if unit in ("Y", "M", "W", "Q", "D") else "D" if unit == "2W" else "Y"
    if found.anchor == "context" and anchors.context_unit == "D" and unit in ("D", "W", "2W"):
        coarse = "D"
    return unit_value(day, "W" if unit == "2W" and coarse != "D" else coarse, basis)


def _open(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "2W": "XXXX-WXX"}.get(unit, "XXXX")


def _clock(found: Expression, anchors: Anchors) -> Resolved:
    base = anchors.context if anchors.context and anchors.context_unit == "D" else anchors.document
    if base is None or (base is anchors.document and anchors.precision != "day"):
        return Resolved(f"XXXX-XX-XX{found.clock}")
    basis: Basis = "document_date" if base is anchors.document else "context"
    return Resolved(base.isoformat() + found.clock, base, _next(base, 1), basis)
