"""Multipliers behind a number: "2.5 million", "3 lakh crore", "$5m", "10k", "3bn"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.text.expressions import expression
from pipeline.values.number_words import LETTERS, PLURALS, SCALES
from pipeline.values.numerals.numeral import Numeral, Word, word_behind

_MULTIPLIERS = {word: value for word, value in (PLURALS | SCALES).items() if word != "score"}
_BEHIND_DIGITS = frozenset({"tn", "mil", "bil", "mio"})  # words of their own behind a number word
_SHORT = frozenset({"bn", "bln", "mln", "mn", "tn", "trn", "mil", "tln"})
_OF_MONEY = frozenset({"m", "b", "t", "mm"})
_CAPITALS = frozenset({"M", "B", "MM"})
_LETTERS = expression(r"[^\W\d_]+")
_SPACED_LETTER = expression(r" (m|b|bn|mn|k)\b(?! ?[.\d])| (K)(?= [a-z]+s\b)")
_PLURAL = expression(r" (?:people|(?![tw]as |is |his |this |across |as )[a-z]+s)\b")
_DECIMALS_REACH = 5  # characters up to the end of "b" in which the point of "1.25b" is looked for; by hand


class Multipliers:
    """Reads the multiplier behind a number."""

    def __init__(self, rates: Iterable[str]) -> None:
        """rates: units of what flows or lies, before which "m" behind digits is a million: "5m bpd"."""
        self._rate = re.compile(rf" (?:{'|'.join(map(re.escape, sorted(rates)))})\b")

    def by_letters(self, text: str, number: Numeral, money: bool) -> Numeral | None:
        """The number with the letters behind it: 5m after a currency sign, 10k or 10K, 3bn anywhere."""
        letters = _LETTERS.match(text, number.end) or _spaced_letters(text, number.end, money)
        factor = self._factor(letters, money) if letters else None
        if letters is None or factor is None:
            return None
        return number._replace(end=letters.end(), value=number.value * factor, form="cardinal", scale=factor)

    def _factor(self, letters: re.Match[str], money: bool) -> int | None:
        """What the letters multiply by; None where they are no multiplier."""
        written, name = letters[0], letters[0].lower()
        if name in _SHORT:
            return SCALES[name]
        if name == "k" or written in _CAPITALS or (money and name in _OF_MONEY):
            return LETTERS[name]
        text, end = letters.string, letters.end()
        if written == "m" and (_PLURAL.match(text, end) or self._rate.match(text, end)):
            return LETTERS["m"]
        if written == "b" and "." in text[max(0, end - _DECIMALS_REACH) : end]:
            return LETTERS["b"]
        return None


def by_words(text: str, number: Numeral) -> Numeral | None:
    """The number with the multipliers that follow it ("2.5 million", "3 lakh crore"); None where none does."""
    end, scale = number.end, 1
    while (word := word_behind(text, end)) and (factor := _factor_of(word, number)):
        end, scale = word.end, scale * factor
    if end == number.end:
        return None
    return number._replace(end=end, value=number.value * scale, form="cardinal", scale=scale)


def _factor_of(word: Word, number: Numeral) -> int | None:
    """What a word behind a number multiplies it by; None where it does not."""
    return None if word.name in _BEHIND_DIGITS and not number.digits else _MULTIPLIERS.get(word.name)


def _spaced_letters(text: str, at: int, money: bool) -> re.Match[str] | None:
    """The letters behind a blank: "$ 1.65 m grant", "2 K followers"."""
    spaced = _SPACED_LETTER.match(text, at)
    return _LETTERS.match(text, at + 1) if spaced and (money or spaced[2]) else None
