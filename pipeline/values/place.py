"""A number where it stands: its text, its parse, and what is read from both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.records import Dimension
from pipeline.values.numerals import Numeral

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAME_LABELS = {"PERSON", "ORG", "FAC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT", "LOC", "GPE", "NORP"}


class Place(NamedTuple):
    """A number in its context: the span with its unit, the span of the number alone."""

    text: str
    span: Span
    inner: Span
    number: Numeral
    unit: str
    dimension: Dimension
    hyphenated: bool
    ranged: bool
    score: bool = False


def counted_right(inner: Span) -> Token | None:
    """The noun behind the number that it modifies."""
    root = inner.root
    head = root.head
    return head if root.dep_ in ("nummod", "compound", "amod") and head.i >= inner.end else None


def in_capitals(token: Token) -> bool:
    """True in a line of words that all have capitals, where a capital tells nothing."""
    words = [word for word in token.sent if word.is_alpha and len(word) > 3]
    return sum(word.text[0].isupper() for word in words) > 0.6 * len(words)
