"""What the mentions of a document name, as far as the document tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pipeline.names.linking.people import Words


@dataclass(frozen=True, slots=True)
class Thing:
    """No person. entity_id: where the fuller name has one already. local: many things are called so ("Parliament")."""

    label: str
    name: str
    entity_id: str | None = None
    local: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person whose full name the document has; name: how it is best written.

    doubt: the full name that a bare one is linked to comes late in the document, or without the office that the bare
    one has, so that somebody else whom all know may be meant.
    """

    name: str
    words: Words
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class BarePerson:
    """A person of whom the document has no full name. office: it gives the bare name an office ("President Bush")."""

    name: str
    words: Words
    office: bool


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """A bare name that may be several of the document's persons; several: their full names, none for no name at all."""

    words: Words = ()
    several: tuple[Words, ...] = ()


Link: TypeAlias = Thing | Person | BarePerson | OpenPerson


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

    def full_name(self, mention_id: str, name: str | None) -> Words | None:
        """The words of a person's full name, where the document has it. name: the mention's canonical one, if known."""
        link = self.mentions.get(mention_id)
        if link is not None:
            return link.words if isinstance(link, Person) else None
        return next((words for words, (full, _) in self.people.items() if full == name), None)
