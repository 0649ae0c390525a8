"""Corridors, pipelines, railways and borders, and what else is named by the places that it joins: summits, pacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.names.gazetteer import Hit
from pipeline.names.grammars.chains import PACTS, Chain, Chains, country_of
from pipeline.names.grammars.row import WORD, Found, Grammar, Naming, in_headline, opens, tail
from pipeline.records import Label
from pipeline.text.expressions import expression
from pipeline.text.folding import fold, slug

_PACT = expression(PACTS)
_PACT_NOUNS = frozenset({"treaty", "agreement", "accord", "pact"})
_ACRONYM = expression(r"\b(?P<name>[A-Z]{3,6})\s(?:(?:natural\s)?gas\s|oil\s)?(?P<noun>(?i:corridor|pipeline))\b")
_DEFINED = expression(r"\s?\(\"?(?P<acronym>[A-Z]{2,8})\"?\)")
_BORDERS = frozenset({"border", "frontier"})
_SAME = {
    "metro line": "metro",
    "tram line": "tram",
    "border crossing": "crossing",
    "border point": "crossing",
} | dict.fromkeys(("railway line", "rail line", "rail link", "railroad", "high-speed line"), "railway")
_LABELS: dict[str, Label] = {"summit": "EVENT", "border": "LOC"}
_ID_KINDS = {"EVENT": "event", "LAW": "law"}
_ROUTE = "route"
_VAGUE = frozenset({"line", _ROUTE})  # of a route that has another noun elsewhere; else no name
_NO_PLACES = frozenset({"north", "south", "east", "west", "trans", "inter", "pan"})


class _Text(NamedTuple):
    """What a text says of its places. sure: what each set of them is where it says so. countries: all that it names."""

    text: str
    sure: dict[frozenset[str], str]
    countries: set[str | None]
    known: set[int]


class Routes:
    """Finds what is named by places, and routes by names of their own."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._chains = Chains(naming.words.routes)
        self._words = frozenset(word for route in naming.words.routes for word in route.split())

    def rows(self) -> tuple[Grammar, ...]:
        """The rows of routes that have a name."""
        corridor = rf"\b{WORD}(?:(?:\sand)?\s{WORD}){{0,4}}\s[Cc]orridor\b"
        pipeline = rf"\b{WORD}(?:\s{WORD}|\s\d){{0,4}}\s(?:gas\s|oil\s)?[Pp]ipeline\b"
        return (
            Grammar("orridor", expression(corridor), self._by_name),
            Grammar("ipeline", expression(pipeline), self._by_name),
        )

    def _by_name(self, match: re.Match[str], text: str) -> Iterable[Found]:
        """ "Middle Corridor", "the Lobito corridor"; a word for a kind of route is no name ("Gas pipeline")."""
        name = self._naming.name(match[0])
        if name is None or in_headline(text, match.start()):
            return ()
        words = name.split()
        if all(fold(word) in self._words for word in words):
            return ()
        if len(words) == 2 and opens(text, match.end() - len(name)):
            return ()
        return (tail(match, name, "FAC", kind_of(words[-1]), f"route/{slug(name)}"),)

    def by_places(self, text: str, hits: Sequence[Hit]) -> Iterator[Found]:
        """Routes named by two or more places in any order, dash and spacing, and their acronyms; summits and pacts."""
        chains = self._chains.find(text, hits)
        sure = {frozenset(one.names): kind_of(one.after["noun"]) for one in chains if one.after}
        sure = {places: what for places, what in sure.items() if what not in _VAGUE}
        about = _Text(text, sure, {country_of(hit.entries) for hit in hits}, {hit.start for hit in hits})
        acronyms: dict[str, tuple[str, str]] = {}
        for chain in chains:
            what = self._what(about, chain)
            if what is not None:
                found = _found(chain, what)
                if found.label == "FAC" and found.entity_id and found.name:
                    acronyms |= dict.fromkeys(_shorts(about, chain), (found.entity_id, found.name))
                yield found
        yield from _by_acronyms(text, acronyms)

    def _what(self, about: _Text, chain: Chain) -> str | None:
        """What the places of a chain are the name of; None where they only describe, and are names of their own."""
        noun = chain.after or chain.before
        if not noun:
            called = self._called(about, chain)
            return called and about.sure.get(frozenset(chain.names), called)
        if _PACT.fullmatch(noun["noun"]):
            return fold(noun["noun"]) if _is_pact(chain, about.countries) else None
        what = kind_of(noun["noun"])
        if what in _VAGUE:  # "the A-B line"
            what = about.sure.get(frozenset(chain.names)) or self._called(about, chain) or ""
        return None if _describes(chain, what) else what or None

    def _called(self, about: _Text, chain: Chain) -> str | None:
        """What an acronym's route is, where the text says so elsewhere: "the OB railway"; None without an acronym."""
        if not chain.called:
            return None
        pattern = rf"\b{chain.called}\s(?:gas\s|oil\s)?((?i:{self._chains.nouns}))\b"
        nouns = (kind_of(match[1]) for match in re.finditer(pattern, about.text))
        return next((noun for noun in nouns if noun not in _VAGUE), _ROUTE)


def _is_pact(chain: Chain, countries: set[str | None]) -> bool:
    """ "The India-China agreement", not "India and China agreements"."""
    if not chain.after or not chain.dashed or chain.after["plural"]:
        return False
    return countries.issuperset(chain.names)


def _describes(chain: Chain, what: str) -> bool:
    """Whether places only describe a route, and are names of their own."""
    plural = bool(chain.after and chain.after["plural"])
    if _is_prefixed(chain) and (what in _BORDERS or what == "summit" or not chain.after):
        return True  # "the North-South border"
    # "the border between A and B", "Kenyan and Ugandan checkpoints"
    return bool(chain.before and what in _BORDERS) or (plural and not chain.dashed)


def _is_prefixed(chain: Chain) -> bool:
    """Whether the parts are no places but directions and the like: "North-South", "Pan-Asian"."""
    return any(fold(name) in _NO_PLACES for name in chain.names)


def _found(chain: Chain, what: str) -> Found:
    """The entity that a chain of places is."""
    head = what.rpartition(" ")[2]
    label: Label = "LAW" if head in _PACT_NOUNS else _LABELS.get(what, "FAC")
    places = map(slug, chain.names) if _is_prefixed(chain) else sorted(map(slug, chain.names))
    identity = f"{_ID_KINDS.get(label, 'route')}/{'-'.join(places)}-{slug(what)}"
    noun = None if chain.called else chain.after  # of "Oslo-Bergen (OB) line" the places are the name
    stop = noun.start("plural") if noun and not noun["plural"] else chain.end
    start = chain.before.start() if chain.before else chain.start
    return Found(start, stop, label, head, identity, f"{'-'.join(chain.names)} {what}")


def _shorts(about: _Text, chain: Chain) -> Iterator[str]:
    """The acronyms of a route: what stands in brackets, unless a known name, and the first letters of three places.

    Of two places the letters are too often something else: "IT" is no pipeline from Iran to Turkey.
    """
    if len(chain.names) > 2:
        yield "".join(part[0] for part in chain.names).upper()
    if chain.called:
        yield chain.called
    for match in (chain.after, _DEFINED.match(about.text, chain.after.end() if chain.after else chain.end)):
        if match and match["acronym"] and match.start("acronym") not in about.known:
            yield match["acronym"]


def _by_acronyms(text: str, acronyms: dict[str, tuple[str, str]]) -> Iterator[Found]:
    """Where acronyms stand before "corridor" or "pipeline", and where those of the text's routes stand alone."""
    for match in _ACRONYM.finditer(text):
        what = kind_of(match["noun"])
        which = acronyms.get(match["name"]) or (f"route/{match['name'].lower()}-{what}", f"{match['name']} {what}")
        yield Found(*match.span(), "FAC", what, *which)
    for acronym, (identity, name) in acronyms.items():
        what = identity.rpartition("-")[2]
        for match in re.finditer(rf"\b{acronym}\b(?:\s(?:gas\s|oil\s)?{what}\b)?", text):
            yield Found(*match.span(), "FAC", what, identity, name)


def kind_of(noun: str) -> str:
    """The subtype of a route by its noun: its last word, a border or a railway whatever it is called."""
    folded = fold(noun)
    return "border" if folded in _BORDERS else _SAME.get(folded) or folded.rpartition(" ")[2]
