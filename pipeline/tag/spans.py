"""Where the names of a parse begin and end: the model's spans, mended, and runs of capitals that it missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from pipeline.records import VALUE_LABELS, Label
from pipeline.tag.folding import fold, level
from pipeline.tag.people import plain
from pipeline.tag.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STOP = frozenset(':;!?()[]{}|"“”«»•*/=<>') | {"...", "…", "--"}
_AFTER = frozenset({"'s", "’s", "'", "’", ",", ".", "-", "–", "—"})
_LONGEST = 12


@dataclass(slots=True)
class Candidate:
    """Tokens that may be a name.

    label: the model's, or None where it saw no name. key: what all mentions of the name share.
    titled: a title or role stands before it.
    """

    start: int
    end: int
    label: Label | None
    key: str
    titled: bool = False


def candidates(doc: Doc) -> list[Candidate]:
    """The model's names, mended, and the runs of capitalised words that it passed over, in order, none overlapping."""
    taken = bytearray(len(doc))
    found: list[Candidate] = []
    for ent in doc.ents:
        if ent.label_ in VALUE_LABELS:
            continue
        for start, end in _pieces(doc, ent.start, ent.end):
            mended = _mend(doc, start, end, cast(Label, ent.label_))
            if mended is not None:
                found.append(mended)
                taken[mended.start : mended.end] = b"\1" * (mended.end - mended.start)
    for ent in doc.ents:
        if ent.label_ in VALUE_LABELS:
            taken[ent.start : ent.end] = b"\1" * (ent.end - ent.start)
    found += _runs(doc, taken)
    found.sort(key=lambda candidate: candidate.start)
    return found


def _pieces(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """A span cut where no name goes on: at a line break, a colon, a bracket, a quotation mark."""
    pieces = []
    for index in range(start, end):
        token = doc[index]
        if token.is_space or token.text in _STOP:
            if start < index:
                pieces.append((start, index))
            start = index + 1
    if start < end:
        pieces.append((start, end))
    return pieces


def _mend(doc: Doc, start: int, end: int, label: Label) -> Candidate | None:
    words = vocabulary()
    titled = False
    while start < end:
        token = doc[start]
        lower = token.lower_.rstrip(".")
        capital = _capital(token)
        if (
            lower in words.title_words
            and (end - start > 1 or not capital)
            and label in ("PERSON", "ORG", "GPE", "NORP")
        ):
            if label != "PERSON" and not _title_before(doc, start, end):
                break
            titled = True
        elif (
            capital
            or token.text[0].isdecimal()
            or (lower in words.particles and label != "NORP" and start + 1 < end)
            or (token.pos_ in ("NOUN", "ADJ") and label not in ("PERSON", "GPE", "NORP", "ORG"))
        ):
            break
        start += 1
    while start < end:
        token = doc[end - 1]
        if (
            token.text in _AFTER
            or token.is_space
            or (token.text == "." and end - start > 1)
            or (label in ("PERSON", "GPE", "NORP") and not _capital(token) and not token.text[0].isdecimal())
        ):
            end -= 1
        else:
            break
    if start >= end or not any(_capital(doc[i]) or doc[i].text[:1].isdecimal() for i in range(start, end)):
        return None
    if any(doc[i].like_url or "@" in doc[i].text or "/" in doc[i].text for i in range(start, end)):
        return None
    return Candidate(start, end, label, key(doc, start, end), titled or titled_before(doc, start))


def key(doc: Doc, start: int, end: int) -> str:
    """What the mentions of a name share: folded, without article and possessive."""
    return fold(plain(doc[start:end].text))


def _title_before(doc: Doc, start: int, end: int) -> bool:
    """The span is a title and a name ("Mr Bandt", to the model a company), not a body ("Justice Department")."""
    last = doc[end - 1].lower_
    return last not in vocabulary().heads and doc[start].lower_.rstrip(".") in vocabulary().titles


def titled_before(doc: Doc, start: int) -> bool:
    """A title or role stands right before the token."""
    if not start:
        return False
    words = vocabulary()
    before = doc[start - 1]
    if before.text == "." and start > 1:
        before = doc[start - 2]
    lower = before.lower_.rstrip(".")
    return lower in words.titles and (before.pos_ in ("PROPN", "NOUN", "ADJ") or _capital(before))


def _runs(doc: Doc, taken: bytearray) -> list[Candidate]:
    """Runs of capitalised proper nouns outside the model's names; they need evidence of their own to become names."""
    runs = []
    start = -1
    for token in doc:
        index = token.i
        inside = (
            not taken[index]
            and token.pos_ == "PROPN"
            and _capital(token)
            and token.text not in _STOP
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
        if end - start <= _LONGEST:
            mended = _mend(doc, start, end, "PERSON")
            if mended is not None:
                mended.label = None
                found.append(mended)
    return found


def _capital(token: Token) -> bool:
    first = level(token.text[:1])
    return first.isupper() or (len(token.text) > 2 and "-" in token.text and any(c.isupper() for c in token.text))
