"""From what an expression says to a TIMEX3 value and its days, with the document's date and the narrative."""

from __future__ import annotations

from datetime import date

from pipeline.values.times import relative
from pipeline.values.times.calendar import (
    Anchors,
    Basis,
    Resolved,
    Tense,
    add_days,
    add_months,
    feast_day,
    safe_date,
    weekend,
)
from pipeline.values.times.expression import Expression

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


def resolve(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    """The value of an expression; None where it says nothing that can be written down."""
    match found.kind:
        case "date":
            return _date(found, anchors, tense)
        case "day":
            return relative.day(found, anchors, tense)
        case "unit":
            resolved = relative.unit(found, anchors, tense)
            if found.fraction and resolved and resolved.first:
                year = resolved.first.year
                return _part_of_year(f"{year:04}", year, found.fraction, resolved.basis)
            return resolved
        case "offset":
            return relative.offset(found, anchors)
        case "clock":
            return relative.clock(found, anchors)
        case "decade":
            return _decade(found)
        case "century":
            return _century(found)
        case _:
            return Resolved(found.value)


def _decade(found: Expression) -> Resolved:
    year = found.year or 0
    if found.bc:
        return Resolved(f"BC{year // 10:03}")
    return Resolved(f"{year // 10:03}", safe_date(year), safe_date(year + 10))


def _century(found: Expression) -> Resolved | None:
    number = found.year or 0
    if not 1 <= number <= 30:
        return None
    if found.bc:
        return Resolved(f"BC{number - 1:02}")
    return Resolved(f"{number - 1:02}", safe_date(max(1, (number - 1) * 100)), safe_date(number * 100))


def _date(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    if found.bc:
        tail = f"-{found.season}" if found.season else f"-{found.month:02}" if found.month else ""
        return Resolved(f"BC{found.year:04}{tail}{f'-{found.day:02}' if found.day else ''}")
    if found.weekday and found.month is None:
        return relative.weekday(found, anchors, tense)
    if found.day and found.month is None:
        return relative.nth(found, anchors, tense)
    if found.feast:
        return _feast(found, anchors, tense)
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
        return Resolved(value, day, add_days(day, 1) if day else None, place)
    if found.month:
        first = safe_date(year, found.month) if year else None
        return Resolved(f"{shown}-{found.month:02}", first, first and add_months(first, 1), place)
    first = safe_date(year) if year else None
    return Resolved(shown, first, safe_date(year + 1) if year else None, place)


def _feast(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    """The day of a feast: of its year, or of the year that the document's date and the tense tell."""
    year, basis = found.year, "stated"
    fixed = found.feast if found.feast[:2].isdecimal() and found.feast[2] == "-" else ""
    if year is None and anchors.document:
        likely = feast_day(found.feast, anchors.document.year)
        if likely:
            probe = Expression(0, 0, "date", None, likely.month, likely.day, relation=found.relation,
                               year_relation=found.year_relation)  # fmt: skip
            year, basis = _missing_year(probe, anchors, tense)
    place: Basis = "document_date" if basis == "document_date" else "context" if basis == "context" else "stated"
    day = feast_day(found.feast, year) if year else None
    if day is None:
        return Resolved(f"XXXX-{fixed}{found.part}") if fixed and not found.weekend else None
    if found.weekend:
        return weekend(add_days(day, -3) if day.weekday() < 3 else day, place)
    return Resolved(f"{day.isoformat()}{found.part}{found.clock}", day, add_days(day, 1), place)


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
        step = _STEPS.get(found.year_relation, 0)
        return base.year + step, "context" if base is context and base is not document else "document_date"
    month = found.month or _SEASON_MONTHS.get(found.season) or _first_month(found.fraction)
    if found.relation in ("previous", "following", "same") and context:
        if found.relation == "same":
            return context.year, "context"
        if found.relation == "previous":
            return context.year if month < context.month else context.year - 1, "context"
        return context.year if month > context.month else context.year + 1, "context"
    if anchors.narrative and anchors.story and not found.relation:
        # a story goes on: January after November is the next year's
        jump = anchors.story.month >= 10 and month <= 3
        return anchors.story.year + (1 if jump else 0), "context"
    if document is None or anchors.precision == "year":
        return None, ""
    if found.relation == "last":
        before = month < document.month or (found.day and (month, found.day) < (document.month, document.day))
        if found.season:
            before = month + 2 < document.month
        return document.year if before else document.year - 1, "document_date"
    if found.relation in ("next", "coming"):
        return document.year if month > document.month else document.year + 1, "document_date"
    if found.relation == "this":
        return document.year, "document_date"
    if found.fraction:
        return _year_of_fraction(month, 3 if found.fraction[0] == "Q" else 6, document, tense), "document_date"
    if found.season:
        return document.year - 1 if month > document.month and tense == "past" else document.year, "document_date"
    return nearest_year(month, found.day, document, tense), "document_date"


def _first_month(fraction: str) -> int:
    if not fraction:
        return 1
    return (int(fraction[1]) - 1) * (3 if fraction[0] == "Q" else 6) + 1


def _year_of_fraction(first: int, size: int, document: date, tense: Tense) -> int:
    """The year of "the third quarter": one that has begun, or soon will; firms report on those that are over."""
    if first <= document.month:
        return document.year + (1 if tense == "future" and first + size <= document.month else 0)
    if tense == "past":
        return document.year - 1
    return document.year if tense == "future" or first - document.month <= 3 else document.year - 1


def nearest_year(month: int, day: int | None, document: date, tense: Tense) -> int:
    """The year of a month (and day): writers leave it out where it is the document's own, or where it is near."""
    if month == document.month:
        return document.year
    ahead = (month - document.month) % 12
    if tense == "past":
        return document.year - (month > document.month)
    if tense == "future":
        return document.year + (1 if month < document.month else 0)
    if day:  # the document's own year, but around the turn of the year
        return document.year + (month <= 3 and document.month >= 10) - (month >= 10 and document.month <= 3)
    if ahead <= (8 if tense == "present" else 6):
        return document.year + (1 if month < document.month else 0)
    return document.year - (1 if month > document.month else 0)
