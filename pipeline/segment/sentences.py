"""Sentences of a segment, from the sentence boundaries of the parse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.records import Offsets
from pipeline.text.expressions import expression

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST_MERGED = 800  # characters of a sentence that goes on after a boundary of the parse; by hand
_END = 20  # characters before a boundary that its full stop is looked for in
_PLAIN_END = expression(r"[^\W\d_]{4}[.!?]\Z")
_ADDRESS = expression(r"\w+\.\w|[a-z][A-Z]")


def sentence_starts(doc: Doc) -> list[int]:
    """The character offsets at which the parse begins a sentence."""
    if not len(doc):
        return []
    flags = doc.to_array(["SENT_START"]).ravel()
    return [doc[index].idx for index in (flags == 1).nonzero()[0].tolist()]


def sentences(text: str, starts: Sequence[int], start: int, end: int, joints: Sequence[int]) -> tuple[Offsets, ...]:
    """The sentences between two offsets, trimmed, jointly covering what is not blank there.

    starts: where sentences begin, in order. joints: offsets that no sentence may end at (a line break in its middle).
    """
    cuts = [start, *starts[bisect_right(starts, start) : bisect_left(starts, end)], end]
    found: list[Offsets] = []
    for low, high in pairwise(cuts):
        piece = text[low:high]
        words = piece.strip()
        if words:
            low += piece.index(words[0])
            high = low + len(words)
            if found and _goes_on(text, found[-1], words, joints):
                found[-1] = (found[-1][0], high)
            else:
                found.append((low, high))
    return tuple(found)


def _goes_on(text: str, before: Offsets, words: str, joints: Sequence[int]) -> bool:
    """Whether some words are no sentence of their own.

    1. they hold no letter or digit
    2. a line break, no full stop, parts them from what is before
    3. they begin in small letters, not after a word with a full stop: 7 a.m. | local time; “Why?” | she asked
    """
    if before[1] in joints or not any(map(str.isalnum, words)):
        return True
    if not words[0].islower() or len(words) + before[1] - before[0] > _LONGEST_MERGED:
        return False
    return _PLAIN_END.search(text, max(before[0], before[1] - _END), before[1]) is None and not _ADDRESS.match(words)
