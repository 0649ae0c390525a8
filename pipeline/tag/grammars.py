"""Names that follow a pattern no statistical model knows, one row a grammar; the first to match keeps its place.

Each row has a regular expression over levelled text (``folding.level``) and what makes an entity of a match. A row that
names countries gets them from the gazetteer. The cases are in ``tests/cases/tag_names.jsonl``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.records import Label
from pipeline.tag.folding import fold, slug
from pipeline.tag.gazetteer import Entry, Hit
from pipeline.tag.vocabulary import alternatives, vocabulary

_UN = r"(?:(?:the\s)?(?:United\sNations|UN|U\.N\.)(?:'s)?\s)?"
_NUMBER = r"(?:No\.?\s?)?(?:S/)?(?P<number>\d{1,5})(?![\d/-])(?:\s?\(\d{4}\))?"
_ASSEMBLY = r"(?P<number>(?:ES-)?\d{1,4}(?:/\d{1,4})?)(?:\s?\([IVX]+\))?"
_MORE_NUMBERS = re.compile(r",?\s(?:and\s)?(?P<number>\d{2,5})(?:\s?\(\d{4}\))?(?![\d/%-])")
_WORD = r"(?:(?:[A-Z]\.){2,4}|[A-Z](?:[\w&+-]|\.(?=\w)){0,30})(?:'s)?"
_NAME = rf"{_WORD}(?:(?:\s(?:of|on|the|and|for|in|against)){{0,2}}\s{_WORD}){{0,5}}"
_OUTLET = r"(?:\s(?:International|Agency|Network|Service|Channel|Group))?"
_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:Twenty-|Thirty-|twenty-|thirty-)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth"
    r"|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth)|[Tt]enth|[Ee]leventh|[Tt]welfth|[A-Z][a-z]+teenth|[Tt]wentieth)"
)
_LAW_NOUN = r"(?:Constitution|Treaty|treaty|Charter|Convention|Statute|Code|Act|Covenant|Law|Protocol|Agreement|Pact)"
_MAX_ROUTE = 8
_NO_NAMES = frozenset(
    {"This", "That", "These", "Each", "Any", "An", "A", "Such", "Its", "Our", "His", "Her", "Their", "No", "One", "New"}
)
# words with a capital, at the head of a sentence, that no name begins with
_OPENERS = re.compile(
    r"(?:At|In|On|After|Before|During|For|From|With|Since|By|Ahead\sof|Under|When|While|Both|The|Next|Last|Annual)\s"
)
_JOINT = re.compile(r"\s?-\s?|\s?/\s?|,?\s(?:and|to|with)\s(?:the\s)?|,\s")
_DASHED = re.compile(r"\b[A-Z][\w.']*(?:\s?-\s?[A-Z][\w.']*){1,5}(?=\s)")
_ROUTE = re.compile(
    rf"\s(?:\((?P<acronym>[A-Z]{{2,8}})\)\s)?(?:\w+\s)?(?P<noun>{alternatives(vocabulary().routes)}|summit)\b",
    re.IGNORECASE,
)
_ROUTE_BEFORE = re.compile(
    rf"(?P<noun>{alternatives(vocabulary().routes)})\s(?:between|linking|connecting)\s(?:the\s)?$", re.IGNORECASE
)
_ROUTE_ACRONYM = re.compile(r"\b(?P<name>[A-Z]{3,6})\s(?P<noun>corridor|pipeline)\b", re.IGNORECASE)
_DEFINED = re.compile(r"\s?\(\"?(?P<acronym>[A-Z]{2,8})\"?\)")
_BORDERS = frozenset({"border", "border crossing", "frontier"})
_ROUTE_WORDS = frozenset(word for route in vocabulary().routes for word in route.split())
_EVENT_NOUNS = frozenset({"summit"})


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


def _human_rights_council(match: re.Match[str], text: str) -> Found:
    number = match["number"]
    identity = f"law/unhrc-resolution-{slug(number)}"
    return _found(match, "LAW", "resolution", identity, f"UN Human Rights Council Resolution {number}")


def _session(match: re.Match[str], text: str) -> Found:
    """A number with its session is the Assembly's, unless the text speaks of the Human Rights Council alone."""
    if "Human Rights Council" in text and not re.search(r"General Assembly|UNGA", text):
        return _human_rights_council(match, text)
    return _general_assembly(match, text)


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


def _local(label: Label, subtype: str) -> Callable[[re.Match[str], str], Found | None]:
    """A name that is one thing in one text only: "Article 5", "the 2027 presidential election"."""

    def make(match: re.Match[str], text: str) -> Found:
        return Found(*match.span(), label, subtype, None, _without_the(match[0]))

    return make


def _plan(match: re.Match[str], text: str) -> Found | None:
    name = _named(match[0])
    return (
        None if name is None else Found(match.end() - len(name), match.end(), "LAW", "plan", f"law/{slug(name)}", name)
    )


def _summit(match: re.Match[str], text: str) -> Found | None:
    name = _named(match[0])
    if name is None or _in_headline(text, match.start()):
        return None
    return Found(match.end() - len(name), match.end(), "EVENT", "summit", f"event/{slug(name)}", name)


def _corridor(match: re.Match[str], text: str) -> Found | None:
    """ "Middle Corridor", "the Lobito corridor"; a word for a kind of route is no name ("Gas pipeline")."""
    name = _named(match[0])
    if name is None or _in_headline(text, match.start()):
        return None
    words = name.split()
    if all(fold(word) in _ROUTE_WORDS for word in words) or (len(words) == 2 and _opens(text, match.end() - len(name))):
        return None
    kind = _kind(words[-1])
    return Found(match.end() - len(name), match.end(), "FAC", kind, f"route/{slug(name)}", name)


def _named(text: str) -> str | None:
    """The words without what only opens a sentence; None when that leaves one word, or one that no name begins with."""
    name = _without_the(text)
    while (opener := _OPENERS.match(name)) is not None:
        name = name[opener.end() :]
    return None if " " not in name or name.split()[0] in _NO_NAMES else name


def _opens(text: str, start: int) -> bool:
    """A sentence or a line begins here, so that a capital says nothing."""
    before = text[:start].rstrip(" \"'(")
    return not before or before[-1] in ".!?\n:"


def _in_headline(text: str, offset: int) -> bool:
    """The line has hardly a word without a capital."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    words = re.findall(r"[^\W\d_]{3,}", text[start : end if end >= 0 else len(text)])
    return 3 <= len(words) < 40 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _event(subtype: str) -> Callable[[re.Match[str], str], Found | None]:
    def make(match: re.Match[str], text: str) -> Found:
        name = _without_the(match[0])
        return Found(match.end() - len(name), match.end(), "EVENT", subtype, f"event/{slug(name)}", name)

    return make


def _world_war(match: re.Match[str], text: str) -> Found:
    second = (match["roman"] or match["ordinal"] or match["short"]) in ("II", "Two", "2", "Second")
    name = "World War II" if second else "World War I"
    return _found(match, "EVENT", "war", f"event/{slug(name)}", name)


def _format(match: re.Match[str], text: str) -> Found:
    """A circle of states by their numbers: "C5+1"."""
    name = match[0].replace(" ", "")
    return _found(match, "ORG", "format", f"org/{slug(name.replace('+', ' plus '))}", name)


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
        r"(?:Treaty|Accords?|Agreements?|Charter|Convention|Protocol|Pact|Act|Constitution|Declaration|Covenant"
        r"|Statute|Memorandum)"
    )
    bodies = alternatives(
        frozenset(head.capitalize() for head, label in words.heads.items() if label in ("ORG", "FAC"))
    )
    media = alternatives(frozenset(word for word in words.media if word not in ("Report", "Review", "Press", "Today")))
    plans = r"(?:Initiative|Plan|Programme|Program|Strategy|Roadmap|Agenda|Scheme|Facility|Framework)"
    polls = r"(?:general|presidential|parliamentary|legislative|local|municipal|regional|midterm|snap|federal|state)"
    return (
        Grammar("resolution", "esolution", re.compile(
            rf"\b{_UN}(?:Security\sCouncil|UNSC)(?:'s)?\s[Rr]es(?:olutions?|\.)\s{_NUMBER}"), _security_council),
        Grammar("resolution", "UNSC", re.compile(rf"\bUNSCR?\s?{_NUMBER}"), _security_council),
        Grammar("resolution", "S/RES/", re.compile(r"\bS/RES/(?P<number>\d{1,5})(?:\s?\(\d{4}\))?"), _security_council),
        Grammar("resolution", "esolution", re.compile(
            rf"\b[Rr]esolution\s{_NUMBER}\s(?:of|by|from)\sthe\s{_UN}Security\sCouncil"), _security_council),
        Grammar("resolution", "esolution", re.compile(
            rf"\b{_UN}(?:Human\sRights\sCouncil|HRC)(?:'s)?\s[Rr]es(?:olutions?|\.)\s(?:A/HRC/RES/)?{_ASSEMBLY}"),
            _human_rights_council),
        Grammar("resolution", "A/HRC/RES/", re.compile(rf"\bA/HRC/RES/{_ASSEMBLY}"), _human_rights_council),
        Grammar("resolution", "esolution", re.compile(
            rf"\b{_UN}(?:General\sAssembly|UNGA)(?:'s)?\s[Rr]es(?:olutions?"
            rf"|\.)\s(?:A/RES/)?{_ASSEMBLY}"),
            _general_assembly),
        Grammar("resolution", "A/RES/", re.compile(rf"\bA/RES/{_ASSEMBLY}"), _general_assembly),
        Grammar("resolution", "esolution", re.compile(
            rf"\b{_UN}[Rr]esolution\s(?P<number>(?:ES-)?\d{{1,3}}/\d{{1,4}})(?![\d/-])"), _session),
        Grammar("resolution", "esolution", re.compile(
            rf"\b{_UN}[Rr]esolution\s(?P<number>\d{{1,4}})\s?\([IVX]+\)"), _general_assembly),
        Grammar("resolution", "esolution", re.compile(
            rf"\b(?:{_UN}(?:Council\s)?)[Rr]esolution\s{_NUMBER}"), _bare_resolution),
        Grammar("article", "Article", re.compile(
            rf"\bArticles?\s\d{{1,4}}[A-Z]?(?:\(\w{{1,4}}\))*(?:\sof\s(?:the\s)?(?:{_WORD}\s){{0,4}}{_LAW_NOUN}\b"
            rf"(?:\sof\s{_WORD}(?:\s{_WORD}){{0,2}})?)?"), _local("LAW", "article")),
        Grammar("amendment", "mendment", re.compile(
            rf"\b{_ORDINAL}\s(?:Constitutional\s)?Amendment\b(?:\sto\sthe\s(?:{_WORD}\s){{0,2}}Constitution\b)?"),
            _local("LAW", "amendment")),
        Grammar("amendment", "mendment", re.compile(r"\b[A-Z]\w+(?:-[A-Z]\w+)+\s[Aa]mendment\b"), _plan),
        Grammar("year", "Year of", re.compile(rf"\b(?:International\s)?Year\sof\s(?:the\s)?{_NAME}"), _event("year")),
        Grammar("war", "W", re.compile(
            r"\b(?:World\sWar\s(?P<roman>I{1,2}|One|Two|1|2)|(?P<ordinal>First|Second)\sWorld\sWar"
            r"|WW(?P<short>I{1,2}|1|2))(?!\w)"), _world_war),
        Grammar("summit", "ummit", re.compile(
            rf"\b(?:\d{{4}}\s)?{_WORD}(?:\s(?:{_WORD}|[ae]l-[A-Z]\w+)){{0,4}}\s[Ss]ummit\b"), _summit),
        Grammar("election", "lection", re.compile(
            rf"\b\d{{4}}\s(?:{_WORD}\s){{0,2}}{polls}\selections?\b"), _local("EVENT", "election")),
        Grammar("format", "+", re.compile(r"\b[A-Z]\d\s?\+\s?\d\b"), _format),
        Grammar("corridor", "orridor", re.compile(
            rf"\b{_WORD}(?:(?:\sand)?\s{_WORD}){{0,4}}\s[Cc]orridor\b"), _corridor),
        Grammar("pipeline", "ipeline", re.compile(
            rf"\b{_WORD}(?:\s{_WORD}|\s\d){{0,3}}\s(?:gas\s|oil\s)?[Pp]ipeline\b"), _corridor),
        Grammar("treaty", "", re.compile(
            rf"\b(?:the\s|The\s)?{_WORD}(?:\s(?:{_WORD}|(?:of|on|for)(?:\sthe)?|and)){{0,6}}\s{laws}\b"
            rf"(?!\s(?:{bodies})\b)(?:\s(?:on|of|for|against)\s(?:the\s)?{_NAME})?"), _agreement),
        Grammar("plan", "", re.compile(
            rf"\b{_WORD}(?:\s(?:{_WORD}|and|of|for|on)){{1,6}}\s{plans}\b(?!\s(?:{bodies})\b)"), _plan),
        Grammar("operation", "Operation ", re.compile(
            rf"\bOperation\s{_WORD}(?:\s{_WORD}){{0,3}}"), _event("operation")),
        Grammar("company", "", re.compile(
            rf"\b(?P<name>{_WORD}(?:\s{_WORD}){{0,4}}),?\s(?:{alternatives(words.company)})\b(?![\w-])"), _company),
        Grammar("media", "", re.compile(rf"\b(?:The\s)?{_WORD}(?:\s{_WORD}){{0,3}}\s(?:{media})\b{_OUTLET}"), _media),
    )  # fmt: skip


GRAMMARS = _rows()


def find(text: str, hits: Sequence[Hit]) -> list[Found]:
    """Every name in ``text`` that a grammar knows; none overlaps another, earlier rows first.

    text: as ``folding.level`` leaves it. hits: the gazetteer's; the routes that are named by their countries need them,
    and a pattern that ends inside a known name gives way to it.
    """
    found: list[Found] = []
    taken = bytearray(len(text))
    starts = [hit.start for hit in hits]
    for name in (*_routes(text, hits), *_patterns(text)):
        if not any(taken[name.start : name.end]) and not _inside_known(name, hits, starts):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            found.append(name)
    return sorted(found)


def _inside_known(name: Found, hits: Sequence[Hit], starts: list[int]) -> bool:
    """A known name of another kind goes on behind the pattern's end, or is the whole of it."""
    number = bisect_right(starts, name.end - 1) - 1
    if number < 0:
        return False
    hit = hits[number]
    if hit.end > name.end:
        return True
    return (hit.start, hit.end) == (name.start, name.end) and not all(entry.weak for entry in hit.entries)


def _patterns(text: str) -> Iterator[Found]:
    for grammar in GRAMMARS:
        if grammar.trigger in text:
            for match in grammar.pattern.finditer(text):
                made = grammar.make(match, text)
                if made is None:
                    continue
                yield made
                if grammar.subtype == "resolution" and "esolutions" in match[0]:
                    yield from _more(text, match, grammar)


def _more(text: str, first: re.Match[str], grammar: Grammar) -> Iterator[Found]:
    """The other numbers of a list: "Security Council resolutions 242 and 338"."""
    at = first.end()
    while (match := _MORE_NUMBERS.match(text, at)) is not None:
        made = grammar.make(match, text)
        if made is not None:
            yield made._replace(start=match.start("number"))
        at = match.end()


def _routes(text: str, hits: Sequence[Hit]) -> Iterator[Found]:
    """Corridors, pipelines, borders … named by two or more places in any order, and their acronyms."""
    acronyms: dict[str, tuple[str, str]] = {}
    for start, end, names in _chains(text, hits):
        after = _ROUTE.match(text, end)
        before = None if after else _ROUTE_BEFORE.search(text, max(0, start - 40), start)
        noun = after or before
        if noun is None:
            continue
        kind = _kind(noun["noun"])
        if before and (kind == "border" or len(names) < 2):
            continue  # "the border between A and B" describes, and A and B are names of their own
        event = kind in _EVENT_NOUNS
        identity = f"{'event' if event else 'route'}/{'-'.join(sorted(map(slug, names)))}-{kind}"
        name = f"{'-'.join(names)} {kind}"
        if kind != "border" and not event:
            acronyms["".join(part[0] for part in names).upper()] = (identity, name)
            stop = after.end() if after else end
            defined = _DEFINED.match(text, stop)
            for short in (after["acronym"] if after else None, defined["acronym"] if defined else None):
                if short:
                    acronyms[short] = (identity, name)
        label: Label = "EVENT" if event else "LOC" if kind == "border" else "FAC"
        yield Found(before.start() if before else start, after.end() if after else end, label, kind, identity, name)
    for match in _ROUTE_ACRONYM.finditer(text):
        kind = _kind(match["noun"])
        known = acronyms.get(match["name"]) or (f"route/{match['name'].lower()}-{kind}", f"{match['name']} {kind}")
        yield Found(*match.span(), "FAC", kind, *known)
    for acronym, (identity, name) in acronyms.items():
        kind = identity.rpartition("-")[2]
        for match in re.finditer(rf"\b{acronym}\b(?:\s(?:gas\s|oil\s)?{kind}\b)?", text):
            yield Found(*match.span(), "FAC", kind, identity, name)


def _chains(text: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, list[str]]]:
    """Two or more places one after the other: (start, end, names), a country for its people.

    Joined by dashes any capitalised word will do ("Baku-Tbilisi-Ceyhan"); by commas and "and", known countries only.
    """
    at = {hit.start: hit for hit in hits}
    dashed = set()
    for match in _DASHED.finditer(text):
        if _ROUTE.match(text, match.end()) is None:
            continue
        names = []
        offset = match.start()
        for part in re.split(r"\s?-\s?", match[0]):
            offset = text.index(part, offset)
            hit = at.get(offset)
            country = _country(hit.entries) if hit is not None and hit.end == offset + len(part) else None
            names.append(country or part)
            offset += len(part)
        dashed.add(match.end())
        yield match.start(), match.end(), names
    index = 0
    while index < len(hits):
        chain = _chain(text, hits, index)
        index += len(chain)
        if len(chain) > 1 and hits[index - 1].end not in dashed:
            yield chain[0][0].start, hits[index - 1].end, [country for _, country in chain]


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
    """The country that a name or its people is; a continent and the like by its own name."""
    countries = {entry.country for entry in entries if entry.subtype in ("country", "nationality")}
    countries |= {entry.name for entry in entries if entry.label == "LOC"}
    return countries.pop() if len(countries) == 1 else None


def _kind(noun: str) -> str:
    """The subtype of a route by its noun: its last word, a border whatever it is called."""
    folded = fold(noun)
    return "border" if folded in _BORDERS else folded.rpartition(" ")[2]
