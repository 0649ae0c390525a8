"""Dates, times, durations and sets in text as TIMEX3 values.

``timex.reading`` reads what an expression says; here its tense and its anchor are found, and ``timex.resolving`` gives
the value. The document's date anchors news; a text that tells of other years is anchored in its own story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from pipeline.records import Published, Time
from pipeline.text.expressions import expression
from pipeline.values.times.calendar import Anchors, Resolved, Tense, add_days, anchors
from pipeline.values.times.checking import is_time
from pipeline.values.times.expression import Expression
from pipeline.values.times.reading import expressions
from pipeline.values.times.resolving import resolve
from pipeline.values.times.tense import tense_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINED = expression(r"\s?(?:-|–|—|to|and|or|until|till|through)\s?", re.IGNORECASE)
_AT = expression(
    r",?(?: (?:at|on|the|about|around|by|before|after|from|until|since|shortly|just))*\s?,?\s?", re.IGNORECASE
)
_THROUGH = expression(r"\s?(?:-|–|—|to|until|till|through)\s?")
_HEAD = expression(r"(?:[.!?:]\s|\n|^)(?:(?:In|By|During|Since|From|Early in|Late in)\s)?$")
_REACH = 300  # characters within which a clock time belongs to the last day that was named


def find_times(doc: Doc, published: Published | None) -> list[Time]:
    """All times of ``doc`` in order, without overlaps.

    published: the document's own date, which "yesterday" and "in March" count from; None leaves those open.
    """
    text = doc.text
    found = [expression for expression in expressions(text) if is_time(doc, expression)]
    state = anchors(published)
    state.narrative = _is_narrative(found, state)
    times: list[Time] = []
    last_day: tuple[int, date] | None = None
    for index, written in enumerate(found):
        complete = _borrow_year(text, written, found[index + 1 : index + 3])
        if complete.kind == "clock":
            state.day = _day_beside(doc, text, complete, found[index + 1 : index + 3], last_day, state)
        resolved = resolve(complete, state, _tense(doc, complete))
        if resolved is None:
            continue
        if complete.weekday and times and index and found[index - 1].weekday:
            resolved = _after(text, found[index - 1], times[-1], complete, resolved)
        times.append(_time(text, written, resolved))
        _remember(state, complete, resolved, state.narrative and _leads(text, complete.start))
        if resolved.first and resolved.after and (resolved.after - resolved.first).days == 1:
            last_day = (written.end, resolved.first)
    return times


def _tense(doc: Doc, expression: Expression) -> Tense:
    """The tense that decides between two readings; "" where there is nothing to decide."""
    if expression.year is not None or expression.kind not in ("date", "unit", "day"):
        return ""
    if (expression.kind == "day" and expression.trait != "part") or expression.unit not in ("", "WE", "Q"):
        return ""
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return ""
    token = span.root
    if (
        expression.month
        and token.dep_ in ("compound", "nmod", "amod", "npadvmod", "nummod")
        and token.head.i >= span.end
        and token.head.pos_ in ("NOUN", "PROPN")
    ):
        return ""  # "the July convention": the verb tells of something else
    return tense_of(span)


def _time(text: str, expression: Expression, resolved: Resolved) -> Time:
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
    if expression.kind == "set":
        return "set"
    if resolved.value.endswith("_REF"):
        return "date"
    if resolved.value.startswith("P"):
        return "duration"
    return "time" if "T" in resolved.value else "date"


# ---------------------------------------------------------------- beside other expressions


def _is_narrative(found: Sequence[Expression], state: Anchors) -> bool:
    """True for history: most years of the text lie away from its own, and it goes by months, not by "on Friday"."""
    years = Counter(
        expression.year for expression in found if expression.kind == "date" and expression.year and not expression.bc
    )
    total = sum(years.values())
    if total < 6 or state.document is None:
        return False
    near = sum(count for year, count in years.items() if year and abs(year - state.document.year) <= 1)
    steps = sum(expression.kind == "date" and expression.month is not None for expression in found)
    news = sum(
        expression.kind == "day"
        or (expression.weekday is not None and expression.month is None)
        or (expression.kind == "unit" and expression.relation in ("this", "last", "next"))
        for expression in found
    )
    return near / total < 0.35 and steps >= 6 and steps > 4 * news


def _borrow_year(text: str, expression: Expression, following: Sequence[Expression]) -> Expression:
    """ "July 1 to July 3, 1863", "between July and December 2004": the first date has the year of the second."""
    if expression.kind != "date" or expression.year is not None or expression.relation or expression.year_relation:
        return expression
    if not (expression.month or expression.season):
        return expression
    end = expression.end
    for other in following:
        if not _JOINED.fullmatch(text, end, other.start):
            return expression
        if other.kind == "date" and other.year and (other.month or other.season):
            return replace(expression, year=other.year)
        end = other.end
    return expression


def _day_beside(
    doc: Doc,
    text: str,
    clock: Expression,
    following: Sequence[Expression],
    last: tuple[int, date] | None,
    state: Anchors,
) -> date | None:
    """The day of a clock time: that of "10 a.m. on Tuesday", else the last one that was named near by."""
    at = clock.end
    for other in following:
        if other.kind == "clock" and text[at : other.start] == " (":
            at = other.end + 1  # "10 a.m. local time (0400 GMT) on Wednesday"
            continue
        if _AT.fullmatch(text, at, other.start) and (other.weekday or other.day or other.feast or other.kind == "day"):
            resolved = resolve(other, state, _tense(doc, other))
            if resolved and resolved.first:
                return resolved.first
        break
    if text[clock.start - 1 : clock.start] in ("\n", "") and text[clock.end : clock.end + 1] in ("\n", ""):
        return None  # a heading of its own, in a live report
    if last is None:
        return state.context if state.narrative else None
    if state.narrative:
        return last[1]
    near = clock.start - last[0] <= _REACH and not (state.document and last[1] > state.document)
    joined = _AT.fullmatch(text, last[0], clock.start)
    return last[1] if near or joined else None


def _after(text: str, before: Expression, told: Time, expression: Expression, resolved: Resolved) -> Resolved:
    """The end of "Friday through Sunday" is the first such day after its start."""
    if not _THROUGH.fullmatch(text, before.end, expression.start) or not (told.start_date and resolved.first):
        return resolved
    start = date.fromisoformat(told.start_date)
    day = add_days(start, (resolved.first - start).days % 7)
    tail = resolved.value[10:]
    return replace(resolved, value=day.isoformat() + tail, first=day, after=add_days(day, 1))


def _leads(text: str, start: int) -> bool:
    """True for a year at the head of its sentence: "In 1918, …"."""
    return _HEAD.search(text, max(0, start - 24), start) is not None


def _remember(state: Anchors, expression: Expression, resolved: Resolved, leads: bool) -> None:
    """The last point that the text told anchors "the same day", "three days later"."""
    if expression.kind in ("duration", "set", "reference", "decade", "century") or resolved.first is None:
        return
    if state.narrative and (expression.kind == "day" or expression.relation in ("this", "last", "next")):
        return
    state.context = resolved.first
    if resolved.after and (resolved.after - resolved.first).days == 1:
        state.last_day = resolved.first
    days = (resolved.after - resolved.first).days if resolved.after else 1
    state.context_unit = "D" if days == 1 else "W" if days <= 7 else "M" if days <= 31 else "Q" if days <= 92 else "Y"
    # a year that is only mentioned does not move the story: "the war, which ended in 1945"
    bare = expression.kind == "date" and not (expression.month or expression.season or expression.feast)
    known = state.story is not None and state.story.year == resolved.first.year
    if not bare or state.story is None or (leads and not known):
        state.story = resolved.first
