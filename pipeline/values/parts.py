"""Amounts in two units or more: "5 feet 2 inches", "two hours and 30 minutes", "3 dollars 50 cents", "6-foot-2"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pipeline.text.expressions import expression
from pipeline.values.amount import Amount
from pipeline.values.numerals import Numeral, Numerals
from pipeline.values.units.spellings import Unit
from pipeline.values.units.units import UnitMatch, Units

_GAP = expression(r",? and |-|,? ?", re.IGNORECASE)
_INCHES = expression(r" ?in(?=[., ]|$)")  # "5 ft 2 in": elsewhere "in" is no unit
_END = expression(r"[.,;:!?)]|$")

_CENTS = 100
_INCHES_OF_A_FOOT = 12
_LEAST_BARE = 10  # cents that may stand without their unit: "5 dollars 50"
_LONGEST_GAP = 5  # characters before bare cents: " and "


class _Smaller(NamedTuple):
    """The unit of a part, and how many make one of the larger unit."""

    unit: str
    per_unit: int


_SMALLER = {
    "foot": _Smaller("inch", _INCHES_OF_A_FOOT), "pound": _Smaller("ounce", 16), "stone": _Smaller("pound", 14),
    "hour": _Smaller("minute", 60), "minute": _Smaller("second", 60), "year": _Smaller("month", 12),
}  # fmt: skip


class _Part(NamedTuple):
    """A number right behind an amount: what stands between them, and the unit behind it."""

    gap: str
    number: Numeral
    unit: UnitMatch | None

    @property
    def end(self) -> int:
        return self.unit.end if self.unit else self.number.end


class Parts:
    """Reads the smaller parts behind an amount."""

    def __init__(self, units: Units, numerals: Numerals) -> None:
        self._units = units
        self._numerals = numerals

    def with_parts(self, text: str, amount: Amount) -> Amount:
        """The amount with all its smaller parts, in its own unit; as it is where it has none."""
        if amount.number.vague or amount.per:
            return amount
        if amount.dimension == "money":
            return self._with_cents(text, amount)
        unit, count = amount.unit, 1
        while (smaller := _SMALLER.get(unit)) and (part := self._of_unit(text, amount.end, unit)):
            unit, count = smaller.unit, count * smaller.per_unit
            amount = replace(amount, end=part.end, value=amount.value + part.number.value / count)
        return amount

    def _part(self, text: str, end: int) -> _Part | None:
        """What can be a part of an amount that ends at ``end``: a whole number."""
        gap = _GAP.match(text, end)
        at = gap.end() if gap else end
        number = self._numerals.read(text, at) if text[at : at + 1].isalnum() else None
        if number is None or number.form != "cardinal":
            return None
        return _Part(text[end:at], number, self._units.after(text, number.end, number.digits))

    def _with_cents(self, text: str, amount: Amount) -> Amount:
        part = self._part(text, amount.end)
        if part is None or part.number.value >= _CENTS:
            return amount
        if not (_is_minor(part.unit.unit) if part.unit else _may_be_bare_cents(text, amount, part)):
            return amount
        return replace(amount, end=part.end, value=amount.value + part.number.value / _CENTS)

    def _of_unit(self, text: str, end: int, unit: str) -> _Part | None:
        """The part behind an amount of ``unit`` in the unit below it; None where none stands there."""
        part = self._part(text, end)
        if part is None:
            return None
        if unit == "foot" and part.unit is None:
            if _are_inches_by_hyphen(part):
                return part
            part = _with_short_inches(text, part)
        return part if part.gap != "-" and _fits(part, _SMALLER[unit]) else None


def _are_inches_by_hyphen(part: _Part) -> bool:
    """True for inches without their unit: "6-foot-2"."""
    return part.gap == "-" and part.number.value < _INCHES_OF_A_FOOT


def _with_short_inches(text: str, part: _Part) -> _Part:
    """The part with "in" as its unit, where that stands behind it: "5 ft 2 in"."""
    inches = _INCHES.match(text, part.number.end)
    return part._replace(unit=UnitMatch(Unit("inch", "length"), inches.end())) if inches else part


def _fits(part: _Part, smaller: _Smaller) -> bool:
    """True for a number of the smaller unit that does not make one of the larger one."""
    return part.unit is not None and part.unit.unit.name == smaller.unit and part.number.value < smaller.per_unit


def _is_minor(unit: Unit) -> bool:
    return unit.dimension == "money" and unit.factor == 1 / _CENTS


def _may_be_bare_cents(text: str, amount: Amount, part: _Part) -> bool:
    """True for cents without their unit, at the end of a clause: "5 dollars 50."."""
    return (
        part.number.value >= _LEAST_BARE
        and amount.number.scale == 1
        and text[part.number.start] not in "aA"
        and part.gap.endswith(" ")
        and len(part.gap) <= _LONGEST_GAP
        and _END.match(text, part.number.end) is not None
    )
