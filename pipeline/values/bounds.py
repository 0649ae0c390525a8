"""What the comparators around an amount say of it: its bound, or nothing, where they are prepositions and particles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.amounts import AmountWords
from pipeline.lexicon.comparators import Cue
from pipeline.records import LOWER, UPPER, Bound, Dimension, Number

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_GLUED = ("+", "plus", "-odd", "odd", "-ish", "-plus")
_PARTICLES = ("over", "up to")
_OF_PLACE_AND_TIME = ("over", "under", "past", "beyond", "near")  # with a length of time, seldom comparators
_NEVER_OF_TIME = ("past", "near")
_PARTICLE_REACH = 3  # tokens before a number in which a verb's particle may stand ("handed over about $5"); by hand


class Prepositions:
    """Tells words that can be comparators and are none: "over three years", "spoke about two laws"."""

    def __init__(self, words: AmountWords) -> None:
        self._bringing_up = words.bringing_up
        self._speaking_about = words.speaking_about

    def has(self, phrase: str, span: Span, dimension: Dimension) -> bool:
        """True where the comparator before an amount is a preposition or a verb's particle.

        phrase: the comparator, in lower case. span, dimension: those of the amount.
        """
        if phrase in _PARTICLES and self._is_particle(phrase, span):
            return True
        left = span.doc[span.start - 1] if span.start else None
        if phrase in _OF_PLACE_AND_TIME and dimension == "duration":
            return phrase in _NEVER_OF_TIME or (left is not None and left.dep_ == "prep")
        return phrase == "about" and left is not None and self._is_spoken_about(left)

    def _is_particle(self, phrase: str, span: Span) -> bool:
        """True for a verb's particle: "handed over $5", "brings it up to 300"."""
        before = span.doc[max(0, span.start - _PARTICLE_REACH) : span.start]
        if phrase == "over":
            return any(token.dep_ == "prt" for token in before)
        return any(self._is_brought_up(token) for token in before)

    def _is_spoken_about(self, about: Token) -> bool:
        return about.dep_ == "prep" and about.head.lemma_ in self._speaking_about

    def _is_brought_up(self, token: Token) -> bool:
        return token.lower_ == "up" and token.head.lemma_ in self._bringing_up


def bound_of(cue: Cue | None, tail: Cue | None) -> tuple[Bound, bool]:
    """The bound that the comparators before and behind an amount give, and whether they make it approximate."""
    found = [comparator for comparator in (cue, tail) if comparator is not None]
    bounds = (comparator.bound for comparator in found if comparator.bound != "eq")
    return next(bounds, "eq"), any(comparator.approx for comparator in found)


def open_ends(low: Number | None, high: Number | None, bound: Bound) -> tuple[Number | None, Number | None]:
    """The two ends of an interval, None for the one that its bound leaves open."""
    return (None if bound in UPPER else low), (None if bound in LOWER else high)


def is_glued(tail: Cue) -> bool:
    """True for a comparator that is part of its number: "30+", "20-odd"."""
    return tail.phrase in _GLUED


def bounds_noun(tail: Cue) -> bool:
    """True for one that bounds, and may stand behind what is counted: "30 people or more"."""
    return tail.bound != "eq" and tail.phrase.startswith(("or ", "and "))
