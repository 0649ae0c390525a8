"""Treaties, accords, charters, acts, plans, articles and amendments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from pipeline.lexicon.entries import Entry
from pipeline.names.gazetteer import Hit
from pipeline.names.grammars.row import NAME, WORD, Found, Grammar, Naming, any_word, in_headline, local, tail
from pipeline.text.expressions import expression
from pipeline.text.folding import fold, slug

_NOUNS = (
    r"(?:Treaty|Accords?|Agreements?|Charter|Conventions?|Protocols?|Pact|Act|Constitution|Declaration|Covenant"
    r"|Statute|Memorandum|Consensus|Principles)"
)
_NOUN = rf"(?P<noun>{_NOUNS})"
_FIRST = r"(?P<noun>Treaty|Conventions?|Charter|Covenant|Statute|Declaration|Protocol|Constitution)"
_OF_LAW = r"(?:Constitution|Treaty|treaty|Charter|Convention|Statute|Code|Act|Covenant|Law|Protocol|Agreement|Pact)"
_PLAN = r"(?:Initiative|Plan|Programme|Program|Strategy|Roadmap|Agenda|Scheme|Facility|Framework)"
_TEENS = r"[A-Z][a-z]+teenth|Tenth|Eleventh|Twelfth|Twentieth|Thirtieth"
_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:Twenty|Thirty)-)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth"
    rf"|[Ss]eventh|[Ee]ighth|[Nn]inth)|{_TEENS})"
)
_MADE_THERE = expression(
    r"\s(?:(?:climate|peace|nuclear|ceasefire)\s)?(?P<noun>accords?|conventions?|agreements|protocols?)"
    r"\b(?:\sof\s(?:19|20)\d\d\b)?(?!\s(?:center|centre|hall))"
)
# what stands before the name in a headline: "Stays Cautious On [Abraham Accords]"
_HEADLINE_VERB = expression(r"\s(?:On|Over|For|In|To|With|From|At|By|Signs?|Joins?|Quits?|Backs?|Rejects?|Slams?)\s")
_PART_NUMBER = r"\d{1,4}[A-Z]?(?:\(\w{1,4}\))*"
_PART_OF = (
    rf"\sof\s(?:the\s)?(?:{WORD}\s){{0,4}}{_OF_LAW}\b(?:\s(?:of|on)\s(?:the\s)?{WORD}(?:\s{WORD}){{0,2}})?"
    r"(?:,?\s(?:of\s)?(?:19|20)\d\d\b)?"
)
_NUMBERED = (
    r"(?:Law|Decree(?:-Law)?|Decision|Directive|Circular|Order|Ordinance|Resolution|Regulation(?:\s\(E[CU]\))?"
    r"|Bill|Instruction)"
)
_TITLE = rf"{WORD}(?:\s(?:{WORD}|and|of|for)){{0,6}}"
_CODE = r"(?P<code>\d[\w]*(?:[-/]\w+)*(?:[-/][A-Z]\w*|/\d{2,4})(?:[-/]\w+)*)(?![\w/-])"
_BY_NUMBER = frozenset({"Republic", "Public", "Federal", "Commonwealth"})  # "Republic Act No. 12064"
_SUBTYPES = {"Act": "act", "Charter": "charter", "Constitution": "constitution"}
_OF_PLACE = expression(rf"(?P<noun>Treaty|Convention|Pact|Charter|Statute|Protocol)\sof\s(?:the\s)?(?P<place>{WORD})")


def _law(naming: Naming, match: re.Match[str], text: str) -> Iterable[Found]:
    """A law by its words: "Treaty of Lisbon" is the Lisbon Treaty, "Online Safety Act 2023" the act without a year."""
    found = naming.name(_HEADLINE_VERB.split(match[0])[-1] if in_headline(text, match.start()) else match[0])
    if found is None or found[0].isdigit():
        return
    canonical = re.sub(r",?\s(?:of\s)?\d{4}$", "", found)
    if canonical.split()[0] not in _BY_NUMBER:
        canonical = re.sub(r"\s[Nn]o\.?\s?\d+$", "", canonical)
    place = _OF_PLACE.fullmatch(canonical)
    if place:
        canonical = f"{place['place']} {place['noun']}"
    yield tail(match, found, "LAW", _SUBTYPES.get(match["noun"], "treaty"), f"law/{slug(canonical)}")._replace(
        name=canonical
    )


class Accords:
    """Accords by the city that they were made in, the noun in lower case: "the Ottawa convention"."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """entries: the known names, laws among them."""
        self._laws = {fold(name): entry for entry in entries if entry.label == "LAW" for name in entry.names}

    def find(self, text: str, hits: Sequence[Hit]) -> Iterator[Found]:
        """The accords behind the cities among the known names."""
        for hit in hits:
            if hit.entries[0].subtype in ("capital", "city") and (match := _MADE_THERE.match(text, hit.end)):
                canonical = f"{text[hit.start : hit.end]} {match['noun']}"
                known = self._laws.get(fold(canonical))
                identity, name = (known.id, known.name) if known else (f"law/{slug(canonical)}", canonical)
                yield Found(hit.start, match.end(), "LAW", "treaty", identity, name)


def _numbered(naming: Naming, match: re.Match[str], text: str) -> Iterable[Found]:
    """A law by its number, which tells it from others where it is long: "Directive 2003/88/EC", not "Decree No. 5"."""
    name = naming.name(match[0], at_least=1)
    if name is None:
        return
    code = match["code"] or match.groupdict()["number"]
    canonical = re.sub(r"\s[Nn]o\.?\s?(?=\d)", " ", name)
    identity = f"law/{slug(canonical)}" if len(code) > 3 else None
    yield tail(match, name, "LAW", "act", identity)._replace(name=canonical)


def _bill(naming: Naming, match: re.Match[str], text: str) -> Iterable[Found]:
    """A bill by its words, without its year; behind "the", as "Bill" is a first name too."""
    name = naming.name(match[0])
    if name is None or in_headline(text, match.start()):
        return
    canonical = re.sub(r",?\s\d{4}$", "", name)
    yield tail(match, name, "LAW", "bill", f"law/{slug(canonical)}")._replace(name=canonical)


def numbered(naming: Naming) -> tuple[Grammar, ...]:
    """The rows of laws by their numbers, which go before others."""
    return (
        Grammar("rticle", expression(
            rf"\b[Aa]rticles?\s{_PART_NUMBER}(?:{_PART_OF})?"), local("LAW", "article")),
        Grammar(any_word("[Ss]ections?", "[Cc]hapters?", "[Cc]lauses?"), expression(
            rf"\b(?:[Ss]ections?|[Cc]hapters?|[Cc]lauses?)\s(?:{_PART_NUMBER}|[IVX]+){_PART_OF}"),
            local("LAW", "article")),
        Grammar(any_word(_NUMBERED), expression(
            rf"\b(?:{WORD}\s){{0,2}}?{_NUMBERED}\s(?:(?:[Nn]o\.?\s?)?{_CODE}|[Nn]o\.?\s?(?P<number>\d{{1,6}})(?![\w/-]))"),
            partial(_numbered, naming)),
        Grammar(any_word("Executive", "Proclamation"), expression(
            r"\b(?:Executive\sOrder|Proclamation)\s(?:[Nn]o\.?\s?)?(?P<code>\d{2,6})(?![\w/-])"),
            partial(_numbered, naming)),
        Grammar(" 20", expression(r"\b(?:Vision|Agenda|Strategy|[A-Z]\w+[-\s]20\d\d\sStrategy)(?:\s20\d\d)?\b"),
            naming.by_name("LAW", "plan", "law", headlines=True)),
        Grammar("mendment", expression(
            rf"\b{_ORDINAL}\s(?:Constitutional\s)?Amendment\b(?:\sto\sthe\s(?:{WORD}\s){{0,2}}Constitution\b)?"),
            local("LAW", "amendment")),
        Grammar("Constitution", expression(r"\b(?:1[89]|20)\d\d\sConstitution\b"), local("LAW", "constitution")),
        Grammar(any_word("Bill"), expression(
            rf"\b{_TITLE}\sBill(?:\s\([^()]{{2,30}}\))?,?\s(?:19|20)\d\d\b|(?<=[Tt]he\s){_TITLE}\sBill\b(?!\s[A-Z])"),
            partial(_bill, naming)),
        Grammar("mendment", expression(r"\b[A-Z]\w+(?:-[A-Z]\w+)+\s[Aa]mendment\b"),
            naming.by_name("LAW", "amendment", "law")),
    )  # fmt: skip


def titled(naming: Naming) -> tuple[Grammar, ...]:
    """The rows of laws by their words."""
    return (
        Grammar(any_word(_NOUNS), expression(
            rf"\b(?:the\s|The\s)?{WORD}(?:\s(?:{WORD}|(?:of|on|for)(?:\sthe)?|and|\([A-Z]\w+\))){{0,6}}\s{_NOUN}\b"
            rf"(?!\s(?:{naming.bodies})\b)(?:\s(?:on|of|for|against)\s(?:the\s)?{NAME})?(?:\s[Nn]o\.?\s?\d{{1,6}}\b)?"
            r"(?:,?\s(?:of\s)?(?:19|20)\d\d\b)?"), partial(_law, naming)),
        Grammar(any_word(_FIRST), expression(rf"\b{_FIRST}\s(?:on|of|for|against)\s(?:the\s)?{NAME}"),
            partial(_law, naming)),
        Grammar(any_word(_PLAN), expression(
            rf"\b{WORD}(?:\s(?:{WORD}|and|of|for|on)){{1,6}}\s{_PLAN}\b(?!\s(?:{naming.bodies})\b)"
            rf"(?:\s(?:[IVX]{{1,5}}|\d{{1,2}})\b|\s(?:of|towards?)\s{NAME})?"),
            naming.by_name("LAW", "plan", "law")),
    )  # fmt: skip
