"""Amounts and times beside each other: the same, at odds, or merely put in other ways."""

from __future__ import annotations

import math
from typing import NamedTuple

from pipeline.records import Number, Quantity, Time
from pipeline.tag.units import to_base

Interval = tuple[float, float]  # infinite where it is open


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
    shown = quantity.low if quantity.low is not None else quantity.high
    factor = (low or high or 0) / shown if shown else 1.0
    slack = _rounding(shown or 0) * abs(factor)
    return Amount(low, high, quantity.bound, quantity.approx, unit, quantity.unit, slack)


def _converted(value: Number | None, unit: str) -> tuple[float | None, str]:
    if value is None:
        return None, to_base(1, unit)[1]
    converted, base = to_base(value, unit)
    return float(converted), base


def _rounding(number: Number) -> float:
    """Half a step of the last digit that is not a rounding zero: 50 for 1,300; 0.05 for 2.4."""
    if not number or not math.isfinite(number):
        return 0.0
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
    if one.unit != other.unit:
        return False
    if _kind(one) != _kind(other):
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
    slack = _slack(one, other)
    (low, high), (other_low, other_high) = _interval(one, slack), _interval(other, 0.0)
    if low > other_high or (low == other_high and ("gt" in (one.bound,) or other.bound == "lt")):
        return True
    return other_low > high or (other_low == high and (other.bound == "gt" or one.bound == "lt"))


def ratio(one: Amount, other: Amount) -> float:
    """How many times the larger figure is the smaller one; infinite beside zero or a change of sign."""
    low, high = sorted((abs(one.figure), abs(other.figure)))
    if high == 0:
        return 1.0
    if low == 0 or one.figure * other.figure < 0:
        return math.inf
    return high / low


def _kind(amount: Amount) -> str:
    """Bounds that readers take for the same: "more than" and "at least" are one, so are "less than" and "at most"."""
    return {"gt": "from", "ge": "from", "lt": "to", "le": "to"}.get(amount.bound, "exact")


def _close(one: float | None, other: float | None, slack: float) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(slack, 1e-9 * max(abs(one), abs(other)))


def _interval(amount: Amount, slack: float) -> Interval:
    low = -math.inf if amount.low is None else amount.low - slack
    high = math.inf if amount.high is None else amount.high + slack
    return low, high


def same_time(one: Time, other: Time) -> bool:
    """True when two times are the same, or one holds the other ("in February 2026", "on 5 February 2026")."""
    if one.value == other.value:
        return True
    spans = (one.start_date, one.end_date, other.start_date, other.end_date)
    if None in spans:
        return False
    a, b, c, d = (str(span) for span in spans)
    return (a <= c and d <= b) or (c <= a and b <= d)


def apart(one: Time, other: Time) -> bool:
    """True when two dated times have no day in common."""
    if None in (one.start_date, one.end_date, other.start_date, other.end_date):
        return False
    return str(one.end_date) <= str(other.start_date) or str(other.end_date) <= str(one.start_date)
