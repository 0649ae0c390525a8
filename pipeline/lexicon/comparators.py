"""Comparators around a number: "more than", "at least", "or so", "-odd" (models/bounds.txt), and where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, get_args

from pipeline.lexicon.source import rows
from pipeline.records import Bound
from pipeline.text.expressions import expression

_BOUNDS: tuple[Bound, ...] = get_args(Bound)
_FILLERS = {"a", "an", "the", "its", "their", "his", "her", "another", "total", "record", "just", "only", "even", "of",
            "reported", "additional", "further", "by", "to", "at"}  # fmt: skip
_MOST_FILLERS = 2  # words that may stand between a comparator and its number: "more than a record 12"
_REACH = 60  # characters before a number in which its comparator stands
_LONGEST = 6  # words of a comparator
_BLANKS = " \t\r\n\u00a0\u202f("
_TOKEN = expression(r"(?<![<>])[<>](?:\s?=|(?![<>]))|[~≈≤≥]|[^\W\d_]+\.?")
_AFTER = expression(r"[\s]?(\+|-?[^\W\d_]+(?: [^\W\d_]+){0,2})")


class Comparator(NamedTuple):
    """What a phrase makes of a number. approx: it says that the number is not exact."""

    bound: Bound
    approx: bool


@dataclass(frozen=True)
class Comparators:
    """Comparators by their words, lower case with single blanks: those before a number, and those after it."""

    before: Mapping[str, Comparator]
    after: Mapping[str, Comparator]


class Cue(NamedTuple):
    """A comparator in a text. phrase: its words in lower case."""

    start: int
    end: int
    bound: Bound
    approx: bool
    phrase: str


class ComparatorReader:
    """Finds the comparators of a table beside a number in a text."""

    def __init__(self, comparators: Comparators) -> None:
        self._before, self._after = comparators.before, comparators.after

    def before(self, text: str, at: int) -> Cue | None:
        """The comparator that stands before the place ``at``, across line breaks; None where there is none."""
        offset = max(0, at - _REACH)
        window = text[offset:at]
        tokens = list(_TOKEN.finditer(window))
        end = len(window)
        for last in range(len(tokens), max(0, len(tokens) - 1 - _MOST_FILLERS), -1):
            token = tokens[last - 1]
            if not _is_blank(window[token.end() : end]):
                return None
            if cue := self._ending(window, tokens[max(0, last - _LONGEST) : last], offset):
                return cue
            if token[0].lower() not in _FILLERS:
                return None
            end = token.start()
        return None

    def _ending(self, window: str, tokens: Sequence[re.Match[str]], offset: int) -> Cue | None:
        """The longest comparator that the last of the tokens are."""
        for first in range(len(tokens)):
            phrase = " ".join(token[0].lower() for token in tokens[first:])
            meaning = self._before.get(phrase)
            if meaning is not None and _are_joined(window, tokens[first:]):
                return Cue(offset + tokens[first].start(), offset + tokens[-1].end(), *meaning, phrase)
        return None

    def after(self, text: str, at: int) -> Cue | None:
        """The comparator that stands right after the place ``at`` ("or more", "+"); None where there is none."""
        match = _AFTER.match(text, at)
        if match is None:
            return None
        phrase = match[1].lower()
        while phrase:
            if meaning := self._after.get(phrase):
                return Cue(match.start(1), match.start(1) + len(phrase), *meaning, phrase)
            phrase = phrase.rpartition(" ")[0]
        return None


def _are_joined(window: str, tokens: Sequence[re.Match[str]]) -> bool:
    """True when nothing but blanks stands between tokens."""
    return all(_is_blank(window[one.end() : other.start()]) for one, other in pairwise(tokens))


def _is_blank(gap: str) -> bool:
    return not gap.strip(_BLANKS)


def load(folder: Path) -> Comparators:
    """The comparators of bounds.txt. Raises LexiconError for a line that is none."""
    found: dict[str, dict[str, Comparator]] = {"before": {}, "after": {}}
    for row in rows(folder, "bounds.txt"):
        place, phrase, bound, approx = row.columns("|", "before or after", "phrase", "bound", "approx", optional=1)
        if approx:
            row.choice(approx, ("approx",), "mark")
        place = row.choice(place, ("before", "after"), "place")
        found[place][phrase] = Comparator(row.choice(bound, _BOUNDS, "bound"), bool(approx))
    return Comparators(found["before"], found["after"])
