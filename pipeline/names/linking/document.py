"""Which mentions of a document name the same entity, from records alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon.name_words import alternatives
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.definitions import definitions, initials
from pipeline.names.linking.people import (
    Words,
    meant,
    name_words,
    plain,
    same,
    sound_alike,
    without_initials,
    without_nickname,
)
from pipeline.records import VALUE_LABELS, Entity
from pipeline.text.folding import fold, level

_SMALL = frozenset({"of", "for", "the", "and"})
_TOO_OFTEN = 3
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
    ("President Bush"). doubt: the full name that a bare one is linked to comes late in the document, or without the
    office that the bare one has, so that somebody else whom all know may be meant.
    """

    label: str
    name: str | None
    words: Words = ()
    full: bool = False
    entity_id: str | None = None
    local: bool = False
    several: tuple[Words, ...] = ()
    office: bool = False
    doubt: bool = False


@dataclass(frozen=True)
class Links:
    """What a document's names come to.

    mentions: the link of each mention that is linked here, by entity record id.
    people: the persons with a full name: their words, the canonical name, and how often they are named.
    known: the ids of those of them whom a gazetteer has.
    abbreviations: short forms that the text defines, folded, with the long form as it stands there.
    """

    mentions: dict[str, Link]
    people: dict[Words, tuple[str, int]]
    known: dict[Words, str]
    abbreviations: dict[str, str]


def link(text: str, entities: Sequence[Entity]) -> Links:
    """Group the mentions of one document."""
    names = [entity for entity in entities if entity.label not in VALUE_LABELS]
    abbreviations = _abbreviations(text, names)
    people, forms = _people(names)
    fuller = _fuller(names)
    offices = _offices(text, names)
    late = _late(names, forms)
    known = {
        forms[name_words(entity.name)]: entity.entity_id
        for entity in names
        if entity.label == "PERSON" and entity.basis == "gazetteer" and entity.name and entity.entity_id
    }
    mentions: dict[str, Link] = {}
    for entity in names:
        if entity.basis == "rule" and entity.entity_id is None:
            mentions[entity.id] = Link(entity.label, plain(entity.text), local=True)
        if entity.basis in FIXED:
            continue
        if entity.label == "PERSON":
            mentions[entity.id] = _person(entity, people, forms, offices, late, known)
        else:
            mentions[entity.id] = _other(entity, abbreviations, fuller)
    counts = Counter(one.words for one in mentions.values() if one.full)
    named = {words: (name, counts[words]) for words, name in people.items()}
    longs = {short: long.name or plain(long.text) for short, long in abbreviations.items()}
    return Links(mentions, named, known, longs)


def _people(names: Iterable[Entity]) -> tuple[dict[Words, str], dict[Words, Words]]:
    """The full names of persons (the longest form of each) with how each is best written, and all forms of them."""
    spellings: dict[Words, Counter[str]] = {}
    written: dict[Words, Words] = {}
    for entity in names:
        if entity.label == "PERSON":
            words = name_words(entity.text)
            known = entity.name if entity.basis == "gazetteer" else None
            if known or len(words) > 1:
                key = name_words(known) if known else words
                spellings.setdefault(key, Counter())[known or _written(entity.text, words)] += 1
                if len(words) > 1:
                    written[words] = key
    chosen: dict[Words, str] = {}
    main: dict[Words, Words] = {}
    for words in sorted(spellings, key=lambda key: (-len(key), key)):
        longer = [full for full in chosen if same(words, full)] or [
            full for full in chosen if full[: len(words)] == words or sound_alike(words, full)
        ]
        if len(longer) == 1:
            spellings[longer[0]] += spellings[words]
            main[words] = longer[0]
            continue
        chosen[words] = ""
        main[words] = words
    forms = main | {words: main[key] for words, key in written.items()}
    return {words: best_spelling(spellings[words]) for words in chosen}, forms


def best_spelling(spellings: Counter[str]) -> str:
    """The most frequent one; of equals the longest, then the first in the alphabet."""
    return min(spellings, key=lambda spelling: (-spellings[spelling], -len(spelling), spelling))


def _written(text: str, words: Words) -> str:
    """The name as it stands in the text, without the titles that ``words`` does not have."""
    parts = plain(without_nickname(text)).split(" ")
    kept = parts[max(0, len(parts) - len(words)) :] if len(parts) > len(words) else parts
    name = " ".join(kept)
    return name.title() if name.isupper() and len(name) > 4 else name


def _offices(text: str, names: Iterable[Entity]) -> dict[Words, set[str]]:
    """The offices that stand right before each name of a person, by the words of the name."""
    found: dict[Words, set[str]] = {}
    for entity in names:
        if entity.label == "PERSON" and (words := name_words(entity.text)):
            match = _office().search(level(text[max(0, entity.start - _REACH) : entity.start]))
            if match:
                found.setdefault(words, set()).add(fold(match["office"]))
    return found


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<office>{alternatives((*vocabulary().roles, 'minister'))})\s$", re.IGNORECASE)


def _late(names: Iterable[Entity], forms: dict[Words, Words]) -> frozenset[Words]:
    """The persons whose surname stands alone some times before their full name does."""
    alone: Counter[str] = Counter()
    met: set[Words] = set()
    late: set[Words] = set()
    for entity in names:
        if entity.label == "PERSON":
            words = name_words(entity.text)
            if len(words) == 1:
                alone.update(words)
            elif (full := forms.get(words)) is not None and full not in met:
                met.add(full)
                if alone[full[-1]] >= _TOO_OFTEN:
                    late.add(full)
    return frozenset(late)


def _person(
    entity: Entity,
    people: dict[Words, str],
    forms: dict[Words, Words],
    offices: dict[Words, set[str]],
    late: frozenset[Words],
    known: Container[Words],
) -> Link:
    words = name_words(entity.text)
    if not words:
        return Link("PERSON", None)
    fitting = sorted({forms[form] for form in meant(words, forms)})
    if len(fitting) > 1 and (held := offices.get(words)):
        # "President Smith" is the one of the two Smiths whom the text calls President
        holders = {forms[form] for form, theirs in offices.items() if form in forms and theirs & held}
        fitting = [one for one in fitting if one in holders] or fitting
    if len(fitting) == 1:
        full = fitting[0]
        own = {form for form, main in forms.items() if main == full and len(form) > 1}
        other_office = words in offices and not any(form in offices for form in own)
        doubt = len(words) == 1 and (full in late or (other_office and full not in known))
        return Link("PERSON", people[full], full, full=True, doubt=doubt)
    if fitting:
        return Link("PERSON", None, words, several=tuple(fitting))
    return Link("PERSON", _written(entity.text, words), without_initials(words), office=words in offices)


def _other(entity: Entity, abbreviations: dict[str, Entity], fuller: dict[str, dict[str, Entity]]) -> Link:
    name = plain(entity.text)
    folded = fold(name)
    longer = fuller.get(folded, {})
    if len(longer) == 1:
        entity = next(iter(longer.values()))
        return Link(
            entity.label,
            entity.name or plain(entity.text),
            entity_id=entity.entity_id if entity.basis in FIXED else None,
        )
    if folded in vocabulary().heads:
        return Link(entity.label, name, local=True)
    long = abbreviations.get(folded)
    if long is None or long.id == entity.id:
        return Link(entity.label, name)
    return Link(entity.label, long.name or plain(long.text), entity_id=long.entity_id if long.basis in FIXED else None)


def _fuller(names: Iterable[Entity]) -> dict[str, dict[str, Entity]]:
    """The longer names of the document by the shorter ones that may stand for them.

    The word for the kind ("Charter" for "Charter of the United Nations"), the last words ("Security Council" for "UN
    Security Council"), and of bodies the words before those for the kind ("Turan" for "Turan News Agency").
    """
    found: dict[str, dict[str, Entity]] = {}
    heads = vocabulary().heads
    for entity in names:
        words = fold(plain(entity.text)).split()
        if entity.label in ("PERSON", "GPE", "NORP", "LANGUAGE") or len(words) < 2:
            continue
        shorter = {word for word in (words[-1], words[0] if words[1] in ("of", "for") else words[-1]) if word in heads}
        shorter |= {" ".join(words[at:]) for at in range(1, len(words) - 1) if words[at] not in _SMALL}
        if entity.label == "ORG":
            own = len(words)
            while own > 1 and words[own - 1] in vocabulary().kinds_of_bodies:
                own -= 1
            if own < len(words):
                shorter.add(" ".join(words[:own]))
        for short in shorter:
            key = entity.entity_id if entity.basis in FIXED and entity.entity_id else fold(plain(entity.text))
            found.setdefault(short, {}).setdefault(key, entity)
    return found


def _abbreviations(text: str, names: Sequence[Entity]) -> dict[str, Entity]:
    """Short forms, folded, of names: those that the text defines, and initials that fit one name in it."""
    longs = [entity for entity in names if entity.label not in ("PERSON", "NORP") and " " in entity.text]
    ends = {entity.end: entity for entity in longs}
    found: dict[str, Entity] = {}
    for one in definitions(level(text)):
        entity = ends.get(one.end)
        if entity is None or (entity.label != "ORG" if one.start is None else entity.start > one.start):
            continue
        found.setdefault(fold(one.short), entity)
    by_initials: dict[str, dict[str, Entity]] = {}
    for entity in longs:
        for letters in initials(plain(entity.text)):
            by_initials.setdefault(letters, {}).setdefault(entity.entity_id or fold(plain(entity.text)), entity)
    for letters, fitting in by_initials.items():
        if len(fitting) == 1:
            found.setdefault(letters, next(iter(fitting.values())))
    return found
