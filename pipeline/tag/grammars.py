"""Names that follow a pattern no statistical model knows, one row a grammar; the first to match keeps its place.

Each row has a regular expression over levelled text (``folding.level``) and what makes an entity of a match. A row that
names countries gets them from the gazetteer. The cases are in ``tests/cases/tag_names.jsonl``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.records import Label
from pipeline.tag.folding import fold, slug
from pipeline.tag.gazetteer import Entry, Hit
from pipeline.tag.vocabulary import alternatives, vocabulary

_UN = r"(?:(?:the\s)?(?:United\sNations|UN|U\.N\.)(?:'s)?\s)?"
_NUMBER = r"(?:No\.?\s?)?(?:S/)?(?P<number>\d{1,5})(?:\s?\(\d{4}\))?"
_ASSEMBLY = r"(?P<number>(?:ES-)?\d{1,4}(?:/\d{1,4})?)"
_WORD = r"(?:(?:[A-Z]\.){2,4}|[A-Z](?:[\w&+-]|\.(?=\w)){0,30})(?:'s)?"
_NAME = rf"{_WORD}(?:(?:\s(?:of|on|the|and|for|in|against)){{0,2}}\s{_WORD}){{0,5}}"
_OUTLET = r"(?:\s(?:International|Agency|Network|Service|Channel|Group))?"
_MAX_ROUTE = 8
_NO_NAMES = frozenset(
    {"This", "That", "These", "Each", "Any", "An", "A", "Such", "Its", "Our", "His", "Her", "Their", "No", "One", "New"}
)
_JOINT = re.compile(r"\s?-\s?|\s?/\s?|,?\s(?:and|to|with)\s(?:the\s)?|,\s")
_ROUTE = re.compile(rf"\s(?:\w+\s)?(?P<noun>{alternatives(vocabulary().routes)})\b", re.IGNORECASE)
_ROUTE_BEFORE = re.compile(
    rf"(?P<noun>{alternatives(vocabulary().routes)})\s(?:between|from|linking|connecting)\s(?:the\s)?$", re.IGNORECASE
)
_ROUTE_ACRONYM = re.compile(rf"\b(?P<name>[A-Z]{{3,6}})\s(?:\w+\s)?(?P<noun>{alternatives(vocabulary().routes)})\b")
_DEFINED = re.compile(r"\s?\(\"?(?P<acronym>[A-Z]{2,8})\"?\)")
_BORDERS = frozenset({"border", "border crossing", "frontier"})


class Found(NamedTuple):
    """A name that a grammar found; ``entity_id`` is None where the words alone do not tell which one it is."""

    start: int
    end: int
    label: Label
    subtype: str | None
    entity_id: str | None
    name: str | None


@dataclass(frozen=True)
class Grammar:
    """One row: a pattern, a cheap test for its presence, and the entity of a match."""

    subtype: str
    trigger: str
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str], str], Found | None]


def _security_council(match: re.Match[str], text: str) -> Found:
    number = match["number"]
    return _found(
        match, "LAW", "resolution", f"law/unsc-resolution-{number}", f"UN Security Council Resolution {number}"
    )


def _general_assembly(match: re.Match[str], text: str) -> Found:
    number = match["number"]
    identity = f"law/unga-resolution-{slug(number)}"
    return _found(match, "LAW", "resolution", identity, f"UN General Assembly Resolution {number}")


def _bare_resolution(match: re.Match[str], text: str) -> Found:
    """A number alone is the Security Council's where the text speaks of it, else nobody's that we know."""
    number = match["number"]
    if len(number) >= 3 and re.search(r"Security Council|UNSC", text):
        return _security_council(match, text)
    return Found(*match.span(), "LAW", "resolution", None, None)


def _agreement(match: re.Match[str], text: str) -> Found | None:
    name = _without_the(match[0])
    if " " not in name or name.split()[0] in _NO_NAMES:
        return None
    return Found(match.end() - len(name), match.end(), "LAW", "treaty", f"law/{slug(name)}", name)


def _article(match: re.Match[str], text: str) -> Found:
    return Found(*match.span(), "LAW", "article", None, None)


def _event(subtype: str) -> Callable[[re.Match[str], str], Found | None]:
    def make(match: re.Match[str], text: str) -> Found:
        name = _without_the(match[0])
        return Found(match.end() - len(name), match.end(), "EVENT", subtype, f"event/{slug(name)}", name)

    return make


def _company(match: re.Match[str], text: str) -> Found:
    name = match["name"]
    return _found(match, "ORG", "company", f"org/{slug(name)}", name)


def _media(match: re.Match[str], text: str) -> Found | None:
    name = re.split(r"\s(?=The\s)", match[0])[-1]
    bare = _without_the(name)
    if " " not in bare or bare.split()[0] in _NO_NAMES:
        return None
    return Found(match.end() - len(name), match.end(), "ORG", "media", f"org/{slug(bare)}", name)


def _found(match: re.Match[str], label: Label, subtype: str, identity: str, name: str) -> Found:
    return Found(*match.span(), label, subtype, identity, name)


def _without_the(name: str) -> str:
    return re.sub(r"^(?:the|The|THE)\s+", "", name)


def _rows() -> tuple[Grammar, ...]:
    words = vocabulary()
    laws = (
        r"(?:Treaty|Accords?|Agreement|Charter|Convention|Protocol|Pact|Act|Constitution|Declaration|Covenant|Statute)"
    )
    media = alternatives(frozenset(word for word in words.media if word not in ("Report", "Review", "Press", "Today")))
    return (
        Grammar("resolution", "esolution", re.compile(
            rf"\b{_UN}(?:Security\sCouncil|UNSC)(?:'s)?\s[Rr]es(?:olutions?|\.)\s{_NUMBER}"), _security_council),
        Grammar("resolution", "UNSC", re.compile(rf"\bUNSCR?\s?{_NUMBER}"), _security_council),
        Grammar("resolution", "S/RES/", re.compile(r"\bS/RES/(?P<number>\d{1,5})(?:\s?\(\d{4}\))?"), _security_council),
        Grammar("resolution", "esolution", re.compile(
            rf"\b[Rr]esolution\s{_NUMBER}\s(?:of|by|from)\sthe\s{_UN}Security\sCouncil"), _security_council),
        Grammar("resolution", "esolution", re.compile(
            rf"\b{_UN}(?:General\sAssembly|UNGA)(?:'s)?\s[Rr]es(?:olutions?"
            rf"|\.)\s(?:A/RES/)?{_ASSEMBLY}"),
            _general_assembly),
        Grammar("resolution", "A/RES/", re.compile(rf"\bA/RES/{_ASSEMBLY}"), _general_assembly),
        Grammar("resolution", "esolution", re.compile(rf"\b[Rr]esolution\s{_NUMBER}"), _bare_resolution),
        Grammar("article", "Article", re.compile(r"\bArticles?\s\d{1,4}(?:\(\w{1,4}\))*"), _article),
        Grammar("year", "Year of", re.compile(rf"\bYear\sof\s{_NAME}"), _event("year")),
        Grammar("treaty", "", re.compile(
            rf"\b(?:the\s|The\s)?{_WORD}(?:\s(?:{_WORD}|(?:of|on|for)(?:\sthe)?|and)){{0,6}}\s{laws}\b"
            rf"(?:\s(?:on|of|for|against)\s(?:the\s)?{_NAME})?"), _agreement),
        Grammar("operation", "Operation ", re.compile(
            rf"\bOperation\s{_WORD}(?:\s{_WORD}){{0,3}}"), _event("operation")),
        Grammar("company", "", re.compile(
            rf"\b(?P<name>{_WORD}(?:\s{_WORD}){{0,4}}),?\s(?:{alternatives(words.company)})\b(?![\w-])"), _company),
        Grammar("media", "", re.compile(rf"\b(?:The\s)?{_WORD}(?:\s{_WORD}){{0,3}}\s(?:{media})\b{_OUTLET}"), _media),
    )  # fmt: skip


GRAMMARS = _rows()


def find(text: str, hits: Sequence[Hit]) -> list[Found]:
    """Every name in ``text`` that a grammar knows; none overlaps another, earlier rows first.

    text: as ``folding.level`` leaves it. hits: the gazetteer's, for the routes that are named by their countries.
    """
    found: list[Found] = []
    taken = bytearray(len(text))
    for name in (*_routes(text, hits), *_patterns(text)):
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            found.append(name)
    return sorted(found)


def _patterns(text: str) -> Iterator[Found]:
    for grammar in GRAMMARS:
        if grammar.trigger in text:
            for match in grammar.pattern.finditer(text):
                made = grammar.make(match, text)
                if made is not None:
                    yield made


def _routes(text: str, hits: Sequence[Hit]) -> Iterator[Found]:
    """Corridors, pipelines, borders … named by two or more countries in any order, and their acronyms."""
    acronyms: dict[str, tuple[str, str]] = {}
    index = 0
    while index < len(hits):
        chain = _chain(text, hits, index)
        index += len(chain)
        if len(chain) < 2:
            continue
        after = _ROUTE.match(text, hits[index - 1].end)
        before = _ROUTE_BEFORE.search(text, max(0, chain[0][0].start - 40), chain[0][0].start)
        noun = after or before
        if noun is None:
            continue
        kind = _kind(noun["noun"])
        names = [country for _, country in chain]
        identity = f"route/{'-'.join(sorted(map(slug, names)))}-{kind}"
        label: Label = "LOC" if kind == "border" else "FAC"
        name = f"{'-'.join(names)} {kind}"
        start = before.start() if before and not after else chain[0][0].start
        end = after.end() if after else hits[index - 1].end
        if kind != "border":
            acronyms["".join(country[0] for country in names)] = (identity, name)
            defined = _DEFINED.match(text, end)
            if defined:
                acronyms[defined["acronym"]] = (identity, name)
        yield Found(start, end, label, kind, identity, name)
    for match in _ROUTE_ACRONYM.finditer(text):
        kind = _kind(match["noun"])
        if kind == "border":
            continue
        identity, name = acronyms.get(
            match["name"], (f"route/{match['name'].lower()}-{kind}", f"{match['name']} {kind}")
        )
        yield Found(*match.span(), "FAC", kind, identity, name)
    for acronym, (identity, name) in acronyms.items():
        for match in re.finditer(rf"\b{acronym}\b", text):
            yield Found(*match.span(), "FAC", identity.rpartition("-")[2], identity, name)


def _chain(text: str, hits: Sequence[Hit], index: int) -> list[tuple[Hit, str]]:
    """The hits from ``index`` on that are countries (or their peoples) joined by dashes, commas or "and"."""
    chain: list[tuple[Hit, str]] = []
    for hit in hits[index : index + _MAX_ROUTE]:
        country = _country(hit.entries)
        if chain and not _JOINT.fullmatch(text, chain[-1][0].end, hit.start):
            break
        if country is None:
            break
        chain.append((hit, country))
    return chain or [(hits[index], "")]


def _country(entries: tuple[Entry, ...]) -> str | None:
    countries = {entry.country for entry in entries if entry.subtype in ("country", "nationality")}
    return countries.pop() if len(countries) == 1 else None


def _kind(noun: str) -> str:
    """The subtype of a route by its noun: its last word, a border whatever it is called."""
    folded = fold(noun)
    return "border" if folded in _BORDERS else folded.rpartition(" ")[2]
