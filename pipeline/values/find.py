"""Quantities and times together: one list of value mentions without overlaps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.records import Label, Published, Quantity, Time
from pipeline.text.expressions import expression
from pipeline.values.number_words import TENS, UNITS
from pipeline.values.quantities import find_quantities, label_of
from pipeline.values.times.find import find_times

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

Value = tuple[int, int, Label, Quantity | None, Time | None]


def find_values(doc: Doc, published: Published | None) -> list[Value]:
    """Every value of ``doc``: (start, end, OntoNotes label, quantity, time), in order, without overlaps.

    A duration is both a quantity and a time: one mention with both. A set behind an amount ("$5 a day") is its rate.
    """
    times = find_times(doc, published)
    quantities = find_quantities(doc, dates_of(times))
    found: list[Value] = []
    index = 0
    for quantity in quantities:
        if found and quantity.start < found[-1][1]:
            continue
        while index < len(times) and times[index].end <= quantity.start:
            found.append(_time_value(times[index]))
            index += 1
        same = None
        start, end = quantity.start, quantity.end
        while index < len(times) and times[index].start < quantity.end:
            if times[index].kind != "set":
                same = times[index]
                start, end = min(start, same.start), max(end, same.end)
            index += 1
        found.append((start, end, label_of(quantity), quantity, same))
    found.extend(_time_value(time) for time in times[index:])
    return found


def dates_of(times: list[Time]) -> list[tuple[int, int]]:
    """The parts of times whose numbers are no quantities: all of "5 March", not the length in "three years ago"."""
    dates: list[tuple[int, int]] = []
    for time in times:
        if _is_rate(time):
            continue
        lengths = list(_LENGTH.finditer(time.text)) if time.kind != "time" else []
        if lengths:
            if rank := _RANK.search(time.text, 0, lengths[0].start()):  # "the first eight months"
                dates.append((time.start, time.start + rank.end()))
            dates.append((time.start + lengths[-1].end(), time.end))
        elif time.kind != "duration":
            dates.append((time.start, time.end))
    return [(start, end) for start, end in dates if start < end]


def _is_rate(time: Time) -> bool:
    """ "per hour", "a day": behind an amount it is what that is per."""
    return time.kind == "set" and time.text.split(maxsplit=1)[0].lower() in ("per", "a", "an", "each", "every")


def label_of_time(time: Time) -> Label:
    """The OntoNotes label of a time: TIME below a day, else DATE."""
    return "TIME" if time.kind == "time" or time.value.startswith("PT") else "DATE"


def _time_value(time: Time) -> Value:
    return (time.start, time.end, label_of_time(time), None, time)
