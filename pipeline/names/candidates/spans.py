"""The parts of a parse that may be names: the model's spans, mended, and runs of capitals that it missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.candidates.candidate import Candidate, goes_on, is_capital, key, titled_before
from pipeline.names.candidates.cutting import STOP, mend, pieces
from pipeline.names.candidates.extending import behind_hyphens, whole
from pipeline.records import VALUE_LABELS, Label
from pipeline.text.expressions import expression
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_QUOTES = frozenset("\"'“”‘’")
_SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii"})
_LONGEST = 12
_PARTICIPLE = expression(r"[A-Z][a-z]{3,}ing")


def candidates(doc: Doc) -> list[Candidate]:
    """The model's names, mended, and the runs of is_capital words that it passed over, in order, none overlapping."""
    taken = bytearray(len(doc))
    found: list[Candidate] = []
    for start, end in _with_nicknames(doc):
        found.append(Candidate(start, end, "PERSON", key(doc, start, end), titled_before(doc, start)))
        taken[start:end] = b"\1" * (end - start)
    for ent in doc.ents:
        if ent.label_ in VALUE_LABELS:
            continue
        for start, end in pieces(doc, ent.start, ent.end, ent.label_):
            while start < end and taken[start]:
                start += 1
            while start < end and taken[end - 1]:
                end -= 1
            mended = mend(doc, start, end, cast(Label, ent.label_))
            if mended is not None:
                mended = whole(doc, mended, taken)
                found.append(mended)
                taken[mended.start : mended.end] = b"\1" * (mended.end - mended.start)
    for ent in doc.ents:
        if ent.label_ in VALUE_LABELS:
            taken[ent.start : ent.end] = b"\1" * (ent.end - ent.start)
    surnames = {
        last for one in found if one.label == "PERSON" and len(words := one.key.split()) > 1 and (last := words[-1])
    }
    found += _runs(doc, taken, surnames)
    found.sort(key=lambda candidate: candidate.start)
    return found


def _with_nicknames(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names with a nickname in quotes behind a first name, which the model takes apart: 'José "Pepe" Mujica'."""
    for token in doc:
        first = token.i - 1
        if token.text not in _QUOTES or first < 0:
            continue
        if doc[first].ent_type_ != "PERSON" and fold(doc[first].text) not in vocabulary().given:
            continue
        closing = next((at for at in (token.i + 2, token.i + 3) if at + 1 < len(doc) and doc[at].text in _QUOTES), None)
        if closing is None or not (
            is_capital(doc[first]) and is_capital(doc[token.i + 1]) and is_capital(doc[closing + 1])
        ):
            continue
        if not (doc[first].whitespace_ and doc[closing].whitespace_ and doc[closing + 1].is_alpha):
            continue
        end = closing + 2
        while end < len(doc) and (goes_on(doc[end]) or doc[end].lower_ in _SUFFIXES):
            end += 1
        yield first, end


def _runs(doc: Doc, taken: bytearray, surnames: set[str]) -> list[Candidate]:
    """Runs of is_capital proper nouns outside the model's names; they need evidence of their own to become names.

    surnames: of the persons whom the document names in full; they are names wherever they have a capital.
    """
    runs = []
    start = -1
    for token in doc:
        index = token.i
        inside = (
            not taken[index]
            and is_capital(token)
            and (token.pos_ == "PROPN" or (token.lower_ in surnames and token.is_title))
            and token.text not in STOP
            and not token.like_url
        )
        if inside:
            if start < 0:
                start = index
            continue
        if start >= 0:
            runs.append((start, index))
            start = -1
    if start >= 0:
        runs.append((start, len(doc)))
    found = []
    for start, end in runs:
        first = doc[start]
        if end - start > 1 and first.is_sent_start and _PARTICIPLE.fullmatch(first.text):
            start += 1  # "Recalling Putin's visit"
        if end - start <= _LONGEST:
            mended = mend(doc, start, end, "PERSON")
            if mended is not None:
                if doc[mended.end - 1].lower_ in vocabulary().heads:
                    mended.label = "ORG"
                    mended = whole(doc, mended, taken)
                else:
                    end = behind_hyphens(doc, mended.end, None)
                    mended = Candidate(mended.start, end, None, key(doc, mended.start, end), mended.titled)
                mended.label = None
                if any(taken[mended.start : mended.end]):
                    continue
                taken[mended.start : mended.end] = b"\1" * (mended.end - mended.start)
                found.append(mended)
    return found
