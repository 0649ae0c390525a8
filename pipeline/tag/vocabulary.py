"""The words of ``models/name_words.txt`` that tell what kind a name is, ready for use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.records import Label
from pipeline.resources import lines

HEADS: tuple[Label, ...] = ("ORG", "FAC", "LOC", "GPE", "EVENT", "LAW")


@dataclass(frozen=True)
class Vocabulary:
    """Words by what they say of a name.

    titles: what may stand before a person's name, lower case, no full stop; every word of them in ``title_words``.
    heads: the kind of a name by its last (or, before "of", its first) word, lower case.
    """

    titles: frozenset[str]
    title_words: frozenset[str]
    roles: tuple[str, ...]
    say: frozenset[str]
    particles: frozenset[str]
    heads: dict[str, Label]
    media: frozenset[str]
    company: tuple[str, ...]
    routes: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The words, read once a process."""
    rows: dict[str, tuple[str, ...]] = {}
    for line in lines("name_words.txt"):
        kind, _, words = line.partition(":")
        rows[kind] = tuple(word.strip() for word in words.split(",") if word.strip())
    titles = frozenset(word.lower() for word in rows["title"])
    return Vocabulary(
        titles=titles,
        title_words=frozenset(part for title in titles for part in title.replace("-", " ").split() if part != "of"),
        roles=rows["role"],
        say=frozenset(rows["say"]),
        particles=frozenset(rows["particle"]),
        heads={word.lower(): label for label in HEADS for word in rows[label]},
        media=frozenset(rows["media"]),
        company=rows["company"],
        routes=rows["route"],
    )


def alternatives(words: tuple[str, ...] | frozenset[str]) -> str:
    """A regular expression for any of the words, the longest first; a blank in one stands for any blank."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda w: (-len(w), w)))
