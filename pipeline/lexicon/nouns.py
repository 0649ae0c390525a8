"""What kind of thing a noun names, by WordNet (models/kinds.tsv)."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.source import lines


@cache
def _table() -> dict[str, str]:
    return dict(line.split("\t", 1) for line in lines("kinds.tsv"))


def kinds(noun: str) -> frozenset[str]:
    """The words for the kinds that a noun (a lemma, in lower case) belongs to; none for an unknown noun."""
    return frozenset(_table().get(noun, "").split())


def is_person(noun: str) -> bool:
    """True for a noun that names people: "defender", "student"."""
    return "person" in kinds(noun)
