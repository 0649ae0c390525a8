"""What must hold of a pair before a check is asked: missing data never keeps one from being asked."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.compare.checks.check import FigurePair, StatementPair
from pipeline.compare.slots.amounts import same_amount
from pipeline.compare.slots.statements import periods_differ

# ---------------------------------------------------------------- figures


def one_object(pair: FigurePair) -> bool:
    """Both are figures of one thing, not of two things of a kind."""
    return pair.alignment.kind is None


def two_objects_of_a_kind(pair: FigurePair) -> bool:
    """Both are figures of things of one kind."""
    return pair.alignment.kind is not None


def amounts_differ(pair: FigurePair) -> bool:
    """They do not give the same amount."""
    return not same_amount(pair.one.amount, pair.other.amount)


def not_given_together(pair: FigurePair) -> bool:
    """Neither document gives both values: to its writer they would be of two things."""
    return not pair.given_together


# ---------------------------------------------------------------- claims


def alike(least: float) -> Callable[[StatementPair], bool]:
    """A guard: the claims share at least so much of their content words."""

    def are_alike(pair: StatementPair) -> bool:
        return pair.likeness >= least

    return are_alike


def same_verb(pair: StatementPair) -> bool:
    """Both tell of one kind of event, or have one verb."""
    return pair.one.predicate == pair.other.predicate


def no_other_subject(pair: StatementPair) -> bool:
    """Both are said of one thing, as far as they say of what."""
    first, second = pair.one.subject, pair.other.subject
    return first is None or second is None or first == second


def no_other_period(pair: StatementPair) -> bool:
    """Their dates have a day in common, where both have dates."""
    return not periods_differ(pair.one, pair.other)


def same_names(pair: StatementPair) -> bool:
    """Both name the same entities."""
    return pair.one.entity_ids == pair.other.entity_ids


def same_polarity(pair: StatementPair) -> bool:
    """Both affirm, or both deny."""
    return pair.one.claim.polarity == pair.other.claim.polarity


def other_polarity(pair: StatementPair) -> bool:
    """One affirms, the other denies."""
    return pair.one.claim.polarity != pair.other.claim.polarity


def both_affirm(pair: StatementPair) -> bool:
    """Neither denies anything."""
    return "negative" not in (pair.one.claim.polarity, pair.other.claim.polarity)


def same_modality(pair: StatementPair) -> bool:
    """Both tell it as a fact, or both as one plan, possibility or duty."""
    return pair.one.claim.modality == pair.other.claim.modality


def facts_or_no_facts(pair: StatementPair) -> bool:
    """Both tell it as a fact, or neither."""
    return pair.one.tells_fact == pair.other.tells_fact


def fact_and_no_fact(pair: StatementPair) -> bool:
    """One alone tells it as a fact."""
    return pair.one.tells_fact != pair.other.tells_fact


def no_state(pair: StatementPair) -> bool:
    """What happened is no state: what is so on one day may be so on another."""
    return pair.one.predicate not in pair.one.knowledge.words.state_verbs
