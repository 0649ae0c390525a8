"""Words that make a figure a change, up or down (models/changes.txt)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.lexicon.source import rows

Direction = Literal["up", "down"]
_KINDS = ("verb", "noun", "word")


@dataclass(frozen=True)
class ChangeWords:
    """Lemmas to the direction that they tell. beside: words that count only beside a figure ("up 5 percent")."""

    verbs: Mapping[str, Direction]
    nouns: Mapping[str, Direction]
    beside: Mapping[str, Direction]


def load(folder: Path) -> ChangeWords:
    """The words of changes.txt. Raises LexiconError for a line that tells no direction or no kind of word."""
    found: dict[str, dict[str, Direction]] = {kind: {} for kind in _KINDS}
    for row in rows(folder, "changes.txt"):
        lemma, towards, kinds = row.columns("|", "lemma", "up or down", "verb, noun or word")
        direction: Direction = "up" if row.choice(towards, ("up", "down"), "direction") == "up" else "down"
        for kind in kinds.split():
            found[row.choice(kind, _KINDS, "kind of word")][lemma] = direction
    return ChangeWords(found["verb"], found["noun"], found["word"])
