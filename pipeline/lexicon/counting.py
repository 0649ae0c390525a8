"""Words around numbers that tell what they count, measure or compare: models/counting_words.txt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from pipeline.errors import LexiconError
from pipeline.lexicon.source import Words, by_comma, grouped


@dataclass(frozen=True)
class _Groups:
    """The groups of counting_words.txt, which says what each is for."""

    measuring: frozenset[str]
    size: frozenset[str]
    unit: frozenset[str]
    lemma: Words
    compared_by_times: Words
    compared_by_part: Words
    compared_by_multiple: Words
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
    """The words of counting_words.txt. Raises LexiconError for a lemma that is not written form=lemma."""
    groups = grouped(folder, "counting_words.txt", _Groups, split=by_comma)
    lemmas: dict[str, str] = {}
    for pair in groups.lemma:
        form, _, lemma = pair.partition("=")
        if not form or not lemma:
            raise LexiconError(f"models/counting_words.txt: {pair!r} is no form=lemma")
        lemmas[form] = lemma
    return CountingWords(**{field.name: getattr(groups, field.name) for field in fields(groups)}, lemmas=lemmas)
