"""Which mentions of a document name the same entity, from records alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.lexicon.name_words import NameWords
from pipeline.names.linking.links import Link, Links, Person, Thing
from pipeline.names.linking.offices import Offices
from pipeline.names.linking.people import PersonNames, plain
from pipeline.names.linking.persons import Persons
from pipeline.names.linking.things import FIXED, Things
from pipeline.records import VALUE_LABELS, Entity


class Linker:
    """Groups the mentions of documents."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        self.persons = PersonNames(words)
        self.offices = Offices(words)

    def links(self, text: str, entities: Sequence[Entity]) -> Links:
        """What the names of one document come to."""
        names = [entity for entity in entities if entity.label not in VALUE_LABELS]
        persons = Persons(text, names, self.persons, self.offices)
        things = Things(text, names, self._words)
        mentions: dict[str, Link] = {}
        for entity in names:
            if entity.basis == "rule" and entity.entity_id is None:
                mentions[entity.id] = Thing(entity.label, plain(entity.text), local=True)
            if entity.basis not in FIXED:
                mentions[entity.id] = persons.link(entity) if entity.label == "PERSON" else things.link(entity)
        counts = Counter(one.words for one in mentions.values() if isinstance(one, Person))
        people = {words: (name, counts[words]) for words, name in persons.full.items()}
        longs = {short: long.name or plain(long.text) for short, long in things.abbreviations.items()}
        return Links(mentions, people, persons.known, longs)
