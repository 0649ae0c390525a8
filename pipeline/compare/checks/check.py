"""A check as a row: what it compares, what must hold before it is asked, what it finds and how that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from pipeline.compare.align import Alignment
from pipeline.compare.findings import SEVERITIES, Edge, Finding, Item
from pipeline.compare.slots.figures import Figure
from pipeline.compare.slots.statements import Statement
from pipeline.records import ConflictType, Relation, Severity

BENIGN = {  # readings that would make a difference harmless, and by how many steps each lowers the severity
    "different_object": 0,  # two kinds of one thing may be two things; the check's severity allows for it
    "unit": 0,  # two units, each figure rounded in its own
    "same_origin": 0,  # versions of one text: one of them was changed
    "rounding": 1,
    "subset": 1,  # a part beside the whole
    "update": 1,  # the later text knows more
    "different_speaker": 1,  # two people may see it in two ways
}


class Pair(Protocol):
    """Two things of one point."""

    @property
    def statements(self) -> tuple[Statement, Statement]:
        """The claims that they are of."""

    @property
    def score(self) -> float:
        """How sure it is that they are on one point, from 0 to 1."""


@dataclass(frozen=True)
class FigurePair:
    """Two figures that are aligned.

    given_together: one of their documents gives both values.
    """

    one: Figure
    other: Figure
    alignment: Alignment
    given_together: bool = False

    @property
    def statements(self) -> tuple[Statement, Statement]:
        """The claims that give them."""
        return self.one.statement, self.other.statement

    @property
    def score(self) -> float:
        """That of their alignment."""
        return self.alignment.score


@dataclass(frozen=True)
class StatementPair:
    """Two claims of two documents. likeness: the share of their content words that both have (Jaccard)."""

    one: Statement
    other: Statement
    likeness: float

    @property
    def statements(self) -> tuple[Statement, Statement]:
        """Both."""
        return self.one, self.other

    @property
    def score(self) -> float:
        """Their likeness."""
        return self.likeness


P = TypeVar("P", bound=Pair)


@dataclass(frozen=True)
class Difference:
    """What a check says of a pair, before all that holds for any two claims is added.

    reason: the end of a sentence that begins with both of them. benign: names of ``BENIGN``.
    type: None for the check's only type.
    """

    relation: Relation
    severity: Severity
    reason: str
    benign: tuple[str, ...] = ()
    type: ConflictType | None = None


@dataclass(frozen=True)
class Check(Generic[P]):
    """A row of the table of checks.

    name: what records call it (``rule``). types: what it may find. find: how a pair differs, or None; its docstring is
    the check's documentation for users. shown: both sides of a pair that differs, as items that show that and no more.
    guards: what must all hold before ``find`` is asked.
    severity_is_final: the benign readings are what it finds, and do not lower its severity.
    """

    name: str
    types: tuple[ConflictType, ...]
    find: Callable[[P], Difference | None]
    shown: Callable[[P], tuple[Item, Item]]
    guards: tuple[Callable[[P], bool], ...]
    severity_is_final: bool = False

    def compare(self, pair: P) -> Edge | None:
        """How a pair differs, ready for a point; None when the check finds nothing, or does not apply."""
        for guard in self.guards:
            if not guard(pair):
                return None
        difference = self.find(pair)
        if difference is None:
            return None
        one, other = self.shown(pair)
        return Edge(one, other, self._finding(pair, difference), pair.score)

    def _finding(self, pair: P, difference: Difference) -> Finding:
        benign = (*difference.benign, *_general_readings(pair, difference.benign))
        severity = difference.severity if self.severity_is_final else _lowered(difference.severity, benign)
        kind = difference.type or self.types[0]
        assert kind in self.types, f"{self.name} says {kind}, which its row does not"
        return Finding(difference.relation, kind, severity, benign, difference.reason, self.name)


def first_found(checks: Iterable[Check[P]], pair: P) -> Edge | None:
    """What the first check finds that finds something."""
    for check in checks:
        edge = check.compare(pair)
        if edge is not None:
            return edge
    return None


def each(shown: Callable[[Statement], Item]) -> Callable[[StatementPair], tuple[Item, Item]]:
    """How a pair is shown whose claims are each shown by themselves."""
    return lambda pair: (shown(pair.one), shown(pair.other))


def _general_readings(pair: Pair, known: tuple[str, ...]) -> list[str]:
    """The benign readings that hold for any two claims, without those that are known."""
    one, other = pair.statements
    found = []
    if one.speaker_id and other.speaker_id and one.speaker_id != other.speaker_id:
        found.append("different_speaker")
    if one.document.id != other.document.id and one.document.origin == other.document.origin:
        found.append("same_origin")
    return [reading for reading in found if reading not in known]


def _lowered(severity: Severity, benign: Iterable[str]) -> Severity:
    steps = SEVERITIES.index(severity) + sum(BENIGN[reading] for reading in benign)
    return SEVERITIES[min(steps, len(SEVERITIES) - 1)]
