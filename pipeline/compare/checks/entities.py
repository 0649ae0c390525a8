"""The check of who, what or where it was."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.compare.checks.check import Difference, StatementPair
from pipeline.compare.findings import Item
from pipeline.compare.slots.statements import Statement
from pipeline.lexicon.ids import entity_id

PLACES = ("gpe", "loc", "fac")  # what ids of places begin with
LEAST_ROLES = 2  # that must be filled: with one alone, nothing but the verb says that it is one event; by hand


def different_names(pair: StatementPair) -> Difference | None:
    """The same said of two names: all is the same but for one name of the same kind in the same role.

    A country and a place in it are one: "Paris said" is "France said".
    """
    changed = changed_names(pair)
    if changed is None:
        return None
    return Difference(
        "contradicts",
        "medium",
        "the names are not the same",
        ("different_object",),
        type="place" if _kind(changed[0]) in PLACES else "entity",
    )


def changed_names(pair: StatementPair) -> tuple[str, str] | None:
    """The ids of the one name in a role of each claim that the other has another name for; None for none, or more."""
    one, other = pair.one, pair.other
    if one.roles.keys() != other.roles.keys() or len(one.roles) < LEAST_ROLES:
        return None
    changed = [(identity, other.roles[role]) for role, identity in one.roles.items() if identity != other.roles[role]]
    if len(changed) != 1:
        return None
    first, second = changed[0]
    if _kind(first) != _kind(second) or one.entity_ids - {first} != other.entity_ids - {second}:
        return None
    return None if _are_country_and_place(first, second, one.knowledge.countries) else (first, second)


def _kind(identity: str) -> str:
    """ "gpe" for "gpe/oslo"."""
    return identity.partition("/")[0]


def _are_country_and_place(first: str, second: str, countries: Mapping[str, str]) -> bool:
    """True for a country and a place in it; False for two cities of one country."""
    country = countries.get(first)
    if country is None or country != countries.get(second):
        return False
    return entity_id("GPE", country) in (first, second)


def shown_names(pair: StatementPair) -> tuple[Item, Item]:
    """Both claims, each with the name that the other has not."""
    changed = changed_names(pair)
    assert changed is not None, "the check looked at it"
    return _shown_name(pair.one, changed[0]), _shown_name(pair.other, changed[1])


def _shown_name(statement: Statement, identity: str) -> Item:
    parts = [statement.claim.subject, *statement.claim.arguments]
    part = next(part for part in parts if part is not None and part.entity_id == identity)
    asks = "where" if identity.startswith(PLACES) else "who or what"
    return Item(statement, part.text, (part.start, part.end), asks, says=identity)
