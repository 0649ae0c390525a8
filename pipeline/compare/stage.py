"""The stage: stories, aligned claims, checks, points."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from pipeline.compare import checks, facts, points
from pipeline.compare.alignment import align_figures, likeness
from pipeline.compare.facts import Figure, Statement
from pipeline.compare.groups import Groups
from pipeline.compare.omissions import figure_item, omissions
from pipeline.compare.points import Edge, Item
from pipeline.compare.stories import stories
from pipeline.compare.values import same_amount
from pipeline.records import Claim, Document, Point

BLOCK = 80  # figures of one key in one story: beyond, the key says nothing
WORD_BLOCK = 30  # claims of one story with a word that finds the claims to compare
WORDS = 3  # that two claims must share
AGREED = 0.7  # likeness of claims that say the same
AGREED_WORDS = 5

T = TypeVar("T")


class Found(NamedTuple):
    """The points of a corpus, in the order in which they are written."""

    conflicts: list[Point]
    corroborations: list[Point]


def compare(documents: Iterable[Document], claims: Iterable[Claim]) -> Found:
    """Where documents differ and where they agree.

    documents: all of them, with their origins. claims: all claims, those of one document together.
    Only documents of one story are compared with each other.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.doc_id].append(claim)
    conflicts: list[Point] = []
    corroborations: list[Point] = []
    for story in stories(list(documents)):
        told = facts.statements(story, (claim for document in story for claim in by_document[document.id]))
        figures = sorted(facts.figures(told), key=lambda figure: (figure.statement.document.id, figure.quantity.start))
        for found, agreed in (_figures(figures), _statements(told)):
            conflicts += found
            corroborations += agreed
        conflicts += omissions(told, figures)
    return Found(points.ordered(_distinct(conflicts)), points.ordered(_covering(corroborations)))


def _figures(figures: Sequence[Figure]) -> tuple[list[Point], list[Point]]:
    """The points of the figures of a story."""
    same: dict[tuple[int, int], float] = {}
    edges: list[Edge] = []
    for one, other in _pairs([figure.keys for figure in figures], BLOCK):
        alignment = align_figures(figures[one], figures[other])
        if alignment is None:
            continue
        if alignment.kind is None and same_amount(figures[one].amount, figures[other].amount):
            same[one, other] = alignment.score
        elif finding := checks.check_figures(figures[one], figures[other], alignment):
            edges.append(Edge(one, other, finding, alignment.score))
    edges = [edge for edge in edges if edge.finding.type != "numeric" or not _both_given(edge, figures, same)]
    # Only those that are on a point are made ready to be shown.
    used = sorted({number for edge in edges for number in (edge.one, edge.other)} | {n for pair in same for n in pair})
    place = {number: at for at, number in enumerate(used)}
    items = [figure_item(figures[number]) for number in used]
    same = {(place[one], place[other]): score for (one, other), score in same.items()}
    edges = [replace(edge, one=place[edge.one], other=place[edge.other]) for edge in edges]
    return points.disputed(items, same, edges), list(_agreed(items, same, "numeric", "amounts"))


def _both_given(edge: Edge, figures: Sequence[Figure], same: dict[tuple[int, int], float]) -> bool:
    """True when one of the two documents gives both figures: to its writer they are of different things."""
    agreeing: dict[int, set[str]] = {edge.one: set(), edge.other: set()}
    for pair in same:
        for here, there in (pair, pair[::-1]):
            if here in agreeing:
                agreeing[here].add(figures[there].statement.document.id)
    return (
        figures[edge.other].statement.document.id in agreeing[edge.one]
        or figures[edge.one].statement.document.id in agreeing[edge.other]
    )


def _statements(told: Sequence[Statement]) -> tuple[list[Point], list[Point]]:
    """The points of the claims of a story, without those of their figures."""
    usable = [statement for statement in told if statement.claim.voice != "question"]
    whole = [Item(statement, statement.claim.text, _span(statement), "is it true") for statement in usable]
    same: dict[tuple[int, int], float] = {}
    edges: list[Edge] = []
    for one, other in _alike(usable):
        a, b = usable[one], usable[other]
        if a.document.id == b.document.id:
            continue
        if finding := checks.check_statements(a, b):
            edges.append(Edge(one, other, finding, likeness(a, b)))
        elif _agree(a, b):
            same[one, other] = likeness(a, b)
    found = [point for edge in edges for point in points.disputed(*_pair(usable, edge))]
    return found, list(_agreed(whole, same, "wording", "same_claim"))


def _pair(usable: Sequence[Statement], edge: Edge) -> tuple[list[Item], list[tuple[int, int]], list[Edge]]:
    """Two claims that differ, as items that show what they differ in."""
    one, other = usable[edge.one], usable[edge.other]
    kind = edge.finding.type
    if kind == "date":
        made = [_timed(one), _timed(other)]
    elif kind in ("entity", "place"):
        made = _changed(one, other)
    elif kind == "attribution":
        made = [Item(it, _speaker(it), _span(it), "who said") for it in (one, other)]
    else:
        values = {"polarity": [it.claim.polarity for it in (one, other)]}.get(
            kind, [it.claim.modality for it in (one, other)]
        )
        made = [
            Item(it, f"{value}: {it.claim.text}", _span(it), "is it true")
            for it, value in zip((one, other), values, strict=True)
        ]
    return made, [], [Edge(0, 1, edge.finding, edge.score)]


def _timed(statement: Statement) -> Item:
    time = checks.the_time(statement)
    assert time is not None, "the check looked at it"
    return Item(statement, time.text, (time.start, time.end), "when", (time.start, time.end))


def _changed(one: Statement, other: Statement) -> list[Item]:
    changed = checks.the_change(one, other)
    assert changed is not None, "the check looked at it"
    made = []
    for statement, name in zip((one, other), changed, strict=True):
        parts = [statement.claim.subject, *statement.claim.arguments]
        part = next(part for part in parts if part is not None and part.entity_id == name)
        made.append(
            Item(
                statement, part.text, (part.start, part.end), "where" if name.startswith(facts.PLACE) else "who or what"
            )
        )
    return made


def _speaker(statement: Statement) -> str:
    return (statement.claim.speaker.name if statement.claim.speaker else None) or "unknown"


def _span(statement: Statement) -> tuple[int, int]:
    return statement.claim.start, statement.claim.end


def _agree(a: Statement, b: Statement) -> bool:
    """Two claims that say the same: most words, names, polarity, and all figures that both give."""
    if len(a.words & b.words) < AGREED_WORDS or likeness(a, b) < AGREED or a.claim.polarity != b.claim.polarity:
        return False
    if (a.claim.modality in checks.FACTS) != (b.claim.modality in checks.FACTS):
        return False
    one, other = a.claim.quantities, b.claim.quantities
    return [(q.low, q.high, q.unit) for q in one] == [(q.low, q.high, q.unit) for q in other]


def _agreed(items: Sequence[Item], same: dict[tuple[int, int], float], kind: str, rule: str) -> Iterator[Point]:
    """A record for each group of items of several documents that give one value."""
    groups = Groups(len(items))
    for one, other in same:
        groups.join(one, other)
    for numbers in groups.members():
        members = [items[number] for number in numbers]
        if len({item.statement.document.id for item in members}) > 1:
            inside = set(numbers)
            score = max(score for (one, other), score in same.items() if one in inside and other in inside)
            yield points.agreed(members, "numeric" if kind == "numeric" else "wording", rule, score)


def _pairs(keys: Sequence[frozenset[Hashable]], block: int) -> Iterator[tuple[int, int]]:
    """The pairs of numbers that share a key, each once; a key of more than ``block`` finds no pair."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for number, having in enumerate(keys):
        for key in having:
            places[key].append(number)
    yield from sorted(
        {
            (left, right)
            for having in places.values()
            if len(having) <= block
            for at, left in enumerate(having)
            for right in having[at + 1 :]
        }
    )


def _alike(told: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """The pairs of claims that share some words which few claims of the story have."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(told):
        for word in statement.words:
            places[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for having in places.values():
        if 1 < len(having) <= WORD_BLOCK:
            shared.update((left, right) for at, left in enumerate(having) for right in having[at + 1 :])
    yield from sorted(pair for pair, count in shared.items() if count >= WORDS)


def _distinct(found: Iterable[Point]) -> Iterator[Point]:
    """One record for each id."""
    yield from {point.id: point for point in found}.values()


def _covering(agreed: Sequence[Point]) -> Iterator[Point]:
    """Agreements without those all of whose claims already agree in a figure."""
    covered = {claim for point in agreed if point.type == "numeric" for side in point.sides for claim in side.claim_ids}
    for point in agreed:
        if point.type == "numeric" or not covered.issuperset(claim for side in point.sides for claim in side.claim_ids):
            yield point
