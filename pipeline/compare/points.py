"""Points: all claims on one question, grouped by the value that they give, as the records that are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.compare.findings import SEVERITIES, Edge, Finding, Item
from pipeline.compare.groups.disjoint import DisjointSets
from pipeline.compare.slots.statements import Statement
from pipeline.records import Point, Quote, Severity, Side, record_id

CONTEXT = 80  # characters of a quote's prefix and suffix
LONGEST_QUESTION = 220  # characters
LONGEST_VALUE = 120  # characters of a value in an explanation
NOT_GIVEN = "not given"  # the value of the side that leaves a figure out; it comes last
# A point's score: what its severity gives, and what a perfect alignment adds. By hand.
BASE: dict[Severity, float] = {"high": 0.7, "medium": 0.45, "low": 0.2}
ALIGNED = 0.3

_Sides = tuple[int, int]
"""Two sides that differ, by their numbers, the smaller first."""


def disputed(items: Sequence[Item], same: Iterable[tuple[Item, Item]], edges: Iterable[Edge]) -> list[Point]:
    """A record for each point on which items differ.

    items: all that ``same`` and ``edges`` have, in the order in which a side's claims come. same: pairs that give the
    same value; they share a side.
    """
    numbers = {item: number for number, item in enumerate(items)}
    sides = DisjointSets(len(items))
    for one, other in same:
        sides.unite(numbers[one], numbers[other])
    members: dict[int, list[Item]] = {}
    for item, number in numbers.items():
        members.setdefault(sides.first(number), []).append(item)
    return [
        record(
            [members[side] for side in draft.sides],
            draft.edge.one,
            draft.edge.finding,
            draft.edge.score,
            _told(draft.edge),
        )
        for draft in _gathered(_gravest(edges, numbers, sides))
    ]


def _told(edge: Edge) -> str:
    return f"{named(edge.one)} stands beside {named(edge.other)}: {edge.finding.reason}."


def _gravest(edges: Iterable[Edge], numbers: Mapping[Item, int], sides: DisjointSets) -> dict[_Sides, Edge]:
    """For each two sides the gravest edge between them; the gravest of all first, then the surest."""
    rows = [
        (SEVERITIES.index(edge.finding.severity), -edge.score, numbers[edge.one], numbers[edge.other], edge)
        for edge in edges
    ]
    gravest: dict[_Sides, Edge] = {}
    for _, _, one, other, edge in sorted(rows, key=lambda row: row[:4]):
        low, high = sorted((sides.first(one), sides.first(other)))
        if low != high:
            gravest.setdefault((low, high), edge)
    return gravest


@dataclass
class _Draft:
    """A point in the making: its sides, and the edge that it is told by."""

    sides: list[int]
    edge: Edge

    def takes(self, side: int, edge: Edge, differing: Mapping[_Sides, Edge]) -> bool:
        """True for a side that differs, in the same way, from at least half of the sides here.

        So chains of ever other things do not become one point.
        """
        near = sum((min(side, here), max(side, here)) in differing for here in self.sides)
        return 2 * near >= len(self.sides) and edge.finding.type == self.edge.finding.type


def _gathered(differing: Mapping[_Sides, Edge]) -> list[_Draft]:
    """The points that sides make together. differing: the gravest first. Each side is of one point at most."""
    drafts: list[_Draft] = []
    draft_of: dict[int, _Draft] = {}
    for (one, other), edge in differing.items():
        here, there = draft_of.get(one), draft_of.get(other)
        if here is None and there is None:
            draft_of[one] = draft_of[other] = draft = _Draft([one, other], edge)
            drafts.append(draft)
        elif here is None or there is None:
            draft, new = (here, other) if here is not None else (draft_of[other], one)
            if draft.takes(new, edge, differing):
                draft.sides.append(new)
                draft_of[new] = draft
    return drafts


def record(sides: Sequence[Sequence[Item]], asked: Item, finding: Finding, score: float, explanation: str) -> Point:
    """The record of a point.

    sides: the items of each. asked: the one whose claim the question is made of. score: how sure it is that they are on
    one point. explanation: the sentence that a reader sees first.
    """
    items = [item for side in sides for item in side]
    scope = _scope(items)
    benign = finding.benign
    if scope == "within_source":
        benign = tuple(reading for reading in benign if reading != "same_origin")
    return Point(
        id=identity("x", finding.type, items),
        relation=finding.relation,
        type=finding.type,
        severity=finding.severity,
        score=round(BASE[finding.severity] + ALIGNED * min(1.0, score), 3),
        question=question(asked),
        sides=tuple(sorted(map(side, sides), key=_rank)),
        explanation=explanation,
        benign=benign,
        scope=scope,
        rule=finding.rule,
    )


def identity(prefix: str, kind: str, items: Iterable[Item]) -> str:
    """The id of a point: its type and the places of its items, in their order."""
    return record_id(prefix, kind, *(part for item in items for part in (item.statement.claim.id, *item.span)))


def _scope(items: Iterable[Item]) -> Literal["cross_source", "within_source"]:
    return "cross_source" if len({item.statement.document.id for item in items}) > 1 else "within_source"


def _rank(side: Side) -> tuple[bool, int, int, str]:
    """The order of sides: what most origins give comes first, what is not given last."""
    return side.value == NOT_GIVEN, -side.origins, -len(side.claim_ids), side.value


# ---------------------------------------------------------------- sides and words


def side(items: Iterable[Item]) -> Side:
    """All that give one value. The value and the quote are those of the claim most worth a check."""
    placed = sorted(items, key=place)
    shown = max(placed, key=lambda item: item.statement.claim.checkworthiness.score)
    documents = {item.statement.document.id: item.statement.document for item in placed}
    published = sorted(document.published.value for document in documents.values() if document.published)
    return Side(
        value=shown.value,
        claim_ids=tuple(dict.fromkeys(item.statement.claim.id for item in placed)),
        doc_ids=tuple(documents),
        sources=tuple(dict.fromkeys(document.source.name for document in documents.values() if document.source)),
        origins=len({document.origin for document in documents.values()}),
        published=published[0] if published else None,
        quote=_quote(shown.statement),
    )


def place(item: Item) -> tuple[str, int, str]:
    """What orders the items of a side: document, place, claim."""
    return item.statement.document.id, item.span[0], item.statement.claim.id


def _quote(statement: Statement) -> Quote:
    """The words of a claim in their place."""
    text = statement.document.text
    start, end = statement.span
    return Quote(
        doc_id=statement.document.id,
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
        asked = f"{item.asks}: {' '.join(claim.text.split())}"
    else:
        start, end = item.slot
        asked = " ".join(f"{text[claim.start : start]}{item.asks}{text[end : claim.end]}".split()).strip(" ,;:–—.")
    asked = f"{asked[:1].upper()}{asked[1:]}?"
    return asked if len(asked) <= LONGEST_QUESTION else f"{_cut(asked, LONGEST_QUESTION - 2)} …?"


def named(item: Item) -> str:
    """The value with who gives it: “12 boats” (Jane Doe, in The Times)."""
    statement = item.statement
    speaker = statement.claim.speaker
    who = statement.outlet
    if speaker is not None and speaker.name and statement.speaker_id:
        who = f"{speaker.name}, in {who}"
    return f"{quoted(item.value)} ({' '.join(who.split())})"


def quoted(value: str) -> str:
    """A value in quotation marks, on one line, cut where it is long."""
    shown = " ".join(value.split())
    return f"“{shown if len(shown) <= LONGEST_VALUE else _cut(shown, LONGEST_VALUE - 1) + ' …'}”"


def _cut(text: str, size: int) -> str:
    """The whole words of the beginning of a text."""
    return text[:size].rsplit(" ", 1)[0]


def ordered(points: Iterable[Point]) -> list[Point]:
    """By severity, then score, then id."""
    return sorted(points, key=lambda point: (SEVERITIES.index(point.severity), -point.score, point.id))
