"""Places one after the other ("Oslo-Bergen", "Iran, Iraq and Syria"), and the nouns that make a name of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.lexicon.entries import Entry
from pipeline.lexicon.name_words import alternatives
from pipeline.lexicon.source import Words
from pipeline.names.gazetteer import Hit
from pipeline.text.expressions import expression

PACTS = (
    r"(?:(?:free\strade|peace|border|trade|extradition|defen[cs]e|nuclear|security|water|transit|friendship|EEZ)\s)?"
    r"(?:[Tt]reaty|[Aa]greement|[Aa]ccord|[Pp]act)"
)
_MAX_PLACES = 8
_REACH = 40  # characters before the first place in which "corridor between" stands
_JOINT = expression(r"\s?-\s?|\s?/\s?|,?\s(?:and|to|with)\s(?:the\s)?|,\s")
_PART = r"[A-Z][\w.']*(?:\s[A-Z][\w.']*){0,2}?"
_KINDS = "Economic|Transport|Gas|Oil|Trade|Standard\\sGauge|High-Speed|Express"
# of "Oslo-Bergen (OB) train", which an acronym of the places makes a name
_CALLED = r"\s\((?P<{}>[A-Z]{{2,8}})\)\s(?:line|route|train|project|link|scheme|track|service)s?\b"
_CALLED_BEHIND = expression(_CALLED.format("acronym"))
_SPACED = expression(r"\s-\s?|\s?-\s")
_DASH = expression(r"\s?-\s?")


class Chain(NamedTuple):
    """Places one after the other, and what makes a name of them.

    names: a country for its people. after, before: the match of the noun behind or before them. called: the acronym of
    the places that stands in brackets behind them. dashed: a dash joins them.
    """

    start: int
    end: int
    names: list[str]
    after: re.Match[str] | None
    before: re.Match[str] | None
    called: str | None
    dashed: bool


class _Part(NamedTuple):
    """A part of a chain: where it stands, the country that it is (its own words for none), whether a list has it."""

    start: int
    end: int
    name: str
    known: bool


class Chains:
    """Finds chains of places in levelled text. routes: the nouns for routes."""

    def __init__(self, routes: Words) -> None:
        self.nouns = alternatives(routes)
        noun = (
            r"\s(?:\((?P<acronym>[A-Z]\w{1,7})\)\s)?(?:(?:high-speed|natural|crude|freight|passenger|new)\s)?"
            rf"(?:(?:[a-z]\w+|{_KINDS})\s)??(?P<noun>(?i:{self.nouns}|summit)|{PACTS})(?P<plural>s?)\b"
            r"(?!\s(?:Treaty|Agreement|Authority|Project|Commission|Company)\b)"
        )
        self._behind = expression(noun)
        self._dashed = expression(rf"\b{_PART}(?:\s?-\s?{_PART}){{1,5}}(?={noun}|{_CALLED.format('letters')})")
        before = rf"(?P<noun>{self.nouns})\s(?:between|linking|connecting)\s(?:the\s)?$"
        self._before = expression(before, re.IGNORECASE)

    def find(self, text: str, hits: Sequence[Hit]) -> list[Chain]:
        """Two or more places one after the other, a country for its people.

        Known countries and continents are joined by dashes, commas and "and"; by dashes any capitalised words are
        ("Baku-Tbilisi-Ceyhan").
        """
        known = list(_known(text, hits))
        held = {place for start, end, _ in known for place in range(start, end)}
        chains = [*known, *self._capitalised(text, hits, held)]
        return [self._with_nouns(text, start, end, names) for start, end, names in chains]

    def _capitalised(self, text: str, hits: Sequence[Hit], held: set[int]) -> Iterator[tuple[int, int, list[str]]]:
        """Words in capitals that dashes join, before a noun. held: the places of chains that are known."""
        at = {hit.start: hit for hit in hits}
        for match in self._dashed.finditer(text):
            if match.end() - 1 in held:
                continue
            parts = _parts(text, match, at)
            unknown = len(parts) == 2 and not all(part.known for part in parts)
            if not (unknown and _SPACED.search(match[0])):  # "he said - Kenya Railway"
                yield parts[0].start, match.end(), [part.name for part in parts]

    def _with_nouns(self, text: str, start: int, end: int, names: list[str]) -> Chain:
        after = self._behind.match(text, end)
        before = None if after else self._before.search(text, max(0, start - _REACH), start)
        return Chain(start, end, names, after, before, _called(text, start, end), "-" in text[start:end])


def _parts(text: str, match: re.Match[str], at: dict[int, Hit]) -> list[_Part]:
    """The parts of words in capitals with dashes; "President Xi Oslo-Bergen" begins with Oslo.

    at: the known names by where they begin.
    """
    parts: list[_Part] = []
    offset = match.start()
    for part in _DASH.split(match[0]):
        offset = text.index(part, offset)
        while not parts and " " in part and offset not in at:
            part = part.partition(" ")[2]
            offset = text.index(part, offset)
        hit, end = at.get(offset), offset + len(part)
        known = hit is not None and hit.end == end
        country = country_of(hit.entries) if hit is not None and known else None
        parts.append(_Part(offset, end, country or part, known))
        offset = end
    return parts


def _known(text: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, list[str]]]:
    """Known countries one after the other."""
    index = 0
    while index < len(hits):
        names = _names(text, hits, index)
        last = index + max(1, len(names)) - 1
        if len(names) > 1:
            yield hits[index].start, hits[last].end, names
        index = last + 1


def _names(text: str, hits: Sequence[Hit], index: int) -> list[str]:
    """The countries of the hits from ``index`` on that dashes, commas or "and" join."""
    names: list[str] = []
    for number, hit in enumerate(hits[index : index + _MAX_PLACES], index):
        country = country_of(hit.entries)
        if country is None or (names and not _JOINT.fullmatch(text, hits[number - 1].end, hit.start)):
            break
        names.append(country)
    return names


def country_of(entries: tuple[Entry, ...]) -> str | None:
    """The country that a name or its people is; a continent and the like by its own name; None for none or several."""
    countries = {entry.country for entry in entries if entry.subtype in ("country", "nationality")}
    countries |= {entry.name for entry in entries if entry.label == "LOC"}
    return countries.pop() if len(countries) == 1 else None


def _called(text: str, start: int, end: int) -> str | None:
    """The acronym in brackets behind places whose first letters it is."""
    called = _CALLED_BEHIND.match(text, end)
    letters = "".join(re.findall(r"\b[A-Z]", text[start:end]))
    return called["acronym"] if called and called["acronym"] == letters else None
