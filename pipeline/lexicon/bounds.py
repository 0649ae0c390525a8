"""Transitional: comparators for ages and for compare, until they are given a ``ComparatorReader``."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.lexicon import packaged
from pipeline.values.comparators import ComparatorReader, Cue

__all__ = ["Cue", "after", "before"]


@cache
def _packaged() -> ComparatorReader:
    return ComparatorReader(packaged().comparators, packaged().amounts)


def before(text: str, at: int) -> Cue | None:
    """Transitional."""
    return _packaged().before(text, at)


def after(text: str, at: int) -> Cue | None:
    """Transitional."""
    return _packaged().after(text, at)
