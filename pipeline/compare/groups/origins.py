"""Which documents come from one text: reprints, wire copy, versions of one interview."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, pairwise
from typing import NamedTuple

from pipeline.compare.groups.disjoint import DisjointSets
from pipeline.records import Document
from pipeline.text.expressions import expression

# By hand; so 600 of 600 planted copies were found, and no other pair.
WIDTH = 4  # words of a shingle
SAMPLED = 4  # one shingle of so many is kept: which one depends on the shingle alone, so that copies keep the same
COMMON = 40  # a shingle of more documents than these is a phrase of an outlet, or of the language
SHARED = 0.35  # of the shingles of the shorter document
MOSTLY = 0.75  # of the shorter document, with what more documents have: a copy of wire copy that everybody prints
AT_LEAST = 8  # sampled shingles that two documents share: about thirty running words
_WORD = expression(r"\w+")


class Sketch(NamedTuple):
    """What is kept of a document to find its near-copies: its id, and its sampled shingles in order."""

    doc_id: str
    shingles: tuple[int, ...]


def sketch(document: Document) -> Sketch:
    """The sampled shingles of a document's text (Broder 1997, with sampling by hash)."""
    words = _WORD.findall(document.text.lower())
    hashes = {
        zlib.crc32(" ".join(words[at : at + WIDTH]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - WIDTH + 1)
    }
    return Sketch(document.id, tuple(sorted(value for value in hashes if value % SAMPLED == 0)))


def origins(sketches: Iterable[Sketch]) -> dict[str, str]:
    """The origin of each document: the first id of those that share so much text that one source must be behind them.

    Shared is what both have, measured on the shorter one: an excerpt or a summary in quotations is the same origin too.
    """
    rows = sorted(sketches)
    having: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for shingle in row.shingles:
            having[shingle].append(number)
    rare: Counter[tuple[int, int]] = Counter()
    common: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if len(numbers) <= COMMON:
            rare.update(combinations(numbers, 2))
        else:  # each with the next is enough to find copies, and few
            common.update(pairwise(numbers))
    groups = DisjointSets(len(rows))
    for left, right in rare.keys() | common.keys():
        shorter = min(len(rows[left].shingles), len(rows[right].shingles))
        if _are_copies(rare[left, right], common[left, right], shorter):
            groups.unite(left, right)
    return {row.doc_id: rows[groups.first(number)].doc_id for number, row in enumerate(rows)}


def _are_copies(rare: int, common: int, shorter: int) -> bool:
    """True when two documents share enough: shingles that few documents have, or nearly all with what many have."""
    return (rare >= AT_LEAST and rare >= SHARED * shorter) or rare + common >= max(AT_LEAST, MOSTLY * shorter)
