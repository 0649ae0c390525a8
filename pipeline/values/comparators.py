"""Comparators around a number: "more than", "at least", "or so", "-odd", "exceeding"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.amounts import AmountWords
from pipeline.lexicon.comparators import Comparators
from pipeline.records import LOWER, UPPER, Bound, Dimension, Number
from pipeline.text.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

_WORD = expression(r"(?<![<>])[<>](?:\s?=|(?![<>]))|[~≈≤≥]|[^\W\d_]+\.?")
_BEHIND = expression(r"[\s]?(\+|-?[^\W\d_]+(?: [^\W\d_]+){0,2})")
_FILLERS = {"a", "an", "the", "its", "their", "his", "her", "another", "just", "only", "even", "of", "by", "to", "at"}
_GLUED = ("+", "plus", "-odd", "odd", "-ish", "-plus")  # they belong to the number itself: "30+"
_PARTICLES = ("over", "up to")
_OF_PLACE_AND_TIME = ("over", "under", "past", "beyond", "near")  # with a length of time, seldom comparators
_NEVER_OF_TIME = ("past", "near")

_REACH = 60  # characters before a number; the longest comparator with two fillers has less
_LONGEST = 6  # words of a comparator: no phrase of bounds.txt has more
_MOST_FILLERS = 2  # by hand: "at least | another | record | 300"
_PARTICLE_REACH = 3  # tokens before a number in which a verb's particle may stand: "handed over about $5"


class ComparatorMatch(NamedTuple):
    """A comparator in a text: where it stands, and what it says of its number. phrase: its words in lower case."""

    start: int
    end: int
    bound: Bound
    approx: bool
    phrase: str

    @property
    def is_glued(self) -> bool:
        """True for one that is part of its number: "30+", "20-odd"."""
        return self.phrase in _GLUED

    @property
    def bounds_noun(self) -> bool:
        """True for one that bounds, and may stand behind what is counted: "30 people or more"."""
        return self.bound != "eq" and self.phrase.startswith(("or ", "and "))


class ComparatorFinder:
    """Finds the comparators before and behind a number."""

    def __init__(self, table: Comparators, words: AmountWords) -> None:
        self._before = table.before
        self._after = table.after
        self._fillers = _FILLERS | words.fillers

    def before(self, text: str, at: int) -> ComparatorMatch | None:
        """The comparator that stands before the place ``at``, across line breaks; None where there is none."""
        window = text[max(0, at - _REACH) : at]
        words = list(_WORD.finditer(window))
        edge = len(window)
        for last in range(len(words), max(0, len(words) - _MOST_FILLERS - 1), -1):
            nearest = words[last - 1]
            if not _is_blank(window[nearest.end() : edge]):
                return None
            if (found := self._ending(window, words[max(0, last - _LONGEST) : last])) is not None:
                shift = at - len(window)
                return found._replace(start=found.start + shift, end=found.end + shift)
            if nearest[0].lower() not in self._fillers:
                return None
            edge = nearest.start()
        return None

    def _ending(self, window: str, words: Sequence[re.Match[str]]) -> ComparatorMatch | None:
        """The longest comparator that ends with the last of the words."""
        forms = [word[0].lower() for word in words]
        for first in range(len(words)):
            phrase = " ".join(forms[first:])
            meaning = self._before.get(phrase)
            if meaning and _are_together(window, words[first:]):
                return ComparatorMatch(words[first].start(), words[-1].end(), *meaning, phrase)
        return None

    def after(self, text: str, at: int) -> ComparatorMatch | None:
        """The comparator that stands right after the place ``at`` ("or more", "+", "-odd"); None for none."""
        match = _BEHIND.match(text, at)
        words = match[1].lower() if match else ""
        while match and words:
            if meaning := self._after.get(words):
                return ComparatorMatch(match.start(1), match.start(1) + len(words), *meaning, words)
            words = words[: max(words.rfind(" "), 0)]
        return None


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


def bound_of(cue: ComparatorMatch | None, tail: ComparatorMatch | None) -> tuple[Bound, bool]:
    """The bound that the comparators before and behind an amount give, and whether they make it approximate."""
    found = [comparator for comparator in (cue, tail) if comparator is not None]
    bounds = (comparator.bound for comparator in found if comparator.bound != "eq")
    return next(bounds, "eq"), any(comparator.approx for comparator in found)


def open_ends(low: Number | None, high: Number | None, bound: Bound) -> tuple[Number | None, Number | None]:
    """The two ends of an interval, None for the one that its bound leaves open."""
    return (None if bound in UPPER else low), (None if bound in LOWER else high)


def _are_together(window: str, words: Sequence[re.Match[str]]) -> bool:
    """True for words with nothing but blanks between them."""
    return all(_is_blank(window[left.end() : right.start()]) for left, right in pairwise(words))


def _is_blank(gap: str) -> bool:
    return not gap.strip(" \t\r\n\u00a0\u202f(")
