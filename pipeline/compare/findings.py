"""What the checks give and the points are made of: claims as they are shown, and how two of them differ."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from pipeline.compare.slots.figures import Figure
from pipeline.compare.slots.statements import Statement
from pipeline.records import ConflictType, Offsets, Relation, Severity

SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # the gravest first
_ASKS = {"money": "how much", "ratio": "what percentage", "duration": "how long", "age": "how old", "count": "how many"}
_ASKS_ELSE = "how much"


@dataclass(frozen=True)
class Item:
    """A claim as it stands on a point. value: what it says there; span: where; asks: the words that ask for it.

    slot: the place of the claim that ``asks`` can stand in; None where it can only stand before the claim.
    says: the value made comparable, for items that are one side when they say the same against the same item; None for
    those whose values are compared otherwise.
    """

    statement: Statement
    value: str
    span: Offsets
    asks: str
    slot: Offsets | None = None
    says: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Finding:
    """How two things on one point differ. reason: the end of a sentence that begins with both of them.

    benign: readings that would make the difference harmless. rule: the check that found it.
    """

    relation: Relation
    type: ConflictType
    severity: Severity
    benign: tuple[str, ...]
    reason: str
    rule: str


@dataclass(frozen=True)
class Edge:
    """Two items that differ. score: how sure it is that they are on one point, from 0 to 1."""

    one: Item
    other: Item
    finding: Finding
    score: float


def claim_item(statement: Statement) -> Item:
    """A claim as an item that shows all of its words."""
    return Item(statement, statement.claim.text, statement.span, "is it true")


def stance_item(statement: Statement, stance: str) -> Item:
    """A claim as an item that shows all of its words and how they are meant: "negative", "future"."""
    return Item(statement, f"{stance}: {statement.claim.text}", statement.span, "is it true", says=stance)


def figure_item(figure: Figure) -> Item:
    """A figure as an item, with what it counts."""
    asks = _ASKS.get(figure.quantity.dimension, _ASKS_ELSE)
    if figure.described_noun is not None:  # "a 120-year lease" has no room for "how long"
        asks = f"{asks} is “{figure.quantity.of or figure.described_noun}”"
        return Item(figure.statement, figure.words, figure.span, asks)
    return Item(figure.statement, figure.words, figure.span, asks, figure.slot)
