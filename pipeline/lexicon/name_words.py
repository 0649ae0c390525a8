"""The words of ``models/name_words.txt`` that tell what kind a name is, ready for use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon.source import lines
from pipeline.records import Label
from pipeline.text.folding import fold

HEADS: tuple[Label, ...] = ("ORG", "FAC", "LOC", "GPE", "EVENT", "LAW")
OWNERS: dict[str, Label] = {"place": "GPE", "body": "ORG", "person": "PERSON"}
FIRST: tuple[Label, ...] = ("ORG", "LOC", "GPE")


@dataclass(frozen=True)
class Vocabulary:
    """Words by what they say of a name.

    titles: what may stand before a person's name, lower case, no full stop; every word of them in ``title_words``.
    heads: the kind of a name by its last (or, before "of", its first) word, lower case. endings: what a hyphen adds to
    a name ("-based"). places, facilities, bodies: nouns that say what a name is. no_names: capitals that name
    nobody. kinds_of_bodies: what the names of companies and outlets end in, folded.
    businesses: what else companies are called by, which is part of their names.
    first: the kind of a name by its first word. generic: bodies that name nothing when they stand alone.
    owns: the kind of an owner by what is owned ("'s wife"). of: the kind of a name by the noun before "of" or "for".
    given: first names of many languages, folded. lives: verbs that only persons do. moves: verbs whose "to" and "from"
    are places.
    """

    titles: frozenset[str]
    title_words: frozenset[str]
    roles: tuple[str, ...]
    say: frozenset[str]
    particles: frozenset[str]
    heads: dict[str, Label]
    media: frozenset[str]
    company: tuple[str, ...]
    kinds_of_bodies: frozenset[str]
    businesses: frozenset[str]
    routes: tuple[str, ...]
    endings: frozenset[str]
    places: frozenset[str]
    facilities: frozenset[str]
    bodies: frozenset[str]
    no_names: frozenset[str]
    first: dict[str, Label]
    generic: frozenset[str]
    owns: dict[str, Label]
    of: dict[str, Label]
    lives: frozenset[str]
    given: frozenset[str]
    moves: frozenset[str]


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
        kinds_of_bodies=frozenset(map(fold, (*rows["company"], *rows["media"], *rows["company word"]))),
        businesses=frozenset(rows["business word"]),
        routes=rows["route"],
        endings=frozenset(rows["ending"]),
        places=frozenset(rows["place noun"]),
        facilities=frozenset(rows["facility noun"]),
        bodies=frozenset(rows["body noun"]),
        no_names=frozenset(rows["no name"]),
        first={fold(word): label for label in FIRST for word in rows[f"{label} first"]},
        generic=frozenset(rows["generic"]),
        owns={word: label for kind, label in OWNERS.items() for word in rows[f"{kind} owns"]},
        of={word: label for kind, label in OWNERS.items() for word in rows.get(f"of {kind}", ())},
        lives=frozenset(rows["person does"]),
        given=frozenset(lines("given_names.txt")),
        moves=frozenset(rows["moves"]),
    )


def alternatives(words: tuple[str, ...] | frozenset[str]) -> str:
    """A regular expression for any of the words, the longest first; a blank in one stands for any blank."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda w: (-len(w), w)))
