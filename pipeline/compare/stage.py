"""The stage: stories, aligned claims, checks, points."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from pipeline.compare import checks, points
from pipeline.compare.align import align_figures, likeness, periods_differ
from pipeline.compare.groups.joined import Groups
from pipeline.compare.groups.stories import stories
from pipeline.compare.omissions import figure_item, omissions
from pipeline.compare.points import Edge, Item
from pipeline.compare.slots import facts
from pipeline.compare.slots.amounts import same_amount
from pipeline.compare.slots.facts import Figure, Statement
from pipeline.compare.slots.words import content
from pipeline.records import Claim, ConflictType, Document, Point

BLOCK = 80  # figures of one key in one story: beyond, the key says nothing
WORD_BLOCK = 30  # claims of one story with a word that finds the claims to compare
WORDS = 3  # that two claims must share
AGREED = 0.7  # likeness of claims that say the same
AGREED_WORDS = 5


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
    for mine in by_document.values():
        mine.sort(key=lambda claim: (claim.start, claim.end, claim.id))
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
    agreeing = _agreeing(figures, same)
    edges = [edge for edge in edges if edge.finding.type != "numeric" or not _both_given(edge, figures, agreeing)]
    # Only those that are on a point are made ready to be shown.
    used = sorted({number for edge in edges for number in (edge.one, edge.other)} | {n for pair in same for n in pair})
    place = {number: at for at, number in enumerate(used)}
    items = [figure_item(figures[number]) for number in used]
    same = {(place[one], place[other]): score for (one, other), score in same.items()}
    edges = [replace(edge, one=place[edge.one], other=place[edge.other]) for edge in edges]
    return points.disputed(items, same, edges), list(_agreed(items, same, "numeric", "amounts"))


def _agreeing(figures: Sequence[Figure], same: Iterable[tuple[int, int]]) -> dict[int, set[str]]:
    """The documents that give the value of a figure too, by the number of the figure."""
    found: dict[int, set[str]] = defaultdict(set)
    for one, other in same:
        found[one].add(figures[other].statement.document.id)
        found[other].add(figures[one].statement.document.id)
    return found


def _both_given(edge: Edge, figures: Sequence[Figure], agreeing: dict[int, set[str]]) -> bool:
    """True when one of the two documents gives both figures: to its writer they are of different things."""
    one, other = (figures[number].statement.document.id for number in (edge.one, edge.other))
    return other in agreeing.get(edge.one, ()) or one in agreeing.get(edge.other, ())


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
    return list(_differing(usable, edges)), list(_agreed(whole, same, "wording", "same_claim"))


def _differing(usable: Sequence[Statement], edges: Iterable[Edge]) -> Iterator[Point]:
    """The points on which claims differ: those that say one thing against the same claim share a side."""
    by_type: dict[ConflictType, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_type[edge.finding.type].append(edge)
    for kind, alike in by_type.items():
        numbers: dict[Item, int] = {}
        against: dict[tuple[int, str], list[int]] = defaultdict(list)  # those that say something against an item
        numbered: list[Edge] = []
        for edge in alike:
            (one, says), (other, denies) = _beside(usable[edge.one], usable[edge.other], kind)
            here, there = numbers.setdefault(one, len(numbers)), numbers.setdefault(other, len(numbers))
            numbered.append(replace(edge, one=here, other=there))
            against[there, says].append(here)
            against[here, denies].append(there)
        same = [pair for agreeing in against.values() for pair in pairwise(agreeing)]
        yield from points.disputed(list(numbers), same, numbered)


def _beside(one: Statement, other: Statement, kind: ConflictType) -> list[tuple[Item, str]]:
    """Two claims that differ, as items that show what they differ in, each with what it says there."""
    if kind in ("entity", "place"):
        changed = checks.the_change(one, other)
        assert changed is not None, "the check looked at it"
        return [(_name(one, changed[0]), changed[0]), (_name(other, changed[1]), changed[1])]
    return [_shown(one, kind), _shown(other, kind)]


def _shown(statement: Statement, kind: ConflictType) -> tuple[Item, str]:
    """A claim as an item that shows its date, its speaker, its polarity or its modality, and that alone."""
    claim, span = statement.claim, _span(statement)
    if kind == "date":
        time = checks.the_time(statement)
        assert time is not None, "the check looked at it"
        return Item(statement, time.text, (time.start, time.end), "when", (time.start, time.end)), time.value
    if kind == "attribution":
        return Item(statement, _speaker(statement), span, "who said"), statement.speaker or ""
    says = claim.polarity if kind == "polarity" else claim.modality
    return Item(statement, f"{says}: {claim.text}", span, "is it true"), says


def _name(statement: Statement, identity: str) -> Item:
    """A claim as an item that shows one of the names in it."""
    parts = [statement.claim.subject, *statement.claim.arguments]
    part = next(part for part in parts if part is not None and part.entity_id == identity)
    asks = "where" if identity.startswith(facts.PLACE) else "who or what"
    return Item(statement, part.text, (part.start, part.end), asks)


def _speaker(statement: Statement) -> str:
    return (statement.claim.speaker.name if statement.claim.speaker else None) or "unknown"


def _span(statement: Statement) -> tuple[int, int]:
    return statement.claim.start, statement.claim.end


def _agree(a: Statement, b: Statement) -> bool:
    """Two claims that say the same: most words, polarity, all figures; and no name or date against one of the other."""
    if periods_differ(a, b) or (_names_beside(a, b) and _names_beside(b, a)):
        return False
    if len(a.words & b.words) < AGREED_WORDS or likeness(a, b) < AGREED or a.claim.polarity != b.claim.polarity:
        return False
    if (a.claim.modality in checks.FACTS) != (b.claim.modality in checks.FACTS):
        return False
    one, other = a.claim.quantities, b.claim.quantities
    return [(q.low, q.high, q.unit) for q in one] == [(q.low, q.high, q.unit) for q in other]


def _names_beside(a: Statement, b: Statement) -> bool:
    """True when a claim has a name that the other has neither by its id nor in words."""
    return any(not content(name.partition("/")[2].replace("-", " ")) <= b.words for name in a.names - b.names)


def _agreed(
    items: Sequence[Item], same: dict[tuple[int, int], float], kind: ConflictType, rule: str
) -> Iterator[Point]:
    """A record for each group of items of several documents that give one value."""
    groups = Groups(len(items))
    for one, other in same:
        groups.join(one, other)
    scores: dict[int, float] = defaultdict(float)
    for (one, _), score in same.items():
        scores[groups.first(one)] = max(scores[groups.first(one)], score)
    for numbers in groups.members():
        members = [items[number] for number in numbers]
        if len({item.statement.document.id for item in members}) > 1:
            yield points.agreed(members, kind, rule, scores[groups.first(numbers[0])])


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
