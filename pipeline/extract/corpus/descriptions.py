"""Whom "the president" or "the Kenyan foreign minister" means: the one person whom the document gives that office.

Of several, the one whom the paragraph names before; else nobody.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.corpus.names import Mentions
from pipeline.names.linking.offices import Description, Offices
from pipeline.records import Entity, Offsets, Speaker

BASIS = "description"


class Holders:
    """The persons of a document by the offices that it gives them.

    homes: the country of each person that one is known of. countries: of each known place or people. Both by id.
    """

    def __init__(
        self, text: str, mentions: Mentions, homes: Mapping[str, str], offices: Offices, countries: Mapping[str, str]
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._homes = homes
        self._offices = offices
        self._countries = countries
        self._by_role: dict[str, dict[str, Entity]] = {}
        for name in mentions.names:
            if name.label == "PERSON" and name.entity_id and name.name:
                for office in offices.beside_holder(text, name.start, name.end):
                    self._by_role.setdefault(office, {}).setdefault(name.entity_id, name)

    def meant(self, start: int, end: int) -> dict[Offsets, Speaker]:
        """The persons whom descriptions in a span mean, by where these stand; the open ones are left out."""
        if not self._by_role:
            return {}
        found = {}
        for one in self._offices.descriptions(self._text, start, end):
            person = self._person(one)
            if person is not None:
                found[one.span] = Speaker(entity_id=person.entity_id, name=person.name, basis=BASIS)
        return found

    def _person(self, one: Description) -> Entity | None:
        """The one person whom a description means; None for none or several."""
        people = self._by_role.get(one.role, {})
        if one.people is not None:
            country = self._country(one.people)
            people = {key: person for key, person in people.items() if country and self._homes.get(key) == country}
        if len(people) > 1:  # the one of them whom the paragraph has named so far
            line = self._text.rfind("\n", 0, one.span[0]) + 1
            named = {name.entity_id for name in self._mentions.inside(line, one.span[0])}
            people = {key: person for key, person in people.items() if key in named}
        return next(iter(people.values())) if len(people) == 1 else None

    def _country(self, span: Offsets) -> str | None:
        """The country whose people's name stands in a span; None for none or several."""
        inside = self._mentions.inside(*span)
        return self._countries.get(inside[0].entity_id or "") if len(inside) == 1 else None
