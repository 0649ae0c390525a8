"""Comparators around a number: "more than", "at least", "or so", "-odd", "exceeding"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.lexicon.amounts import AmountWords
from pipeline.lexicon.comparators import Comparators
from pipeline.records import Bound
from pipeline.text.expressions import expression

_WORD = expression(r"(?<![<>])[<>](?:\s?=|(?![<>]))|[~≈≤≥]|[^\W\d_]+\.?")
_BEHIND = expression(r"[\s]?(\+|-?[^\W\d_]+(?: [^\W\d_]+){0,2})")
_FILLERS = {"a", "an", "the", "its", "their", "his", "her", "another", "just", "only", "even", "of", "by", "to", "at"}

_REACH = 60  # characters before a number; the longest comparator with two fillers has less
_LONGEST = 6  # words of a comparator: no phrase of bounds.txt has more
_MOST_FILLERS = 2  # by hand: "at least | another | record | 300"


class Cue(NamedTuple):
    """A comparator in a text: where it stands, and what it says of its number. phrase: its words in lower case."""

    start: int
    end: int
    bound: Bound
    approx: bool
    phrase: str


class ComparatorReader:
    """Finds the comparators before and behind a number."""

    def __init__(self, table: Comparators, words: AmountWords) -> None:
        self._before = table.before
        self._after = table.after
        self._fillers = _FILLERS | words.fillers

    def before(self, text: str, at: int) -> Cue | None:
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

    def _ending(self, window: str, words: Sequence[re.Match[str]]) -> Cue | None:
        """The longest comparator that ends with the last of the words."""
        forms = [word[0].lower() for word in words]
        for first in range(len(words)):
            phrase = " ".join(forms[first:])
            meaning = self._before.get(phrase)
            if meaning and _are_together(window, words[first:]):
                return Cue(words[first].start(), words[-1].end(), *meaning, phrase)
        return None

    def after(self, text: str, at: int) -> Cue | None:
        """The comparator that stands right after the place ``at`` ("or more", "+", "-odd"); None for none."""
        match = _BEHIND.match(text, at)
        words = match[1].lower() if match else ""
        while match and words:
            if meaning := self._after.get(words):
                return Cue(match.start(1), match.start(1) + len(words), *meaning, words)
            words = words[: max(words.rfind(" "), 0)]
        return None


def _are_together(window: str, words: Sequence[re.Match[str]]) -> bool:
    """True for words with nothing but blanks between them."""
    return all(_is_blank(window[left.end() : right.start()]) for left, right in pairwise(words))


def _is_blank(gap: str) -> bool:
    return not gap.strip(" \t\r\n\u00a0\u202f(")
