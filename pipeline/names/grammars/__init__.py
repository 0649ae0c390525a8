"""Names that follow a pattern no statistical model knows: one row a grammar, one module a kind of thing.

Each row has a cheap test for its presence, a regular expression over levelled text (``folding.level``), and what makes
an entity of a match: label, subtype and a stable id. The cases are in ``tests/cases/tag_grammars.jsonl``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.gazetteer import Hit, only
from pipeline.names.grammars import events, laws, organisations, resolutions, routes
from pipeline.names.grammars.row import Found, Grammar
from pipeline.text.folding import fold

__all__ = ["GRAMMARS", "Found", "Grammar", "find"]

GRAMMARS: tuple[Grammar, ...] = (
    *resolutions.ROWS,
    *laws.NUMBERED,
    *events.ROWS,
    *routes.ROWS,
    *laws.NAMED,
    *organisations.ROWS,
)

_KINDS_OF_BODIES = vocabulary().kinds_of_bodies


def find(text: str, hits: Sequence[Hit]) -> list[Found]:
    """Every name in ``text`` that a grammar knows; none overlaps another, earlier rows first.

    text: as ``folding.level`` leaves it. hits: the gazetteer's; what is named by countries needs them, and a pattern
    gives way to a known name that goes on behind it.
    """
    found: list[Found] = []
    taken = bytearray(len(text))
    starts = [hit.start for hit in hits]
    for name in (*routes.by_countries(text, hits), *_patterns(text), *laws.by_places(text, hits)):
        known = _as_known(name, text, hits, starts)
        if known is not None and not any(taken[known.start : known.end]):
            taken[known.start : known.end] = b"\1" * (known.end - known.start)
            found.append(known)
    return sorted(found)


def _patterns(text: str) -> Iterator[Found]:
    for grammar in GRAMMARS:
        for match in grammar.matches(text):
            yield from grammar.make(match, text)


def _as_known(name: Found, text: str, hits: Sequence[Hit], starts: list[int]) -> Found | None:
    """What the gazetteer has for the same words, or for a body's own words ("SoftBank" of "SoftBank Group Corp").

    Nothing where a known name goes on behind the pattern's end.
    """
    number = bisect_right(starts, name.end - 1) - 1
    if number < 0:
        return name
    if hits[number].end > name.end:
        return None
    first = bisect_left(starts, name.start)
    hit = hits[first] if first < len(hits) and starts[first] == name.start else None
    entry = only(hit.entries) if hit is not None else None
    if hit is None or entry is None or entry.weak:
        return name
    rest = text[hit.end : name.end].replace(".", " ").replace(",", " ").split()
    own = name.label == entry.label == "ORG" and all(fold(word) in _KINDS_OF_BODIES for word in rest)
    if rest and not own:
        return name
    subtype = entry.subtype or (name.subtype if entry.label == name.label else None)
    return Found(name.start, name.end, entry.label, subtype, entry.id, entry.name)
