"""What the parse must confirm of an expression that the words alone leave open: its trait."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pipeline.values.times.expression import CalendarDate, Expression, Trait
from pipeline.values.times.words import MONTHS, SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NAMES = ("LAW", "PRODUCT", "FAC", "WORK_OF_ART", "EVENT", "ORG")
_AMOUNTS = ("MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL")
_DATED = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASONS)


def is_time(doc: Doc, expression: Expression) -> bool:
    """False for words of time inside a name, and for numbers that only look like a year."""
    is_month = isinstance(expression, CalendarDate) and expression.month and not expression.day
    if not expression.trait and not is_month:
        return True
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return False
    if expression.trait:
        return _CHECKS[expression.trait](span)
    # "April" is a woman's name, "May" a prime minister's
    is_open = isinstance(expression, CalendarDate) and expression.year is None
    return not (is_open and span[-1].ent_type_ == "PERSON")


# ---------------------------------------------------------------- years


def _is_year(span: Span) -> bool:
    """False for what is counted ("1900 people") and for a part of a name ("Vision 2030")."""
    token: Token = span[-1]
    if token.ent_type_ in _AMOUNTS:
        return False
    is_counting = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    is_round = is_counting and token.text.endswith("00")
    if token.ent_type_ == "DATE" and not is_round:
        return True
    if _ends_name(span):
        return False
    if is_counting and not _has_capital_behind(span):
        return _before(span) in ("the", "its", "his", "their", "our")
    return not (token.ent_type_ in ("LAW", "PRODUCT", "FAC") and token.ent_iob_ == "I")


def _ends_name(span: Span) -> bool:
    """True for a number behind a name that is no month, weekday or season: "Vision 2030"."""
    return span.start > 0 and span.doc[span.start - 1].pos_ == "PROPN" and _before(span) not in _DATED


def _has_capital_behind(span: Span) -> bool:
    """True before a name: "2016 Olympics"."""
    return span.end < len(span.doc) and span.doc[span.end].text[:1].isupper()


def _before(span: Span) -> str:
    """The word before, in small letters; "" at the head of the text."""
    word: str = span.doc[span.start - 1].lower_ if span.start else ""
    return word


# ---------------------------------------------------------------- words that have other senses


def _is_noun(span: Span) -> bool:
    """A season or a feast by itself, no part of a name ("the Spring Offensive") and no verb ("prices fall")."""
    token = span[-1]
    if token.tag_ not in ("NN", "NNP", "NNS", "NNPS"):
        return False
    if (token.ent_type_ in _NAMES and token.ent_iob_ == "I") or token.ent_type_ == "PERSON":
        return _has_preposition(span) and token.pos_ == "PROPN" and len(span) == 1
    return not (token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i)


def _is_month(span: Span) -> bool:
    """No verb ("may"), and no name ("April", "Theresa May")."""
    token = span[-1]
    if token.tag_ in ("MD", "VB", "VBD", "VBP", "VBZ") or token.ent_type_ in ("PERSON", "WORK_OF_ART", "FAC"):
        return False
    if token.ent_type_ == "DATE":
        return True
    return token.pos_ == "PROPN" and _has_preposition(span) and _before(span) != "for"


def _has_preposition(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].tag_ == "IN"


def _is_part_of_day(span: Span) -> bool:
    """False inside a name ("the Evening Standard"); a compound with a common noun is none ("the evening news")."""
    return span[-1].dep_ != "compound" or span[-1].head.pos_ == "NOUN"


def _is_future(span: Span) -> bool:
    """False for "he soon found": soon after, in what is told."""
    verb = span.root.head
    return not (verb.tag_ == "VBD" and verb.pos_ == "VERB")


_CHECKS: Mapping[Trait, Callable[[Span], bool]] = {
    "year": _is_year,
    "noun": _is_noun,
    "month": _is_month,
    "part": _is_part_of_day,
    "future": _is_future,
}
