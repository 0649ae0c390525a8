"""Which figures and which claims of a story are compared at all: only those that share something rare."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from pipeline.compare.slots.statements import Statement

# Chosen by hand so that no key makes the work quadratic.
FIGURES_OF_KEY = 80  # figures of one key in one story: beyond, the key says nothing
CLAIMS_OF_WORD = 30  # claims of one story with a word: beyond, the word finds no pair
SHARED_WORDS = 3  # that two claims must have, of those that find pairs


def sharing_keys(keys: Sequence[frozenset[Hashable]]) -> list[tuple[int, int]]:
    """The pairs of numbers of things that share a key, each once, in order. keys: those of each thing."""
    having: dict[Hashable, list[int]] = defaultdict(list)
    for number, of_one in enumerate(keys):
        for key in of_one:
            having[key].append(number)
    return sorted(
        {pair for numbers in having.values() if len(numbers) <= FIGURES_OF_KEY for pair in combinations(numbers, 2)}
    )


def sharing_words(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of claims of two documents that share some words which few claims of the story have, in order."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for stem in statement.stems:
            having[stem].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if len(numbers) <= CLAIMS_OF_WORD:
            shared.update(combinations(numbers, 2))
    for one, other in sorted(pair for pair, count in shared.items() if count >= SHARED_WORDS):
        if statements[one].document.id != statements[other].document.id:
            yield statements[one], statements[other]
