"""Words around numbers that tell what they count, measure or compare: models/counting_words.txt, lemmas.txt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from pipeline.lexicon.source import Words, by_comma, grouped, rows


@dataclass(frozen=True)
class _Groups:
    """The groups of counting_words.txt, which says what each is for."""

    measuring: frozenset[str]
    size: frozenset[str]
    unit: frozenset[str]
    compared_by_times: Words
    compared_by_part: Words
    rate: Words
    half: Words
    after_an_age: Words
    standing_alone: frozenset[str]
    extent: frozenset[str]


@dataclass(frozen=True)
class CountingWords(_Groups):
    """The groups of counting_words.txt. lemmas: forms to the lemmas that the parse gets wrong."""

    lemmas: Mapping[str, str]


def load(folder: Path) -> CountingWords:
    """The words of the two files. Raises LexiconError for a form without a lemma."""
    groups = grouped(folder, "counting_words.txt", _Groups, split=by_comma)
    pairs = (row.columns("|", "form", "lemma") for row in rows(folder, "lemmas.txt"))
    return CountingWords(
        **{field.name: getattr(groups, field.name) for field in fields(groups)},
        lemmas=dict(pairs),
    )
