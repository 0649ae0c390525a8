"""Which figures and claims are compared at all."""

from __future__ import annotations

from pipeline.compare.pairs import CLAIMS_OF_WORD, FIGURES_OF_KEY, sharing_keys, sharing_words
from pipeline.compare.slots.statements import Statement
from tests.compare.support import KNOWLEDGE, claim, document


def said(name: str, words: str) -> Statement:
    doc = document(name, words)
    return Statement(claim(doc, words, verb=words.split()[1], lemma="x"), doc, KNOWLEDGE)


def test_things_that_share_a_key_are_a_pair_once() -> None:
    keys = [frozenset("ab"), frozenset("c"), frozenset("ab"), frozenset("b")]
    assert sharing_keys(keys) == [(0, 2), (0, 3), (2, 3)]


def test_a_key_of_too_many_finds_no_pair() -> None:
    assert len(sharing_keys([frozenset("a")] * FIGURES_OF_KEY)) == FIGURES_OF_KEY * (FIGURES_OF_KEY - 1) // 2
    assert sharing_keys([frozenset("a")] * (FIGURES_OF_KEY + 1)) == []


def test_claims_share_rare_words_and_are_of_two_documents() -> None:
    one, other = said("a", "Crews painted ferries red"), said("b", "Workers painted ferries red")
    assert list(sharing_words([one, other])) == [(one, other)]
    assert list(sharing_words([one, said("a", "Workers painted ferries red")])) == []
    assert list(sharing_words([one, said("b", "Workers painted ferries blue")])) == [], "two words are too few"
    others = [said(f"c{number}", f"Pupils painted n{number} ferries red") for number in range(CLAIMS_OF_WORD)]
    assert list(sharing_words([one, other, *others])) == [], "of so many claims the words say nothing"
