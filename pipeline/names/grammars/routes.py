"""Corridors, pipelines, railways and borders, and what else is named by the places that it joins: summits, pacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.lexicon.entries import Entry
from pipeline.lexicon.name_words import alternatives
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.gazetteer import Hit
from pipeline.names.grammars.row import WORD, Found, Grammar, in_headline, named, opens, tail
from pipeline.records import Label
from pipeline.text.expressions import expression
from pipeline.text.folding import fold, slug

_MAX_PLACES = 8
_NOUNS = alternatives(vocabulary().routes)
_JOINT = expression(r"\s?-\s?|\s?/\s?|,?\s(?:and|to|with)\s(?:the\s)?|,\s")
_PART = r"[A-Z][\w.']*(?:\s[A-Z][\w.']*){0,2}?"
_KINDS = "Economic|Transport|Gas|Oil|Trade|Standard\\sGauge|High-Speed|Express"
_PACTS = (
    r"(?:(?:free\strade|peace|border|trade|extradition|defen[cs]e|nuclear|security|water|transit|friendship|EEZ)\s)?"
    r"(?:[Tt]reaty|[Aa]greement|[Aa]ccord|[Pp]act)"
)
_PACT = expression(_PACTS)
_PACT_NOUNS = frozenset({"treaty", "agreement", "accord", "pact"})
_NOUN = (
    r"\s(?:\((?P<acronym>[A-Z]\w{1,7})\)\s)?(?:(?:high-speed|natural|crude|freight|passenger|new)\s)?"
    rf"(?:(?:[a-z]\w+|{_KINDS})\s)??(?P<noun>(?i:{_NOUNS}|summit)|{_PACTS})(?P<plural>s?)\b"
    r"(?!\s(?:Treaty|Agreement|Authority|Project|Commission|Company)\b)"
)
_BEHIND = expression(_NOUN)
# of "Oslo-Bergen (OB) train", which an acronym of the places makes a name
_CALLED = expression(r"\s\((?P<acronym>[A-Z]{2,8})\)\s(?:line|route|train|project|link|scheme|track|service)s?\b")
_DASHED = expression(rf"\b{_PART}(?:\s?-\s?{_PART}){{1,5}}(?={_NOUN}|{_CALLED.pattern.replace('acronym', 'letters')})")
_SPACED = expression(r"\s-\s?|\s?-\s")
_BEFORE = expression(rf"(?P<noun>{_NOUNS})\s(?:between|linking|connecting)\s(?:the\s)?$", re.IGNORECASE)
_ACRONYM = expression(r"\b(?P<name>[A-Z]{3,6})\s(?:(?:natural\s)?gas\s|oil\s)?(?P<noun>(?i:corridor|pipeline))\b")
_DASH = expression(r"\s?-\s?")
_DEFINED = expression(r"\s?\(\"?(?P<acronym>[A-Z]{2,8})\"?\)")
_BORDERS = frozenset({"border", "frontier"})
_SAME = {
    "metro line": "metro",
    "tram line": "tram",
    "border crossing": "crossing",
    "border point": "crossing",
} | dict.fromkeys(("railway line", "rail line", "rail link", "railroad", "high-speed line"), "railway")
_EVENTS = frozenset({"summit"})
_LABELS: dict[str, Label] = {"summit": "EVENT", "border": "LOC"}
_ID_KINDS = {"EVENT": "event", "LAW": "law"}
_ROUTE = "route"
_VAGUE = frozenset({"line", _ROUTE})  # of a route that has another noun elsewhere; else no name
_NO_PLACES = frozenset({"north", "south", "east", "west", "trans", "inter", "pan"})
_ROUTE_WORDS = frozenset(word for route in vocabulary().routes for word in route.split())


def _by_name(match: re.Match[str], text: str) -> Iterable[Found]:
    """ "Middle Corridor", "the Lobito corridor"; a word for a kind of route is no name ("Gas pipeline")."""
    name = named(match[0])
    if name is None or in_headline(text, match.start()):
        return ()
    words = name.split()
    if all(fold(word) in _ROUTE_WORDS for word in words) or (len(words) == 2 and opens(text, match.end() - len(name))):
        return ()
    return (tail(match, name, "FAC", kind(words[-1]), f"route/{slug(name)}"),)


ROWS = (
    Grammar("orridor", expression(rf"\b{WORD}(?:(?:\sand)?\s{WORD}){{0,4}}\s[Cc]orridor\b"), _by_name),
    Grammar("ipeline", expression(rf"\b{WORD}(?:\s{WORD}|\s\d){{0,4}}\s(?:gas\s|oil\s)?[Pp]ipeline\b"), _by_name),
)


class _Chain(NamedTuple):
    """Places one after the other, and what makes a name of them.

    names: a country for its people. after, before: the match of the noun behind or before them. called: the acronym of
    the places that stands in brackets behind them.
    """

    start: int
    end: int
    names: list[str]
    after: re.Match[str] | None
    before: re.Match[str] | None
    called: str | None


def by_countries(text: str, hits: Sequence[Hit]) -> Iterator[Found]:
    """Routes named by two or more places in any order, dash and spacing, and their acronyms; summits and pacts too."""
    chains = [_with_nouns(text, *chain) for chain in _chains(text, hits)]
    countries = {_country(hit.entries) for hit in hits}
    sure = {frozenset(one.names): kind(one.after["noun"]) for one in chains if one.after}
    sure = {places: what for places, what in sure.items() if what not in _VAGUE}
    known = {hit.start for hit in hits}
    acronyms: dict[str, tuple[str, str]] = {}
    for chain in chains:
        what = _what(text, chain, sure, countries)
        if what is None:
            continue
        head = what.rpartition(" ")[2]
        label: Label = "LAW" if head in _PACT_NOUNS else _LABELS.get(what, "FAC")
        places = map(slug, chain.names) if _prefixed(chain) else sorted(map(slug, chain.names))
        identity = f"{_ID_KINDS.get(label, 'route')}/{'-'.join(places)}-{slug(what)}"
        name = f"{'-'.join(chain.names)} {what}"
        if label == "FAC":
            acronyms |= dict.fromkeys(_shorts(text, chain, known), (identity, name))
        noun = None if chain.called else chain.after  # of "Oslo-Bergen (OB) line" the places are the name
        stop = noun.start("plural") if noun and not noun["plural"] else chain.end
        yield Found(chain.before.start() if chain.before else chain.start, stop, label, head, identity, name)
    for match in _ACRONYM.finditer(text):
        what = kind(match["noun"])
        which = acronyms.get(match["name"]) or (f"route/{match['name'].lower()}-{what}", f"{match['name']} {what}")
        yield Found(*match.span(), "FAC", what, *which)
    for acronym, (identity, name) in acronyms.items():
        what = identity.rpartition("-")[2]
        for match in re.finditer(rf"\b{acronym}\b(?:\s(?:gas\s|oil\s)?{what}\b)?", text):
            yield Found(*match.span(), "FAC", what, identity, name)


def _with_nouns(text: str, start: int, end: int, names: list[str]) -> _Chain:
    after = _BEHIND.match(text, end)
    before = None if after else _BEFORE.search(text, max(0, start - 40), start)
    return _Chain(start, end, names, after, before, _called(text, start, end))


def _what(text: str, chain: _Chain, sure: dict[frozenset[str], str], countries: set[str | None]) -> str | None:
    """What the places of a chain are the name of; None where they only describe, and are names of their own.

    sure: what each set of places is where the text says it. countries: all that the text names.
    """
    noun = chain.after or chain.before
    if not noun:
        return sure.get(frozenset(chain.names), _noun_of(text, chain.called)) if chain.called else None
    dashed = "-" in text[chain.start : chain.end]
    plural = bool(chain.after and chain.after["plural"])
    if _PACT.fullmatch(noun["noun"]):  # not "India and China agreements"
        good = chain.after and dashed and not plural and countries.issuperset(chain.names)
        return fold(noun["noun"]) if good else None
    what = kind(noun["noun"])
    if what in _VAGUE:  # "the A-B line"
        what = sure.get(frozenset(chain.names)) or (_noun_of(text, chain.called) if chain.called else "")
    if _prefixed(chain) and (what in _BORDERS | _EVENTS or not chain.after):
        return None  # "the North-South border"
    if (chain.before and what in _BORDERS) or (plural and not dashed):
        return None  # "the border between A and B", "Kenyan and Ugandan checkpoints"
    return what or None


def _prefixed(chain: _Chain) -> bool:
    """The parts are no places but directions and the like: "North-South", "Pan-Asian"."""
    return any(fold(name) in _NO_PLACES for name in chain.names)


def _shorts(text: str, chain: _Chain, known: set[int]) -> Iterator[str]:
    """The acronyms of a route: what stands in brackets, unless a known name, and the first letters of three places.

    Of two places the letters are too often something else: "IT" is no pipeline from Iran to Turkey.
    """
    if len(chain.names) > 2:
        yield "".join(part[0] for part in chain.names).upper()
    if chain.called:
        yield chain.called
    for match in (chain.after, _DEFINED.match(text, chain.after.end() if chain.after else chain.end)):
        if match and match["acronym"] and match.start("acronym") not in known:
            yield match["acronym"]


def _called(text: str, start: int, end: int) -> str | None:
    """The acronym in brackets behind places whose first letters it is."""
    called = _CALLED.match(text, end)
    letters = "".join(re.findall(r"\b[A-Z]", text[start:end]))
    return called["acronym"] if called and called["acronym"] == letters else None


def _noun_of(text: str, acronym: str) -> str:
    """What an acronym's route is where the text says so elsewhere: "the OB railway"."""
    nouns = [kind(match[1]) for match in re.finditer(rf"\b{acronym}\s(?:gas\s|oil\s)?((?i:{_NOUNS}))\b", text)]
    return next((noun for noun in nouns if noun not in _VAGUE), _ROUTE)


def _chains(text: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, list[str]]]:
    """Two or more places one after the other: (start, end, names), a country for its people.

    Known countries and continents are joined by dashes, commas and "and"; by dashes any capitalised words are
    ("Baku-Tbilisi-Ceyhan").
    """
    held: set[int] = set()
    index = 0
    while index < len(hits):
        chain = _chain(text, hits, index)
        index += len(chain)
        if len(chain) > 1:
            start, end = chain[0][0].start, hits[index - 1].end
            held.update(range(start, end))
            yield start, end, [country for _, country in chain]
    at = {hit.start: hit for hit in hits}
    for match in _DASHED.finditer(text):
        if match.end() - 1 in held:
            continue
        names: list[str] = []
        start = offset = match.start()
        known = 0
        for part in _DASH.split(match[0]):
            offset = text.index(part, offset)
            if not names:
                while " " in part and offset not in at:  # "President Xi Oslo-Bergen" begins with Oslo
                    part = part.partition(" ")[2]
                    offset = text.index(part, offset)
                start = offset
            hit = at.get(offset)
            hit = hit if hit is not None and hit.end == offset + len(part) else None
            names.append((_country(hit.entries) if hit is not None else None) or part)
            known += hit is not None
            offset += len(part)
        if len(names) == 2 and known < 2 and _SPACED.search(match[0]):
            continue  # "he said - Kenya Railway"
        yield start, match.end(), names


def _chain(text: str, hits: Sequence[Hit], index: int) -> list[tuple[Hit, str]]:
    """The hits from ``index`` on that are countries (or their peoples) joined by dashes, commas or "and"."""
    chain: list[tuple[Hit, str]] = []
    for hit in hits[index : index + _MAX_PLACES]:
        country = _country(hit.entries)
        if chain and not _JOINT.fullmatch(text, chain[-1][0].end, hit.start):
            break
        if country is None:
            break
        chain.append((hit, country))
    return chain or [(hits[index], "")]


def _country(entries: tuple[Entry, ...]) -> str | None:
    """The country that a name or its people is; a continent and the like by its own name."""
    countries = {entry.country for entry in entries if entry.subtype in ("country", "nationality")}
    countries |= {entry.name for entry in entries if entry.label == "LOC"}
    return countries.pop() if len(countries) == 1 else None


def kind(noun: str) -> str:
    """The subtype of a route by its noun: its last word, a border or a railway whatever it is called."""
    folded = fold(noun)
    return "border" if folded in _BORDERS else _SAME.get(folded) or folded.rpartition(" ")[2]
