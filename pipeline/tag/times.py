"""Dates, times, durations and sets in text as TIMEX3 values.

``timex.reading`` reads what an expression says; here its tense and its anchor are found, and ``timex.resolving`` gives
the value. The document's date anchors news; a text that tells of other years is anchored in its own story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pipeline.records import Published, Time
from pipeline.tag.timex.expression import Expression
from pipeline.tag.timex.reading import expressions
from pipeline.tag.timex.resolving import Anchors, Resolved, Tense, anchors, resolve, safe_date

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINED = re.compile(r"\s?(?:-|–|—|to|and|or|until|till|through)\s?", re.IGNORECASE)
_WILL = {"will", "'ll", "’ll", "shall", "wo", "would", "may", "might"}
_PLANS = {"expect", "schedule", "plan", "due", "set", "intend", "hope", "aim", "slate", "want", "promise", "vow"}


def find_times(doc: Doc, published: Published | None) -> list[Time]:
    """All times of ``doc`` in order, without overlaps.

    published: the document's own date, which "yesterday" and "in March" count from; None leaves those open.
    """
    text = doc.text
    found = [expression for expression in expressions(text) if _is_time(doc, expression)]
    state = anchors(published)
    state.narrative = _is_narrative(found, state)
    times: list[Time] = []
    for index, expression in enumerate(found):
        complete = _borrow_year(text, expression, found[index + 1 : index + 3])
        tense: Tense = "" if _is_absolute(complete) else _tense(doc, complete)
        resolved = resolve(complete, state, tense)
        if resolved is None:
            continue
        times.append(_time(text, expression, resolved))
        _remember(state, complete, resolved)
    return times


def _is_absolute(expression: Expression) -> bool:
    return expression.year is not None or expression.kind in (
        "duration",
        "set",
        "reference",
        "day",
        "decade",
        "century",
    )


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


# ---------------------------------------------------------------- what is a time


def _is_time(doc: Doc, expression: Expression) -> bool:
    """False for words of time inside a name, and for numbers that only look like a year."""
    if not (expression.weak or (expression.kind == "date" and expression.month and not expression.day)):
        return True
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return False
    token = span[-1]
    if not expression.weak or expression.kind != "date":
        # "April" is a woman's name, "May" a prime minister's
        return not (token.ent_type_ == "PERSON" and expression.year is None)
    if token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"):
        return False
    right = doc[span.end] if span.end < len(doc) else None
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    round_number = counts and token.text.endswith("00")
    if token.ent_type_ == "DATE" and not round_number:
        return True
    if counts and not (right is not None and right.text[:1].isupper()):
        left = doc[span.start - 1] if span.start else None
        return left is not None and left.lower_ in ("the", "its", "his", "their", "our")
    return not (token.ent_type_ in ("LAW", "PRODUCT", "FAC") and token.ent_iob_ == "I")


def _is_narrative(found: Sequence[Expression], state: Anchors) -> bool:
    """True where most full dates of the text lie years away from its own: history, not news."""
    years = Counter(
        expression.year for expression in found if expression.kind == "date" and expression.year and not expression.bc
    )
    total = sum(years.values())
    if total < 6 or state.document is None:
        return False
    near = sum(count for year, count in years.items() if year and abs(year - state.document.year) <= 1)
    return near / total < 0.35


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


# ---------------------------------------------------------------- tense and narrative


def _tense(doc: Doc, expression: Expression) -> Tense:
    """The tense of the verb that the expression belongs to."""
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return ""
    token: Token = span.root
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX"):
            return _verb_tense(token)
        if token.head == token:
            break
        token = token.head
    return ""


def _verb_tense(verb: Token) -> Tense:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    names = {child.lower_ for child in auxiliaries}
    if names & _WILL:
        return "future"
    if "to" in names or verb.tag_ == "VB":
        head = verb.head
        if head != verb and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            if head.lemma_.lower() in _PLANS | {"be", "go"}:
                return "future" if head.tag_ != "VBD" or head.lemma_ not in ("want", "hope") else "past"
            return (
                _verb_tense(head) if head.pos_ in ("VERB", "AUX") and verb.dep_ in ("xcomp", "ccomp", "advcl") else ""
            )
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries):
        return "past"
    if names & {"has", "have", "'ve", "had", "having"}:
        return "past"
    if verb.tag_ == "VBN":
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "present"
    if verb.tag_ == "VBG" and verb.head != verb and verb.head.pos_ in ("VERB", "AUX"):
        return _verb_tense(verb.head)
    return ""


def _remember(state: Anchors, expression: Expression, resolved: Resolved) -> None:
    """The last point that the text told anchors "the same day", "three days later"."""
    if expression.kind in ("duration", "set", "reference", "decade", "century") or resolved.first is None:
        return
    if state.narrative and (expression.kind == "day" or expression.relation in ("this", "last", "next")):
        return
    state.context = safe_date(resolved.first.year, resolved.first.month, resolved.first.day)
    days = (resolved.after - resolved.first).days if resolved.after else 1
    state.context_unit = "D" if days == 1 else "W" if days <= 7 else "M" if days <= 31 else "Y"
