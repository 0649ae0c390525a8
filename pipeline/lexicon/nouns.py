"""Transitional: the packaged kinds of nouns."""

from __future__ import annotations

from pipeline.lexicon.lexicon import packaged


def kinds(noun: str) -> frozenset[str]:
    """Transitional."""
    return packaged().kinds.of(noun)


def is_person(noun: str) -> bool:
    """Transitional."""
    return packaged().kinds.is_person(noun)
