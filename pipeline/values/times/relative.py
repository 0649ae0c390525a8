"""Values that are counted from an anchor: weekdays, "last week", "three days later", clock times."""

from __future__ import annotations

from datetime import date

from pipeline.values.times.calendar import Anchors, Basis, Resolved, Tense, add_days, safe_date, shift, unit_value
from pipeline.values.times.expression import Expression
from pipeline.values.times.periods import period

_BEFORE = ("last", "previous")
_AFTER = ("next", "coming", "following")
_CONTEXTUAL = ("previous", "following", "same")
_OPEN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "D": "XXXX-XX-XX", "WE": "XXXX-WXX-WE",
         "Q": "XXXX-QX", "DE": "XXX", "CE": "XX"}  # fmt: skip


def weekday(found: Expression, anchors: Anchors, tense: Tense) -> Resolved:
    """ "Friday": the last one in the past tense, the next one in the future tense."""
    number = found.weekday or 1
    contextual = found.relation in _CONTEXTUAL or anchors.narrative
    base = (anchors.context if contextual else None) or anchors.document
    tail = found.part + found.clock
    if base is None or (base is anchors.document and anchors.precision != "day"):
        return Resolved(f"XXXX-WXX-{number}{tail}")
    behind = (base.isoweekday() - number) % 7
    if found.relation in _BEFORE:
        day = add_days(base, -(behind or 7))
    elif found.relation in _AFTER or (tense in ("future", "present") and found.relation != "this"):
        day = add_days(base, (7 - behind) % 7 or (7 if found.relation in _AFTER else 0))
        if found.relation == "next" and (day - base).days <= 6 - base.weekday():
            day = add_days(day, 7)
    elif found.relation == "this":
        day = add_days(base, number - base.isoweekday())
    else:
        day = add_days(base, -behind)
    return _day(day, tail, "context" if contextual and anchors.context else "document_date")


def _day(day: date, tail: str, basis: Basis) -> Resolved:
    return Resolved(day.isoformat() + tail, day, add_days(day, 1), basis)


def nth(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    """ "the 20th" of the month that the text tells of."""
    base = anchors.context or anchors.day_for("M")
    if base is None:
        return None
    number = found.day or 1
    if base is anchors.document and anchors.precision == "day":
        step = -1 if tense == "past" and number > base.day else 1 if tense == "future" and number < base.day else 0
        base = shift(base.replace(day=1), "M", step) or base
        day = safe_date(base.year, base.month, number)
        return _day(day, "", "document_date") if day else None
    day = safe_date(base.year, base.month, number)
    return _day(day, "", "context" if base is anchors.context else "document_date") if day else None


def day(found: Expression, anchors: Anchors, tense: Tense) -> Resolved:
    """ "yesterday", "last night", "tomorrow morning"."""
    tail = found.part + found.clock
    if found.value:
        return Resolved(found.value)
    base = anchors.document
    if base is None or anchors.precision != "day":
        return Resolved("PRESENT_REF" if found.amount == 0 and not tail else f"XXXX-XX-XX{tail}")
    amount = int(found.amount or 0)
    if found.trait == "part" and found.amount == 0 and anchors.context and anchors.context_unit == "D":
        return _day(anchors.context, tail, "context")
    if found.trait == "part" and tense == "future":
        amount += 1
    return _day(add_days(base, amount), tail, "document_date")


def unit(found: Expression, anchors: Anchors, tense: Tense) -> Resolved | None:
    """ "last week", "the following day", "that year", "the weekend"."""
    code = found.unit
    contextual = found.relation in _CONTEXTUAL or (found.relation == "the" and anchors.narrative)
    base = (anchors.told(code) if contextual else None) or anchors.day_for(code)
    if found.relation == "following" and anchors.context is None and code in ("D", "W"):
        base = None  # after something that the text gives no date
    tail = found.part + found.clock
    if base is None:
        if found.relation == "the" and code in ("Y", "Q", "W"):
            return Resolved(f"P1{code}")
        return Resolved(_OPEN.get(code, "XXXX") + tail)
    basis: Basis = "context" if contextual and base != anchors.document else "document_date"
    step = -1 if found.relation in _BEFORE else 1 if found.relation in _AFTER else 0
    if code == "Q" and found.relation == "the":
        if anchors.context and anchors.context_unit == "Q":
            base, basis = anchors.context, "context"
        elif tense == "past":
            step = -1  # firms report on the quarter that is over
    if code == "WE" and step == 0 and (tense == "past" or (tense != "future" and base.weekday() < 2)):
        step = -1 if base.weekday() < 5 else 0
    day = shift(base, code, step)
    if day is None:
        return None
    result = unit_value(day, code, basis)
    return Resolved(result.value + tail, result.first, result.after, basis) if tail else result


def offset(found: Expression, anchors: Anchors) -> Resolved | None:
    """ "two years ago", "three days later", "the year-ago quarter"."""
    code = found.unit
    base = (_told(anchors, code) if found.anchor == "context" else None) or anchors.day_for(code)
    if code[0] == "T" or found.amount is None:
        return Resolved(period(found.amount, code))  # "days later", "months ago": a length of which no more is told
    if code == "Q" and anchors.context_unit != "Q" and base is not None:
        base = shift(base, "Q", -1) or base  # firms report on the quarter that is over
    if found.anchor == "context" and found.sign > 0 and anchors.context is None and code in ("D", "W", "2W", "M"):
        return Resolved(_OPEN[code])
    amount, code = _whole(found.amount, code)
    if found.fraction and base:
        return Resolved(f"{base.year - 1}-{found.fraction}", basis="context")
    if base and code == "NI":
        return _day(add_days(base, int(amount) * found.sign), "TNI", "document_date")
    if base is None or amount != int(amount) or code in ("NI", "ML", "WE"):
        return Resolved(period(found.amount, code))
    moved = shift(base, code, int(amount) * found.sign)
    if moved is None:
        return None
    basis: Basis = "document_date" if base is anchors.document else "context"
    return unit_value(moved, _grain(code, anchors, base), basis)


def _told(anchors: Anchors, code: str) -> date | None:
    """A year from a quarter is a quarter; else the story must be as exact as the unit."""
    return anchors.context if code in ("Y", "Q", "DE", "CE") else anchors.told(code)


def _whole(amount: float, code: str) -> tuple[float, str]:
    """Half a century is 50 years, a year and a half 18 months."""
    if amount == int(amount):
        return amount, code
    smaller = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M")}.get(code)
    return (amount * smaller[0], smaller[1]) if smaller else (amount, code)


def _grain(code: str, anchors: Anchors, base: date) -> str:
    """How exact a point is that is counted off: years from a day are a year, weeks from a day of the story a day."""
    if base is anchors.context and anchors.context_unit == "D" and code in ("D", "W", "2W"):
        return "D"
    if base is anchors.context and anchors.context_unit == "Q" and code == "Y":
        return "Q"
    return {"2W": "W", "DE": "Y", "CE": "Y"}.get(code, code)


def clock(found: Expression, anchors: Anchors) -> Resolved:
    """ "8 p.m." of the day beside it, of the story's day, or of the document's."""
    base = anchors.day or anchors.document
    if base is None or (base is anchors.document and anchors.precision != "day"):
        return Resolved(f"XXXX-XX-XX{found.clock}")
    return _day(base, found.clock, "document_date" if base is anchors.document else "context")
