"""A quantity in the making: what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.changes import Direction
from pipeline.lexicon.comparators import Cue
from pipeline.records import Bound, Dimension, Quantity
from pipeline.text.numbers import plain_number
from pipeline.values.amount import Amount
from pipeline.values.bounds import open_ends
from pipeline.values.context import NumeralInContext
from pipeline.values.counted import Counted
from pipeline.values.ranges import Range
from pipeline.values.results import Result

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


class Reading(NamedTuple):
    """What the text alone gives: an amount, the range that it begins, the result that it is a number of."""

    amount: Amount
    range: Range | None = None
    result: Result | None = None

    @property
    def last(self) -> Amount:
        """The amount that has the unit."""
        return self.range.upper if self.range else self.amount

    @property
    def end(self) -> int:
        return self.last.end


@dataclass
class Draft:
    """What is known of a quantity; each step of the builder adds to it.

    text: that of the document, which a Doc joins anew whenever it is asked.
    span: the tokens of the amount without its rate. inner: those of the number, for a bare one, else of all of it.
    is_count: it has no unit, so that it counts what it stands before; noun: that, where it is in the same phrase.
    cue, tail: the comparators before and behind it.
    """

    doc: Doc
    text: str
    reading: Reading
    span: Span
    inner: Span
    end: int
    unit: str
    dimension: Dimension
    per: str | None
    bound: Bound
    approx: bool = False
    is_count: bool = False
    noun: Token | None = None
    cue: Cue | None = None
    tail: Cue | None = None
    counted: Counted | None = None
    change: Direction | None = None

    @property
    def start(self) -> int:
        return self.reading.amount.start

    @property
    def is_range(self) -> bool:
        return self.reading.range is not None

    @property
    def is_of_result(self) -> bool:
        """True for a number of a score or a vote."""
        return self.reading.result is not None

    @property
    def in_context(self) -> NumeralInContext:
        """Its first number where it stands."""
        amount = self.reading.amount
        return NumeralInContext(
            self.text,
            self.span,
            self.inner,
            amount.number,
            self.unit,
            self.dimension,
            amount.hyphenated,
            self.is_range,
            self.is_of_result,
        )

    def measure_in(self, unit: str, dimension: Dimension) -> None:
        """Settle what it is an amount of."""
        self.unit, self.dimension = unit, dimension

    def record(self) -> Quantity:
        """The quantity."""
        amount, span = self.reading.amount, self.reading.range
        low, high = (span.low, span.high) if span else (amount.value, amount.value)
        return quantity(
            self.text,
            (self.start, self.end),
            (low, high),
            bound=self.bound,
            approx=self.approx,
            unit=self.unit,
            dimension=self.dimension,
            counted=self.counted,
            per=self.per,
            change=self.change,
        )


def quantity(
    text: str,
    offsets: tuple[int, int],
    interval: tuple[float, float],
    *,
    bound: Bound,
    approx: bool,
    unit: str,
    dimension: Dimension,
    counted: Counted | None,
    per: str | None = None,
    change: Direction | None = None,
) -> Quantity:
    """The record of an interval in a text, open where its bound says so."""
    start, end = offsets
    low, high = open_ends(plain_number(interval[0]), plain_number(interval[1]), bound)
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        low=low,
        high=high,
        bound=bound,
        approx=approx,
        unit=unit,
        dimension=dimension,
        of=counted.phrase if counted else None,
        of_head=counted.head if counted else None,
        per=per,
        change=change,
    )
