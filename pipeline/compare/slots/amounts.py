"""Amounts beside each other: the same, at odds, or merely put in other ways."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from pipeline.lexicon.units import Conversions
from pipeline.records import Bound, Number, Quantity

ROUNDED = 0.1  # the largest share of a figure that rounding may take, by hand: "about 100" may be 92, and is not 140
EXACT = 1e-9  # the share by which two floats of one figure may differ after their conversion
DIGITS = 10  # significant digits of a figure that are looked at for its rounding

Side = Literal["from", "to", "within"]
_SIDES: dict[Bound, Side] = {"gt": "from", "ge": "from", "lt": "to", "le": "to", "eq": "within", "range": "within"}


class Amount(NamedTuple):
    """A quantity made comparable: in the base unit of its dimension.

    low, high: None where it is open. stated_unit: the unit in the text. slack: how far the figure may be off by
    rounding, in the base unit.
    """

    low: float | None
    high: float | None
    bound: Bound
    approx: bool
    unit: str
    stated_unit: str
    slack: float

    @property
    def figure(self) -> float:
        """The number that a reader sees: 60 for "more than 60", the middle of a range."""
        if self.low is None:
            return self.high or 0.0
        return self.low if self.high is None else (self.low + self.high) / 2

    @property
    def open_side(self) -> Side:
        """To which side it is open: readers take "more than" and "at least" for the same."""
        return _SIDES[self.bound]


def amount(quantity: Quantity, conversions: Conversions) -> Amount:
    """A quantity in the base unit of its dimension."""
    unit = conversions.to_base(1, quantity.unit)[1]
    low, high = (_converted(value, quantity.unit, conversions) for value in (quantity.low, quantity.high))
    shown = quantity.low if quantity.low is not None else quantity.high or 0
    rounded = conversions.to_base(shown + _rounding(shown), quantity.unit)[0]
    slack = float(rounded - conversions.to_base(shown, quantity.unit)[0])
    return Amount(low, high, quantity.bound, quantity.approx, unit, quantity.unit, slack)


def _converted(value: Number | None, unit: str, conversions: Conversions) -> float | None:
    return None if value is None else float(conversions.to_base(value, unit)[0])


def _rounding(number: Number) -> float:
    """Half a step of the last digit that is not a rounding zero: 50 for 1,300; 0.05 for 2.4; never over a tenth."""
    if not number or not math.isfinite(number):
        return 0.0
    return min(_half_step(number), ROUNDED * abs(number))


def _half_step(number: Number) -> float:
    digits = f"{number:.{DIGITS}g}"
    if "e" in digits or "." in digits:
        mantissa, _, exponent = digits.partition("e")
        decimals = len(mantissa.partition(".")[2])
        return float(0.5 * 10.0 ** (int(exponent or 0) - decimals))
    return float(0.5 * 10 ** (len(digits) - len(digits.rstrip("0"))))


def same_amount(one: Amount, other: Amount) -> bool:
    """True when both say the same.

    ">60" and "more than 60" do, and "about 1.3 million" and "1,300,000"; "60" and "more than 60" do not.
    """
    if one.unit != other.unit or one.open_side != other.open_side:
        return False
    slack = _slack(one, other)
    return all(_close(a, b, slack) for a, b in ((one.low, other.low), (one.high, other.high)))


def _slack(one: Amount, other: Amount) -> float:
    """How far two figures may lie apart by rounding: not at all, unless one is approximate or they have two units."""
    if one.stated_unit != other.stated_unit:
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


def _close(one: float | None, other: float | None, slack: float) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(slack, EXACT * max(abs(one), abs(other)))
