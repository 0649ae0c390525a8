"""Summits, elections, wars, games, named years and operations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from pipeline.names.grammars.row import NAME, WORD, Found, Grammar, Naming, any_word, entire, in_headline, local, tail
from pipeline.text.expressions import expression
from pipeline.text.folding import slug

_POLLS = (
    r"(?:general|presidential|parliamentary|legislative|local|municipal|regional|midterm|snap|federal|state|mayoral)"
)
_GAMES = (
    r"(?:World\sCup|Cup\sof\sNations|Olympics|Olympic\sGames|Paralympics|(?:Asian|Commonwealth|Nomad|African|European"
    r"|Pan\sAmerican|Mediterranean|Islamic\sSolidarity)\sGames)"
)
_TEENTH = r"(?:[A-Z][a-z]+(?:teen)?th|First|Second|Third|[A-Z][a-z]+y-(?:first|second|third|[a-z]+th))"
_NO_WAR = frozenset({"civil war", "world war", "holy war", "trade war", "price war", "cold war", "class war"})


def _world_war(match: re.Match[str], text: str) -> Iterable[Found]:
    second = (match["roman"] or match["ordinal"] or match["short"]) in ("II", "Two", "2", "Second")
    name = "World War II" if second else "World War I"
    return (entire(match, "EVENT", "war", f"event/{slug(name)}", name),)


def _war(naming: Naming, match: re.Match[str], text: str) -> Iterable[Found]:
    name = naming.name(match[0])
    if name is None or name.lower() in _NO_WAR or in_headline(text, match.start()):
        return ()
    return (tail(match, name, "EVENT", "war", f"event/{slug(name)}"),)


def _operation(match: re.Match[str], text: str) -> Iterable[Found]:
    """The operation, and each place where its own name stands alone."""
    name = re.sub("[\"“”']", "", match[0])
    found = entire(match, "EVENT", "operation", f"event/{slug(name)}", name)
    yield found
    own = name.split()[1:]
    if len(own) == 1 and len(own[0]) > 4 and own[0].isalpha():
        for other in re.finditer(rf"(?<!Operation )\b{own[0]}\b", text):
            yield found._replace(start=other.start(), end=other.end())


def rows(naming: Naming) -> tuple[Grammar, ...]:
    """The rows of this module."""
    return (
        Grammar(any_word("Year of", "Decade (?:of|for)"), expression(
            rf"\b(?:(?:International|UN|United\sNations)\s)?(?:Year\sof|Decade\s(?:of|for))\s(?:the\s)?{NAME}"),
            naming.by_name("EVENT", "year", "event", headlines=True, owned=True)),
        Grammar("W", expression(
            r"\b(?:World\sWar\s(?P<roman>I{1,2}|One|Two|1|2)|(?P<ordinal>First|Second)\sWorld\sWar|WW(?P<short>I{1,2}|1|2))"
            r"(?!\w)"), _world_war),
        Grammar(" War", expression(
            rf"(?<![\w-])(?:(?:{WORD}|\d+-[A-Z]\w+)\s){{1,3}}War\b(?!\s(?:{naming.bodies}|Crimes?|Room|Memorial|Museum|Veterans)\b)"),
            partial(_war, naming)),
        Grammar("ummit", expression(
            rf"\b(?:\d{{4}}\s|\d{{1,2}}(?:st|nd|rd|th)\s)?{WORD}(?:\s(?:{WORD}|[ae]l-[A-Z]\w+)){{0,4}}\s[Ss]ummit\b"),
            naming.by_name("EVENT", "summit", "event")),
        Grammar(any_word("Congress", "Plenum", "Forum"), expression(
            rf"\b(?:\d{{1,3}}(?:st|nd|rd|th)|{_TEENTH})\s(?:{WORD}\s){{1,4}}(?:Congress|Plenum|Forum)\b"
            rf"(?:\sof\s(?:the\s)?{NAME})?"), naming.by_name("EVENT", "congress", "event")),
        Grammar("COP", expression(r"\bCOP-?\d{1,2}\b"), lambda match, text: (
            entire(match, "EVENT", "summit", f"event/{slug(match[0].replace('-', ''))}", match[0]),)),
        Grammar("lection", expression(rf"\b\d{{4}}\s(?!The\b)(?:{WORD}\s){{1,3}}(?:{_POLLS}\s)?elections?\b"),
            local("EVENT", "election")),
        Grammar("Operation ", expression(
            rf"\bOperation\s(?:{WORD}(?:\s{WORD}){{0,3}}|[\"“']{WORD}(?:\s{WORD}){{0,3}}[\"”'])"), _operation),
        Grammar(any_word(_GAMES), expression(rf"\b(?:(?:19|20)\d\d\s)?(?:{WORD}\s){{0,3}}{_GAMES}\b"),
            naming.by_name("EVENT", "games", "event", headlines=True)),
        Grammar("Euro 20", expression(r"\bEuro\s20\d\d\b"), naming.by_name("EVENT", "games", "event", headlines=True)),
    )  # fmt: skip
