"""Short forms that the text itself defines: "Shanghai Cooperation Organisation (SCO)", "KRA (Kenya Revenue Authority)".

The long form before a bracket is found as in Schwartz & Hearst, "A Simple Algorithm for Identifying Abbreviation
Definitions in Biomedical Text" (2003): the letters of the short form are looked for from right to left, the first of
them at the beginning of a word. Here it must be a name, so it begins with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.text.expressions import expression
from pipeline.text.folding import BREAK, fold

_SHORT = r"(?P<short>[A-Z][A-Za-z0-9&.+-]{1,9})"
_IN_BRACKETS = expression(
    rf"\s?\((?:also\s)?(?:known\sas\s|called\s|hereafter\s|or\s)?(?:the\s)?[\"']?{_SHORT}[\"']?\s?[,;)]"
)
_BEHIND = expression(
    rf",?\s(?:or|(?:also\s)?known\sas|known\sby\sits\sacronym|abbreviated(?:\s(?:as|to))?)\s(?:the\s)?[\"']?{_SHORT}[\"']?[,.;]"
)
_LONG_BEHIND = expression(
    r"\b(?P<short>[A-Z][A-Z0-9&]{1,7}),?\s?(?:\((?:the\s)?|or\s(?:the\s)?)"
    r"(?P<long>[A-Z][\w'&.-]*(?:,?\s(?:(?:of|and|for|the|on|to|de|des|du|la|in|sur)\s){0,2}[A-Z][\w'&.-]*){1,9})\s?[),]"
)
_WORD = expression(r"[\w'&.-]+")
_CAPITALS = expression(r"[A-Z]")


class Definition(NamedTuple):
    """A short form, and where its long form stands in the text.

    start: None where the letters of the short form are not the long form's ("Reporters Without Borders (RSF)"); then
    the name that ends there is meant, if it is a body's.
    """

    short: str
    start: int | None
    end: int


def definitions(text: str) -> Iterator[Definition]:
    """Every definition of a short form by a name. text: as ``folding.level`` leaves it."""
    if "(" in text:
        for match in _IN_BRACKETS.finditer(text):
            yield from _before(text, match)
    for match in _BEHIND.finditer(text):
        yield from _before(text, match)
    for match in _LONG_BEHIND.finditer(text):
        if fold(match["short"]) in initials(match["long"]):
            yield Definition(match["short"], match.start("long"), match.end("long"))


def _before(text: str, match: re.Match[str]) -> Iterator[Definition]:
    """The definition whose long form ends where the match begins, if one does."""
    short = match["short"].rstrip(".")
    if len(_CAPITALS.findall(short)) < 2 and len(short) < 5:
        return
    end = match.start()
    limit = min(len(short) + 5, 2 * len(short))
    line = text.rfind(BREAK, 0, end) + 1
    words = list(_WORD.finditer(text, max(line, end - 30 * limit), end))[-limit:]
    if not words:
        return
    start = _long_form(text, short, words[0].start(), end)
    if start is not None and _is_name(text[start:end]):
        yield Definition(short, start, end)
    elif len(short) > 2 and short.isupper() and (text.count(short) > 1 or match.re is _BEHIND):
        yield Definition(short, None, end)


def _is_name(long: str) -> bool:
    """Two words or more, all with a capital but for the small ones ("memoranda of understanding" is none)."""
    words = long.split()
    return len(words) > 1 and long[0].isupper() and all(len(word) < 4 or not word.islower() for word in words)


def _long_form(text: str, short: str, begin: int, end: int) -> int | None:
    """Where the shortest long form of ``short`` in ``text[begin:end]`` begins; None when its letters are not there."""
    letters = [letter for letter in short.lower() if letter.isalnum()]
    at = end
    for number in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= begin and (
            text[at].lower() != letters[number]
            or (number == 0 and not (text[at].isupper() and (at == begin or not text[at - 1].isalnum())))
        ):
            at -= 1
        if at < begin:
            return None
    return at


def initials(long: str) -> set[str]:
    """The initials of a name, folded, small words counted or not; none for a name of less than three words."""
    parts = [word for word in re.split(r"[\s-]+", long) if word[:1].isalnum()]
    every = "".join(word[0] for word in parts)
    capitals = "".join(word[0] for word in parts if word[0].isupper())
    return {fold(letters) for letters in (every, capitals) if len(letters) > 2}
