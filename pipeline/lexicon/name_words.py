"""Words that tell what kind a name is (models/name_words.txt), and first names (given_names.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon.source import Words, by_comma, grouped, words
from pipeline.records import Label
from pipeline.text.folding import fold

_HEADS: tuple[Label, ...] = ("ORG", "FAC", "LOC", "GPE", "EVENT", "LAW")
_FIRST: tuple[Label, ...] = ("ORG", "LOC", "GPE")
_OWNERS: dict[str, Label] = {"place": "GPE", "body": "ORG", "person": "PERSON"}


@dataclass(frozen=True)
class _Groups:
    """The groups of name_words.txt, which says what each is for."""

    title: Words
    role: Words
    say: frozenset[str]
    ORG: Words
    FAC: Words
    LOC: Words
    GPE: Words
    EVENT: Words
    LAW: Words
    media: frozenset[str]
    company: Words
    company_word: Words
    business_word: frozenset[str]
    particle: frozenset[str]
    route: Words
    ending: frozenset[str]
    place_noun: frozenset[str]
    facility_noun: frozenset[str]
    body_noun: frozenset[str]
    no_name: frozenset[str]
    ORG_first: Words
    LOC_first: Words
    GPE_first: Words
    generic: frozenset[str]
    place_owns: Words
    body_owns: Words
    person_owns: Words
    of_place: Words
    of_body: Words
    person_does: frozenset[str]
    moves: frozenset[str]


@dataclass(frozen=True)
class NameWords:
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
    roles: Words
    say: frozenset[str]
    particles: frozenset[str]
    heads: Mapping[str, Label]
    media: frozenset[str]
    company: Words
    kinds_of_bodies: frozenset[str]
    businesses: frozenset[str]
    routes: Words
    endings: frozenset[str]
    places: frozenset[str]
    facilities: frozenset[str]
    bodies: frozenset[str]
    no_names: frozenset[str]
    first: Mapping[str, Label]
    generic: frozenset[str]
    owns: Mapping[str, Label]
    of: Mapping[str, Label]
    lives: frozenset[str]
    given: frozenset[str]
    moves: frozenset[str]


def load(folder: Path) -> NameWords:
    """The words of both files. Raises LexiconError for a group that no rule reads, or one that lacks."""
    groups = grouped(folder, "name_words.txt", _Groups, split=by_comma)
    titles = frozenset(map(str.lower, groups.title))
    return NameWords(
        titles=titles,
        title_words=frozenset(part for title in titles for part in title.replace("-", " ").split() if part != "of"),
        roles=groups.role,
        say=groups.say,
        particles=groups.particle,
        heads={word.lower(): label for label in _HEADS for word in getattr(groups, label)},
        media=groups.media,
        company=groups.company,
        kinds_of_bodies=frozenset(map(fold, (*groups.company, *groups.media, *groups.company_word))),
        businesses=groups.business_word,
        routes=groups.route,
        endings=groups.ending,
        places=groups.place_noun,
        facilities=groups.facility_noun,
        bodies=groups.body_noun,
        no_names=groups.no_name,
        first={fold(word): label for label in _FIRST for word in getattr(groups, f"{label}_first")},
        generic=groups.generic,
        owns={word: label for kind, label in _OWNERS.items() for word in getattr(groups, f"{kind}_owns")},
        of={word: _OWNERS[kind] for kind in ("place", "body") for word in getattr(groups, f"of_{kind}")},
        lives=groups.person_does,
        given=words(folder, "given_names.txt"),
        moves=groups.moves,
    )


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first; a blank in one stands for any blank."""
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(phrases, key=lambda p: (-len(p), p)))
