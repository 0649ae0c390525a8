"""The vocabulary of this stage, read once from models/."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.lexicon.source import lines


@dataclass(frozen=True)
class Lexicon:
    """Cue words. saying: verb lemma to its frames; groups: name of a group to its words or lemmas."""

    saying: dict[str, frozenset[str]]
    nouns_of_saying: frozenset[str]
    groups: dict[str, frozenset[str]]

    def __getitem__(self, group: str) -> frozenset[str]:
        return self.groups[group]


@cache
def lexicon() -> Lexicon:
    """The packaged vocabulary: models/verbs_of_saying.tsv, nouns_of_saying.txt and claim_words.tsv."""
    saying = {}
    for line in lines("verbs_of_saying.tsv"):
        lemma, frames = line.split("\t")
        saying[lemma] = frozenset(frames.split())
    groups: dict[str, frozenset[str]] = {}
    for line in lines("claim_words.tsv"):
        group, words = line.split("\t")
        groups[group] = groups.get(group, frozenset()) | frozenset(word.replace("_", " ") for word in words.split())
    return Lexicon(saying, frozenset(lines("nouns_of_saying.txt")), groups)
