"""Words that tell who says something and what kind of statement a clause is.

models/verbs_of_saying.tsv, nouns_of_saying.txt and claim_words.tsv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon.source import by_blank, grouped, rows, words

FRAMES = frozenset({"say", "think", "want", "about", "deny", "evidence"})


@dataclass(frozen=True)
class Groups:
    """Lemmas or words, by what they tell of a clause; claim_words.tsv says what each group is for."""

    ageing: frozenset[str]
    advise: frozenset[str]
    alike: frozenset[str]
    appear: frozenset[str]
    causal: frozenset[str]
    conditional: frozenset[str]
    event: frozenset[str]
    first_person: frozenset[str]
    future: frozenset[str]
    hedge: frozenset[str]
    intend: frozenset[str]
    mental: frozenset[str]
    negative: frozenset[str]
    negative_verb: frozenset[str]
    obligation: frozenset[str]
    oblige: frozenset[str]
    opinion: frozenset[str]
    performative: frozenset[str]
    possible: frozenset[str]
    presenting: frozenset[str]
    propose: frozenset[str]
    prospect: frozenset[str]
    ranking: frozenset[str]
    ready: frozenset[str]
    relating: frozenset[str]
    reported: frozenset[str]
    silent: frozenset[str]
    somebody: frozenset[str]
    universal: frozenset[str]
    vague: frozenset[str]
    vague_pronoun: frozenset[str]
    wish: frozenset[str]


@dataclass(frozen=True)
class ClaimWords(Groups):
    """The groups, and verbs and nouns of saying.

    saying: a verb's lemma to the frames that it takes, each of ``FRAMES`` or "+" and a preposition or "name".
    """

    saying: Mapping[str, frozenset[str]]
    nouns_of_saying: frozenset[str]


def load(folder: Path) -> ClaimWords:
    """The words of claims. Raises LexiconError for a frame or a group that the rules do not know."""
    saying = {}
    for row in rows(folder, "verbs_of_saying.tsv"):
        lemma, frames = row.columns("\t", "lemma", "frames")
        for frame in frames.split():
            if not frame.startswith("+"):
                row.choice(frame, FRAMES, "frame")
        saying[lemma] = frozenset(frames.split())
    groups = grouped(folder, "claim_words.tsv", Groups, separator="\t", split=by_blank)
    return ClaimWords(**vars(groups), saying=saying, nouns_of_saying=words(folder, "nouns_of_saying.txt"))
