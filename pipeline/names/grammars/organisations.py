"""Companies by their legal forms, outlets by their words, circles of states by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from pipeline.lexicon.name_words import alternatives
from pipeline.names.grammars.row import WORD, Found, Grammar, Naming, any_word, entire
from pipeline.text.expressions import expression
from pipeline.text.folding import slug

_OUTLET = r"(?:\s(?:International|Agency|Network|Service|Channel|Group))?"
_TOO_PLAIN = frozenset({"Report", "Review", "Press", "Today"})  # words of outlets' names that other names end in too
_KIND = expression(r"(?:\s(?:Public|Private))?(?:\sCompany)?$")
_ALONE = expression(r"^.*\sand\s(?=\S+$)")  # "Petronas and [PTT] PCL"
_BEFORE = r"(?:JSC|OJSC|PJSC|CJSC|NJSC|OOO|OAO|PAO|ZAO|TOO|PT)"


def _company(before_and: re.Pattern[str], naming: Naming, match: re.Match[str], text: str) -> Iterable[Found]:
    """The id leaves out the legal form, so that the bare name is the same company."""
    name = naming.name(_ALONE.sub("", before_and.split(match["name"])[-1]), at_least=1)
    if name is None:
        return ()
    start = match.start("name") + len(match["name"]) - len(name)
    own = _KIND.sub("", name)
    return (Found(start, match.end(), "ORG", "company", f"org/{slug(own)}", own),)


def _prefixed(match: re.Match[str], text: str) -> Iterable[Found]:
    return (entire(match, "ORG", "company", f"org/{slug(match['name'])}", match["name"]),)


def _media(naming: Naming, match: re.Match[str], text: str) -> Iterable[Found]:
    name = naming.name(re.split(r"\s(?=The\s)", match[0])[-1])
    if name is None:
        return ()
    start = match.end() - len(name)
    if text[:start].endswith("The ") and start - 4 >= match.start():
        return (Found(start - 4, match.end(), "ORG", "media", f"org/{slug(name)}", f"The {name}"),)
    return (Found(start, match.end(), "ORG", "media", f"org/{slug(name)}", name),)


def _the_paper(match: re.Match[str], text: str) -> Iterable[Found]:
    """ "told The Guardian": an article with a capital inside a sentence."""
    return (entire(match, "ORG", "media", f"org/{slug(match[0])}", match[0]),)


def _circle(match: re.Match[str], text: str) -> Iterable[Found]:
    name = match[0].replace(" ", "")
    return (entire(match, "ORG", "format", f"org/{slug(name.replace('+', ' plus '))}", name),)


def rows(naming: Naming) -> tuple[Grammar, ...]:
    """The rows of this module."""
    form = alternatives(naming.words.company)
    media = alternatives(naming.words.media - _TOO_PLAIN)
    before_and = expression(
        rf"\b(?:{form}|Group|Holdings|Industries|Technologies|Motors|Bank|Airlines|Energy)\.?,?\s(?:and|&)\s"
    )  # "Tata Motors Ltd and [Ashok Leyland] Ltd"
    return (
        Grammar("+", expression(r"\b[A-Z]\d\s?\+\s?\d\b"), _circle),
        Grammar(expression(rf"(?<=[\s])(?:{form})(?![\w-])"), expression(
            rf"\b(?P<name>{WORD}(?:\s(?:(?:&|and|de|do|del|da)\s)?{WORD}){{0,5}}),?\s(?:{form})(?:\.?,?\s(?:{form}))*(?![\w-])"
            r"(?:\.(?=[\s,)]\s?[a-z(])|\.(?=,))?"), partial(_company, before_and, naming)),
        Grammar(any_word(_BEFORE), expression(
            rf"\b{_BEFORE}\s(?P<name>{WORD}(?:\s{WORD}){{0,3}})(?:\s\([A-Z]\w+\))?"), _prefixed),
        Grammar(any_word(media), expression(
            rf"\b(?:The\s)?{WORD}(?:\s{WORD}){{0,3}}\s(?:{media})\b{_OUTLET}(?!\x20[A-Z]\w+\x20(?:and|of|[A-Z]))"),
            partial(_media, naming)),
        Grammar(" The ", expression(
            rf"(?<=[a-z,] )The\s(?:{media}|Economist|Atlantic|Intercept|Hindu|Nation)\b(?!\s[A-Z])"), _the_paper),
    )  # fmt: skip
