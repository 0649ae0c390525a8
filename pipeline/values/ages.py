"""Ages that no unit tells: "aged 12", "Jane Doe, 45,", "when Fanny was 19", "voters over 45", "in her 40s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.lexicon.counting import CountingWords
from pipeline.lexicon.kinds import Kinds
from pipeline.records import Quantity
from pipeline.text.expressions import expression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from pipeline.lexicon.comparators import Cue

_AGED = expression(
    r"\b(?:aged?|age of|ages)\s+(?:between\s+|from\s+|(?:at least|over|under|above|below|about|around)\s+)?$",
    re.IGNORECASE,
)
_BEHIND_APPOSED = expression(r" ?(?:,|\)|;|\.(?!\d)| and\b| of [A-Z]|$)")
_OPENS_APPOSITION = expression(r"(?: ?, | ?\( ?)$")
_DECADE_OF_LIFE = expression(
    r"\b(?:his|her|their|my|your|our) (?:early |mid-?|late |mid to late )?([2-9]0)['’ ]?s\b",
    re.IGNORECASE,
)
_BOUNDS_OF_AGES = frozenset({"over", "under", "above", "below", "older than", "younger than"})
_NO_PERSON = frozenset({"DATE", "GPE", "LAW", "EVENT", "PRODUCT"})  # entities before ", 45," that are no persons

# in years, by hand
_AGES = range(1, 116)  # in an apposition
_AGES_OF_SUBJECTS = range(3, 116)  # behind "is" and "was", where less is seldom an age
_OLDEST_BOUND = 100  # "over 45" behind people; above it they are counted
# characters before a number
_AGED_REACH = 24  # "age of at least " has 16
_OPENING_REACH = 3


class Ages:
    """Tells which bare numbers are ages of persons."""

    def __init__(self, kinds: Kinds, words: CountingWords) -> None:
        self._kinds = kinds
        self._said_of_a_person = re.compile(
            r" ?[,)] ?(?:of|who|was|were|is|had|has|from|whose|a|an|the"
            rf"|{'|'.join(map(re.escape, words.after_an_age))})\b"
        )

    def is_age(self, text: str, start: int, end: int, span: Span) -> bool:
        """True for a bare number that is an age: "aged 12", "a man of age 87", "Jane Doe, 45,", "she is 45"."""
        if _is_of_its_subject(text[start:end], span):
            return True
        if _AGED.search(text, max(0, start - _AGED_REACH), start):
            return True
        return self._is_apposed(text, start, end, span)

    def is_bounded(self, span: Span, tail: Cue | None, value: float) -> bool:
        """True for a number right behind people that is bounded: "people 18 and over"."""
        if tail is None or not tail.phrase.startswith(("and ", "or ")) or tail.bound == "eq":
            return False
        left = span.doc[span.start - 1] if span.start else None
        return 1 < value <= _OLDEST_BOUND and left is not None and left.pos_ == "NOUN" and self._are_people(left)

    def is_behind_people(self, doc: Doc, cue: Cue, value: float) -> bool:
        """True for a bound behind people, on a number that counts nothing: "voters over 45"."""
        if cue.phrase not in _BOUNDS_OF_AGES or not 1 < value <= _OLDEST_BOUND:
            return False
        comparator = doc.char_span(cue.start, cue.end, alignment_mode="expand")
        left = doc[comparator.start - 1] if comparator is not None and comparator.start else None
        return left is not None and left.tag_ in ("NNS", "NN") and self._are_people(left)

    def _is_apposed(self, text: str, start: int, end: int, span: Span) -> bool:
        """True in commas or brackets behind a person: "Jane Doe, 45,", "the defender (24)"."""
        written = text[start:end]
        if not _OPENS_APPOSITION.search(text, max(0, start - _OPENING_REACH), start) or span.start < 2:
            return False
        if not written.isdecimal() or int(written) not in _AGES or not _BEHIND_APPOSED.match(text, end):
            return False
        return self._ends_a_person(span.doc[span.start - 2], self._said_of_a_person.match(text, end) is not None)

    def _ends_a_person(self, word: Token, said_of_a_person: bool) -> bool:
        """True for a word that can end what a person is called.

        said_of_a_person: what follows the number is said of persons ("of Leeds", "was").
        """
        if word.ent_type_ == "PERSON" and word.text[:1].isalpha():
            return True
        if word.pos_ == "NOUN" and self._kinds.is_person(word.lemma_):  # "the defender, 24,"
            return True
        is_name = word.pos_ == "PROPN" and word.text[:1].isupper()
        return is_name and (said_of_a_person or word.ent_type_ not in _NO_PERSON)

    def _are_people(self, word: Token) -> bool:
        return word.lower_ == "people" or self._kinds.is_person(word.lemma_)


def decades_of_life(text: str) -> Iterator[Quantity]:
    """The ages that decades tell: "in her 40s" is from 40 to 49."""
    for match in _DECADE_OF_LIFE.finditer(text):
        years = int(match[1])
        yield Quantity(
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


def _is_of_its_subject(written: str, span: Span) -> bool:
    """True for a number that is said of a person and counts nothing: "when Fanny was 19", "she is 45"."""
    verb = span.root.head
    if not written.isdecimal() or int(written) not in _AGES_OF_SUBJECTS:
        return False
    if span.root.dep_ not in ("attr", "acomp") or verb.lemma_ != "be":
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    return subject is not None and (subject.lower_ in ("he", "she", "i") or subject.ent_type_ == "PERSON")
