"""Feasts whose day can be told: ``models/holidays.txt``."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.vocabulary import lines
from pipeline.text.expressions import expression
from pipeline.values.times.expression import RELATIONS, Expression
from pipeline.values.times.source import Source
from pipeline.values.times.words import DAY_PART, HOURS, PARTS, YEAR, any_of

_LEFT = expression(r"(?:\b(?P<r>this past|this coming|this|last|next|every|each) |\bthe )$")
_TAIL = expression(
    rf"(?P<weekend> (?:holiday )?weekend)?(?P<day> day)?(?: (?P<p>{DAY_PART}))?(?P<h> holidays?\b)?"
    rf"(?:,? (?:of )?(?P<y>{YEAR}))?"
)
_YEAR_RELATION = expression(r",? (?:of )?(?P<r>this|last|next|that|the same|the following) year\b")


@cache
def feasts() -> dict[str, tuple[str, bool]]:
    """The rule of each feast, and whether a weekend is kept beside it."""
    found: dict[str, tuple[str, bool]] = {}
    for line in lines("holidays.txt"):
        name, _, rule = line.partition(": ")
        found[name.removeprefix("+ ")] = (rule, line.startswith("+"))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = any_of(re.escape(name).replace("'", "['’]") for name in feasts())
    return re.compile(rf"{names}(?![^\W_])")


def triggers() -> frozenset[str]:
    """The first words of the feasts."""
    return frozenset(re.split(r"[^a-z]", name, maxsplit=1)[0] for name in feasts())


def feast(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "Christmas Day", "Easter 2016", "Thanksgiving weekend", "last Halloween"."""
    if not source.capital(start):
        return None
    match = _pattern().match(source.low, start)
    if match is None:
        return None
    name = match[0].replace("’", "'")
    rule, beside = feasts()[name]
    tail = _TAIL.match(source.low, match.end())
    stop = tail.end() if tail else match.end()
    weekend = bool(tail and tail["weekend"])
    if weekend and not beside:
        return None
    begin, relation = start, ""
    if left := _LEFT.search(source.left(start, floor)):
        if left["r"]:
            begin, relation = start - len(left[0]), left["r"]
        elif weekend or (tail and tail["h"]):
            begin = start - 4
    year = int(tail["y"]) if tail and tail["y"] else None
    if relation in ("every", "each"):
        return Expression(begin, stop, "set", value=f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "P1Y")
    related = None if year else _YEAR_RELATION.match(source.low, stop)
    part = (tail and tail["p"]) or ""
    return Expression(
        begin, related.end() if related else stop, "date", year, feast=rule, weekend=weekend,
        relation=RELATIONS.get(relation, ""), year_relation=RELATIONS[related["r"]] if related else "",
        part=PARTS.get(part) or HOURS.get(part, ""), trait="" if weekend or part or year or " " in name else "noun",
    )  # fmt: skip
