"""Transitional: the packaged vocabularies."""

from __future__ import annotations

from pipeline.lexicon.claim_words import ClaimWords
from pipeline.lexicon.lexicon import packaged
from pipeline.lexicon.name_words import NameWords


def vocabulary() -> NameWords:
    """Transitional."""
    return packaged().names


def lexicon() -> ClaimWords:
    """Transitional."""
    return packaged().claim_words


def lines(name: str) -> tuple[str, ...]:
    """Transitional: the lines of a data file."""
    text = (packaged().folder / name).read_text(encoding="utf-8")
    return tuple(line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#"))
