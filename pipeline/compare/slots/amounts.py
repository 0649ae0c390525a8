"""Amounts and times beside each other: the same, at odds, or merely put in other ways."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from pipeline.records import Number, Quantity, Time
from pipeline.values.units.units import to_base

ROUNDED = 0.1  # the share that rounding may take: "about 100" may be 92, and is not 140


class Amount(NamedTuple):
    """A quantity made comparable: in the base unit of its dimension.

    low, high: None where it is open. given: the unit in the text. slack: how far the figure may be off by rounding.
    """

    low: float | None
    high: float | None
    bound: str
    approx: bool
    unit: str
    given: str
    slack: float

    @property
    def figure(self) -> float:
        """The number that a reader sees: 60 for "more than 60", the middle of a range."""
        if self.low is None:
            return self.high or 0.0
        return self.low if self.high is None else (self.low + self.high) / 2


def amount(quantity: Quantity) -> Amount:
    """A quantity in the base unit of its dimension."""
    low, unit = _converted(quantity.low, quantity.unit)
    high, unit = _converted(quantity.high, quantity.unit)
    shown = quantity.low if quantity.low is not None else quantity.high or 0
    slack = float(to_base(shown + _rounding(shown), quantity.unit)[0] - to_base(shown, quantity.unit)[0])
    return Amount(low, high, quantity.bound, quantity.approx, unit, quantity.unit, slack)


def _converted(value: Number | None, unit: str) -> tuple[float | None, str]:
    if value is None:
        return None, to_base(1, unit)[1]
    converted, base = to_base(value, unit)
    return float(converted), base


def _rounding(number: Number) -> float:
    """Half a step of the last digit that is not a rounding zero: 50 for 1,300; 0.05 for 2.4; never over a tenth."""
    if not number or not math.isfinite(number):
        return 0.0
    return min(_half_step(number), ROUNDED * abs(number))


def _half_step(number: Number) -> float:
    digits = f"{number:.10g}"
    if "e" in digits or "." in digits:
        decimals = len(digits.partition("e")[0].partition(".")[2])
        exponent = int(digits.partition("e")[2] or 0)
        return float(0.5 * 10.0 ** (exponent - decimals))
    return float(0.5 * 10 ** (len(digits) - len(digits.rstrip("0"))))


def same_amount(one: Amount, other: Amount) -> bool:
    """True when both say the same.

    ">60" and "more than 60" do, and "about 1.3 million" and "1,300,000"; "60" and "more than 60" do not.
    """
    if one.unit != other.unit or sort(one) != sort(other):
        return False
    slack = _slack(one, other)
    return all(_close(a, b, slack) for a, b in ((one.low, other.low), (one.high, other.high)))


def _slack(one: Amount, other: Amount) -> float:
    """How far two figures may lie apart by rounding: not at all, unless one is approximate or they have two units."""
    if one.given != other.given:
        return one.slack + other.slack
    return max((amount.slack for amount in (one, other) if amount.approx), default=0.0)


def at_odds(one: Amount, other: Amount) -> bool:
    """True when no value fits both, rounding and approximation allowed for."""
    return _above(one, other) or _above(other, one)


def _above(one: Amount, other: Amount) -> bool:
    """True when all of one is above all of the other: "more than 60" is above 60, "at least 60" is not."""
    low = -math.inf if one.low is None else one.low
    high = math.inf if other.high is None else other.high
    slack = _slack(one, other)
    return low > high + slack or (low == high and slack == 0 and (one.bound == "gt" or other.bound == "lt"))


def ratio(one: Amount, other: Amount) -> float:
    """How many times the larger figure is the smaller one; infinite beside zero or a change of sign."""
    low, high = sorted((abs(one.figure), abs(other.figure)))
    if high == 0:
        return 1.0
    if low == 0 or one.figure * other.figure < 0:
        return math.inf
    return high / low


def sort(amount: Amount) -> Literal["from", "to", "within"]:
    """Bounds that readers take for the same: "more than" and "at least" are one, so are "less than" and "at most"."""
    if amount.bound in ("gt", "ge"):
        return "from"
    return "to" if amount.bound in ("lt", "le") else "within"


def _close(one: float | None, other: float | None, slack: float) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(slack, 1e-9 * max(abs(one), abs(other)))


def apart(one: Time, other: Time) -> bool:
    """True when two dated times have no day in common."""
    if None in (one.start_date, one.end_date, other.start_date, other.end_date):
        return False
    return str(one.end_date) <= str(other.start_date) or str(other.end_date) <= str(one.start_date)
