"""Dates, times, durations and sets in text as TIMEX3 values.

``reading`` reads what an expression says; here its tense and its anchor are found, and ``resolving`` gives the value.
The document's date anchors news; a text that tells of other years is anchored in its own story.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from pipeline.lexicon.lexicon import Lexicon
from pipeline.records import Published, Time
from pipeline.values.numerals import Numerals
from pipeline.values.times import beside
from pipeline.values.times.anchors import Anchors, anchors, is_narrative
from pipeline.values.times.beside import NamedDay
from pipeline.values.times.calendar import Resolved, is_one_day
from pipeline.values.times.checking import is_time
from pipeline.values.times.expression import ClockTime, Expression, Repeated, Weekday
from pipeline.values.times.periods import Counts
from pipeline.values.times.reading import Grammar
from pipeline.values.times.resolving import resolve
from pipeline.values.times.tense import Tenses

if TYPE_CHECKING:
    from spacy.tokens import Doc


class TimeFinder:
    """Finds the times of documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.time_words
        self._grammar = Grammar(lexicon.holidays, words, Counts(Numerals(lexicon.counting)))
        self._tenses = Tenses(words)

    def find(self, doc: Doc, published: Published | None) -> list[Time]:
        """All times of ``doc`` in order, without overlaps.

        published: the document's own date, which "yesterday" and "in March" count from; None leaves those open.
        """
        text = doc.text
        found = [expression for expression in self._grammar.expressions(text) if is_time(doc, expression)]
        state = anchors(published)
        state.narrative = is_narrative(found, state.document)
        return _Reading(doc, text, found, state, self._tenses).times()


class _Reading:
    """One pass over the expressions of a document, in which each may anchor those behind it."""

    def __init__(self, doc: Doc, text: str, found: Sequence[Expression], state: Anchors, tenses: Tenses) -> None:
        """text: that of ``doc``, which takes long to make."""
        self._doc = doc
        self._text = text
        self._found = found
        self._anchors = state
        self._tenses = tenses
        self._last_day: NamedDay | None = None

    def times(self) -> list[Time]:
        """The time of each expression that has a value."""
        times: list[Time] = []
        for number, written in enumerate(self._found):
            resolved = self._resolved(number, times[-1] if times else None)
            if resolved is not None:
                times.append(_time(self._text, written, resolved))
        return times

    def _resolved(self, number: int, last: Time | None) -> Resolved | None:
        """The value of an expression; last: the time before it."""
        text, written = self._text, self._found[number]
        behind = beside.following(self._found, number)
        complete = beside.with_year_behind(text, written, behind)
        if isinstance(complete, ClockTime):
            self._anchors.day = self._day_of(complete, behind)
        resolved = self._value(complete)
        if resolved is None:
            return None
        before = self._found[number - 1] if number else None
        if last and isinstance(complete, Weekday) and isinstance(before, Weekday):
            resolved = beside.after_start(text, before, last, complete, resolved)
        self._anchors.remember(complete, resolved, leads=self._anchors.narrative and beside.leads(text, complete.start))
        if resolved.first and is_one_day(resolved):
            self._last_day = NamedDay(written.end, resolved.first)
        return resolved

    def _value(self, found: Expression) -> Resolved | None:
        """The value of an expression at the point to which the text has come."""
        return resolve(found, self._anchors, self._tenses.of(self._doc, found))

    def _day_of(self, clock: ClockTime, behind: Sequence[Expression]) -> date | None:
        """The day of a clock time: that of "10 a.m. on Tuesday", else the last one that was named near by."""
        day = beside.day_behind(self._text, clock, behind)
        resolved = self._value(day) if day else None
        if resolved and resolved.first:
            return resolved.first
        return beside.day_before(self._text, clock, self._last_day, self._anchors)


def _time(text: str, expression: Expression, resolved: Resolved) -> Time:
    """The record of an expression."""
    return Time(
        text=text[expression.start : expression.end],
        start=expression.start,
        end=expression.end,
        value=resolved.value,
        start_date=resolved.first.isoformat() if resolved.first else None,
        end_date=resolved.after.isoformat() if resolved.after else None,
        basis=resolved.basis,
        kind=_kind(expression, resolved),
    )


def _kind(expression: Expression, resolved: Resolved) -> Literal["date", "time", "duration", "set"]:
    """What a time is by its value."""
    if isinstance(expression, Repeated):
        return "set"
    if resolved.value.endswith("_REF"):
        return "date"
    if resolved.value.startswith("P"):
        return "duration"
    return "time" if "T" in resolved.value else "date"
