"""The parts of a parse that may be names: the model's spans, cut and extended, and runs of capitals that it missed."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, cast

from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords
from pipeline.names.candidates.candidate import Candidate, Persons, is_capital, key
from pipeline.names.candidates.cutting import STOP, Cutter
from pipeline.names.candidates.extending import Extender
from pipeline.records import VALUE_LABELS, Label
from pipeline.text.expressions import expression
from pipeline.text.folding import fold
from pipeline.text.spans import Taken

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTES = frozenset("\"'“”‘’")
_SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii"})
_LONGEST = 12  # words of a run of capitals; longer ones are lines all in capitals
_PARTICIPLE = expression(r"[A-Z][a-z]{3,}ing")


class Candidates:
    """Finds what may be names."""

    def __init__(self, words: NameWords, kinds: Kinds) -> None:
        self._words = words
        self._persons = Persons(words, kinds)
        self._cutter = Cutter(words, kinds, self._persons)
        self._extender = Extender(words, self._persons)

    def find(self, doc: Doc) -> list[Candidate]:
        """The model's names and the runs of capitalised words that it passed over, in order, none overlapping."""
        taken = Taken(len(doc))
        found = list(self._nicknamed(doc, taken))
        found += self._of_model(doc, taken)
        for ent in doc.ents:
            if ent.label_ in VALUE_LABELS:
                taken.mark(ent.start, ent.end)
        full = (one.key.split() for one in found if one.label == "PERSON")
        surnames = {words[-1] for words in full if len(words) > 1}
        found += self._runs(doc, taken, surnames)
        return sorted(found, key=lambda candidate: candidate.start)

    # ------------------------------------------------------------ nicknames

    def _nicknamed(self, doc: Doc, taken: Taken) -> Iterator[Candidate]:
        """Names with a nickname in quotes behind a first name, which the model takes apart: 'José "Pepe" Mujica'."""
        for token in doc:
            if token.text in _QUOTES and token.i and self._is_first_name(doc[token.i - 1]):
                first, closing = token.i - 1, self._closing(doc, token.i)
                if closing is None:
                    continue
                end = closing + 2
                while end < len(doc) and (self._persons.goes_on(doc[end]) or doc[end].lower_ in _SUFFIXES):
                    end += 1
                yield Candidate(first, end, "PERSON", key(doc, first, end), self._persons.is_titled(doc, first))
                taken.mark(first, end)

    def _is_first_name(self, token: Token) -> bool:
        known = token.ent_type_ == "PERSON" or fold(token.text) in self._words.given
        return known and is_capital(token) and bool(token.whitespace_)

    def _closing(self, doc: Doc, opening: int) -> int | None:
        """The mark that closes a nickname of one word or two before a surname; None for no nickname."""
        marks = (at for at in (opening + 2, opening + 3) if at + 1 < len(doc) and doc[at].text in _QUOTES)
        closing = next(marks, None)
        if closing is None or not doc[closing].whitespace_:
            return None
        surname = doc[closing + 1]
        return closing if is_capital(doc[opening + 1]) and is_capital(surname) and surname.is_alpha else None

    # ------------------------------------------------------------ the model's

    def _of_model(self, doc: Doc, taken: Taken) -> Iterator[Candidate]:
        """The model's names, without what others have taken at their ends."""
        for ent in doc.ents:
            if ent.label_ in VALUE_LABELS:
                continue
            for start, end in self._cutter.parts(doc, ent.start, ent.end, ent.label_):
                while start < end and taken[start]:
                    start += 1
                while start < end and taken[end - 1]:
                    end -= 1
                trimmed = self._cutter.trimmed(doc, start, end, cast(Label, ent.label_))
                if trimmed is not None:
                    candidate = self._extender.extended(doc, trimmed, taken)
                    taken.mark(candidate.start, candidate.end)
                    yield candidate

    # ------------------------------------------------------------ runs of capitals

    def _runs(self, doc: Doc, taken: Taken, surnames: Set[str]) -> Iterator[Candidate]:
        """Runs of capitalised proper nouns outside the model's names; they need evidence of their own to become names.

        surnames: of the persons whom the document names in full; they are names wherever they have a capital.
        """
        runs: list[tuple[int, int]] = []
        for token in doc:
            if taken[token.i] or not _is_capitalised(token, surnames):
                continue
            start = runs.pop()[0] if runs and runs[-1][1] == token.i else token.i
            runs.append((start, token.i + 1))
        for start, end in runs:
            candidate = self._of_run(doc, start, end, taken)
            if candidate is not None and taken.take(candidate.start, candidate.end):
                yield candidate

    def _of_run(self, doc: Doc, start: int, end: int, taken: Taken) -> Candidate | None:
        """The candidate in a run of capitals; None for a long one or one without a name."""
        if end - start > 1 and doc[start].is_sent_start and _PARTICIPLE.fullmatch(doc[start].text):
            start += 1  # "Recalling Putin's visit"
        candidate = self._cutter.trimmed(doc, start, end, "PERSON") if end - start <= _LONGEST else None
        if candidate is None:
            return None
        if doc[candidate.end - 1].lower_ in self._words.heads:
            candidate.label = "ORG"
            candidate = self._extender.extended(doc, candidate, taken)
        else:
            end = self._extender.behind_hyphens(doc, candidate.end, None)
            candidate = Candidate(candidate.start, end, None, key(doc, candidate.start, end), candidate.titled)
        candidate.label = None
        return candidate


def _is_capitalised(token: Token, surnames: Set[str]) -> bool:
    """Whether a token may be in a run: a proper noun, or a known surname, with a capital."""
    if not is_capital(token) or token.text in STOP or token.like_url:
        return False
    return token.pos_ == "PROPN" or (token.is_title and token.lower_ in surnames)
