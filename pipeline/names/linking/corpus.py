"""The names of a whole corpus: what all documents together tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.lexicon.entries import Entry
from pipeline.lexicon.ids import entity_id, local_id
from pipeline.names.linking.document import Linker
from pipeline.names.linking.evidence import NameEvidence
from pipeline.names.linking.known import KnownPersons
from pipeline.names.linking.links import BarePerson, Link, OpenPerson, Person, Thing
from pipeline.names.linking.people import SHORTEST_SOUND, Words, same, sound_alike, without_initials
from pipeline.names.linking.persons import best_spelling
from pipeline.names.linking.transliteration import sound
from pipeline.text.folding import fold, spelling

_SHARED = 2  # names that two documents must have in common to be about the same people; by hand
_SHARED_FORENAME = 4  # the same where only a first name tells, which is many people's


class Resolved(NamedTuple):
    """What a link comes to in the corpus. candidates: the ids that it may have, where ``entity_id`` is open."""

    entity_id: str | None
    name: str | None
    candidates: tuple[str, ...] = ()


class NameTable:
    """Everything that is known of names beyond one document; the same whatever order its evidence comes in.

    linker: what reads the names of one document. entries: the known names.
    """

    def __init__(self, evidence: Iterable[NameEvidence], linker: Linker, entries: Sequence[Entry]) -> None:
        self.linker = linker
        self._reader = linker.persons
        self._known = KnownPersons(entries, linker.persons)
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
        rows = sorted(evidence, key=lambda one: one.doc_id)
        self._merge(self._spellings(rows))
        self._fill_things(rows)
        self._fill_offices(rows)

    # ------------------------------------------------------------ what is known

    def _spellings(self, evidence: Iterable[NameEvidence]) -> dict[Words, Counter[str]]:
        """How often each full name is written how; on the way, in which documents and by which ids it is known."""
        spellings: dict[Words, Counter[str]] = defaultdict(Counter)
        for one in evidence:
            self._marks[one.doc_id] = frozenset(one.marks)
            for name, count, identity in one.people:
                words = self._reader.words(name)
                if len(words) == 1 and words not in self._known.single:
                    continue  # a title and a surname
                spellings[words][name] += count
                if identity:
                    self._given[words] = (identity, name)
                self._documents[words].add(one.doc_id)
        return spellings

    def _fill_things(self, evidence: Iterable[NameEvidence]) -> None:
        for one in evidence:
            for short, long in one.abbreviations:
                self._abbreviations[short][spelling(fold(long))].add(long)
            for acronym, identity, name in one.routes:
                self._routes[acronym].add((identity, name))

    def _fill_offices(self, evidence: Iterable[NameEvidence]) -> None:
        for one in evidence:
            for role, country, words in one.offices:
                person = self._people.get(words, words)
                self._offices[role, country].add(person)
                if person in self._ids:
                    self._homes[self._ids[person]].add(country)

    def _merge(self, spellings: dict[Words, Counter[str]]) -> None:
        """One person for spellings of a full name that differ by initials, or in one affair by sound."""
        groups: dict[str, list[Words]] = defaultdict(list)
        known = {words: self._known.person(words) for words in spellings}
        order = {words: (known[words] is None, -sum(spellings[words].values()), words) for words in spellings}
        for words in sorted(spellings, key=order.__getitem__):
            groups[sound(words[-1])].append(words)
        for rows in groups.values():
            chosen: list[Words] = []
            for words in rows:
                main = self._main(words, chosen, known)
                self._people[words] = main
                if main is words:
                    chosen.append(words)
                else:
                    self._documents[main] |= self._documents[words]
            for main in chosen:
                self._add(main, spellings[main], known[main])

    def _main(self, words: Words, chosen: Iterable[Words], known: dict[Words, Entry | None]) -> Words:
        """The one chosen spelling of the same person, or the words themselves."""
        fitting = [other for other in chosen if same(words, other) and self._is_one_person(words, other)] or [
            other for other in chosen if self._is_one_sound(words, other, known)
        ]
        return fitting[0] if len(fitting) == 1 else words

    def _add(self, main: Words, spellings: Counter[str], entry: Entry | None) -> None:
        """Id, name, country and surnames of a person."""
        identity: str | None
        if main in self._given:
            identity, name = self._given[main]
        elif entry:
            identity, name = entry.id, entry.name
        else:
            identity = entity_id("PERSON", " ".join(without_initials(main)))
            name = best_spelling(spellings)
        self._names[main] = name
        if identity:
            self._ids[main] = identity
        if entry and entry.country:
            self._homes[entry.id].add(entry.country)
        for word in (*main, sound(main[-1])):
            self._surnames[word].add(main)

    def _is_one_person(self, one: Words, other: Words) -> bool:
        return without_initials(one) == without_initials(other) or self._is_one_affair(one, other)

    def _is_one_sound(self, one: Words, other: Words, known: dict[Words, Entry | None]) -> bool:
        """Two spellings of one name in one affair; never two names that one document has, or two known persons."""
        return (
            sound_alike(one, other)
            and not (known[one] and known[other])
            and not self._documents[one] & self._documents[other]
            and self._is_one_affair(one, other)
        )

    def _is_one_affair(self, one: Words, other: Words) -> bool:
        surnames = {one[-1], other[-1]}
        return any(
            len((self._marks[left] & self._marks[right]) - surnames) >= _SHARED
            for left in sorted(self._documents[one])
            for right in sorted(self._documents[other])
        )

    # ------------------------------------------------------------ what is asked

    def resolve(self, one: Link, doc_id: str, places: frozenset[str] = frozenset()) -> Resolved:
        """The id and canonical name of a document's link, or the ids that it may have.

        places: the countries that the document speaks of.
        """
        if isinstance(one, OpenPerson):
            return Resolved(None, None, self._ids_of(one.several))
        if isinstance(one, Thing):
            return self._thing(one, doc_id)
        return self._full(one, places) if isinstance(one, Person) else self._bare(one, doc_id, places)

    def _thing(self, one: Thing, doc_id: str) -> Resolved:
        if one.local:
            return Resolved(local_id(one.label, one.name, doc_id), one.name)
        name = self._long_form(one.name)
        return Resolved(one.entity_id or entity_id(one.label, name), name)

    def _full(self, one: Person, places: frozenset[str]) -> Resolved:
        """A person with a full name; in doubt, nobody while the document's countries have others of the surname."""
        identity, name = self._person(one.words)
        bearers = self._known.bearers(one.words[-1]) if one.doubt else ()
        others = [entry.id for entry in bearers if entry.id != identity and entry.country in places]
        if others:
            return Resolved(None, None, tuple(sorted({*others, *filter(None, [identity])})))
        return Resolved(identity, name)

    def _bare(self, one: BarePerson, doc_id: str, places: frozenset[str]) -> Resolved:
        """A bare name: the person of another document of the affair, else a known one who holds an office here."""
        elsewhere = self._elsewhere(one.words, doc_id)
        if elsewhere is not None:
            return Resolved(*self._person(elsewhere))
        bearers = self._known.bearers(one.words[-1]) if one.office else ()
        known = [entry for entry in bearers if entry.country in places]
        if len(known) == 1:
            return Resolved(known[0].id, known[0].name)
        if known:
            return Resolved(None, None, tuple(sorted(entry.id for entry in known)))
        if len(one.words) > 1:
            return Resolved(entity_id("PERSON", " ".join(one.words)), one.name)
        return Resolved(local_id("PERSON", one.name, doc_id), one.name)

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
        word = words[0]
        marks = self._marks.get(doc_id, frozenset()) - {word}
        surnames: set[Words] = set()
        forenames: set[Words] = set()
        for person in self._surnames.get(word, set()) | self._surnames.get(sound(word), set()):
            fit = self._fit(word, person)
            if fit and self._shares(marks, person, _SHARED if fit == 2 else _SHARED_FORENAME):
                (surnames if fit == 2 else forenames).add(person)
        best = surnames or forenames
        return next(iter(best)) if len(best) == 1 else None

    def _fit(self, word: str, person: Words) -> int:
        """How well a word names a person: 2 as the surname, by its sound too, 1 as another word, 0 not at all."""
        alike = len(word) > SHORTEST_SOUND and sound(word) == sound(person[-1])
        return self._reader.fit(word, person) or 2 * alike

    def _shares(self, marks: frozenset[str], person: Words, needed: int) -> bool:
        """Whether a document that names the person in full has so many marks in common."""
        own = set(person)
        return any(len((self._marks[other] & marks) - own) >= needed for other in self._documents[person])

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
