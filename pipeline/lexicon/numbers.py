"""Numerals that are no amounts, and how many times as large: models/idioms.txt, not_counted.txt, identifiers.txt,
named_numbers.txt, same_in_plural.txt, multiples.txt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pipeline.lexicon.source import Row, grouped, rows, words

Around: TypeAlias = Mapping[str, tuple[tuple[str, str], ...]]
"""Numbers as they are written, to what stands before and behind each in a phrase."""


@dataclass(frozen=True)
class NumberNames:
    """Numbers that are names: the groups of named_numbers.txt, which says what each is for."""

    name: tuple[str, ...]
    alone: frozenset[str]
    called: frozenset[str]
    caller: frozenset[str]
    street: frozenset[str]
    street_first: frozenset[str]
    law: frozenset[str]


@dataclass(frozen=True)
class NumberWords:
    """idioms, named: by the number, what stands before and behind it in a phrase that counts nothing.

    uncounted: nouns that a number before a hyphen does not count. identifiers: nouns that a number behind them names.
    same_in_plural: nouns that are counted without an "s". All in lower case.
    """

    idioms: Around
    uncounted: frozenset[str]
    identifiers: frozenset[str]
    same_in_plural: frozenset[str]
    names: NumberNames
    named: Around


@dataclass(frozen=True)
class MultipleWords:
    """Words to how many times as large something is. verbs: lemmas; words: as they stand ("twice")."""

    verbs: Mapping[str, float]
    words: Mapping[str, float]


def load(folder: Path) -> NumberWords:
    """The numerals that are no amounts. Raises LexiconError for a phrase without its numeral in <>."""
    names = grouped(folder, "named_numbers.txt", NumberNames, separator=" | ")
    return NumberWords(
        idioms=_around(rows(folder, "idioms.txt"), strip=True),
        uncounted=words(folder, "not_counted.txt"),
        identifiers=words(folder, "identifiers.txt"),
        same_in_plural=words(folder, "same_in_plural.txt"),
        names=names,
        named=_around((Row("named_numbers.txt", 0, name) for name in names.name), strip=False),
    )


def _around(phrases: Iterable[Row], *, strip: bool) -> Around:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in phrases:
        before, number, behind = row.marked()
        found.setdefault(number, []).append((before.strip(), behind.strip()) if strip else (before, behind))
    return {number: tuple(phrases) for number, phrases in found.items()}


def load_multiples(folder: Path) -> MultipleWords:
    """The words of multiples.txt. Raises LexiconError for a line that is no verb or word with its number."""
    found: dict[str, dict[str, float]] = {"verb": {}, "word": {}}
    for row in rows(folder, "multiples.txt"):
        kind, word, value = row.columns("|", "verb or word", "the word", "how many times")
        found[row.choice(kind, ("verb", "word"), "kind of word")][word] = row.number_of(value, "number of times")
    return MultipleWords(found["verb"], found["word"])
