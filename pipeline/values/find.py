"""Quantities and times together: one list of value mentions without overlaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.lexicon import Lexicon
from pipeline.records import Label, Offsets, Published, Quantity, Time
from pipeline.text.expressions import expression
from pipeline.values.labels import label_of, label_of_time
from pipeline.values.number_words import TENS, UNITS
from pipeline.values.quantities import QuantityFinder
from pipeline.values.times.find import TimeFinder

if TYPE_CHECKING:
    from spacy.tokens import Doc

# the length in "the first eight months of 2015", "three years ago": an amount of its own inside a time
_WORDS = "|".join((*UNITS, *TENS, "hundred", "thousand", "dozen", "and", "a half"))
_LENGTH = expression(
    rf"\b(?:\d[\d,.]*(?: 1/2)?|half an?|(?:{_WORDS}|[ -])+)(?: ?- ?| )"
    r"(?:second|minute|hour|day|week|month|year|decade|centur)(?:s|y|ies)?\b",
    re.IGNORECASE,
)
_RANK = expression(r"\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)
_BEFORE_RATE = ("per", "a", "an", "each", "every")


class Value(NamedTuple):
    """A value in a document: where it stands, its OntoNotes label, and its quantity, its time or both."""

    start: int
    end: int
    label: Label
    quantity: Quantity | None
    time: Time | None


class ValueFinder:
    """Finds the quantities and the times of parsed documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._quantities = QuantityFinder(lexicon)
        self._times = TimeFinder(lexicon)

    def find(self, doc: Doc, published: Published | None) -> list[Value]:
        """Every value of ``doc``, in order, without overlaps.

        published: the document's date, from which "yesterday" counts. A duration is both a quantity and a time: one
        value with both. A set behind an amount ("$5 a day") is its rate.
        """
        times = self._times.find(doc, published)
        return list(_merged(self._quantities.find(doc, dates_of(times)), times))


def _merged(quantities: Sequence[Quantity], times: Sequence[Time]) -> Iterator[Value]:
    """Quantities and times as one row of values; what overlaps is one value, with the last time that is no set."""
    end = index = 0
    for quantity in quantities:
        if quantity.start < end:
            continue
        while index < len(times) and times[index].end <= quantity.start:
            yield _of_time(times[index])
            index += 1
        first = index
        while index < len(times) and times[index].start < quantity.end:
            index += 1
        value = _of_quantity(quantity, [time for time in times[first:index] if time.kind != "set"])
        end = value.end
        yield value
    yield from map(_of_time, times[index:])


def _of_quantity(quantity: Quantity, times: Sequence[Time]) -> Value:
    """The value of a quantity and of the times that it overlaps, from the first to the last of them."""
    start = min([quantity.start, *(time.start for time in times)])
    end = max([quantity.end, *(time.end for time in times)])
    return Value(start, end, label_of(quantity), quantity, times[-1] if times else None)


def _of_time(time: Time) -> Value:
    return Value(time.start, time.end, label_of_time(time), None, time)


def dates_of(times: Sequence[Time]) -> list[Offsets]:
    """The parts of times whose numbers are no quantities: all of "5 March", not the length in "three years ago"."""
    return [(start, end) for time in times for start, end in _date_parts(time) if start < end]


def _date_parts(time: Time) -> Iterator[Offsets]:
    if _is_rate(time):
        return
    lengths = list(_LENGTH.finditer(time.text)) if time.kind != "time" else []
    if lengths:
        if rank := _RANK.search(time.text, 0, lengths[0].start()):  # "the first eight months"
            yield time.start, time.start + rank.end()
        yield time.start + lengths[-1].end(), time.end
    elif time.kind != "duration":
        yield time.start, time.end


def _is_rate(time: Time) -> bool:
    """True for what an amount before it is per: "per hour", "a day"."""
    return time.kind == "set" and time.text.split(maxsplit=1)[0].lower() in _BEFORE_RATE
