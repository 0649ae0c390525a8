"""Words that tell what is compared: models/stop_words.txt, frames.txt, plain_people.txt, scale_words.txt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon.source import rows, words


@dataclass(frozen=True)
class ComparingWords:
    """stop_words: words that mean nothing by themselves. frames: a lemma to the kind of event that it tells of.

    plain_people: nouns that count people without saying which. scales: words, in the form in which they stand, that
    tell one figure of a thing from another ("maximum").
    """

    stop_words: frozenset[str]
    frames: Mapping[str, str]
    plain_people: frozenset[str]
    scales: frozenset[str]


def load(folder: Path) -> ComparingWords:
    """The words of the four files. Raises LexiconError for a frame without words."""
    frames: dict[str, str] = {}
    for row in rows(folder, "frames.txt"):
        name, lemmas = row.columns(":", "name of a frame", "lemmas")
        for lemma in lemmas.split():
            frames.setdefault(lemma, name)
    return ComparingWords(
        stop_words=words(folder, "stop_words.txt"),
        frames=frames,
        plain_people=words(folder, "plain_people.txt"),
        scales=words(folder, "scale_words.txt"),
    )
