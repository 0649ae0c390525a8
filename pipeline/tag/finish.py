"""The last word on names, when the whole corpus is known: canonical ids of mentions and speakers of segments."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from pipeline.article import Article
from pipeline.names.gazetteer import countries
from pipeline.names.grammars.routes import kind
from pipeline.names.linking.corpus import NameEvidence, NameTable
from pipeline.names.linking.document import Link, link
from pipeline.names.linking.people import plain
from pipeline.names.linking.speakers import with_speakers
from pipeline.records import VALUE_LABELS, Entity
from pipeline.text.expressions import expression
from pipeline.text.folding import fold

_ACRONYM = expression(r"\b[A-Z]{3,8}\b")


def build_table(evidence: Iterable[NameEvidence]) -> NameTable:
    """The name table of a corpus, the same in whatever order the evidence comes."""
    return NameTable(evidence)


def finish(article: Article, table: NameTable) -> Article:
    """Set id, name and basis of every name, the speakers of turns and the countries of persons; harmless to repeat."""
    links = link(article.document.text, article.entities)
    home = countries()
    places = frozenset(
        home[e.entity_id] for e in article.entities if e.entity_id in home and e.label in ("GPE", "NORP")
    )
    article.entities = [
        _finished(entity, links.mentions.get(entity.id), article.document.id, table, places)
        for entity in article.entities
    ]
    article.segments = with_speakers(article, table)
    article.homes = {}
    for entity in article.entities:
        if entity.label == "PERSON" and entity.entity_id:
            country = table.country_of(entity.entity_id)
            if country:
                article.homes[entity.entity_id] = country
    return article


def _finished(entity: Entity, one: Link | None, doc_id: str, table: NameTable, places: frozenset[str]) -> Entity:
    if entity.label in VALUE_LABELS:
        return entity
    if one is None:
        return _with_route(entity, table)
    route = table.route(entity.text) if entity.label in ("ORG", "FAC") and entity.text.isupper() else None
    # "the CNA" in an article that speaks of one of the route's countries
    if route and any(f"-{place}-" in f"-{route[1].rpartition(' ')[0]}-" for place in places):
        return msgspec.structs.replace(
            entity, label="FAC", subtype=kind(route[1]), entity_id=route[0], name=route[1], candidates=(), basis="alias"
        )
    identity, name, candidates = table.resolve(one, doc_id, places)
    same = name is not None and fold(plain(entity.text)) == fold(plain(name))
    return msgspec.structs.replace(
        entity,
        entity_id=identity,
        name=name,
        candidates=candidates,
        basis="rule" if entity.basis == "rule" else "model" if same or name is None else "alias",
    )


def _with_route(entity: Entity, table: NameTable) -> Entity:
    """A mention whose id is settled; an acronym of a route with what the corpus knows of it."""
    if entity.entity_id is None or not entity.entity_id.startswith("route/"):
        return entity
    acronym = _ACRONYM.search(entity.text)
    route = table.route(acronym[0]) if acronym else None
    return msgspec.structs.replace(entity, entity_id=route[0], name=route[1]) if route else entity
