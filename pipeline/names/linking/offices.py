"""Who holds which office of which country, from the words around a name ("Kazakh President A B")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.lexicon.name_words import alternatives
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.gazetteer import countries
from pipeline.names.linking.document import Links
from pipeline.names.linking.people import Words
from pipeline.records import VALUE_LABELS, Entity
from pipeline.text.folding import fold, level

_SAME_LINE = r"[^\S\n]"


@cache
def _roles() -> str:
    return alternatives(vocabulary().roles)


@cache
def _role_between() -> re.Pattern[str]:
    """Between a country and a person: "'s President ", " Prime Minister "."""
    return re.compile(rf"(?:'s?)?{_SAME_LINE}(?P<role>{_roles()}){_SAME_LINE}", re.IGNORECASE)


@cache
def _role_of_before() -> re.Pattern[str]:
    """Before a country that a person's name follows: "President of (the Republic of) "."""
    return re.compile(rf"\b(?P<role>{_roles()})\sof\s(?:the\s)?(?:Republic\sof\s)?$", re.IGNORECASE)


@cache
def _role_of_after() -> re.Pattern[str]:
    """After a person, up to a country: ", the president of "."""
    return re.compile(rf",\s(?:the\s)?(?P<role>{_roles()})\sof\s(?:the\s)?(?:Republic\sof\s)?", re.IGNORECASE)


def offices(text: str, entities: Sequence[Entity], links: Links) -> Iterator[tuple[str, str, Words]]:
    """(role, country, words of the full name) for each place in the text that says it."""
    names = [entity for entity in entities if entity.label not in VALUE_LABELS]
    home = countries()
    for left, right in itertools.pairwise(names):
        if right.start - left.end > 40:
            continue
        between = level(text[left.end : right.start])
        if right.label == "PERSON" and left.entity_id in home and left.label in ("GPE", "NORP"):
            country = home[left.entity_id]
            match = _role_between().fullmatch(between)
            if not match and between in (" ", ", "):
                match = _role_of_before().search(level(text[max(0, left.start - 50) : left.start]))
            person = right
        elif left.label == "PERSON" and right.entity_id in home and right.label == "GPE":
            country = home[right.entity_id]
            match = _role_of_after().fullmatch(between)
            person = left
        else:
            continue
        words = full_name(person, links)
        if match and words:
            yield role(match["role"]), country, words


def role(text: str) -> str:
    """A role in the form that roles are compared in."""
    folded = fold(text).replace("-", " ")
    return "prime minister" if folded in ("pm", "premier") else folded.replace("defense", "defence")


def full_name(person: Entity, links: Links) -> Words | None:
    """The words of a person's full name, where the document has it."""
    link = links.mentions.get(person.id)
    if link is not None:
        return link.words if link.full else None
    for words, (name, _) in links.people.items():
        if name == person.name:
            return words
    return None
