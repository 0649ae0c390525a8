"""The bodies, places and other things of a document: their fuller names, and the short forms of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.lexicon.name_words import NameWords
from pipeline.names.definitions import definitions, initials
from pipeline.names.linking.links import Thing
from pipeline.names.linking.people import plain
from pipeline.records import Entity
from pipeline.text.folding import fold, level

FIXED = ("gazetteer", "rule")  # bases of mentions whose ids are settled
_SMALL = frozenset({"of", "for", "the", "and"})
_NO_SHORT_FORM = frozenset({"PERSON", "GPE", "NORP", "LANGUAGE"})


class Things:
    """The names of one document that are no persons'. names: all of its names, in order."""

    def __init__(self, text: str, names: Sequence[Entity], words: NameWords) -> None:
        self._words = words
        self.abbreviations = _abbreviations(text, names)
        self._fuller = self._fuller_names(names)

    def link(self, entity: Entity) -> Thing:
        """What a mention names: the one longer name that it is short for, else what its words say."""
        name = plain(entity.text)
        folded = fold(name)
        longer = self._fuller.get(folded, {})
        if len(longer) == 1:
            return _as(next(iter(longer.values())), None)
        if folded in self._words.heads:
            return Thing(entity.label, name, local=True)
        long = self.abbreviations.get(folded)
        if long is None or long.id == entity.id:
            return Thing(entity.label, name)
        return _as(long, entity.label)

    def _fuller_names(self, names: Iterable[Entity]) -> dict[str, dict[str, Entity]]:
        """The longer names of the document by the shorter ones that may stand for them."""
        found: dict[str, dict[str, Entity]] = {}
        for entity in names:
            words = fold(plain(entity.text)).split()
            if entity.label in _NO_SHORT_FORM or len(words) < 2:
                continue
            identity = entity.entity_id if entity.basis in FIXED else None
            for short in set(self._shorter(entity, words)):
                found.setdefault(short, {}).setdefault(identity or fold(plain(entity.text)), entity)
        return found

    def _shorter(self, entity: Entity, words: list[str]) -> Iterator[str]:
        """The word for the kind ("Charter" for "Charter of the United Nations"), the last words ("Security Council" for
        "UN Security Council"), of bodies the words before those for the kind ("Turan" for "Turan News Agency")."""
        kinds = (words[-1], words[0]) if words[1] in ("of", "for") else (words[-1],)
        yield from (word for word in kinds if word in self._words.heads)
        yield from (" ".join(words[at:]) for at in range(1, len(words) - 1) if words[at] not in _SMALL)
        if entity.label == "ORG":
            own = len(words)
            while own > 1 and words[own - 1] in self._words.kinds_of_bodies:
                own -= 1
            if own < len(words):
                yield " ".join(words[:own])


def _as(long: Entity, label: str | None) -> Thing:
    """A short form as its long form is; label: another one than the long form's."""
    identity = long.entity_id if long.basis in FIXED else None
    return Thing(label or long.label, long.name or plain(long.text), entity_id=identity)


def _abbreviations(text: str, names: Sequence[Entity]) -> dict[str, Entity]:
    """Short forms, folded, of names: those that the text defines, and initials that fit one name in it."""
    longs = [entity for entity in names if entity.label not in ("PERSON", "NORP") and " " in entity.text]
    ends = {entity.end: entity for entity in longs}
    found: dict[str, Entity] = {}
    for one in definitions(level(text)):
        entity = ends.get(one.end)
        if entity is None or (entity.label != "ORG" if one.start is None else entity.start > one.start):
            continue
        found.setdefault(fold(one.short), entity)
    for letters, fitting in _by_initials(longs).items():
        if len(fitting) == 1:
            found.setdefault(letters, next(iter(fitting.values())))
    return found


def _by_initials(longs: Iterable[Entity]) -> dict[str, dict[str, Entity]]:
    """Long names by their initials, each thing once."""
    found: dict[str, dict[str, Entity]] = {}
    for entity in longs:
        name = plain(entity.text)
        for letters in initials(name):
            found.setdefault(letters, {}).setdefault(entity.entity_id or fold(name), entity)
    return found
