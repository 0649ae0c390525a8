"""The names of a whole corpus: what each document gives, and what all of them together tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.article import Article
from pipeline.lexicon.entries import Entry
from pipeline.lexicon.ids import entity_id, local_id
from pipeline.names.gazetteer import packaged
from pipeline.names.linking.document import Link, best_spelling, link
from pipeline.names.linking.offices import offices
from pipeline.names.linking.people import Words, called, name_words, same, sound_alike, without_initials
from pipeline.names.linking.transliteration import sound
from pipeline.records import VALUE_LABELS, Record
from pipeline.text.folding import fold, spelling

_FAMILY_FIRST = frozenset({"Japan", "Hungary"})  # whose own order of names the news turns around, or not
_SHARED = 2  # names that two documents must have in common to be about the same people


class NameEvidence(Record, frozen=True, kw_only=True):
    """What a document tells of names.

    people: the spelling of each full name of a person, how often it is named, and its id in a gazetteer.
    marks: the folded names, of persons, organisations, events …, by which its affair is known.
    abbreviations: (folded short form, long form) that its text defines.
    offices: (role, country, words of the full name) that its text states.
    routes: (acronym, id, name) of routes named by their countries.
    """

    doc_id: str
    people: tuple[tuple[str, int, str | None], ...] = ()
    marks: tuple[str, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    offices: tuple[tuple[str, str, Words], ...] = ()
    routes: tuple[tuple[str, str, str], ...] = ()


def gather(article: Article) -> NameEvidence:
    """What the corpus must know of an article's names; from its records alone."""
    links = link(article.document.text, article.entities)
    names = [entity for entity in article.entities if entity.label not in VALUE_LABELS]
    # an outlet or an agency says nothing of the affair
    marked = [one for one in names if one.subtype != "media" and one.label not in ("GPE", "NORP", "LANGUAGE", "PERSON")]
    marks = {fold(entity.text) for entity in marked}
    marks |= {words[-1] for words in links.people}
    marks |= {one.words[-1] for one in links.mentions.values() if one.label == "PERSON" and one.words}
    routes = {
        ("".join(part[0] for part in entity.name.split(" ")[0].split("-")).upper(), entity.entity_id, entity.name)
        for entity in names
        if entity.basis == "rule" and entity.entity_id and entity.name and entity.entity_id.startswith("route/")
        and "-" in entity.name
    }  # fmt: skip
    return NameEvidence(
        doc_id=article.document.id,
        people=tuple(
            (name, count, links.known.get(words))
            for words, (name, count) in sorted(links.people.items(), key=lambda row: (row[1], row[0]))
        ),
        marks=tuple(sorted(marks)),
        abbreviations=tuple(sorted(links.abbreviations.items())),
        offices=tuple(sorted(set(offices(article.document.text, article.entities, links)))),
        routes=tuple(sorted(routes)),
    )


class Resolved(NamedTuple):
    """What a link comes to in the corpus. candidates: the ids that it may have, where ``entity_id`` is open."""

    entity_id: str | None
    name: str | None
    candidates: tuple[str, ...] = ()


class NameTable:
    """Everything that is known of names beyond one document; the same whatever order its evidence comes in."""

    def __init__(self, evidence: Iterable[NameEvidence]) -> None:
        self._people: dict[Words, Words] = {}
        self._names: dict[Words, str] = {}
        self._given: dict[Words, tuple[str, str]] = {}
        self._ids: dict[Words, str] = {}
        self._marks: dict[str, frozenset[str]] = {}
        self._documents: dict[Words, set[str]] = defaultdict(set)
        self._surnames: dict[str, set[Words]] = defaultdict(set)
        self._abbreviations: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._offices: dict[tuple[str, str], set[Words]] = defaultdict(set)
        self._homes: dict[str, set[str]] = defaultdict(set)
        self._routes: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._known = _known_people()
        self._bearers = _bearers(self._known)
        self._single = {(fold(entry.name),) for entry in packaged() if entry.label == "PERSON"}
        self._fill(sorted(evidence, key=lambda one: one.doc_id))

    def _fill(self, evidence: list[NameEvidence]) -> None:
        spellings: dict[Words, Counter[str]] = defaultdict(Counter)
        for one in evidence:
            self._marks[one.doc_id] = frozenset(one.marks)
            for name, count, identity in one.people:
                words = name_words(name)
                if len(words) == 1 and words not in self._single:
                    continue  # a title and a surname
                spellings[words][name] += count
                if identity:
                    self._given[words] = (identity, name)
                self._documents[words].add(one.doc_id)
            for short, long in one.abbreviations:
                self._abbreviations[short][spelling(fold(long))].add(long)
            for acronym, identity, name in one.routes:
                self._routes[acronym].add((identity, name))
        self._merge(spellings)
        for one in evidence:
            for role, country, words in one.offices:
                person = self._people.get(words, words)
                self._offices[role, country].add(person)
                if person in self._ids:
                    self._homes[self._ids[person]].add(country)

    def _merge(self, spellings: dict[Words, Counter[str]]) -> None:
        """One person for spellings of a full name that differ by initials, or in one affair by sound."""
        groups: dict[str, list[Words]] = defaultdict(list)
        known = {words: self._known.get(words) or self._known.get(without_initials(words)) for words in spellings}
        order = {words: (known[words] is None, -sum(spellings[words].values()), words) for words in spellings}
        for words in sorted(spellings, key=order.__getitem__):
            groups[sound(words[-1])].append(words)
        for rows in groups.values():
            chosen: list[Words] = []
            for words in rows:
                fitting = [other for other in chosen if same(words, other) and self._one_person(words, other)] or [
                    other for other in chosen if self._one_sound(words, other, known)
                ]
                main = fitting[0] if len(fitting) == 1 else words
                self._people[words] = main
                if main is words:
                    chosen.append(words)
                else:
                    self._documents[main] |= self._documents[words]
            for main in chosen:
                entry = known[main]
                identity: str | None
                if main in self._given:
                    identity, name = self._given[main]
                elif entry:
                    identity, name = entry.id, entry.name
                else:
                    identity = entity_id("PERSON", " ".join(without_initials(main)))
                    name = best_spelling(spellings[main])
                self._names[main] = name
                if identity:
                    self._ids[main] = identity
                if entry and entry.country:
                    self._homes[entry.id].add(entry.country)
                for word in main:
                    self._surnames[word].add(main)
                self._surnames[sound(main[-1])].add(main)

    def _one_person(self, one: Words, other: Words) -> bool:
        return without_initials(one) == without_initials(other) or self._one_affair(one, other)

    def _one_sound(self, one: Words, other: Words, known: dict[Words, Entry | None]) -> bool:
        """Two spellings of one name in one affair; never two names that one document has, or two known persons."""
        return (
            sound_alike(one, other)
            and not (known[one] and known[other])
            and not self._documents[one] & self._documents[other]
            and self._one_affair(one, other)
        )

    def _one_affair(self, one: Words, other: Words) -> bool:
        surnames = {one[-1], other[-1]}
        return any(
            len((self._marks[left] & self._marks[right]) - surnames) >= _SHARED
            for left in sorted(self._documents[one])
            for right in sorted(self._documents[other])
        )

    def resolve(self, one: Link, doc_id: str, places: frozenset[str] = frozenset()) -> Resolved:
        """The id and canonical name of a document's link, or the ids that it may have.

        places: the countries that the document speaks of.
        """
        if one.name is None:
            return Resolved(None, None, self._ids_of(one.several))
        if one.local:
            return Resolved(local_id(one.label, one.name, doc_id), one.name)
        if one.label != "PERSON":
            name = self._long_form(one.name)
            return Resolved(one.entity_id or entity_id(one.label, name), name)
        if one.full:
            person = Resolved(*self._person(one.words))
            others = self._others(one, person.entity_id, places) if one.doubt else []
            if others:
                return Resolved(None, None, tuple(sorted({*others, *filter(None, [person.entity_id])})))
            return person
        bearer = self._elsewhere(one.words, doc_id)
        if bearer is not None:
            return Resolved(*self._person(bearer))
        known = self._officials(one, places)
        if len(known) == 1:
            return Resolved(known[0].id, known[0].name)
        if known:
            return Resolved(None, None, tuple(sorted(entry.id for entry in known)))
        if len(one.words) > 1:
            return Resolved(entity_id("PERSON", " ".join(one.words)), one.name)
        return Resolved(local_id("PERSON", one.name, doc_id), one.name)

    def _others(self, one: Link, identity: str | None, places: frozenset[str]) -> list[str]:
        """The other known persons of the document's countries who have the surname."""
        bearers = self._bearers.get(one.words[-1], ())
        return [entry.id for entry in bearers if entry.id != identity and entry.country in places]

    def _officials(self, one: Link, places: frozenset[str]) -> list[Entry]:
        """The known persons of the document's countries who have this bare name, which stands behind an office."""
        if not one.office:
            return []
        return [entry for entry in self._bearers.get(one.words[-1], ()) if entry.country in places]

    def _ids_of(self, people: Iterable[Words]) -> tuple[str, ...]:
        return tuple(sorted({identity for identity, _ in map(self._person, people) if identity}))

    def _person(self, words: Words) -> tuple[str | None, str | None]:
        main = self._people.get(words, words)
        identity = self._ids.get(main) or entity_id("PERSON", " ".join(without_initials(main)))
        return identity, self._names.get(main) or " ".join(word.capitalize() for word in main)

    def _elsewhere(self, words: Words, doc_id: str) -> Words | None:
        """The one person that other documents of the same affair give this bare name."""
        if len(words) != 1:
            return None
        marks = self._marks.get(doc_id, frozenset()) - set(words)
        fitting = {2: set[Words](), 1: set[Words]()}
        bearers = self._surnames.get(words[0], set()) | self._surnames.get(sound(words[0]), set())
        for person in bearers:
            fit = called(words[0], person) or 2 * (len(words[0]) > 3 and sound(words[0]) == sound(person[-1]))
            needed = _SHARED if fit == 2 else 2 * _SHARED  # a first name is many people's
            if fit and any(
                len((self._marks[other] & marks) - set(person)) >= needed for other in self._documents[person]
            ):
                fitting[fit].add(person)
        best = fitting[2] or fitting[1]
        return next(iter(best)) if len(best) == 1 else None

    def _long_form(self, name: str) -> str:
        longs = self._abbreviations.get(fold(name), {})
        return min(next(iter(longs.values()))) if len(longs) == 1 and len(name) > 2 else name

    def route(self, acronym: str) -> tuple[str, str] | None:
        """The id and name of the route that an acronym of country names stands for."""
        routes = self._routes.get(acronym, set())
        return min(routes) if len({identity for identity, _ in routes}) == 1 else None

    def holder(self, role: str, country: str) -> tuple[str | None, str | None]:
        """The person that holds an office, where all documents name one only."""
        people = self._offices.get((role, country), set())
        return self._person(next(iter(people))) if len(people) == 1 else (None, None)

    def country_of(self, person_id: str) -> str | None:
        """The country whose office a person holds; None when unknown or more than one."""
        homes = self._homes.get(person_id, set())
        return next(iter(homes)) if len(homes) == 1 else None


def _known_people() -> dict[Words, Entry]:
    """The known persons by the words of their full names, without initials or turned around where that leaves one."""
    full: dict[Words, set[Entry]] = defaultdict(set)
    short: dict[Words, set[Entry]] = defaultdict(set)
    for entry in packaged():
        if entry.label == "PERSON":
            for name in (entry.name, *entry.aliases):
                words = name_words(name)
                if len(words) > 1:
                    full[words].add(entry)
                    short[without_initials(words)].add(entry)
                    if entry.country in _FAMILY_FIRST:
                        short[words[::-1]].add(entry)
    return {words: min(rows, key=lambda entry: entry.id) for words, rows in (short | full).items() if len(rows) == 1}


def _bearers(known: dict[Words, Entry]) -> dict[str, list[Entry]]:
    """The known persons by surname, each once."""
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for words, entry in known.items():
        found[words[-1]][entry.id] = entry
    return {surname: list(entries.values()) for surname, entries in found.items()}
