"""Multiples: how many times as large something is or became ("doubled", "twice the number", "a threefold rise")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.vocabulary import lines
from pipeline.text.expressions import expression
from pipeline.values.number_words import UNITS
from pipeline.values.numerals import lower

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEHIND = expression(
    r"\s(?:as|the|that|those|what|its|their|his|her|our|last|this|their|more|larger|higher|bigger)\b", re.I
)
_TIMES = expression(
    r"[\s-]times\s(?:as|more|less|fewer|the|that|what|its|their|his|her|larger|higher|lower|bigger|greater|smaller|faster"
    r"|slower|harder|longer|better|worse|stronger|cheaper|likelier|deadlier)\b",
    re.IGNORECASE,
)
_FOLD = expression(rf"\b(\d+(?:\.\d+)?|{'|'.join(w for w in UNITS if UNITS[w] > 1)})[ -]?fold\b", re.IGNORECASE)
_NOT_VERBS = {"down", "up", "over", "back", "as", "play"}  # "doubled down", "doubles as a church"


class Multiple(NamedTuple):
    """A multiple in text: where, how many times, and whether the words say that something changed by it."""

    start: int
    end: int
    value: float
    direction: int


@cache
def _words() -> tuple[dict[str, float], re.Pattern[str]]:
    """What a word form means, and what finds all of them."""
    values: dict[str, float] = {}
    for line in lines("multiples.txt"):
        kind, word, value = (part.strip() for part in line.split("|"))
        stem = word.removesuffix("e")
        for form in (stem + "ed", stem + "es", stem + "ing") if kind == "verb" else (word,):
            values[form] = float(value)
    letters = "".join(sorted({form[0] for form in values}))
    return values, re.compile(rf"\b(?=[{letters}])(?:{'|'.join(sorted(values, key=len, reverse=True))})\b")


def behind(text: str, end: int) -> bool:
    """True where the number that ends at ``end`` is a multiple: "three times as many", "10 times more"."""
    return _TIMES.match(text, end) is not None


def find(doc: Doc) -> list[Multiple]:
    """The multiples that are words of their own, in order; "three times as many" begins with a numeral."""
    text = doc.text
    values, pattern = _words()
    found: list[Multiple] = []
    if "fold" in text:
        for match in _FOLD.finditer(text):
            value = UNITS.get(match[1].lower()) or float(match[1])
            found.append(Multiple(match.start(), match.end(), value, 0))
    for match in pattern.finditer(lower(text)):
        word = match[0].lower()
        span = doc.char_span(match.start(), match.end())
        if span is None or len(span) != 1:
            continue
        direction = _direction(text, span[0], values[word])
        if direction is not None:
            found.append(Multiple(match.start(), match.end(), values[word], direction))
    return sorted(found)


def _direction(text: str, token: Token, value: float) -> int | None:
    """1, -1 or 0 (no change) where the word is a multiple; None where it is something else ("a double room")."""
    if token.lower_.endswith(("ed", "ing", "es")):
        following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        if token.pos_ != "VERB" or following in _NOT_VERBS:
            return None
        return 1 if value > 1 else -1
    return 0 if _BEHIND.match(text, token.idx + len(token)) else None
