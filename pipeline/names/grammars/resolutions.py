"""Resolutions of the United Nations in all their spellings.

The numbers are those of the UN's documents: the Security Council counts through (S/RES/2803), the General Assembly
since 1976 by session (A/RES/77/172; before, 181 (II)), the Human Rights Council by session (A/HRC/RES/46/1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.names.grammars.row import Found, Grammar, Make, entire
from pipeline.text.expressions import expression
from pipeline.text.folding import slug

_UN = r"(?:(?:the\s)?(?:United\sNations|UN|U\.N\.)(?:'s)?\s)?"
_SC, _GA, _HRC = (rf"(?i:{name})" for name in (r"Security\sCouncil", r"General\sAssembly", r"Human\sRights\sCouncil"))
_RES = r"(?:'s)?\s[Rr]es(?:olutions?|\.)(?:\s\([A-Z]{2,6}\))?\s"
_NUMBER = r"(?:[Nn]o\.?\s?|[Nn]umber\s)?(?:S/)?(?P<number>\d{1,5})(?![\d/-])(?:\s?\(\d{4}\))?"
_SESSION = r"(?P<number>(?:ES-)?\d{1,4}(?:/\d{1,4})?)(?![\d/-])(?:\s?\([IVX]+\))?"
_MORE = expression(r",?\s(?:(?:and|or)\s)?(?P<number>\d{2,5})(?:\s?\(\d{4}\))?(?![\d/%,.-]\d|\d|\s?percent)")
_BODIES = {"unsc": "Security Council", "unga": "General Assembly", "unhrc": "Human Rights Council"}


def _of(body: str) -> Make:
    def make(match: re.Match[str], text: str) -> Iterable[Found]:
        yield _resolution(match, body)
        if "esolutions" in match[0]:
            yield from _more(match, text, body)

    return make


def _resolution(match: re.Match[str], body: str) -> Found:
    number = match["number"]
    identity = f"law/{body}-resolution-{slug(number)}"
    return entire(match, "LAW", "resolution", identity, f"UN {_BODIES[body]} Resolution {number}")


def _more(first: re.Match[str], text: str, body: str) -> Iterable[Found]:
    """The other numbers of a list: "Security Council resolutions 242 and 338"."""
    at = first.end()
    while (match := _MORE.match(text, at)) is not None:
        yield _resolution(match, body)._replace(start=match.start("number"))
        at = match.end()


def _session(match: re.Match[str], text: str) -> Iterable[Found]:
    """A number with its session is the Assembly's, unless the text speaks of the Human Rights Council alone."""
    assembly = re.search(rf"{_GA}|UNGA", text)
    return (_resolution(match, "unhrc" if "Human Rights Council" in text and not assembly else "unga"),)


def _bare(match: re.Match[str], text: str) -> Iterable[Found]:
    """A number alone is the Security Council's where the text speaks of it, else nobody's that we know."""
    if len(match["number"]) >= 3 and re.search(rf"{_SC}|UNSC", text):
        return _of("unsc")(match, text)
    return (entire(match, "LAW", "resolution", None, match[0]),)


ROWS = (
    Grammar("ecurity", expression(rf"\b{_UN}{_SC}{_RES}{_NUMBER}"), _of("unsc")),
    Grammar("UNSC", expression(rf"\bUNSCR?(?:{_RES}|[\s-]?){_NUMBER}"), _of("unsc")),
    Grammar("S/RES/", expression(r"\bS/RES/(?P<number>\d{1,5})(?:\s?\(\d{4}\))?"), _of("unsc")),
    Grammar("esolution", expression(
        rf"\b[Rr]esolutions?\s{_NUMBER}\s(?:of|by|from)\sthe\s{_UN}(?:{_SC}|UNSC)"), _of("unsc")),
    Grammar("ights", expression(
        rf"\b{_UN}{_HRC}{_RES}(?:A/HRC/RES/)?{_SESSION}"), _of("unhrc")),
    Grammar("HRC", expression(rf"\bU?N?HRC{_RES}(?:A/HRC/RES/)?{_SESSION}"), _of("unhrc")),
    Grammar("A/HRC/RES/", expression(rf"\bA/HRC/RES/{_SESSION}"), _of("unhrc")),
    Grammar("eneral", expression(rf"\b{_UN}{_GA}{_RES}(?:A/RES/)?{_SESSION}"), _of("unga")),
    Grammar("UNGA", expression(rf"\bUNGA{_RES}(?:A/RES/)?{_SESSION}"), _of("unga")),
    Grammar("A/RES/", expression(rf"\bA/RES/{_SESSION}"), _of("unga")),
    Grammar("esolution", expression(
        rf"\b{_UN}[Rr]esolution\s(?P<number>(?:ES-)?\d{{1,3}}/\d{{1,4}})(?![\d/-])"), _session),
    Grammar("esolution", expression(rf"\b{_UN}[Rr]esolution\s(?P<number>\d{{1,4}})\s?\([IVX]+\)"), _of("unga")),
    Grammar("esolution", expression(rf"\b(?:{_UN}(?:Council\s)?)[Rr]esolutions?\s{_NUMBER}"), _bare),
)  # fmt: skip
