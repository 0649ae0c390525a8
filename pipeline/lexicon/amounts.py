"""Words around amounts that tell what they are: models/amount_words.txt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon.source import Words, by_comma, grouped


@dataclass(frozen=True)
class AmountWords:
    """The groups of amount_words.txt, which says what each is for. Those that are tuples are read by ``pattern``."""

    bringing_up: frozenset[str]
    speaking_about: frozenset[str]
    spanning: Words
    people: Words
    before_a_result: Words
    behind_a_result: Words
    vote: Words
    rate: frozenset[str]
    size: Words
    symbols_that_are_words: frozenset[str]
    symbols_before_an_end: frozenset[str]
    currency_nouns_that_are_words: frozenset[str]
    currency_codes_that_are_words: frozenset[str]
    dollar_marks: Words
    british: Words
    paying: Words
    warmth: Words
    before_an_angle: Words
    behind_an_angle: Words
    dialling: Words
    time_zones: Words


def load(folder: Path) -> AmountWords:
    """The words of amount_words.txt. Raises LexiconError for a group that the rules do not know."""
    return grouped(folder, "amount_words.txt", AmountWords, split=by_comma)


def pattern(words: Iterable[str]) -> str:
    """A regular expression, without a group, for any of the words; it is to stand in brackets.

    A word that ends in "*" stands for itself and for all words that begin so, one that ends in "+" for the longer ones.
    """
    return "|".join(_pattern(word) for word in words)


def _pattern(word: str) -> str:
    ending = {"*": r"\w*", "+": r"\w+"}.get(word[-1], "")
    return re.escape(word[:-1] if ending else word) + ending
