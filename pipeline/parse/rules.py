"""The components that go by rules, attribute_ruler and lemmatizer: what they make of a token is found out once.

It depends on a few attributes of the token alone, which it is looked up by from then on.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, cast

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from pipeline.parse.memory import Keys, Memory, Places, attributes, set_attributes

# What a pattern may ask for that belongs to the token itself, not to its place in the document.
OWN = frozenset(
    ("ORTH", "LOWER", "NORM", "SHAPE", "PREFIX", "SUFFIX", "TAG", "POS", "MORPH", "LEMMA", "DEP", "IS_SPACE")
)
# What a rule may set: the token has it, and not the word (which spaCy would set as well).
SET = frozenset(("TAG", "POS", "MORPH", "LEMMA", "DEP"))
LEMMA_DEPENDS_ON = ["ORTH", "POS", "MORPH", "LEMMA"]


class UnknownRules(Exception):
    """The component does more than the class for it knows."""


class Rules:
    """What an attribute_ruler does. Its patterns of one token are matched once for all tokens that are alike.

    Patterns of several tokens, and those that ask for more than a token's own attributes, are matched in the document.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._strings = ruler.vocab.strings
        self._attrs: list[dict[str, int]] = [
            {self._strings[attribute]: value for attribute, value in attrs.items()} for attrs in ruler.attrs
        ]
        self._indices = ruler.indices
        written = {attribute for attrs in self._attrs for attribute in attrs}
        if not written <= SET:
            raise UnknownRules("rules that set attributes of words")
        self._alone, self._in_context = Matcher(ruler.vocab), Matcher(ruler.vocab)
        read = self._add_patterns(ruler)
        self._written = sorted(written)
        self._read = self._written + sorted(read - written)
        self._memory = Memory(len(written), np.uint64)

    def _add_patterns(self, ruler: AttributeRuler) -> set[str]:
        """Give each pattern to its matcher: the attributes that those of one token ask for."""
        read: set[str] = set()
        for at, rule in enumerate(ruler.patterns):
            for pattern in cast("list[list[dict[str, Any]]]", rule["patterns"]):
                asked = {name.upper() for name in pattern[0]}
                if len(pattern) == 1 and asked <= OWN:
                    self._alone.add(str(at), [pattern])
                    read |= asked
                else:
                    self._in_context.add(str(at), [pattern])
        return read

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of all tokens."""
        if not len(doc) or not self._written:
            return doc
        keys = attributes(doc, self._read)

        def rows(places: Places) -> Keys:
            return np.array([self._row(keys[at], self._matches_alone(doc, at)) for at in places.tolist()], np.uint64)

        values = self._memory(keys, rows)
        for at, rules in self._matches_in_context(doc).items():
            values[at] = self._row(keys[at], rules | self._matches_alone(doc, at))
        set_attributes(doc, self._written, values)
        return doc

    def _row(self, now: Keys, rules: set[int]) -> list[int]:
        """The attributes of a token after some rules, of which a later one has the last word."""
        values = dict(zip(self._written, now.tolist(), strict=False))
        for rule in sorted(rules):
            values |= self._attrs[rule]
        return list(values.values())

    def _matches_alone(self, doc: Doc, at: int) -> set[int]:
        """The rules of one token that match the token at a place."""
        if not len(self._alone):
            return set()
        return {int(self._strings[rule]) for rule, *_ in self._alone(doc[at : at + 1], allow_missing=True)}

    def _matches_in_context(self, doc: Doc) -> dict[int, set[int]]:
        """The rules that match several tokens, by the token that they change."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        if len(self._in_context):
            for match, start, end in self._in_context(doc, allow_missing=True):
                rule = int(self._strings[match])
                found[range(start, end)[self._indices[rule]]].add(rule)
        return found


class Lemmas:
    """What a lemmatizer does. It looks at each word with its part of speech and morphology once."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        if lemmatizer.mode not in ("rule", "lookup"):
            raise UnknownRules(f"lemmas of mode {lemmatizer.mode}")
        lemmatizer._validate_tables()
        if "lemma_index" in lemmatizer.lookups:  # spaCy goes through lists of thousands of words for each that is new
            index = lemmatizer.lookups.get_table("lemma_index")
            for part_of_speech, words in index.items():
                index[part_of_speech] = frozenset(words)
        self._lemmatizer = lemmatizer
        self._memory = Memory(1, np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of all tokens."""
        if not len(doc):
            return doc
        keys = attributes(doc, LEMMA_DEPENDS_ON)

        def lemmas(places: Places) -> Keys:
            return np.array([[self._lemma(doc, at)] for at in places.tolist()], np.uint64)

        set_attributes(doc, LEMMA_DEPENDS_ON[-1:], self._memory(keys, lemmas))
        return doc

    def _lemma(self, doc: Doc, at: int) -> int:
        """The lemma of a token, as spaCy's number for it."""
        token = doc[at]
        if token.lemma and not self._lemmatizer.overwrite:
            return token.lemma
        return doc.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
