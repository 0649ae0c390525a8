"""Seasons, quarters and halves of a year: "last summer", "the third quarter of 1990", "the first half of 2024"."""

from __future__ import annotations

import re

from pipeline.text.expressions import expression
from pipeline.values.times.expression import RELATIONS, Expression
from pipeline.values.times.source import Source
from pipeline.values.times.words import BC, EARLY, ORDINALS, PART_OF, RELATION, SEASONS, YEAR

_YEAR_AFTER = expression(rf"(?: of)?(?: fiscal(?: year)?)?,? (?P<y>{YEAR})")
_SHORT_YEAR = expression(r"(?: of)? ['’](\d\d)\b")
_BC_AFTER = expression(rf"(?: of)? (?P<y>\d{{2,4}}){BC}")
_YEAR_RELATION = expression(
    r",? (?:of )?(?P<r>this|last|next|that same|that|the same|the following|the previous|the next) (?:fiscal )?year\b"
)
_RELATION_LEFT = expression(rf"(?:\b{EARLY} )?\b(?P<r>{RELATION})(?: (?:early|late|mid))? $")
_MODIFIER = expression(rf"(?:\b{PART_OF} )?(?:\b{EARLY} )?(?:\bthe )?(?:\b(?:early|late|mid)[ -])?$")
_PREPOSITION = expression(
    r"(?:\b(?:in|during|until|by|since|over|through|throughout|for|of|from|before|after|between|and|to|spent|this) "
    r"(?:the )?(?:early |late |mid[ -]?)?|^\W*(?:the )?(?:early |late )?)$"
)
_OTHER_SENSE = expression(r" (?:of|in|from|to|back|for|on|short|apart|into|under|out|down|off|behind|through|victim)\b")
_EVERY = expression(r"\b(?:every|each) $")
_QUARTER_LEFT = expression(
    rf"(?:\b(?P<year>{YEAR}) |\b(?P<rel>this|last|next) year['’]s )?(?:\b(?P<the>the|its|their|his|our) )?"
    r"(?:(?:fiscal|latest|company['’]s|flat|strong|weak|full) )?(?:fiscal[ -])?"
    r"\b(?P<n>first|second|third|fourth|final|1st|2nd|3rd|4th|last)[ -](?:fiscal[ -])?$"
)
_QUARTER_RELATION = expression(rf"\b(?P<r>{RELATION})(?: (?:fiscal|full))? $")
_NUMBERS = ORDINALS | {"final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_OF_FINANCE = expression(r" (?:profit|loss|earnings|results|net|revenue|sales|income|growth|gdp|figures|performance)")


def season(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "the summer of 1942", "last fall", "this winter", "early spring"."""
    low, name = source.low, source.low[start:end]
    code = SEASONS[name]
    left = source.left(start, floor)
    match = _MODIFIER.search(left)
    begin = start - len(match[0]) if match else start
    if bc := _BC_AFTER.match(low, end):
        return Expression(begin, bc.end(), "date", int(bc["y"]), season=code, bc=True)
    if year := _YEAR_AFTER.match(low, end):
        return Expression(begin, year.end(), "date", int(year["y"]), season=code)
    if short := _SHORT_YEAR.match(low, end):
        number = int(short[1])
        return Expression(begin, short.end(), "date", number + (1900 if number > 40 else 2000), season=code)
    if every := _EVERY.search(left):
        return Expression(start - len(every[0]), end, "set", value=f"XXXX-{code}")
    if relation := _RELATION_LEFT.search(left):
        return Expression(start - len(relation[0]), end, "date", season=code, relation=RELATIONS[relation["r"]])
    if related := _YEAR_RELATION.match(low, end):
        return Expression(begin, related.end(), "date", season=code, year_relation=RELATIONS[related["r"]])
    if not _PREPOSITION.search(left):
        return None
    if name in ("spring", "fall") and (_OTHER_SENSE.match(low, end) or re.search(r"\bto $|\bof $", left)):
        return None
    return Expression(begin, end, "date", season=code, trait="noun")


def quarter(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "the third quarter of 1990", "third-quarter", "last quarter", "the year-ago quarter", "every quarter"."""
    low, left = source.low, source.left(start, floor)
    if source.capital(start):
        return None
    if match := _QUARTER_LEFT.search(left):
        if match["n"] == "last" and not _YEAR_AFTER.match(low, end) and not _YEAR_RELATION.match(low, end):
            return Expression(start - len(left) + match.start("n") - (4 if match["the"] == "the" else 0), end, "unit",
                              unit="Q", relation="last")  # fmt: skip
        return _fraction(source, match, start, end, left, f"Q{_NUMBERS[match['n']]}")
    if relation := _QUARTER_RELATION.search(left):
        return Expression(start - len(relation[0]), end, "unit", unit="Q", relation=RELATIONS[relation["r"]])
    every = re.search(r"\b(?:every|each|per) $", left)
    if every:
        return Expression(start - len(every[0]), end, "set", value="P1Q")
    if re.search(r"(?:\b(?:in|for|during|of) |^)the $", left) and not re.compile(r" (?:of|century|mile)\b").match(
        low, end
    ):
        return Expression(start - 4, end, "unit", unit="Q", relation="the")
    return None


def half(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "the first half of the year", "first-half profit", "the second half of 2024"."""
    low, left = source.low, source.left(start, floor)
    match = _QUARTER_LEFT.search(left)
    if match is None or match["n"] not in ("first", "second", "last"):
        return None
    code = "H1" if match["n"] == "first" else "H2"
    if match["year"] or match["rel"]:
        return _fraction(source, match, start, end, left, code)
    begin = start - len(left) + match.start()
    if _YEAR_AFTER.match(low, end) or _YEAR_RELATION.match(low, end):
        return _fraction(source, match, start, end, left, code)
    if of_year := re.compile(r" of (?:the|its) (?:fiscal )?year\b(?! \d)").match(low, end):
        return Expression(begin, of_year.end(), "unit", unit="Y", relation="the", fraction=code)
    if left.endswith("-") and _OF_FINANCE.match(low, end):
        return Expression(begin, end, "date", fraction=code)
    return None


def short_fraction(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "Q3 2016", "H1", from the letter on."""
    match = re.compile(rf"(?P<f>q[1-4]|h[12])(?:,? (?:of )?(?:fy ?)?(?P<y>{YEAR}))?\b").match(source.low, start)
    if match is None or not source.capital(start) or (match["f"][0] == "h" and match["y"] is None):
        return None
    year = int(match["y"]) if match["y"] else None
    return Expression(start, match.end(), "date", year, fraction=match["f"].upper())


def _fraction(source: Source, match: re.Match[str], start: int, end: int, left: str, code: str) -> Expression:
    """A numbered quarter or half, with the year before or behind it."""
    begin = start - len(left) + match.start()
    year = int(match["year"]) if match["year"] else None
    relation = RELATIONS[match["rel"]] if match["rel"] else ""
    if year is None and (tail := _YEAR_AFTER.match(source.low, end)):
        year, end = int(tail["y"]), tail.end()
    elif not relation and (related := _YEAR_RELATION.match(source.low, end)):
        relation, end = RELATIONS[related["r"]], related.end()
    if match["the"] and match["the"] not in ("the", "its"):
        begin += len(match["the"]) + 1
    if match["year"] and left[: match.start()].endswith("the "):
        begin -= 4
    return Expression(begin, end, "date", year, fraction=code, year_relation=relation)
