"""What the parse must confirm of an expression that the words alone leave open: its trait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.times.expression import Expression
from pipeline.values.times.words import MONTHS, SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_NAMES = ("LAW", "PRODUCT", "FAC", "WORK_OF_ART", "EVENT", "ORG")


_DATED = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASONS)


def is_time(doc: Doc, expression: Expression) -> bool:
    """False for words of time inside a name, and for numbers that only look like a year."""
    if not expression.trait and not (expression.kind == "date" and expression.month and not expression.day):
        return True
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return False
    match expression.trait:
        case "year":
            return _is_year(doc, span)
        case "noun":
            return _is_noun(span)
        case "month":
            return _is_month(doc, span)
        case "part":
            return span[-1].dep_ != "compound" or span[-1].head.pos_ == "NOUN"
        case "future":
            return not _in_past(span)
        case _:
            # "April" is a woman's name, "May" a prime minister's
            return not (span[-1].ent_type_ == "PERSON" and expression.year is None)


def _is_year(doc: Doc, span: Span) -> bool:
    token = span[-1]
    if token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"):
        return False
    right = doc[span.end] if span.end < len(doc) else None
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    round_number = counts and token.text.endswith("00")
    if token.ent_type_ == "DATE" and not round_number:
        return True
    if span.start and doc[span.start - 1].pos_ == "PROPN" and doc[span.start - 1].lower_ not in _DATED:
        return False  # "Vision 2030"
    if counts and not (right is not None and right.text[:1].isupper()):
        left = doc[span.start - 1] if span.start else None
        return left is not None and left.lower_ in ("the", "its", "his", "their", "our")
    return not (token.ent_type_ in ("LAW", "PRODUCT", "FAC") and token.ent_iob_ == "I")


def _is_noun(span: Span) -> bool:
    """A season or a feast by itself, no part of a name ("the Spring Offensive") and no verb ("prices fall")."""
    token = span[-1]
    if token.tag_ not in ("NN", "NNP", "NNS", "NNPS"):
        return False
    if (token.ent_type_ in _NAMES and token.ent_iob_ == "I") or token.ent_type_ == "PERSON":
        return _after_preposition(span) and token.pos_ == "PROPN" and len(span) == 1
    return not (token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i)


def _after_preposition(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].tag_ == "IN"


def _is_month(doc: Doc, span: Span) -> bool:
    token = span[-1]
    if token.tag_ in ("MD", "VB", "VBD", "VBP", "VBZ") or token.ent_type_ in ("PERSON", "WORK_OF_ART", "FAC"):
        return False
    if token.ent_type_ == "DATE":
        return True
    left = doc[span.start - 1] if span.start else None
    return token.pos_ == "PROPN" and left is not None and left.tag_ == "IN" and left.lower_ != "for"


def _in_past(span: Span) -> bool:
    """ "He soon found": soon after, in what is told."""
    token = span.root.head
    return token.tag_ == "VBD" and token.pos_ == "VERB"
