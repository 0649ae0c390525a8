"""A numeral where it stands: its text, its parse, and what is read from both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.records import Dimension
from pipeline.values.numerals import Numeral

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAME_LABELS = {"PERSON", "ORG", "FAC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT", "LOC", "GPE", "NORP"}

_IN_CAPITALS = 0.6  # the share of a line's words of four letters and more from which a capital tells nothing; by hand


class NumeralInContext(NamedTuple):
    """A numeral and what stands around it.

    span: the tokens of the amount with its unit; inner: those of the number, for a bare one, else of the amount.
    hyphenated: a hyphen follows the number ("33-year"). ranged: it is the lower end of a range. score: it is part of a
    result ("3-1").
    """

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
    """The noun behind the number that it modifies; None where there is none."""
    root = inner.root
    head = root.head
    return head if root.dep_ in ("nummod", "compound", "amod") and head.i >= inner.end else None


def in_capitals(token: Token) -> bool:
    """True in a line of words that all have capitals, where a capital tells nothing."""
    words = [word for word in token.sent if word.is_alpha and len(word) > 3]
    return sum(word.text[0].isupper() for word in words) > _IN_CAPITALS * len(words)
