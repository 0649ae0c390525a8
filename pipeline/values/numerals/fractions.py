"""Fractions in words: "two thirds", "a third of", "half a million", "and a half", "point seven one"."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.text.expressions import expression
from pipeline.values.number_words import ABBREVIATED, ORDINALS, PARTS, SCALES, TENS, TENS_WORDS, UNITS
from pipeline.values.numerals.numeral import Numeral, Word, word_behind

PART_WORDS = {form: part for word, part in PARTS.items() for form in (word, word + "s")} | {"halves": 2}

_OF_A_SCALE = expression(r"(?: of an?)? (million|billion|trillion|crore|lakh|dozen|thousand|hundred)\b", re.IGNORECASE)
_PART_WORD = expression(rf"(?: |-)((?:{TENS_WORDS.replace(' ', '|')})-[a-z]+|[a-z]+)\b", re.IGNORECASE)
_SCALE_BEHIND_PART = expression(r"(?:[ -]an?)?[ -]+([a-z]+)", re.IGNORECASE)
_MIXED = expression(r" (an?|one|two|three|four|five|seven|nine)[ -]([a-z]+)", re.IGNORECASE)


class Value(NamedTuple):
    """What some words are worth, and the offset where they end."""

    value: float
    end: int


def of_a_scale(text: str, part: Numeral) -> Numeral:
    """The fraction with the scale behind it, a number then: "two thirds of a million", "three quarters billion"."""
    match = _OF_A_SCALE.match(text, part.end)
    if match is None:
        return part
    factor = SCALES[match[1].lower()]
    return part._replace(end=match.end(), value=part.value * factor, form="cardinal", scale=factor)


def half_or_quarter(text: str, at: int, word: Word) -> Numeral:
    """The numeral that begins with "half" or "quarter": "half a million", "half a dozen", "half"."""
    part = 1 / PARTS[word.name]
    match = _SCALE_BEHIND_PART.match(text, word.end)
    name = match[1].lower() if match else ""
    if match and name in SCALES and name not in ABBREVIATED:
        return Numeral(at, match.end(), part * SCALES[name])
    return of_a_scale(text, Numeral(at, word.end, part, "fraction"))


def denominator_behind(text: str, at: int) -> Value | None:
    """The denominator ("thirds", "twenty-fifths") of a fraction whose numerator ends at a place."""
    match = _PART_WORD.match(text, at)
    part = _denominator(match[1].lower()) if match else None
    return Value(part, match.end()) if match and part else None


def _denominator(name: str) -> int | None:
    """What a word divides by; None for one that is no part."""
    tens, _, unit = name.rpartition("-")
    if not tens:
        return PART_WORDS.get(unit)
    last = ORDINALS.get(unit.removesuffix("s"), 10)
    return TENS[tens] + last if last < 10 else None


def mixed_part(text: str, at: int) -> Value | None:
    """The fraction of a mixed number: "(two and) a half", "(three and) three quarters"."""
    match = _MIXED.match(text, at)
    part = PART_WORDS.get(match[2].lower()) if match else None
    return Value(UNITS.get(match[1].lower(), 1) / part, match.end()) if match and part else None


def decimals(text: str, at: int) -> Value | None:
    """The decimals after "point": digits one by one ("zero three") or a number ("seventy-one")."""
    found = _first_decimals(text, at)
    while found is not None:
        word = word_behind(text, found.end)
        if word is None or UNITS.get(word.name, 10) >= 10:
            return Value(float("0." + found.name), found.end)
        found = Word(found.name + str(UNITS[word.name]), word.end)
    return None


def _first_decimals(text: str, at: int) -> Word | None:
    """The digits of the first number word after "point"."""
    word = word_behind(text, at)
    if word is None:
        return None
    if word.name in UNITS:
        return Word(str(UNITS[word.name]), word.end)
    if word.name not in TENS:
        return None
    unit = word_behind(text, word.end)
    if unit and 0 < UNITS.get(unit.name, 0) < 10:
        return Word(str(TENS[word.name] + UNITS[unit.name]), unit.end)
    return Word(str(TENS[word.name]), word.end)
