"""Sentences of a segment, from the sentence boundaries of the parse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.records import Offsets


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
        low += len(piece) - len(piece.lstrip())
        high = low + len(piece.strip())
        if low == high:
            continue
        if found and (not any(map(str.isalnum, text[low:high])) or any(found[-1][1] <= at <= low for at in joints)):
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return tuple(found)
