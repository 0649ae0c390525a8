"""Which mentions of a document name the same entity, from records alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.records import VALUE_LABELS, Entity
from pipeline.tag.definitions import definitions
from pipeline.tag.folding import fold, level
from pipeline.tag.people import Words, meant, name_words, plain, same, without_initials
from pipeline.tag.vocabulary import alternatives, vocabulary

_REACH = 30  # characters before a name in which its office stands
FIXED = ("gazetteer", "rule")


@dataclass(frozen=True, slots=True)
class Link:
    """Whom or what a mention names, as far as its document tells.

    words: for a person, the words of the full name, or of the bare name when no full one is there.
    full: the document has the person's full name.
    name: the canonical name; None when the mention may be several.
    entity_id: where the fuller name has one already. local: a word that many things are called by ("Parliament").
    several: the full names of the persons that a bare name may mean. office: the document gives the bare name an office
    ("President Bush").
    """

    label: str
    name: str | None
    words: Words = ()
    full: bool = False
    entity_id: str | None = None
    local: bool = False
    several: tuple[Words, ...] = ()
    office: bool = False


@dataclass(frozen=True)
class Links:
    """What a document's names come to.

    mentions: the link of each mention that is linked here, by entity record id.
    people: the persons with a full name: their words, the canonical name, and how often they are named.
    abbreviations: short forms that the text defines, folded, with the long form as it stands there.
    """

    mentions: dict[str, Link]
    people: dict[Words, tuple[str, int]]
    abbreviations: dict[str, str]


def link(text: str, entities: Sequence[Entity]) -> Links:
    """Group the mentions of one document."""
    names = [entity for entity in entities if entity.label not in VALUE_LABELS]
    abbreviations = _abbreviations(text, names)
    people = _people(names)
    heads = _heads(names)
    officials = _officials(text, names)
    mentions: dict[str, Link] = {}
    for entity in names:
        if entity.basis in FIXED:
            continue
        if entity.label == "PERSON":
            mentions[entity.id] = _person(entity, people, officials)
        else:
            mentions[entity.id] = _other(entity, abbreviations, heads)
    counts = Counter(one.words for one in mentions.values() if one.full)
    named = {words: (name, counts[words]) for words, name in people.items()}
    return Links(mentions, named, abbreviations)


def _people(names: Iterable[Entity]) -> dict[Words, str]:
    """Full names of persons (the longest form of each) and how each is best written."""
    spellings: dict[Words, Counter[str]] = {}
    for entity in names:
        if entity.label == "PERSON":
            words = name_words(entity.text)
            if len(words) > 1:
                spelling = entity.name if entity.basis == "gazetteer" and entity.name else _written(entity.text, words)
                key = name_words(spelling) if entity.basis == "gazetteer" else words
                spellings.setdefault(key, Counter())[spelling] += 1
    chosen: dict[Words, str] = {}
    for words in sorted(spellings, key=lambda key: (-len(key), key)):
        longer = [full for full in chosen if same(words, full)]
        if len(longer) == 1:
            spellings[longer[0]] += spellings[words]
            continue
        chosen[words] = ""
    return {words: best_spelling(spellings[words]) for words in chosen}


def best_spelling(spellings: Counter[str]) -> str:
    """The most frequent one; of equals the longest, then the first in the alphabet."""
    return min(spellings, key=lambda spelling: (-spellings[spelling], -len(spelling), spelling))


def _written(text: str, words: Words) -> str:
    """The name as it stands in the text, without the titles that ``words`` does not have."""
    parts = plain(text).split(" ")
    kept = parts[max(0, len(parts) - len(words)) :] if len(parts) > len(words) else parts
    name = " ".join(kept)
    return name.title() if name.isupper() and len(name) > 4 else name


def _officials(text: str, names: Iterable[Entity]) -> frozenset[Words]:
    """The bare names of persons that somewhere have an office before them."""
    return frozenset(
        words
        for entity in names
        if entity.label == "PERSON" and len(words := name_words(entity.text)) == 1
        if _office().search(level(text[max(0, entity.start - _REACH) : entity.end - len(words[0])]))
    )


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(vocabulary().roles)}|pm)\s$", re.IGNORECASE)


def _person(entity: Entity, people: dict[Words, str], officials: frozenset[Words]) -> Link:
    words = name_words(entity.text)
    if not words:
        return Link("PERSON", None)
    fitting = meant(words, people)
    if len(fitting) == 1:
        return Link("PERSON", people[fitting[0]], fitting[0], full=True)
    if fitting:
        return Link("PERSON", None, words, several=tuple(sorted(fitting)))
    return Link("PERSON", _written(entity.text, words), without_initials(words), office=words in officials)


def _other(entity: Entity, abbreviations: dict[str, str], heads: dict[str, dict[str, Entity]]) -> Link:
    name = plain(entity.text)
    folded = fold(name)
    if folded in vocabulary().heads:
        fuller = heads.get(folded, {})
        if len(fuller) != 1:
            return Link(entity.label, name, local=True)
        entity = next(iter(fuller.values()))
        return Link(
            entity.label,
            entity.name or plain(entity.text),
            entity_id=entity.entity_id if entity.basis in FIXED else None,
        )
    return Link(entity.label, abbreviations.get(folded, name))


def _heads(names: Iterable[Entity]) -> dict[str, dict[str, Entity]]:
    """The longer names of the document by the word for their kind: "Charter" for "Charter of the United Nations"."""
    found: dict[str, dict[str, Entity]] = {}
    heads = vocabulary().heads
    for entity in names:
        words = fold(plain(entity.text)).split()
        if entity.label == "PERSON" or len(words) < 2:
            continue
        for word in {words[-1], words[0] if words[1] in ("of", "for") else words[-1]}:
            if word in heads:
                name = entity.entity_id if entity.basis in FIXED and entity.entity_id else fold(plain(entity.text))
                found.setdefault(word, {}).setdefault(name, entity)
    return found


def _abbreviations(text: str, names: Sequence[Entity]) -> dict[str, str]:
    """Short forms that the text defines by a name, folded, with that name."""
    found: dict[str, str] = {}
    ends = {entity.end: entity for entity in names if entity.label != "PERSON" and " " in entity.text}
    for one in definitions(level(text)):
        entity = ends.get(one.end)
        if entity is not None and entity.start <= one.start:
            found.setdefault(fold(one.short), entity.name or plain(entity.text))
    return found
