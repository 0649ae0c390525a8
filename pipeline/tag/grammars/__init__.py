"""Names that follow a pattern no statistical model knows: one row a grammar, one module a kind of thing.

Each row has a cheap test for its presence, a regular expression over levelled text (``folding.level``), and what makes
an entity of a match: label, subtype and a stable id. The cases are in ``tests/cases/tag_grammars.jsonl``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.tag.gazetteer import Hit
from pipeline.tag.grammars import events, laws, organisations, resolutions, routes
from pipeline.tag.grammars.row import Found, Grammar

__all__ = ["GRAMMARS", "Found", "Grammar", "find"]

GRAMMARS: tuple[Grammar, ...] = (
    *resolutions.ROWS,
    *laws.NUMBERED,
    *events.ROWS,
    *routes.ROWS,
    *laws.NAMED,
    *organisations.ROWS,
)


def find(text: str, hits: Sequence[Hit]) -> list[Found]:
    """Every name in ``text`` that a grammar knows; none overlaps another, earlier rows first.

    text: as ``folding.level`` leaves it. hits: the gazetteer's; what is named by countries needs them, and a pattern
    gives way to a known name that it is the whole of or that goes on behind it.
    """
    found: list[Found] = []
    taken = bytearray(len(text))
    starts = [hit.start for hit in hits]
    for name in (*routes.by_countries(text, hits), *_patterns(text), *laws.by_places(text, hits)):
        if not any(taken[name.start : name.end]) and not _inside_known(name, hits, starts):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            found.append(name)
    return sorted(found)


def _patterns(text: str) -> Iterator[Found]:
    for grammar in GRAMMARS:
        for match in grammar.matches(text):
            yield from grammar.make(match, text)


def _inside_known(name: Found, hits: Sequence[Hit], starts: list[int]) -> bool:
    number = bisect_right(starts, name.end - 1) - 1
    if number < 0:
        return False
    hit = hits[number]
    if hit.end > name.end:
        return True
    return (hit.start, hit.end) == (name.start, name.end) and not all(entry.weak for entry in hit.entries)
