"""Which documents come from one text: reprints, wire copy, versions of one interview."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, pairwise
from typing import NamedTuple

from pipeline.compare.groups.joined import Groups
from pipeline.records import Document
from pipeline.text.expressions import expression

WIDTH = 4  # words of a shingle
SAMPLED = 4  # one shingle of so many is kept: which one depends on the shingle alone, so that copies keep the same
COMMON = 40  # a shingle of more documents than these is a phrase of an outlet, or of the language
SHARED = 0.35  # of the shingles of the shorter document
MOSTLY = 0.75  # of the shorter document, with what more documents have: a copy of wire copy that everybody prints
AT_LEAST = 8  # sampled shingles: about thirty running words
_WORD = expression(r"\w+")


class Sketch(NamedTuple):
    """What is kept of a document to find its near-copies."""

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
    places: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for shingle in row.shingles:
            places[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    common: Counter[tuple[int, int]] = Counter()
    for having in places.values():
        if len(having) <= COMMON:
            shared.update(combinations(having, 2))
        else:  # each with the next is enough to find copies, and few
            common.update(pairwise(having))
    groups = Groups(len(rows))
    for left, right in shared.keys() | common.keys():
        shorter = min(len(rows[left].shingles), len(rows[right].shingles))
        count, with_common = shared[left, right], shared[left, right] + common[left, right]
        if (count >= AT_LEAST and count >= SHARED * shorter) or with_common >= max(AT_LEAST, MOSTLY * shorter):
            groups.join(left, right)
    return {row.doc_id: rows[groups.first(number)].doc_id for number, row in enumerate(rows)}
