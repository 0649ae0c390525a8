"""The stage: stories, aligned claims, checks, agreements, omissions, points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.compare import agreements, pairs, points
from pipeline.compare.align import Alignment, align_figures
from pipeline.compare.checks import FIGURE_CHECKS, STATEMENT_CHECKS, FigurePair, StatementPair, first_found
from pipeline.compare.findings import Edge, Item, claim_item, figure_item
from pipeline.compare.groups.stories import stories
from pipeline.compare.omissions import omissions
from pipeline.compare.slots.amounts import same_amount
from pipeline.compare.slots.figures import Figure, figures
from pipeline.compare.slots.knowledge import Knowledge
from pipeline.compare.slots.statements import Statement, jaccard, statements
from pipeline.lexicon.lexicon import Lexicon
from pipeline.records import Claim, ConflictType, Document, Point


class Found(NamedTuple):
    """The points of a corpus, in the order in which they are written."""

    conflicts: list[Point]
    corroborations: list[Point]


def compare(documents: Iterable[Document], claims: Iterable[Claim], lexicon: Lexicon) -> Found:
    """Where documents differ and where they agree.

    documents: all of them, with their origins. Only documents of one story are compared with each other.
    """
    knowledge = Knowledge(lexicon)
    claims_of = _by_document(claims)
    conflicts: list[Point] = []
    corroborations: list[Point] = []
    for story in stories(list(documents), knowledge.words):
        in_story = statements(story, (claim for document in story for claim in claims_of[document.id]), knowledge)
        counted = figures(in_story)
        for found in (_compared_figures(counted), _compared_statements(in_story)):
            conflicts += found.conflicts
            corroborations += found.corroborations
        conflicts += omissions(in_story, counted)
    return Found(
        points.ordered({point.id: point for point in conflicts}.values()),
        points.ordered(agreements.without_covered(corroborations)),
    )


def _by_document(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    """The claims of each document in order of place; none for a document without claims."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.doc_id].append(claim)
    for of_one in found.values():
        of_one.sort(key=lambda claim: (claim.start, claim.end, claim.id))
    return found


# ---------------------------------------------------------------- figures

Aligned = tuple[Figure, Figure, Alignment]


def _compared_figures(figures: Sequence[Figure]) -> Found:
    """The points of the figures of a story."""
    same, others = _aligned(figures)
    giving = _documents_giving(same)
    edges: list[Edge] = []
    items: dict[Figure, dict[Item, None]] = {figure: {} for figure in figures}
    for one, other, alignment in others:
        pair = FigurePair(one, other, alignment, given_together=_given_together(one, other, giving))
        if edge := first_found(FIGURE_CHECKS, pair):
            edges.append(edge)
            items[one][edge.one] = items[other][edge.other] = None
    scores: dict[tuple[Item, Item], float] = {}
    for one, other, alignment in same:
        here, there = figure_item(one), figure_item(other)
        scores[here, there] = alignment.score
        items[one][here] = items[other][there] = None
    shown = [item for of_one in items.values() for item in of_one]
    return Found(points.disputed(shown, scores, edges), list(agreements.agreements(shown, scores, agreements.FIGURES)))


def _aligned(figures: Sequence[Figure]) -> tuple[list[Aligned], list[Aligned]]:
    """The pairs of figures on one point: those that give the same amount of one object, and the others."""
    same: list[Aligned] = []
    others: list[Aligned] = []
    for first, second in pairs.sharing_keys([figure.keys for figure in figures]):
        one, other = figures[first], figures[second]
        alignment = align_figures(one, other)
        if alignment is not None:
            is_same = alignment.kind is None and same_amount(one.amount, other.amount)
            (same if is_same else others).append((one, other, alignment))
    return same, others


def _documents_giving(same: Iterable[Aligned]) -> Mapping[Figure, set[str]]:
    """The documents that give the value of a figure too."""
    found: dict[Figure, set[str]] = defaultdict(set)
    for one, other, _ in same:
        found[one].add(other.statement.document.id)
        found[other].add(one.statement.document.id)
    return found


def _given_together(one: Figure, other: Figure, giving: Mapping[Figure, set[str]]) -> bool:
    """True when one of the two documents gives both figures: to its writer they are of different things."""
    return other.statement.document.id in giving.get(one, ()) or one.statement.document.id in giving.get(other, ())


# ---------------------------------------------------------------- claims


def _compared_statements(statements: Sequence[Statement]) -> Found:
    """The points of the claims of a story, without those of their figures. A question claims nothing."""
    claiming = [statement for statement in statements if statement.claim.voice != "question"]
    edges: dict[ConflictType, list[Edge]] = defaultdict(list)
    scores: dict[tuple[Item, Item], float] = {}
    for one, other in pairs.sharing_words(claiming):
        pair = StatementPair(one, other, jaccard(one, other))
        if edge := first_found(STATEMENT_CHECKS, pair):
            edges[edge.finding.type].append(edge)
        elif agreements.agree(pair):
            scores[claim_item(one), claim_item(other)] = pair.likeness
    conflicts = [point for of_type in edges.values() for point in _disputed(of_type)]
    shown = [claim_item(statement) for statement in claiming]
    return Found(conflicts, list(agreements.agreements(shown, scores, agreements.CLAIMS)))


def _disputed(edges: Sequence[Edge]) -> list[Point]:
    """The points on which claims differ in one way: those that say one thing against the same claim share a side."""
    items = dict.fromkeys(item for edge in edges for item in (edge.one, edge.other))
    against: dict[tuple[Item, str | None], list[Item]] = defaultdict(list)
    for edge in edges:
        against[edge.other, edge.one.says].append(edge.one)
        against[edge.one, edge.other.says].append(edge.other)
    return points.disputed(list(items), (pair for side in against.values() for pair in pairwise(side)), edges)
