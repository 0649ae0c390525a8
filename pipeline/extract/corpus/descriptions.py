"""Whom "the president" or "the Kenyan foreign minister" means: the one person whom the document gives that office.

Of several, the one whom the paragraph names before; else nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pipeline.extract.corpus.names import Mentions
from pipeline.lexicon.name_words import alternatives
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.gazetteer import countries
from pipeline.names.linking.offices import role
from pipeline.records import Entity, Offsets, Speaker
from pipeline.text.expressions import expression
from pipeline.text.folding import level

BASIS = "description"
_REACH = 60
_PAST = expression(r"\b(?:former|ex|late|then|acting|deputy|vice)[\s-]+$", re.IGNORECASE)


@cache
def _roles() -> str:
    return alternatives(tuple(word for word in vocabulary().roles if word != "leader"))


@cache
def _phrase() -> re.Pattern[str]:
    """ "the president", "the Kenyan president"; not "the president of Kenya", "the president's", "the King Hotel"."""
    return re.compile(rf"\b[Tt]he\s(?:(?P<people>[A-Z][\w-]+)\s)?(?P<role>(?i:{_roles()}))\b(?!['’]|\sof\b|\s[A-Z]|-)")


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<role>{_roles()})\s$", re.IGNORECASE)


@cache
def _behind_name() -> re.Pattern[str]:
    return re.compile(rf",\s(?:the\s|\w+['’]s\s)?(?:\w+\s)?(?P<role>{_roles()})\b", re.IGNORECASE)


class Holders:
    """The persons of a document by the offices that it gives them."""

    def __init__(self, text: str, mentions: Mentions, homes: Mapping[str, str]) -> None:
        self._text = text
        self._mentions = mentions
        self._homes = homes
        self._by_role: dict[str, dict[str, Entity]] = {}
        for name in mentions.names:
            if name.label == "PERSON" and name.entity_id and name.name:
                for office in self._offices(name):
                    self._by_role.setdefault(office, {}).setdefault(name.entity_id, name)

    def _offices(self, name: Entity) -> Iterator[str]:
        before = level(self._text[max(0, name.start - _REACH) : name.start])
        match = _before_name().search(before)
        if match and not _PAST.search(before[: match.start()]):
            yield role(match["role"])
        match = _behind_name().match(level(self._text[name.end : name.end + _REACH]))
        if match:
            yield role(match["role"])

    def meant(self, start: int, end: int) -> dict[Offsets, Speaker]:
        """The persons whom descriptions in a span mean, by where these stand; the open ones are left out."""
        if not self._by_role:
            return {}
        found = {}
        for match in _phrase().finditer(self._text, start, end):
            people = self._by_role.get(role(match["role"]), {})
            if match["people"]:
                country = self._country(match.span("people"))
                people = {key: one for key, one in people.items() if country and self._homes.get(key) == country}
            if len(people) > 1:  # the one of them whom the paragraph has named so far
                line = self._text.rfind("\n", 0, match.start()) + 1
                named = {one.entity_id for one in self._mentions.inside(line, match.start())}
                people = {key: one for key, one in people.items() if key in named}
            if len(people) == 1:
                (person,) = people.values()
                found[match.span()] = Speaker(entity_id=person.entity_id, name=person.name, basis=BASIS)
        return found

    def _country(self, span: Offsets) -> str | None:
        inside: Sequence[Entity] = self._mentions.inside(*span)
        return countries().get(inside[0].entity_id or "") if len(inside) == 1 else None
