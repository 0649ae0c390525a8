"""The check of what one affirms and the other denies."""

from __future__ import annotations

from pipeline.compare.checks.check import Difference, StatementPair
from pipeline.compare.findings import Item, stance_item
from pipeline.compare.slots.statements import Statement


def opposite_polarity(pair: StatementPair) -> Difference | None:
    """One affirms what the other denies: the same words about the same subject, one of them negated."""
    return Difference("contradicts", "high", "one denies what the other affirms")


def shown_polarity(statement: Statement) -> Item:
    """The whole claim, with whether it affirms or denies."""
    return stance_item(statement, statement.claim.polarity)
