"""The check of facts beside plans, possibilities and duties."""

from __future__ import annotations

from pipeline.compare.checks.check import Difference, StatementPair
from pipeline.compare.findings import Item, stance_item
from pipeline.compare.slots.statements import Statement


def fact_beside_plan(pair: StatementPair) -> Difference | None:
    """What one tells as a fact is a plan, a possibility or a duty in the other; a later fact is an update of a plan."""
    fact, plan = (pair.one, pair.other) if pair.one.tells_fact else (pair.other, pair.one)
    reason = f"one tells as a fact what is {plan.claim.modality} in the other"
    if fact.published and plan.published and fact.published > plan.published:
        return Difference("updates", "medium", reason, ("update",))
    return Difference("differs", "medium", reason)


def shown_modality(statement: Statement) -> Item:
    """The whole claim, with its modality."""
    return stance_item(statement, statement.claim.modality)
