"""Ages that no unit tells: "aged 12", "Jane Doe, 45,", "when Fanny was 19", "voters over 45", "in her 40s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.lexicon import bounds, nouns
from pipeline.records import Dimension, Quantity
from pipeline.text.expressions import expression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_AGED = expression(
    r"\b(?:aged?|age of|ages)\s+(?:between\s+|from\s+|(?:at least|over|under|above|below|about|around)\s+)?$",
    re.IGNORECASE,
)
_APPOSED_AGE = expression(r" ?(?:,|\)|;|\.(?!\d)| and\b| of [A-Z]|$)")
_AFTER_AGE = expression(
    r" ?[,)] ?(?:of|who|was|were|is|had|has|told|said|says|from|died|pleaded|faces|appeared|admitted|whose|a|an|the)\b"
)
_OPENS_APPOSITION = expression(r"(?: ?, | ?\( ?)$")
_DECADE_OF_LIFE = expression(
    r"\b(?:his|her|their|my|your|our) (?:early |mid-?|late |mid to late )?([2-9]0)['’ ]?s\b",
    re.IGNORECASE,
)


def decades(text: str) -> Iterator[Quantity]:
    """ "in her 40s": ages from 40 to 49."""
    for match in _DECADE_OF_LIFE.finditer(text):
        yield _decade(text, match)


def _decade(text: str, match: re.Match[str]) -> Quantity:
    """ "in her 40s": an age from 40 to 49."""
    years = int(match[1])
    return Quantity(
        text=text[match.start(1) : match.end()],
        start=match.start(1),
        end=match.end(),
        low=years,
        high=years + 9,
        bound="range",
        approx=True,
        unit="year",
        dimension="age",
        of=None,
        of_head=None,
        per=None,
        change=None,
    )


def bounded_age(span: Span, tail: bounds.Cue | None, value: float) -> bool:
    """ "people 18 and over": a number right behind people that is bounded."""
    left = span.doc[span.start - 1] if span.start else None
    if tail is None or not tail.phrase.startswith(("and ", "or ")) or tail.bound == "eq" or not 1 < value <= 100:
        return False
    return left is not None and left.pos_ == "NOUN" and (left.lower_ == "people" or nouns.is_person(left.lemma_))


def behind_people(doc: Doc, cue: bounds.Cue, value: float) -> bool:
    """ "voters over 45", "the under 30s": a bound behind people, on a number that counts nothing."""
    if cue.phrase not in ("over", "under", "above", "below", "older than", "younger than") or not 1 < value <= 100:
        return False
    comparator = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    left = doc[comparator.start - 1] if comparator is not None and comparator.start else None
    return left is not None and left.tag_ in ("NNS", "NN") and (left.lower_ == "people" or nouns.is_person(left.lemma_))


def age_of(text: str, start: int, end: int, unit: str, dimension: Dimension, span: Span) -> tuple[Dimension, str, int]:
    """Ages that no unit tells: "aged 12", "a man of age 87", "Jane Doe, 45,"."""
    if unit != "count":
        return dimension, unit, end
    if _is_their_age(text, start, end, span):
        return "age", "year", end
    if _AGED.search(text, max(0, start - 24), start):
        return "age", "year", end
    opened = _OPENS_APPOSITION.search(text, max(0, start - 3), start)
    if opened and text[start:end].isdecimal() and 0 < int(text[start:end]) < 116 and _APPOSED_AGE.match(text, end):
        left = span.doc[span.start - 2] if span.start > 1 else None
        if left is not None and _is_person(left, _AFTER_AGE.match(text, end) is not None):
            return "age", "year", end
    return dimension, unit, end


def _is_their_age(text: str, start: int, end: int, span: Span) -> bool:
    """ "when Fanny was 19", "she is 45": a person and a number that counts nothing."""
    root = span.root
    written = text[start:end]
    if not (
        written.isdecimal() and 3 <= int(written) < 116 and root.dep_ in ("attr", "acomp") and root.head.lemma_ == "be"
    ):
        return False
    subject = next((child for child in root.head.lefts if child.dep_ == "nsubj"), None)
    return subject is not None and (subject.lower_ in ("he", "she", "i") or subject.ent_type_ == "PERSON")


def _is_person(name: Token, told: bool) -> bool:
    """True for a word that can end a person's name. told: what follows is said of a person ("of Leeds", "was")."""
    if name.ent_type_ == "PERSON" and name.text[:1].isalpha():
        return True
    if name.pos_ == "NOUN" and nouns.is_person(name.lemma_):  # "the defender, 24,"
        return True
    capital = name.pos_ == "PROPN" and name.text[:1].isupper()
    return capital and (told or name.ent_type_ not in ("DATE", "GPE", "LAW", "EVENT", "PRODUCT"))
