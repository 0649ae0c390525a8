"""Multiples: how many times as large something is or became ("doubled", "twice the number", "a threefold rise")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.changes import Direction
from pipeline.lexicon.counting import CountingWords
from pipeline.lexicon.numbers import MultipleWords
from pipeline.text.expressions import expression
from pipeline.values.number_words import UNITS
from pipeline.values.numerals.numeral import in_lower_case

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_WHAT_IS_MULTIPLIED = expression(
    r"\s(?:as|the|that|those|what|its|their|his|her|our|last|this|more|larger|higher|bigger)\b", re.IGNORECASE
)
_FOLD = expression(rf"\b(\d+(?:\.\d+)?|{'|'.join(w for w in UNITS if UNITS[w] > 1)})[ -]?fold\b", re.IGNORECASE)
# behind a verb of multiples that tells something else: "doubled down", "doubles as a church", "a double play"
_OTHER_SENSE = frozenset({"down", "up", "over", "back", "as", "play"})


class Multiple(NamedTuple):
    """A multiple in text by its offsets, how many times, and the direction in which something changed by it, if so."""

    start: int
    end: int
    value: float
    change: Direction | None = None


class Multiples:
    """Finds multiples."""

    def __init__(self, words: MultipleWords, counting: CountingWords) -> None:
        self._words = words.words
        self._verbs = {form: value for verb, value in words.verbs.items() for form in _inflected(verb)}
        forms = {*self._words, *self._verbs}
        letters = "".join(sorted({form[0] for form in forms}))
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        self._form = re.compile(rf"\b(?=[{letters}])(?:{'|'.join(longest_first)})\b")
        self._times = re.compile(
            r"[\s-]times\s(?:as|more|less|fewer|the|that|what|its|their|his|her"
            rf"|{'|'.join(counting.compared_by_times)})\b",
            re.IGNORECASE,
        )

    def is_multiple(self, text: str, end: int) -> bool:
        """True where the number that ends at ``end`` is a multiple: "three times as many", "10 times more"."""
        return self._times.match(text, end) is not None

    def find(self, doc: Doc) -> list[Multiple]:
        """The multiples that are words of their own, in order; "three times as many" begins with a numeral."""
        return sorted([*_folds(doc.text), *self._in_words(doc)], key=lambda multiple: multiple[:2])

    def _in_words(self, doc: Doc) -> Iterator[Multiple]:
        for match in self._form.finditer(in_lower_case(doc.text)):
            span = doc.char_span(match.start(), match.end())
            if span is not None and len(span) == 1:
                multiple = self._read(span[0], match[0].lower())
                if multiple is not None:
                    yield multiple

    def _read(self, token: Token, form: str) -> Multiple | None:
        """The multiple that a word is; None where it is something else ("a double room")."""
        start, end = token.idx, token.idx + len(token)
        if (value := self._verbs.get(form)) is not None:
            following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
            is_change = token.pos_ == "VERB" and following not in _OTHER_SENSE
            return Multiple(start, end, value, "up" if value > 1 else "down") if is_change else None
        is_before = _BEFORE_WHAT_IS_MULTIPLIED.match(token.doc.text, end)
        return Multiple(start, end, self._words[form]) if is_before else None


def _inflected(verb: str) -> tuple[str, ...]:
    """The forms in which a regular verb that ends in "e" tells of a change: "doubled", "doubles", "doubling"."""
    stem = verb.removesuffix("e")
    return stem + "ed", stem + "es", stem + "ing"


def _folds(text: str) -> Iterator[Multiple]:
    """The multiples with "fold": "threefold", "10-fold"."""
    if "fold" in text:
        for match in _FOLD.finditer(text):
            yield Multiple(match.start(), match.end(), UNITS.get(match[1].lower()) or float(match[1]))
