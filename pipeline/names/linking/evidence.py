"""What a document tells of names that the whole corpus must know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.article import Article
from pipeline.names.linking.document import Linker
from pipeline.names.linking.links import BarePerson, Link, Links, OpenPerson, Person
from pipeline.names.linking.people import Words
from pipeline.records import VALUE_LABELS, Entity, Record
from pipeline.text.folding import fold

_NO_MARKS = frozenset({"GPE", "NORP", "LANGUAGE", "PERSON"})  # places are in all news; persons are told by surname


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


def gather(article: Article, linker: Linker, countries: Mapping[str, str]) -> NameEvidence:
    """What the corpus must know of an article's names; from its records alone.

    countries: the country of each known place, people or person, by id.
    """
    links = linker.links(article.document.text, article.entities)
    names = [entity for entity in article.entities if entity.label not in VALUE_LABELS]
    people = sorted(links.people.items(), key=lambda row: (row[1], row[0]))
    offices = (
        (role, country, words)
        for role, country, person in linker.offices.held(article.document.text, article.entities, countries)
        if (words := links.full_name(person.id, person.name))
    )
    return NameEvidence(
        doc_id=article.document.id,
        people=tuple((name, count, links.known.get(words)) for words, (name, count) in people),
        marks=tuple(sorted({*_marks(names), *_surnames(links)})),
        abbreviations=tuple(sorted(links.abbreviations.items())),
        offices=tuple(sorted(set(offices))),
        routes=tuple(sorted(set(_routes(names)))),
    )


def _marks(names: Iterable[Entity]) -> Iterator[str]:
    """The names that tell an affair; an outlet or an agency says nothing of it."""
    return (fold(one.text) for one in names if one.subtype != "media" and one.label not in _NO_MARKS)


def _surnames(links: Links) -> Iterator[str]:
    """The last words of the persons' names, full or bare."""
    yield from (words[-1] for words in links.people)
    yield from (words[-1] for link in links.mentions.values() if (words := _words(link)))


def _words(link: Link) -> Words:
    """The words of a person's name; none for a thing."""
    return link.words if isinstance(link, (Person, BarePerson, OpenPerson)) else ()


def _routes(names: Iterable[Entity]) -> Iterator[tuple[str, str, str]]:
    """The routes named by their places, with the first letters of these."""
    for entity in names:
        identity, name = entity.entity_id, entity.name
        if entity.basis == "rule" and identity and name and identity.startswith("route/") and "-" in name:
            yield "".join(part[0] for part in name.split(" ")[0].split("-")).upper(), identity, name
