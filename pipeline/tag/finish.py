"""The last word on names, when the whole corpus is known: canonical ids of mentions and speakers of segments."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from pipeline.article import Article
from pipeline.lexicon.lexicon import packaged
from pipeline.names.grammars.routes import kind_of
from pipeline.names.linking import evidence
from pipeline.names.linking.corpus import NameTable
from pipeline.names.linking.document import Linker
from pipeline.names.linking.evidence import NameEvidence
from pipeline.names.linking.links import Link
from pipeline.names.linking.people import plain
from pipeline.names.linking.speakers import with_speakers
from pipeline.records import VALUE_LABELS, Entity
from pipeline.text.expressions import expression
from pipeline.text.folding import fold

_ACRONYM = expression(r"\b[A-Z]{3,8}\b")


@cache
def _linker() -> Linker:
    """What reads the names of documents, one for each process."""
    return Linker(packaged().names)


def gather(article: Article) -> NameEvidence:
    """What the corpus must know of an article's names; from its records alone."""
    return evidence.gather(article, _linker(), packaged().countries)


def build_table(found: Iterable[NameEvidence]) -> NameTable:
    """The name table of a corpus, the same in whatever order the evidence comes."""
    return NameTable(found, _linker(), packaged().entries)


def finish(article: Article, table: NameTable) -> Article:
    """Set id, name and basis of every name, the speakers of turns and the countries of persons; harmless to repeat."""
    links = table.linker.links(article.document.text, article.entities)
    countries = packaged().countries
    named = (entity.entity_id or "" for entity in article.entities if entity.label in ("GPE", "NORP"))
    places = frozenset(countries[identity] for identity in named if identity in countries)
    article.entities = [
        _finished(entity, links.mentions.get(entity.id), article.document.id, table, places)
        for entity in article.entities
    ]
    article.segments = with_speakers(article, table, countries)
    article.homes = {}
    for entity in article.entities:
        country = table.country_of(entity.entity_id) if entity.label == "PERSON" and entity.entity_id else None
        if country and entity.entity_id:
            article.homes[entity.entity_id] = country
    return article


def _finished(entity: Entity, one: Link | None, doc_id: str, table: NameTable, places: frozenset[str]) -> Entity:
    """A mention with its id. places: the countries that the document speaks of."""
    if entity.label in VALUE_LABELS:
        return entity
    if one is None:
        return _with_route(entity, table)
    route = _route_of(entity, table, places)
    if route is not None:
        identity, name = route
        entity = msgspec.structs.replace(entity, entity_id=identity, name=name, candidates=(), basis="alias")
        return msgspec.structs.replace(entity, label="FAC", subtype=kind_of(name))
    resolved = table.resolve(one, doc_id, places)
    # how it got its id: by its rule, by its own words, or as a short form of them
    same = resolved.name is None or fold(plain(entity.text)) == fold(plain(resolved.name))
    return msgspec.structs.replace(
        entity,
        entity_id=resolved.entity_id,
        name=resolved.name,
        candidates=resolved.candidates,
        basis="rule" if entity.basis == "rule" else "model" if same else "alias",
    )


def _route_of(entity: Entity, table: NameTable, places: frozenset[str]) -> tuple[str, str] | None:
    """The route that an acronym is: "the CNA" in an article that speaks of one of the route's countries."""
    route = table.route(entity.text) if entity.label in ("ORG", "FAC") and entity.text.isupper() else None
    if route is None:
        return None
    joined = f"-{route[1].rpartition(' ')[0]}-"
    return route if any(f"-{place}-" in joined for place in places) else None


def _with_route(entity: Entity, table: NameTable) -> Entity:
    """A mention whose id is settled; an acronym of a route with what the corpus knows of it."""
    if entity.entity_id is None or not entity.entity_id.startswith("route/"):
        return entity
    acronym = _ACRONYM.search(entity.text)
    route = table.route(acronym[0]) if acronym else None
    return msgspec.structs.replace(entity, entity_id=route[0], name=route[1]) if route else entity
