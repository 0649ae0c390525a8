"""Dates of a calendar: "March 14, 2019", "12 June", "early May", "2021-11-30", "5-7 February"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.text.expressions import expression
from pipeline.values.times.expression import RELATIONS, Expression
from pipeline.values.times.source import Source
from pipeline.values.times.words import (
    BC,
    EARLY,
    MONTH,
    MONTHS,
    ORDINAL,
    ORDINALS,
    PART_OF,
    RELATION,
    SHORT_MONTHS,
    SUFFIX,
    WEEKDAY_OR_SHORT,
    YEAR,
)

_ISO = expression(
    r"(\d{4})([-/.])([01]?\d)\2([0-3]?\d)(?:[t ](\d{2}):(\d{2})(?::(\d{2}))?(?:z|[+-]\d\d:?\d\d)?)?(?![\w/-]|\.\d)"
)
_NUMERIC = expression(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)")
_BEFORE_DAY = expression(
    rf"(?:\b{EARLY} )?(?:\b(?:the )?(?:night|morning|evening"
    rf"|afternoon) of )?(?:\b{WEEKDAY_OR_SHORT},? )?(?P<the>\bthe )?$"
)
_DAY_MONTH = expression(rf"(?P<s>{SUFFIX})?(?: day)?(?: of)?[ -](?P<m>{MONTH})(?!['’]s? \d)")
_DAYS_MONTH = expression(
    rf"{SUFFIX}? ?(?:-|–|—|to|and|or|through|until|,) ?(?:the )?(?P<d>[0-3]?\d){SUFFIX}?"
    rf"(?:,? (?:and|to|or) (?:the )?[0-3]?\d{SUFFIX}?)?(?: of)? (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?"
)
_WORD_DAY_LEFT = expression(rf"\b(?P<d>{ORDINAL})(?: day)?(?: of)? $")
_DAY_AFTER = expression(
    rf" ?,? ?(?:the )?(?:(?P<d>[0-3]?\d){SUFFIX}?(?![\d:]|[.,]\d|-(?:year|day|month|hour|point)"
    r"| ?(?:%|percent\b|per cent\b|million\b|billion\b|people\b|[ap]\.?m\b))"
    rf"|(?P<w>{ORDINAL}\b)(?! (?:quarter|half|week|day)))(?:(?: ?, ?| | of )(?P<y>{YEAR}))?"
)
_YEAR_AFTER = expression(rf"(?:,? | of |-)(?P<y>{YEAR})(?![-–]\d\d?-)|(?: | of )['’](?P<yy>\d\d)\b")
_BC_AFTER = expression(rf"(?: of)? (?P<y>\d{{2,4}}){BC}")
_YEAR_RELATION = expression(
    r",? (?:of )?(?P<r>this|last|next|that same|that|the same|the following|the previous|the next) year\b(?!['’]s?\b)"
)
_RELATION_LEFT = expression(rf"(?:\b{EARLY} )?\b(?P<r>{RELATION}) $")
_MODIFIER = expression(rf"(?:\b(?:the )?(?:{EARLY}[ -]|mid-)|\b{PART_OF} |\b(?:the )?month of )(?:the )?$")
_EVERY = expression(r"\b(?:every|each) $")
_PREPOSITION = expression(
    r"(?:\b(?:in|of|by|since|until|till|from|between|during|before|after|and|to|through|throughout|for|this"
    r"|or) $|^\W*$)"
)
_AFTER_PREPOSITION = expression(r"\b(?:in|by|on|since|until|from|early|late|during|of) that $")
_NOUN_AFTER = expression(
    r"(?:,? \d{4})? (?!(?:to|and|or|in|at|on|when|but|was|were|the|a|by|for|with|as|until)\b)[a-z]"
)
_PROTEST = expression(r"(?:\b(?:the|a|this|last|long)|['’]s) $")
_SECOND_DAY = expression(
    rf"(?: ?[-–—] ?| (?:and|to|or|through|until) (?:the )?)(?P<d>[0-3]?\d){SUFFIX}?(?![\d:%]|[.,]\d|-[a-z]| ?[ap]\.?m"
    rf"| {MONTH})(?=[,.;:)\]!?]|\s*$|\n| (?:[a-z]{{1,5}} |were\b|where\b|which\b))(?:,? (?P<y>{YEAR}))?"
)


def iso(source: Source, start: int) -> Expression | None:
    """ "2021-11-30", "2026/02/05", "2021-11-30T10:45"."""
    match = _ISO.match(source.low, start)
    if match is None:
        return None
    month, day = int(match[3]), int(match[4])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    clock = f"T{match[5]}:{match[6]}" + (f":{match[7]}" if match[7] else "") if match[5] else ""
    return Expression(start, match.end(), "date", int(match[1]), month, day, clock=clock)


def numeric(source: Source, start: int) -> Expression | None:
    """1/31/2019 and 31.1.2019; where day and month cannot be told apart only the year is known."""
    match = _NUMERIC.match(source.low, start)
    if match is None:
        return None
    mark, short = match[2], len(match[4]) == 2
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if short:
        if mark != "/":
            return None
        year += 2000 if year < 50 else 1900
    unsure = mark != "." and first <= 12 and second <= 12 and first != second
    day_first = _day_first(source.low) if unsure else mark == "." or first > 12
    if day_first:
        first, second = second, first
    if not (1 <= first <= 12 and 1 <= second <= 31):
        return None
    if day_first is None:
        return Expression(match.start(), match.end(), "date", year)
    return Expression(match.start(), match.end(), "date", year, first, second)


def _day_first(text: str) -> bool | None:
    """How a text writes its dates, where one of them can be read in one way only: 25/12/2016 or 12/25/2016."""
    pairs = [(int(match[1]), int(match[3])) for match in _NUMERIC.finditer(text) if match[2] != "."]
    days, months = (any(12 < pair[place] <= 31 for pair in pairs) for place in (0, 1))
    return days if days != months else None


def day_month(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "12 June 1990", "the 1st of May", "Friday 12 June"; the first day of "12-14 July"."""
    day = int(source.low[start:end])
    if not 1 <= day <= 31:
        return None
    match = _DAY_MONTH.match(source.low, end)
    begin = start - _reach_left(source.left(start, floor), source.low[end : end + 2].isalpha())
    if (
        match
        and source.low[begin - 4 : begin] == "the "
        and begin - 4 >= floor
        and not _NOUN_AFTER.match(source.low, match.end())
    ):
        begin -= 4
    if match is None:
        span = _DAYS_MONTH.match(source.low, end)
        if span is None or not day < int(span["d"]) <= 31 or not source.name(span.start("m")):
            return None
        stop = end + len(_found(re.compile(SUFFIX), source.low[end : end + 2]))
        return Expression(
            begin, stop, "date", int(span["y"]) if span["y"] else None, MONTHS[span["m"].rstrip(".")], day
        )
    name = match["m"].rstrip(".")
    if not source.name(match.start("m")) and (name in SHORT_MONTHS or name in ("may", "march")):
        return None
    month = MONTHS[name]
    bc = _BC_AFTER.match(source.low, match.end())
    if bc:
        return Expression(begin, bc.end(), "date", int(bc["y"]), month, day, bc=True)
    year = _YEAR_AFTER.match(source.low, match.end())
    related = None if year else _YEAR_RELATION.match(source.low, match.end())
    dot = match["m"].endswith(".") and name not in SHORT_MONTHS
    stop = year.end() if year else related.end() if related else match.end() - dot
    return Expression(
        begin, stop, "date", _full_year(year), month, day, year_relation=RELATIONS[related["r"]] if related else ""
    )


def month(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "Sept. 27, 1989", "the first of June", "early May", "last March", "every July"."""
    low, name = source.low, source.low[start:end]
    capital = source.name(start)
    left = source.left(start, floor)
    if low[end : end + 1] == "." and name in SHORT_MONTHS:
        end += 1
    number = MONTHS[name]
    if (after := _DAY_AFTER.match(low, end)) and (capital or name not in ("may", "march")):
        day = int(after["d"]) if after["d"] else ORDINALS[after["w"]]
        if 1 <= day <= 31:
            found = _month_day(source, start, number, day, after, left)
            if found is not None:
                return found
    if not capital and (name in SHORT_MONTHS or name in ("may", "march", "august")):
        return None
    if name == "march" and _PROTEST.search(left) and re.compile(r" (?:for|on|of) ").match(low, end):
        return None
    year = _YEAR_AFTER.match(low, end)
    if word := _WORD_DAY_LEFT.search(left):
        begin = word.start() - len(left) + start
        begin -= _reach_left(left[: word.start()], True)
        return Expression(begin, year.end() if year else end, "date", _full_year(year), number, ORDINALS[word["d"]])
    modifier = _found(_MODIFIER, left)
    begin = start - len(modifier)
    if bc := _BC_AFTER.match(low, end):
        return Expression(begin, bc.end(), "date", int(bc["y"]), number, bc=True)
    if year:
        return Expression(begin, year.end(), "date", _full_year(year), number)
    if name in SHORT_MONTHS and low[end - 1] != ".":
        return None
    return _bare_month(source, begin, start, end, number, left)


def _month_day(source: Source, start: int, month: int, day: int, after: re.Match[str], left: str) -> Expression | None:
    """A month with the day behind it."""
    begin = start - _reach_left(left, False)
    if bc := re.compile(rf",? (?P<y>\d{{2,4}}){BC}").match(source.low, after.end()):
        return Expression(begin, bc.end(), "date", int(bc["y"]), month, day, bc=True)
    if after["y"] is None and (related := _YEAR_RELATION.match(source.low, after.end())):
        return Expression(begin, related.end(), "date", None, month, day, year_relation=RELATIONS[related["r"]])
    return Expression(begin, after.end(), "date", int(after["y"]) if after["y"] else None, month, day)


def _bare_month(source: Source, begin: int, start: int, end: int, month: int, left: str) -> Expression | None:
    """A month without day and year: "last March", "early in May", "June of this year"."""
    if related := _YEAR_RELATION.match(source.low, end):
        return Expression(begin, related.end(), "date", month=month, year_relation=RELATIONS[related["r"]])
    if every := _EVERY.search(left):
        return Expression(start - len(every[0]), end, "set", value=f"XXXX-{month:02}")
    relation = _RELATION_LEFT.search(left)
    if relation and not (relation["r"] == "that" and not _AFTER_PREPOSITION.search(left)):
        start -= len(relation[0])
        return Expression(start, end, "date", month=month, relation=RELATIONS[relation["r"]])
    sure = begin < start or _PREPOSITION.search(left) is not None
    return Expression(begin, end, "date", month=month, trait="" if sure and month not in (3, 5) else "month")


def second_day(source: Source, found: Expression) -> Iterator[Expression]:
    """The other day of "May 4 and 5", "May 4-5, 2011"."""
    if not (found.day and found.month and found.year is None and not found.bc):
        return
    if not source.low[found.end - 1].isdecimal() and source.low[found.end - 2 : found.end] not in (
        "st",
        "nd",
        "rd",
        "th",
    ):
        return
    match = _SECOND_DAY.match(source.low, found.end)
    if match and found.day < int(match["d"]) <= 31:
        yield replace(
            found, start=match.start("d"), end=match.end(), year=int(match["y"]) if match["y"] else None,
            day=int(match["d"]),
        )  # fmt: skip


def _reach_left(left: str, ordinal: bool) -> int:
    """How far a date reaches to the left: over its weekday, and over "the" before "12th of May"."""
    match = _BEFORE_DAY.search(left)
    if match is None or (match[0] == "the " and not ordinal):
        return 0
    return len(match[0])


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""


def _full_year(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    if match["y"]:
        return int(match["y"])
    return 1900 + int(match["yy"]) if int(match["yy"]) > 40 else 2000 + int(match["yy"])
