"""Comparators around a number: "more than", "at least", "or so", "-odd", "exceeding"; data in models/bounds.txt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from pipeline.lexicon.vocabulary import lines
from pipeline.records import Bound
from pipeline.text.expressions import expression

LOWER: tuple[Bound, ...] = ("gt", "ge")
UPPER: tuple[Bound, ...] = ("lt", "le")
_FILLERS = {"a", "an", "the", "its", "their", "his", "her", "another", "total", "record", "just", "only", "even", "of",
            "reported", "additional", "further", "by", "to", "at"}  # fmt: skip
_REACH = 60
_TOKEN = expression(r"(?<![<>])[<>](?:\s?=|(?![<>]))|[~≈≤≥]|[^\W\d_]+\.?")
_AFTER = expression(r"[\s]?(\+|-?[^\W\d_]+(?: [^\W\d_]+){0,2})")
_LONGEST = 6


class Cue(NamedTuple):
    """A comparator in the text."""

    start: int
    end: int
    bound: Bound
    approx: bool
    phrase: str


@dataclass(frozen=True)
class _Phrases:
    before: dict[str, tuple[Bound, bool]]
    after: dict[str, tuple[Bound, bool]]


@cache
def _phrases() -> _Phrases:
    found = _Phrases({}, {})
    for line in lines("bounds.txt"):
        place, phrase, bound, *approx = (part.strip() for part in line.split("|"))
        (found.before if place == "before" else found.after)[phrase] = (cast(Bound, bound), bool(approx))
    return found


def before(text: str, at: int) -> Cue | None:
    """The comparator that stands before the place ``at``, across line breaks; None where there is none."""
    window = text[max(0, at - _REACH) : at]
    offset = at - len(window)
    tokens = list(_TOKEN.finditer(window))
    phrases = _phrases().before
    last = len(tokens)
    skipped = 0
    position = len(window)
    while last and skipped <= 2:
        gap = window[tokens[last - 1].end() : position]
        if not _blank(gap):
            return None
        for size in range(min(_LONGEST, last), 0, -1):
            first = last - size
            words = [token[0].lower() for token in tokens[first:last]]
            meaning = phrases.get(" ".join(words))
            if meaning and all(
                _blank(window[a.end() : b.start()])
                for a, b in zip(tokens[first:last], tokens[first + 1 : last], strict=False)
            ):
                return Cue(offset + tokens[first].start(), offset + tokens[last - 1].end(), *meaning, " ".join(words))
        if tokens[last - 1][0].lower() not in _FILLERS:
            return None
        position, last, skipped = tokens[last - 1].start(), last - 1, skipped + 1
    return None


def _blank(gap: str) -> bool:
    return not gap.strip(" \t\r\n\u00a0\u202f(")


def after(text: str, at: int) -> Cue | None:
    """The comparator that stands right after the place ``at`` ("or more", "+", "-odd")."""
    match = _AFTER.match(text, at)
    if not match:
        return None
    phrases = _phrases().after
    words = match[1].lower()
    while words:
        if meaning := phrases.get(words):
            return Cue(match.start(1), match.start(1) + len(words), *meaning, words)
        words = words[: max(words.rfind(" "), 0)]
    return None
