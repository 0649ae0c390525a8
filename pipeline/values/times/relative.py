"""Values that are counted from an anchor: weekdays, "last week", "three days later", clock times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pipeline.values.times.anchors import Anchors
from pipeline.values.times.calendar import Basis, Resolved, Tense, add_days, one_day, safe_date, shift, unit_value
from pipeline.values.times.expression import CalendarUnit, ClockTime, CountedDay, DayOfMonth, Offset, Weekday
from pipeline.values.times.periods import period

_BEFORE = ("last", "previous")
_AFTER = ("next", "coming", "following")
_CONTEXTUAL = ("previous", "following", "same")
_OPEN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "D": "XXXX-XX-XX", "WE": "XXXX-WXX-WE",
         "Q": "XXXX-QX", "DE": "XXX", "CE": "XX"}  # fmt: skip
_TUESDAY, _SATURDAY = 1, 5  # as ``date.weekday`` counts; until the one "the weekend" is the last, by hand
_SMALLER = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M")}


class _Point(NamedTuple):
    """The day that something is counted from, and how it is known."""

    day: date
    basis: Basis


# ---------------------------------------------------------------- days


def weekday(found: Weekday, anchors: Anchors, tense: Tense) -> Resolved:
    """The day of a weekday, the last one in the past tense, the next one in the future tense: "Friday"."""
    base = _point_of_weekday(found, anchors)
    if base is None:
        return Resolved(f"XXXX-WXX-{found.number}{found.time}")
    return one_day(add_days(base.day, _days_to(found, base.day, tense)), found.time, base.basis)


def _point_of_weekday(found: Weekday, anchors: Anchors) -> _Point | None:
    """The day of the story for "the following Friday", else the document's."""
    if anchors.context and (found.relation in _CONTEXTUAL or anchors.narrative):
        return _Point(anchors.context, "context")
    return _Point(anchors.document_day, "document_date") if anchors.document_day else None


def _days_to(found: Weekday, base: date, tense: Tense) -> int:
    """How many days after ``base`` a weekday is."""
    behind = (base.isoweekday() - found.number) % 7
    if found.relation in _BEFORE:
        return -(behind or 7)
    if found.relation == "this":
        return found.number - base.isoweekday()
    if found.relation in _AFTER:
        ahead = 7 - behind
        is_of_week = ahead <= 6 - base.weekday()  # "next Friday", said on a Monday, is not that of its week
        return ahead + 7 if found.relation == "next" and is_of_week else ahead
    return (7 - behind) % 7 if tense in ("future", "present") else -behind


def day_of_month(found: DayOfMonth, anchors: Anchors, tense: Tense) -> Resolved | None:
    """The day of a number in the month that the text tells of: "the 20th"."""
    base = anchors.context or anchors.document_for("M")
    if base is None:
        return None
    basis: Basis = "document_date" if base is anchors.document else "context"
    if base is anchors.document_day:
        base = shift(base.replace(day=1), "M", _months_to(found.day, base, tense)) or base
    day = safe_date(base.year, base.month, found.day)
    return one_day(day, "", basis) if day else None


def _months_to(number: int, document: date, tense: Tense) -> int:
    """Which month's day a number is: that of the document's, or the one that the tense tells."""
    if tense == "past" and number > document.day:
        return -1
    return 1 if tense == "future" and number < document.day else 0


def day(found: CountedDay, anchors: Anchors, tense: Tense) -> Resolved:
    """The day that is so many days from the document's: "yesterday", "last night", "tomorrow morning"."""
    if found.amount is None or anchors.document_day is None:
        return Resolved("PRESENT_REF" if found.amount == 0 and not found.time else f"XXXX-XX-XX{found.time}")
    amount = found.amount
    if found.trait == "part":  # "in the evening": of the day that is told of
        if amount == 0 and anchors.context and anchors.context_unit == "D":
            return one_day(anchors.context, found.time, "context")
        amount += tense == "future"
    return one_day(add_days(anchors.document_day, amount), found.time, "document_date")


def clock(found: ClockTime, anchors: Anchors, tense: Tense) -> Resolved:
    """A time of the day beside it, of the story's day, or of the document's: "8 p.m."."""
    base = anchors.day or anchors.document_day
    if base is None:
        return Resolved(f"XXXX-XX-XX{found.clock}")
    return one_day(base, found.clock, "document_date" if base is anchors.document else "context")


# ---------------------------------------------------------------- units of the calendar


def unit(found: CalendarUnit, anchors: Anchors, tense: Tense) -> Resolved | None:
    """The unit of the calendar that a relation means: "last week", "the following day", "that year", "the weekend"."""
    base = _point_of_unit(found, anchors)
    if base is None:
        return Resolved(_open_unit(found))
    if story := _quarter_of_story(found, anchors):
        return unit_value(story, "Q", "context")
    day = shift(base.day, found.unit, _steps(found, base.day, tense))
    if day is None:
        return None
    result = unit_value(day, found.unit, base.basis)
    return replace(result, value=result.value + found.time) if found.time else result


def _point_of_unit(found: CalendarUnit, anchors: Anchors) -> _Point | None:
    """The point of the story for "the following week", else the document's day."""
    code = found.unit
    if found.relation == "following" and anchors.context is None and code in ("D", "W"):
        return None  # after something that the text gives no date
    is_contextual = found.relation in _CONTEXTUAL or (found.relation == "the" and anchors.narrative)
    base = (anchors.context_for(code) if is_contextual else None) or anchors.document_for(code)
    if base is None:
        return None
    return _Point(base, "context" if is_contextual and base != anchors.document else "document_date")


def _open_unit(found: CalendarUnit) -> str:
    """The value of a unit that nothing anchors; "over the year" is then a length."""
    if found.relation == "the" and found.unit in ("Y", "Q", "W"):
        return f"P1{found.unit}"
    return _OPEN.get(found.unit, "XXXX") + found.time


def _quarter_of_story(found: CalendarUnit, anchors: Anchors) -> date | None:
    """The quarter that "in the quarter" means where the text has just told of one."""
    is_at_hand = found.unit == "Q" and found.relation == "the" and anchors.context_unit == "Q"
    return anchors.context if is_at_hand else None


def _steps(found: CalendarUnit, base: date, tense: Tense) -> int:
    """How many units after the one of ``base`` it is."""
    if found.relation in _BEFORE:
        return -1
    if found.relation in _AFTER:
        return 1
    if found.unit == "Q" and found.relation == "the":
        return -1 if tense == "past" else 0  # firms report on the quarter that is over
    return _weekends(base, tense) if found.unit == "WE" else 0


def _weekends(base: date, tense: Tense) -> int:
    """Which weekend "the weekend" is: the last one in the past tense, and early in the week."""
    is_over = tense == "past" or (tense != "future" and base.weekday() <= _TUESDAY)
    return -1 if is_over and base.weekday() < _SATURDAY else 0


# ---------------------------------------------------------------- lengths that are counted off


def offset(found: Offset, anchors: Anchors, tense: Tense) -> Resolved | None:
    """The unit that is so far from the document or the story: "two years ago", "three days later"."""
    if found.unit[0] == "T" or found.amount is None:
        return Resolved(period(found.amount, found.unit))  # "days later": a length of which no more is told
    if _is_after_unknown(found, anchors):
        return Resolved(_OPEN[found.unit])
    base = _point_of_offset(found, anchors)
    amount, code = _in_whole_units(found.amount, found.unit)
    if base is None or not _is_countable(amount, code):
        return Resolved(period(found.amount, code))
    if found.fraction:
        return Resolved(f"{base.year - 1}-{found.fraction}", basis="context")
    if code == "NI":
        return one_day(add_days(base, int(amount) * found.sign), "TNI", "document_date")
    moved = shift(base, code, int(amount) * found.sign)
    if moved is None:
        return None
    return unit_value(moved, _grain(code, anchors, base), "document_date" if base is anchors.document else "context")


def _is_countable(amount: float, code: str) -> bool:
    """False for parts of units, and for units that no calendar counts."""
    return code == "NI" or (amount == int(amount) and code not in ("ML", "WE"))


def _is_after_unknown(found: Offset, anchors: Anchors) -> bool:
    """True for "three days later" after something that the text gives no date."""
    is_after = found.anchor == "context" and found.sign > 0
    return is_after and anchors.context is None and found.unit in ("D", "W", "2W", "M")


def _point_of_offset(found: Offset, anchors: Anchors) -> date | None:
    """The day that a length is counted off from."""
    base = (_of_story(anchors, found.unit) if found.anchor == "context" else None) or anchors.document_for(found.unit)
    if base and found.unit == "Q" and anchors.context_unit != "Q":
        return shift(base, "Q", -1) or base  # firms report on the quarter that is over
    return base


def _of_story(anchors: Anchors, code: str) -> date | None:
    """A year from a quarter is a quarter; else the story must be as exact as the unit."""
    return anchors.context if code in ("Y", "Q", "DE", "CE") else anchors.context_for(code)


def _in_whole_units(amount: float, code: str) -> tuple[float, str]:
    """Half a century is 50 years, a year and a half 18 months."""
    if amount == int(amount) or code not in _SMALLER:
        return amount, code
    factor, smaller = _SMALLER[code]
    return amount * factor, smaller


def _grain(code: str, anchors: Anchors, base: date) -> str:
    """How exact a point is that is counted off: years from a day are a year, weeks from a day of the story a day."""
    if base is anchors.context and anchors.context_unit == "D" and code in ("D", "W", "2W"):
        return "D"
    if base is anchors.context and anchors.context_unit == "Q" and code == "Y":
        return "Q"
    return {"2W": "W", "DE": "Y", "CE": "Y"}.get(code, code)
