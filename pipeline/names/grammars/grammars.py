"""All grammars: which rows there are, which of two goes before the other, and what a list has for the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.lexicon.lexicon import Lexicon
from pipeline.names.gazetteer import Hit, only
from pipeline.names.grammars import events, laws, organisations, resolutions
from pipeline.names.grammars.routes import Routes
from pipeline.names.grammars.row import Found, Grammar, Naming
from pipeline.text.folding import fold
from pipeline.text.spans import Ordered, Taken


class Grammars:
    """Finds names by patterns. rows: the patterns, those that go before others first."""

    def __init__(self, lexicon: Lexicon) -> None:
        naming = Naming(lexicon.names, lexicon.kinds)
        self._kinds_of_bodies = lexicon.names.kinds_of_bodies
        self._routes = Routes(naming)
        self._accords = laws.Accords(lexicon.entries)
        self.rows: tuple[Grammar, ...] = (
            *resolutions.ROWS,
            *laws.numbered(naming),
            *events.rows(naming),
            *self._routes.rows(),
            *laws.titled(naming),
            *organisations.rows(naming),
        )

    def find(self, text: str, hits: Sequence[Hit]) -> list[Found]:
        """Every name in ``text`` that a grammar knows; none overlaps another, earlier rows first.

        text: as ``folding.level`` leaves it. hits: the gazetteer's; what is named by countries needs them, and a
        pattern gives way to a known name that goes on behind it.
        """
        found: list[Found] = []
        taken = Taken(len(text))
        known = Ordered(hits, lambda hit: (hit.start, hit.end))
        for name in self._names(text, hits):
            one = self._as_known(name, text, known)
            if one is not None and taken.take(one.start, one.end):
                found.append(one)
        return sorted(found)

    def _names(self, text: str, hits: Sequence[Hit]) -> Iterator[Found]:
        yield from self._routes.by_places(text, hits)
        for grammar in self.rows:
            for match in grammar.matches(text):
                yield from grammar.make(match, text)
        yield from self._accords.find(text, hits)

    def _as_known(self, name: Found, text: str, known: Ordered[Hit]) -> Found | None:
        """What the gazetteer has for the same words, or for a body's own words ("SoftBank" of "SoftBank Group Corp").

        Nothing where a known name goes on behind the pattern's end.
        """
        last = known.at(name.end - 1)
        if last is not None and last.end > name.end:
            return None
        hit = known.at(name.start)
        entry = only(hit.entries) if hit is not None and hit.start == name.start else None
        if hit is None or entry is None or entry.weak:
            return name
        rest = text[hit.end : name.end].replace(".", " ").replace(",", " ").split()
        if rest and not (name.label == entry.label == "ORG" and self._are_kinds_of_bodies(rest)):
            return name
        subtype = entry.subtype or (name.subtype if entry.label == name.label else None)
        return Found(name.start, name.end, entry.label, subtype, entry.id, entry.name)

    def _are_kinds_of_bodies(self, words: Sequence[str]) -> bool:
        return all(fold(word) in self._kinds_of_bodies for word in words)
