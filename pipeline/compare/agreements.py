"""Agreements: values and claims that several documents give, counted in origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.compare import points
from pipeline.compare.checks import StatementPair
from pipeline.compare.findings import Item
from pipeline.compare.groups.disjoint import DisjointSets
from pipeline.compare.slots.statements import Statement, periods_differ
from pipeline.records import ConflictType, Point

# Both by hand.
AGREED = 0.7  # likeness from which on two claims say the same
AGREED_WORDS = 5  # content words that they must share
ONE_ORIGIN = 0.5  # the share of its score that an agreement within one origin keeps: it is one source told again


class Kind(NamedTuple):
    """What agrees, as records call it, and by which rule."""

    type: ConflictType
    rule: str


FIGURES = Kind("numeric", "amounts")
CLAIMS = Kind("wording", "same_claim")


def agree(pair: StatementPair) -> bool:
    """True for two claims that say the same: most words, all figures, and nothing against each other."""
    return (
        pair.likeness >= AGREED
        and len(pair.one.stems & pair.other.stems) >= AGREED_WORDS
        and _same_stance(pair)
        and not periods_differ(pair.one, pair.other)
        and _amounts(pair.one) == _amounts(pair.other)
        and not (_has_other_names(pair.one, pair.other) and _has_other_names(pair.other, pair.one))
    )


def _same_stance(pair: StatementPair) -> bool:
    """Both affirm or both deny, and both tell a fact or neither."""
    return pair.one.claim.polarity == pair.other.claim.polarity and pair.one.tells_fact == pair.other.tells_fact


def _amounts(statement: Statement) -> list[tuple[float | None, float | None, str]]:
    return [(quantity.low, quantity.high, quantity.unit) for quantity in statement.claim.quantities]


def _has_other_names(one: Statement, other: Statement) -> bool:
    """True when a claim has a name that the other has neither by its id nor in words."""
    content = one.knowledge.words.content
    return any(
        not content(identity.partition("/")[2].replace("-", " ")) <= other.stems
        for identity in one.entity_ids - other.entity_ids
    )


def agreements(items: Sequence[Item], same: Mapping[tuple[Item, Item], float], kind: Kind) -> Iterator[Point]:
    """A record for each group of items of several documents that give one value.

    same: the pairs that do, with how sure it is that each is on one point. A group has the surest of its pairs.
    """
    numbers = {item: number for number, item in enumerate(items)}
    groups = DisjointSets(len(items))
    for one, other in same:
        groups.unite(numbers[one], numbers[other])
    scores: dict[int, float] = defaultdict(float)
    for (one, _), score in same.items():
        group = groups.first(numbers[one])
        scores[group] = max(scores[group], score)
    for members in groups.members():
        agreeing = [items[number] for number in members]
        if len({item.statement.document.id for item in agreeing}) > 1:
            yield _record(agreeing, kind, scores[members[0]])


def _record(items: Sequence[Item], kind: Kind, score: float) -> Point:
    """The record of a point on which items of several documents agree: one side."""
    side = points.side(items)
    documents = len({item.statement.document.id for item in items})
    alone = side.origins == 1
    origins = "one origin" if alone else f"{side.origins} independent origins"
    return Point(
        id=points.identity("k", kind.type, sorted(items, key=points.place)),
        relation="corroborates",
        type=kind.type,
        severity="low",
        score=round(min(1.0, score * (ONE_ORIGIN if alone else 1.0)), 3),
        question=points.question(items[0]),
        sides=(side,),
        explanation=f"{documents} documents of {origins} say the same: {points.quoted(items[0].value)}.",
        benign=("same_origin",) if alone else (),
        scope="cross_source",
        rule=kind.rule,
    )


def without_covered(agreed: Iterable[Point]) -> Iterator[Point]:
    """Agreements without those of claims that all agree in a figure already."""
    agreed = list(agreed)
    covered = {
        claim for point in agreed if point.type == FIGURES.type for side in point.sides for claim in side.claim_ids
    }
    for point in agreed:
        if point.type == FIGURES.type or not covered.issuperset(
            claim for side in point.sides for claim in side.claim_ids
        ):
            yield point
