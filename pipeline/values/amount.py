"""The type of what is read from the text alone: a number with its unit and rate."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.records import Dimension
from pipeline.text.spans import Taken
from pipeline.values.numerals import Numeral

_LEAST_LARGE = 1000  # by hand: labels and places in lists are smaller


@dataclass(frozen=True)
class Amount:
    """A number with its unit, as read from the text alone.

    start, end: what belongs to it, currency and unit and rate included. value: in ``unit``. rate_start: where its rate
    begins; None where none stands behind it. hyphenated: a hyphen follows the number ("33-year").
    """

    number: Numeral
    start: int
    end: int
    value: float
    unit: str = "count"
    dimension: Dimension = "count"
    per: str | None = None
    hyphenated: bool = False
    rate_start: int | None = None

    @property
    def end_without_rate(self) -> int:
        """Where it ends without the rate behind it."""
        return self.end if self.rate_start is None else self.rate_start

    @property
    def is_bare(self) -> bool:
        """True for a number with nothing behind it."""
        return self.dimension == "count" and self.end == self.number.end

    def is_like(self, other: Amount) -> bool:
        """True for two amounts in one unit."""
        return self.unit == other.unit and self.dimension == other.dimension

    def without(self, taken: Taken) -> Amount | None:
        """What is left of it beside taken places ("12 percent 2023"); None where the number itself is taken."""
        if taken.holds(self.number.start, self.number.end):
            return None
        if not taken.holds(self.number.end, self.end):
            return self
        unit_end = self.end_without_rate
        if self.number.end < unit_end < self.end and not taken.holds(self.number.end, unit_end):
            return replace(self, end=unit_end)  # "three days a week", of which "a week" is a set
        return Amount(self.number, self.start, self.number.end, self.value)


def is_large(number: Numeral) -> bool:
    """True for a number that is hardly a label: with a multiplier, or from a thousand on."""
    return number.scale > 1 or number.value >= _LEAST_LARGE
