"""Feasts whose day can be told: "Christmas Day", "Easter 2016", "Thanksgiving weekend", "last Halloween"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.lexicon.holidays import Feast
from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import RELATIONS, Expression, FeastDay, Repeated
from pipeline.values.times.words import DAY_PART, TIMES_OF_DAY, YEAR, any_phrase

_LEFT = expression(r"(?:\b(?P<r>this past|this coming|this|last|next|every|each) |\bthe )$")
_TAIL = expression(
    rf"(?P<weekend> (?:holiday )?weekend)?(?P<day> day)?(?: (?P<p>{DAY_PART}))?(?P<h> holidays?\b)?"
    rf"(?:,? (?:of )?(?P<y>{YEAR}))?"
)
_YEAR_RELATION = expression(r",? (?:of )?(?P<r>this|last|next|that|the same|the following) year\b")
_FIXED = expression(r"\d\d-\d\d")


class Feasts:
    """Reads the names of feasts."""

    def __init__(self, feasts: Mapping[str, Feast]) -> None:
        """feasts: by their names in small letters."""
        self._feasts = feasts
        self._name = re.compile(rf"{any_phrase(feasts)}(?![^\W_])")
        self.triggers = frozenset(re.split(r"[^a-z]", name, maxsplit=1)[0] for name in feasts)

    def read(self, word: Trigger) -> Expression | None:
        """The feast whose name begins with the word."""
        name = self._name.match(word.text.low, word.start) if word.is_capital else None
        tail = _TAIL.match(word.text.low, name.end()) if name else None
        if name is None or tail is None:
            return None
        feast = self._feasts[name[0].replace("’", "'")]
        if tail["weekend"] and not feast.weekend:
            return None
        begin, relation = _relation(word, tail)
        if relation in ("every", "each"):
            return Repeated(begin, tail.end(), value=f"XXXX-{feast.rule}" if _FIXED.fullmatch(feast.rule) else "P1Y")
        return _day(word, begin, relation, feast.rule, " " in name[0], tail)


def _relation(word: Trigger, tail: re.Match[str]) -> tuple[int, str]:
    """Where a feast begins, and the word of relation before it; "the" is part of "the Easter weekend" alone."""
    left = word.before(_LEFT)
    if left is None:
        return word.start, ""
    if left["r"]:
        return word.start - length(left), left["r"]
    return (word.start - 4 if tail["weekend"] or tail["h"] else word.start), ""


def _day(word: Trigger, begin: int, relation: str, rule: str, is_long: bool, tail: re.Match[str]) -> FeastDay:
    """The day of a feast. is_long: its name has several words, which nothing else is called by."""
    year = int(tail["y"]) if tail["y"] else None
    related = None if year else _YEAR_RELATION.match(word.text.low, tail.end())
    is_sure = tail["weekend"] or tail["p"] or year or is_long
    return FeastDay(
        begin,
        related.end() if related else tail.end(),
        trait="" if is_sure else "noun",
        year=year,
        relation=RELATIONS.get(relation, ""),
        year_relation=RELATIONS[related["r"]] if related else "",
        rule=rule,
        weekend=bool(tail["weekend"]),
        time=TIMES_OF_DAY[tail["p"]] if tail["p"] else "",
    )
