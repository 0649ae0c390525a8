"""Numbers that are no quantities: identifiers, names, determiners, idioms (data in models/)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.records import Dimension
from pipeline.resources import lines
from pipeline.tag.numerals import Numeral

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NAME_LABELS = {"PERSON", "ORG", "FAC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT", "LOC", "GPE", "NORP"}
_BLANK_BEFORE = re.compile(r"(?:no\.|nos\.|№|number|#)\s*$", re.IGNORECASE)
_NUMBERED = re.compile(r"([^\W\d_]+)\s+\d{1,4}\s*(?:of|/)\s*/?\s*$", re.IGNORECASE)  # "Image 24 of " 33
_DIALLED = re.compile(r"\b(?:call|dial)(?:s|ed|led|ing|ling)?\s$", re.IGNORECASE)
_BLOCK = re.compile(r"\s+blocks?\s+of\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\s+(?:of|another|day|by|such|who|that|which)\b", re.IGNORECASE)
_FRACTION_AFTER = re.compile(
    r"\s+(?:of|the|an?|all|its|their|our|his|her|that|those|these|as)\b|\s*(?:%|-?\s?(?:mile|hour|inch|percent|point|price|cup))",
    re.IGNORECASE,
)


_DEFINITE = frozenset({"the", "this", "that", "no", "any", "every", "each"})


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


@cache
def _identifiers() -> frozenset[str]:
    return frozenset(lines("identifiers.txt"))


@cache
def _idioms() -> frozenset[str]:
    return frozenset(lines("not_counted.txt"))


def is_quantity(place: Place) -> bool:
    """False for a number that counts, measures and ranks nothing."""
    if place.unit not in ("count", "rank"):
        return True
    if place.unit == "rank":
        return _ordinal_fits(place)
    if place.number.form == "fraction" and not place.number.digits:
        return _fraction_fits(place)
    if place.hyphenated and _idiom(place):
        return False
    if not place.number.digits and place.number.value == 1 and not _one_fits(place):
        return False
    return not (_names_something(place) or _in_a_name(place) or _year(place))


def _ordinal_fits(place: Place) -> bool:
    token = place.inner.root
    if place.text[place.number.start : place.number.end].lower() == "second" and token.pos_ not in (
        "ADJ",
        "ADV",
        "NUM",
    ):
        return False
    return not (token.text[:1].isupper() and token.ent_type_ in _NAME_LABELS)


def _fraction_fits(place: Place) -> bool:
    """ "half of", "half the", "a third of", "two-thirds": not "second half", "half-brother"."""
    number = place.number
    word = place.text[number.start : number.end].lower()
    after = place.text[number.end : number.end + 12]
    before = place.text[max(0, number.start - 12) : number.start].lower()
    if word in ("half", "quarter"):
        if re.search(
            r"(?:first|second|third|fourth|last|latter|other|final|next|this|better|each|per|-|–)\s*$", before
        ):
            return False
        if word == "quarter":
            return bool(re.match(r"\s+of\b", after)) and bool(re.search(r"\ba\s+$", before))
        return bool(_FRACTION_AFTER.match(after)) or bool(
            re.search(r"(?:than|about|nearly|almost|over|by|in|a)\s+$", before)
        )
    return True


def _idiom(place: Place) -> bool:
    """ "two-state", "one-on-one", "three-way"."""
    match = re.compile(r"-([^\W\d_]+)").match(place.text, place.number.end)
    return bool(match and not place.number.digits and match[1].lower() in _idioms())


def _one_fits(place: Place) -> bool:
    """True for a "one" that counts: "one soldier", not "one of", "no one", "the one", "one day"."""
    token = place.inner.root
    if _ONE_OF.match(place.text, place.number.end) or token.pos_ not in ("NUM", "DET"):
        return False
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return before not in _DEFINITE and (token.dep_ == "nummod" or place.number.end - place.number.start > 3)


def _names_something(place: Place) -> bool:
    """ "Article 5", "Flight 370", "No. 5", "photo 3 of 12", "the 300 block of": the number names a noun."""
    inner = place.inner
    doc = inner.doc
    if place.hyphenated or (place.ranged and place.unit != "count"):
        return False
    left = doc[inner.start - 1] if inner.start else None
    if left is None:
        return False
    if _BLANK_BEFORE.search(place.text, max(0, place.number.start - 10), place.number.start):
        return True
    numbered = _NUMBERED.search(place.text, max(0, place.number.start - 24), place.number.start)
    if numbered and numbered[1].lower() in _identifiers():
        return True
    if place.number.digits and _DIALLED.search(place.text, max(0, place.number.start - 9), place.number.start):
        return _counted_right(inner) is None  # "called 911"
    if place.number.value and place.number.value % 100 == 0 and _BLOCK.match(place.text, place.number.end):
        return True  # "the 4200 block of": an address
    if left.is_space or left.is_punct:
        return False
    word = left.lower_.rstrip(".")
    right = _counted_right(inner)
    if word in _identifiers() or word.removesuffix("s") in _identifiers():
        if left.pos_ == "PROPN" and left.text[:1].isupper() and place.number.digits:
            return True
        return right is None and left.pos_ in ("NOUN", "PROPN", "ADJ", "X")
    if left.pos_ == "PROPN" and left.text[:1].isupper() and left.ent_type_ not in ("DATE", "TIME", "PERCENT", "MONEY"):
        return right is None and place.number.digits and _tied(left, inner.root)
    return False


def _tied(left: Token, number: Token) -> bool:
    """True where the parse or the tagger ties the number to the name before it."""
    if number.dep_ in ("nummod", "appos", "npadvmod", "nmod") and number.head.i < number.i:
        return True
    return (left.dep_ in ("compound", "nmod", "amod") and left.head == number) or (
        bool(left.ent_type_) and left.ent_type_ == number.ent_type_
    )


def _counted_right(inner: Span) -> Token | None:
    """The noun behind the number that it modifies."""
    root = inner.root
    head = root.head
    return head if root.dep_ in ("nummod", "compound", "amod") and head.i >= inner.end else None


def _in_a_name(place: Place) -> bool:
    """ "Big Four", "Five Eyes", "Group of 20", "Fortune 500"."""
    token = place.inner.root
    written = place.text[place.number.start : place.number.end]
    if not place.number.digits and written[:1].isupper():
        left = token.doc[token.i - 1] if token.i else None
        right = token.doc[place.inner.end] if place.inner.end < len(token.doc) else None
        named = token.ent_type_ in _NAME_LABELS or token.pos_ == "PROPN"
        mid_sentence = not token.is_sent_start and left is not None and not left.is_punct and not left.is_space
        return named and mid_sentence and (left.text[:1].isupper() or (right is not None and right.text[:1].isupper()))  # type: ignore[union-attr]
    if place.number.digits and token.ent_type_ in ("PRODUCT", "LAW", "FAC", "WORK_OF_ART", "ORG", "EVENT"):
        return token.ent_iob_ == "I" and _counted_right(place.inner) is None
    return False


def _year(place: Place) -> bool:
    """True for four digits that can be a year and count nothing."""
    written = place.text[place.number.start : place.number.end]
    if not (len(written) == 4 and written.isdecimal() and 1000 <= int(written) <= 2100):
        return False
    return _counted_right(place.inner) is None
