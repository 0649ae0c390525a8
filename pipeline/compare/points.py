"""Points: all claims on one question, grouped by the value that they give, as the records that are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.compare.checks import SEVERITIES, Finding
from pipeline.compare.groups.joined import Groups
from pipeline.compare.slots.facts import Statement
from pipeline.records import ConflictType, Offsets, Point, Quote, Severity, Side, record_id

CONTEXT = 80  # characters of a quote's prefix and suffix
NOT_GIVEN = "not given"
LONGEST_QUESTION = 220
BASE: dict[Severity, float] = {"high": 0.7, "medium": 0.45, "low": 0.2}
SPAN = 0.3  # what a perfect alignment adds


@dataclass(frozen=True)
class Item:
    """A claim as it stands on a point. value: what it says there; span: where; asks: the words that ask for it.

    slot: the place of the claim that ``asks`` can stand in; None where it can only stand before the claim.
    """

    statement: Statement
    value: str
    span: Offsets
    asks: str
    slot: Offsets | None = None


@dataclass(frozen=True)
class Edge:
    """Two items (by number) that differ, and how sure it is that they are on one point."""

    one: int
    other: int
    finding: Finding
    score: float


def disputed(items: Sequence[Item], same: Iterable[tuple[int, int]], edges: Sequence[Edge]) -> list[Point]:
    """A record for each point on which items differ.

    same: pairs that give the same value; they share a side. A side belongs to a point when it differs from, or is
    on one point with, at least half of the sides there: chains of ever other things do not become one point.
    """
    groups = Groups(len(items))
    for one, other in same:
        groups.join(one, other)
    best: dict[tuple[int, int], Edge] = {}
    for edge in sorted(
        edges, key=lambda edge: (SEVERITIES.index(edge.finding.severity), -edge.score, edge.one, edge.other)
    ):
        pair = tuple(sorted((groups.first(edge.one), groups.first(edge.other))))
        if pair[0] != pair[1]:
            best.setdefault((pair[0], pair[1]), edge)
    points: list[list[int]] = []
    strongest: list[Edge] = []
    taken: dict[int, int] = {}
    for (one, other), edge in best.items():
        if one in taken and other in taken:
            continue
        if one in taken or other in taken:
            old, new = (one, other) if one in taken else (other, one)
            point = points[taken[old]]
            near = sum(tuple(sorted((new, side))) in best for side in point)
            if 2 * near >= len(point) and _same_kind(edge, strongest[taken[old]]):
                point.append(new)
                taken[new] = taken[old]
            continue
        taken[one] = taken[other] = len(points)
        points.append([one, other])
        strongest.append(edge)
    members: dict[int, list[int]] = {}
    for number in range(len(items)):
        members.setdefault(groups.first(number), []).append(number)
    found = []
    for sides, edge in zip(points, strongest, strict=True):
        chosen = [[items[number] for number in members[side]] for side in sides]
        found.append(_point(chosen, items[edge.one], items[edge.other], edge))
    return found


def _same_kind(edge: Edge, strongest: Edge) -> bool:
    return edge.finding.type == strongest.finding.type


def _point(sides: list[list[Item]], one: Item, other: Item, edge: Edge) -> Point:
    finding = edge.finding
    made = sorted(
        (side(items) for items in sides),
        key=lambda side: (side.value == NOT_GIVEN, -side.origins, -len(side.claim_ids), side.value),
    )
    if finding.type == "omission":
        lacking = ", ".join(dict.fromkeys(where(item.statement) for item in sides[-1]))
        explanation = f"{named(one)} is left out by {lacking}, {finding.reason}"
    else:
        explanation = f"{named(one)} stands beside {named(other)}: {finding.reason}"
    documents = {item.statement.document.id for items in sides for item in items}
    shown = finding.benign if len(documents) > 1 else tuple(name for name in finding.benign if name != "same_origin")
    return Point(
        id=record_id(
            "x",
            finding.type,
            *(part for items in sides for item in items for part in (item.statement.claim.id, *item.span)),
        ),
        relation=finding.relation,
        type=finding.type,
        severity=finding.severity,
        score=round(BASE[finding.severity] + SPAN * min(1.0, edge.score), 3),
        question=question(one),
        sides=tuple(made),
        explanation=explanation + ".",
        benign=shown,
        scope="cross_source" if len(documents) > 1 else "within_source",
        rule=finding.rule,
    )


def agreed(items: Sequence[Item], kind: ConflictType, rule: str, score: float) -> Point:
    """The record of a point on which items of several documents agree: one side, counted in origins."""
    one = side(items)
    sources = len({item.statement.document.id for item in items})
    origins = "one origin" if one.origins == 1 else f"{one.origins} independent origins"
    return Point(
        id=record_id(
            "k", kind, *(part for item in sorted(items, key=_place) for part in (item.statement.claim.id, *item.span))
        ),
        relation="corroborates",
        type=kind,
        severity="low",
        score=round(min(1.0, score * (0.5 if one.origins == 1 else 1.0)), 3),
        question=question(items[0]),
        sides=(one,),
        explanation=f"{sources} documents of {origins} say the same: {_quoted(items[0].value)}.",
        benign=("same_origin",) if one.origins == 1 else (),
        scope="cross_source",
        rule=rule,
    )


def side(items: Sequence[Item]) -> Side:
    """All that give one value. The value and the quote are those of the claim most worth a check."""
    ordered = sorted(items, key=_place)
    shown = max(ordered, key=lambda item: item.statement.claim.checkworthiness.score)
    documents = {item.statement.document.id: item.statement.document for item in ordered}
    published = sorted(document.published.value for document in documents.values() if document.published)
    return Side(
        value=shown.value,
        claim_ids=tuple(dict.fromkeys(item.statement.claim.id for item in ordered)),
        doc_ids=tuple(documents),
        sources=tuple(dict.fromkeys(document.source.name for document in documents.values() if document.source)),
        origins=len({document.origin for document in documents.values()}),
        published=published[0] if published else None,
        quote=quote(shown),
    )


def quote(item: Item) -> Quote:
    """The words of a claim in their place."""
    text = item.statement.document.text
    start, end = item.statement.claim.start, item.statement.claim.end
    return Quote(
        doc_id=item.statement.document.id,
        start=start,
        end=end,
        text=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def question(item: Item) -> str:
    """The question that the values answer: the claim with a question word in the place of its value."""
    claim, text = item.statement.claim, item.statement.document.text
    if item.slot is None:
        return _clipped(f"{item.asks}: {' '.join(claim.text.split())}?")
    start, end = item.slot
    asked = " ".join(f"{text[claim.start : start]}{item.asks}{text[end : claim.end]}".split()).strip(" ,;:–—.")
    return _clipped(f"{asked}?")


def _clipped(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if len(text) <= LONGEST_QUESTION else text[: LONGEST_QUESTION - 2].rsplit(" ", 1)[0] + " …?"


def named(item: Item) -> str:
    """The value with who gives it: “12 boats” (Jane Doe, in The Times)."""
    statement = item.statement
    speaker = statement.claim.speaker
    place = where(statement)
    who = f"{speaker.name}, in {place}" if speaker is not None and speaker.name and statement.speaker else place
    return f"{_quoted(item.value)} ({' '.join(who.split())})"


def where(statement: Statement) -> str:
    """The outlet of a claim, or its document where that is not known."""
    return statement.document.source.name if statement.document.source else statement.document.id


def _quoted(value: str) -> str:
    shown = " ".join(value.split())
    return f"“{shown if len(shown) <= 120 else shown[:119].rsplit(' ', 1)[0] + ' …'}”"


def _place(item: Item) -> tuple[str, int, str]:
    return item.statement.document.id, item.span[0], item.statement.claim.id


def ordered(points: Iterable[Point]) -> list[Point]:
    """By severity, then score, then id."""
    return sorted(points, key=lambda point: (SEVERITIES.index(point.severity), -point.score, point.id))
