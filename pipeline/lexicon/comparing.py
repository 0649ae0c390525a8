"""Words that tell what is compared: models/stop_words.txt, frames.txt, plain_people.txt, scale_words.txt,
comparing_words.txt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import LexiconError
from pipeline.lexicon.source import Words, by_comma, grouped, rows, words


@dataclass(frozen=True)
class ComparingGroups:
    """The groups of comparing_words.txt, which says what each is for."""

    state_verb: frozenset[str]
    part: Words
    plain_kind: frozenset[str]
    people_frame: frozenset[str]
    toll_frame: frozenset[str]


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
    groups: ComparingGroups


def load(folder: Path) -> ComparingWords:
    """The words of the five files. Raises LexiconError for a frame without words, or without a line in frames.txt."""
    frames: dict[str, str] = {}
    for row in rows(folder, "frames.txt"):
        name, lemmas = row.columns(":", "name of a frame", "lemmas")
        for lemma in lemmas.split():
            frames.setdefault(lemma, name)
    groups = grouped(folder, "comparing_words.txt", ComparingGroups, split=by_comma)
    if unknown := sorted((groups.people_frame | groups.toll_frame) - set(frames.values())):
        raise LexiconError(f"models/comparing_words.txt: no frame {', '.join(unknown)}; expected names of frames.txt")
    return ComparingWords(
        stop_words=words(folder, "stop_words.txt"),
        frames=frames,
        plain_people=words(folder, "plain_people.txt"),
        scales=words(folder, "scale_words.txt"),
        groups=groups,
    )
