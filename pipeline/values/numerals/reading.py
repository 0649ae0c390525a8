"""Where a numeral may begin in a text, and the longest numeral that begins at a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.lexicon.counting import CountingWords
from pipeline.text.expressions import expression
from pipeline.values.number_words import (
    ABBREVIATED,
    ORDINALS,
    PARTS,
    PLURALS,
    SCALE_WORDS,
    SCALES,
    TENS,
    UNITS,
    VULGAR,
)
from pipeline.values.numerals.composing import ARTICLE, compose
from pipeline.values.numerals.digits import read_digits
from pipeline.values.numerals.fractions import half_or_quarter, of_a_scale
from pipeline.values.numerals.multipliers import Multipliers, by_words
from pipeline.values.numerals.numeral import Numeral, Reading, Word, in_lower_case, word_at, word_behind

_FIRST_WORDS = sorted({*UNITS, *TENS, *SCALES, *PLURALS, *ORDINALS, "half", "quarter"} - ABBREVIATED, key=len)
_BEGINNINGS = (
    rf"(?<![^\W_])(?:[-−](?=\.?\d))?\.?\d|(?<=[^\W\d_])\d|[{''.join(VULGAR)}]"
    rf"|\b(?=[abcdefhlmnoqstz])(?:{'|'.join(reversed(_FIRST_WORDS))}"
    r"|an?[ -](?:hundred|thousand|million|billion|trillion|dozen)"
    r")(?![^\W_])"
)
_BEGINNING, _BEGINNING_ANY_CASE = expression(_BEGINNINGS), expression(_BEGINNINGS, re.IGNORECASE)

A_FEW_BEFORE = expression(r"\b(?:several|(?:a |quite a )?few|(?:a )?couple(?: of)?|many) $", re.IGNORECASE)
_A_FEW_REACH = 16  # characters; "quite a few " has 12
_CUT_OFF = expression(r"\d[\w-]* $")  # "40-plus thousand"
_CUT_OFF_REACH = 12  # characters
_OF_PLURAL = expression(r" of ([a-z]+)", re.IGNORECASE)

_A = expression(r"\b[Aa]\s$")
_OF = expression(r"\sof\b")
_SIZE_BEFORE = expression(r"\b(?:by|about|nearly|almost|over|than|roughly|around|only|just|to) [Aa]\s$")
_SIZE_REACH = 16  # characters; "roughly a " has 10
_NO_NOUN = expression(
    r"\s?(?:[.,;:!?)]|$|[-–—]|(?:to|from|in|since|over|and|after|between|on|by|compared|this|last)\b)"
)

# after "2 crore": a number with a multiplier of its own; after "3 hundred and": one below a hundred
_SCALED_REST = expression(
    rf" (?:and )?(?=(?:\d[\d.,]*|{'|'.join(UNITS)}|{'|'.join(TENS)}) (?:{SCALE_WORDS})\b)", re.IGNORECASE
)
_SMALL_REST = expression(
    rf"(?<=hundred) and (?=\d{{1,2}}\b(?![.,%]\d|%)|(?:{'|'.join(UNITS)}|{'|'.join(TENS)})\b(?! (?:{SCALE_WORDS})))",
    re.IGNORECASE,
)
_AND_A_PART = expression(r" and (?:a|one) (half|quarter|third)\b(?! (?:million|billion|thousand|hundred))")
_LEAST_WITH_REST = 100  # a dozen and a score have no rest


def numeral_places(text: str) -> Iterator[int]:
    """The places where a numeral may begin."""
    lowered = in_lower_case(text)
    pattern = _BEGINNING_ANY_CASE if lowered is text else _BEGINNING
    return (match.start() for match in pattern.finditer(lowered))


class Numerals:
    """Reads numerals."""

    def __init__(self, words: CountingWords) -> None:
        self._multipliers = Multipliers(words.rate)
        self._compared = re.compile(rf" (?:more|less|fewer|{'|'.join(sorted(words.compared_by_part))})\b")

    def read(self, text: str, at: int, money: bool = False) -> Numeral | None:
        """The longest numeral that begins at a place; None where none does.

        money: the amount follows a currency sign, so that a single letter can be its multiplier ("$5m").
        """
        reading = self._without_multiplier(text, at)
        if reading is None or not reading.open:
            return reading.numeral if reading else None
        number = reading.numeral
        if glued := self._multipliers.by_letters(text, number, money and number.digits):
            return glued
        large = by_words(text, number)
        return self._with_rest(text, large) if large else number

    def _without_multiplier(self, text: str, at: int) -> Reading | None:
        """The numeral at a place as digits or words tell it, before the multiplier that may follow."""
        character = text[at]
        if character in VULGAR:
            return Reading(Numeral(at, at + 1, VULGAR[character], "fraction", digits=True), open=True)
        if not character.isalpha():
            return read_digits(text, at)
        word = word_at(text, at)
        return self._words(text, at, word) if word else None

    def _words(self, text: str, at: int, word: Word) -> Reading | None:
        """The numeral in words: "two hundred and three", "a dozen", "half a million", "two thirds", "twenty-first"."""
        name, end = word
        if name in SCALES:
            return _scale_word(text, at, word)
        if name in PLURALS:
            return Reading(_vague(text, at, word))
        if name in ("half", "quarter"):
            return Reading(half_or_quarter(text, at, word))
        if name in ("a", "an"):
            scale = word_behind(text, end)
            return compose(text, at, ARTICLE, end) if scale and scale.name in SCALES else None
        if name in ORDINALS and name in PARTS and self._is_part(text, at, end):
            return Reading(of_a_scale(text, Numeral(at, end, 1 / PARTS[name], "fraction")))
        return compose(text, at)

    def _is_part(self, text: str, start: int, end: int) -> bool:
        """True in "a third of", "by a fifth", "a third bigger"; not in "a third attempt", "by a fifth wave"."""
        if not _A.search(text, max(0, start - 3), start):
            return False
        if _OF.match(text, end) or self._compared.match(text, end):
            return True
        return bool(_SIZE_BEFORE.search(text, max(0, start - _SIZE_REACH), start) and _NO_NOUN.match(text, end))

    def _with_rest(self, text: str, number: Numeral) -> Numeral:
        """The number with what follows its multiplier: "3 million and a half", "2 crore 50 lakh"."""
        if half := _AND_A_PART.match(text, number.end):
            return number._replace(end=half.end(), value=number.value + number.scale / PARTS[half[1]])
        if number.scale < _LEAST_WITH_REST:
            return number
        more = _SMALL_REST.match(text, number.end) or _SCALED_REST.match(text, number.end)
        rest = self.read(text, more.end()) if more else None
        if rest and rest.form == "cardinal" and 0 < rest.value < number.scale:
            return rest._replace(start=number.start, value=number.value + rest.value, scale=number.scale, digits=True)
        return number


def _scale_word(text: str, at: int, word: Word) -> Reading | None:
    """The numeral that begins with its multiplier: "hundred", "several thousand"; None where digits have it."""
    if _CUT_OFF.search(text, max(0, at - _CUT_OFF_REACH), at):
        return None
    if A_FEW_BEFORE.search(text, max(0, at - _A_FEW_REACH), at):
        return Reading(Numeral(at, word.end, SCALES[word.name], vague=True))
    return compose(text, at)


def _vague(text: str, at: int, word: Word) -> Numeral:
    """The numeral that begins with "dozens", "hundreds of thousands": at least one of them."""
    value, end = PLURALS[word.name], word.end
    while (match := _OF_PLURAL.match(text, end)) and (factor := PLURALS.get(match[1].lower())):
        value, end = value * factor, match.end()
    return Numeral(at, end, value, vague=True)
