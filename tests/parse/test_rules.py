"""Rules and lemmas that are looked up, against the components that find them out each time."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pytest
import spacy
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

from pipeline.parse import memory
from pipeline.parse.memory import Keys, Memory, Places
from pipeline.parse.rules import Lemmas, Rules, UnknownRules

VOCAB = spacy.blank("en").vocab
WORDS = ["They", "ca", "n't", "be", "there", "is", "There", "are", "boats", "be"]
TAGS = ["PRP", "MD", "RB", "VB", "EX", "VBZ", "EX", "VBP", "NNS", "NN"]


def doc() -> Doc:
    """A document with words and tags, and no more."""
    return Doc(VOCAB, words=WORDS, tags=TAGS)


def ruler(*rules: tuple[list[dict[str, Any]], dict[str, Any], int]) -> AttributeRuler:
    """A component of these rules: pattern, attributes, and the token that gets them."""
    made = AttributeRuler(VOCAB)
    for pattern, attributes, index in rules:
        made.add([cast(Any, pattern)], attributes, index)
    return made


def attributes(found: Doc) -> list[tuple[str, ...]]:
    return [(token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_) for token in found]


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [([{"TAG": "NNS"}], {"POS": "NOUN", "MORPH": "Number=Plur"}, 0)],
        [([{"LOWER": "be"}], {"POS": "AUX"}, 0), ([{"LOWER": "be", "TAG": "NN"}], {"POS": "NOUN"}, 0)],
        [([{"LOWER": "be", "TAG": "NN"}], {"POS": "NOUN"}, 0), ([{"LOWER": "be"}], {"POS": "AUX"}, 0)],
        [
            ([{"TAG": "EX"}, {"LOWER": {"IN": ["is", "are"]}}], {"POS": "VERB"}, 1),
            ([{"TAG": "VBZ"}], {"POS": "AUX"}, 0),
        ],
        [([{"TAG": "VBZ"}], {"POS": "AUX"}, 0), ([{"TAG": "EX"}, {"LOWER": "is"}], {"POS": "VERB", "LEMMA": "be"}, -1)],
        [([{"LOWER": {"REGEX": "^n.t$"}}], {"LEMMA": "not"}, 0), ([{"TEXT": "There"}], {"LEMMA": "There"}, 0)],
        [([{"TAG": {"NOT_IN": ["NN", "EX"]}}], {"TAG": "XX", "DEP": "dep"}, 0), ([{"TAG": "XX"}], {"POS": "X"}, 0)],
        [([{"LOWER": "there", "OP": "+"}], {"POS": "PRON"}, 0), ([{"IS_TITLE": True}], {"MORPH": "Case=Nom"}, 0)],
        [([{}], {"POS": "X"}, 0)],
    ],
)
def test_rules_do_what_attribute_ruler_does(rules: Any, recwarn: pytest.WarningsRecorder) -> None:
    expected = attributes(ruler(*rules)(doc()))
    remembering = Rules(ruler(*rules))
    assert attributes(remembering(doc())) == expected
    assert attributes(remembering(doc())) == expected


def test_rules_that_change_words_are_left_to_spacy() -> None:
    with pytest.raises(UnknownRules):
        Rules(ruler(([{"LOWER": "be"}], {"NORM": "exist"}, 0)))


class ByPlace(Lemmatizer):
    """A lemma that depends on where the word stands."""

    def place_lemmatize(self, token: Token) -> list[str]:
        return [str(token.i)]


def test_lemmas_of_another_mode_are_left_to_spacy() -> None:
    with pytest.raises(UnknownRules):
        Lemmas(ByPlace(VOCAB, None, mode="place"))


def test_a_memory_that_is_full_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "REMEMBERED", 4)
    remembered = Memory(1, np.uint64)
    computed: list[int] = []

    def squares(keys: Keys) -> Keys:
        def compute(places: Places) -> Keys:
            computed.extend(keys[places, 0].tolist())
            return keys[places] ** 2

        return remembered(keys, compute)

    for some in ([1, 2, 1], [2, 3], [4, 5, 1], [5, 5], list(range(10)), [9, 0]):
        keys = np.array(some, dtype=np.uint64)[:, None]
        assert squares(keys)[:, 0].tolist() == [key**2 for key in some]
    assert sorted(computed) == sorted([1, 2, 3, 4, 5, 1, *range(10)])


def test_keys_of_different_rows_differ() -> None:
    rows = np.array([[a, b] for a in range(50) for b in range(50)], dtype=np.uint64)
    assert len(set(memory.mixed(rows))) == len(rows)
