"""A number in text, the words around it, and its text in lower case."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.text.expressions import expression

Form = Literal["cardinal", "ordinal", "fraction"]

_WORD = expression(r"[^\W\d_]+")
_GAP = expression(r"(?: ?- ?|[ \u00a0\u202f]+|\n(?!\n))")


class Numeral(NamedTuple):
    """A number in text, by its offsets.

    digits: it is written in digits, at least in part. vague: at least that many ("dozens"). scale: the multiplier that
    its value holds ("million"), 1 without one.
    """

    start: int
    end: int
    value: float
    form: Form = "cardinal"
    digits: bool = False
    vague: bool = False
    scale: float = 1.0


class Reading(NamedTuple):
    """A numeral before its multiplier. open: one may follow ("2.5" of "2.5 million")."""

    numeral: Numeral
    open: bool = False


class Word(NamedTuple):
    """A word in lower case, and the offset where it ends."""

    name: str
    end: int


def word_at(text: str, at: int) -> Word | None:
    """The word that begins at a place; None where no letter stands."""
    match = _WORD.match(text, at)
    return Word(match[0].lower(), match.end()) if match else None


def word_behind(text: str, at: int) -> Word | None:
    """The word behind a gap (a blank, a hyphen, a line break) that begins at a place; None without gap or word."""
    gap = _GAP.match(text, at)
    return word_at(text, gap.end()) if gap else None


@lru_cache(maxsize=4)
def in_lower_case(text: str) -> str:
    """``text`` in lower case with the same offsets, or ``text`` itself where a letter would become two ("İ").

    Searches that heed no case take three times as long.
    """
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text
