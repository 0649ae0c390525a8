"""Dates with the name of a month: "March 14, 2019", "12 June", "early May", "5-7 February"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.text.expressions import expression
from pipeline.values.times.cased import CasedText, Trigger, length
from pipeline.values.times.expression import RELATIONS, CalendarDate, Expression, Repeated
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
    month_of,
    year_of_two_digits,
)

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
_BC_AFTER_DAY = expression(rf",? (?P<y>\d{{2,4}}){BC}")
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
_PROTEST_LEFT = expression(r"(?:\b(?:the|a|this|last|long)|['’]s) $")
_PROTEST_AFTER = expression(r" (?:for|on|of) ")
_SECOND_DAY = expression(
    rf"(?: ?[-–—] ?| (?:and|to|or|through|until) (?:the )?)(?P<d>[0-3]?\d){SUFFIX}?(?![\d:%]|[.,]\d|-[a-z]| ?[ap]\.?m"
    rf"| {MONTH})(?=[,.;:)\]!?]|\s*$|\n| (?:[a-z]{{1,5}} |were\b|where\b|which\b))(?:,? (?P<y>{YEAR}))?"
)
_SUFFIX = expression(SUFFIX)
_OTHER_WORDS = ("may", "march", "august")  # that names of months are without a capital


# ---------------------------------------------------------------- from the day on


def from_day(word: Trigger) -> CalendarDate | None:
    """The date whose day stands first: "12 June 1990", "the 1st of May", "Friday 12 June", "12-14 July" (its 12th)."""
    day = int(word.name)
    if not 1 <= day <= 31:
        return None
    begin = word.start - _reach_left(word.left, word.text.low[word.end : word.end + 2].isalpha())
    match = word.after(_DAY_MONTH)
    if match is None:
        return _first_of_days(word, begin, day)
    begin = _with_the(word, begin, match.end())
    if not _is_month(word, match):
        return None
    month = month_of(match["m"])
    if bc := _BC_AFTER.match(word.text.low, match.end()):
        return CalendarDate(begin, bc.end(), year=int(bc["y"]), month=month, day=day, bc=True)
    return _with_year(
        word, CalendarDate(begin, match.end() - _full_stop(match["m"]), month=month, day=day), match.end()
    )


def _first_of_days(word: Trigger, begin: int, day: int) -> CalendarDate | None:
    """The first day of "12-14 July"."""
    span = word.after(_DAYS_MONTH)
    if span is None or not day < int(span["d"]) <= 31 or not word.text.can_be_name(span.start("m")):
        return None
    stop = word.end + length(_SUFFIX.search(word.text.low[word.end : word.end + 2]))
    year = int(span["y"]) if span["y"] else None
    return CalendarDate(begin, stop, year=year, month=month_of(span["m"]), day=day)


def _with_the(word: Trigger, begin: int, end: int) -> int:
    """Where a date begins, with a "the" before it unless that is the article of a noun: "the [12 June] talks"."""
    low, the = word.text.low, begin - 4
    if low[the:begin] != "the " or the < word.floor or _NOUN_AFTER.match(low, end):
        return begin
    return the


def _is_month(word: Trigger, match: re.Match[str]) -> bool:
    """False for a word that names no month without a capital: "2 may", "3 dec"."""
    name = match["m"].rstrip(".")
    return word.text.can_be_name(match.start("m")) or not (name in SHORT_MONTHS or name in ("may", "march"))


def _full_stop(name: str) -> int:
    """1 where the full stop behind a month ends the sentence, no abbreviation."""
    return int(name.endswith(".") and name[:-1] not in SHORT_MONTHS)


def _with_year(word: Trigger, date: CalendarDate, end: int) -> CalendarDate:
    """A date with the year behind ``end``, told by its number or by its relation."""
    if year := _YEAR_AFTER.match(word.text.low, end):
        return replace(date, end=year.end(), year=_year(year))
    if related := _YEAR_RELATION.match(word.text.low, end):
        return replace(date, end=related.end(), year_relation=RELATIONS[related["r"]])
    return date


# ---------------------------------------------------------------- from the month on


def from_month(word: Trigger) -> Expression | None:
    """The date whose month is at hand: "Sept. 27, 1989", "the first of June", "early May", "every July"."""
    name, end = word.name, word.end
    if word.text.low[end : end + 1] == "." and name in SHORT_MONTHS:
        end += 1
    if date := _day_behind(word, end):
        return date
    if _is_other_word(word, end):
        return None
    if date := _day_in_words(word, end) or _month_and_year(word, end):
        return date
    if name in SHORT_MONTHS and word.text.low[end - 1] != ".":
        return None
    return _bare_month(word, end)


def _day_behind(word: Trigger, end: int) -> CalendarDate | None:
    """A month with the day behind it: "May 4", "June the third, 480 BC", "March 5 of last year"."""
    low = word.text.low
    after = _DAY_AFTER.match(low, end)
    if after is None or not (word.can_be_name or word.name not in ("may", "march")):
        return None
    day = int(after["d"]) if after["d"] else ORDINALS[after["w"]]
    if not 1 <= day <= 31:
        return None
    year = int(after["y"]) if after["y"] else None
    begin = word.start - _reach_left(word.left, False)
    date = CalendarDate(begin, after.end(), year=year, month=MONTHS[word.name], day=day)
    if bc := _BC_AFTER_DAY.match(low, after.end()):
        return replace(date, end=bc.end(), year=int(bc["y"]), bc=True)
    if year is None and (related := _YEAR_RELATION.match(low, after.end())):
        return replace(date, end=related.end(), year_relation=RELATIONS[related["r"]])
    return date


def _is_other_word(word: Trigger, end: int) -> bool:
    """True for "may", "dec" and for a march of people."""
    if not word.can_be_name and (word.name in SHORT_MONTHS or word.name in _OTHER_WORDS):
        return True
    if word.name != "march" or not word.before(_PROTEST_LEFT):
        return False
    return _PROTEST_AFTER.match(word.text.low, end) is not None


def _day_in_words(word: Trigger, end: int) -> CalendarDate | None:
    """A date whose day is a word before it: "the first of June", "Friday the third of May 1990"."""
    day = word.before(_WORD_DAY_LEFT)
    if day is None:
        return None
    year = _YEAR_AFTER.match(word.text.low, end)
    begin = word.place(day.start()) - _reach_left(word.left[: day.start()], True)
    return CalendarDate(
        begin, year.end() if year else end, year=_year(year), month=MONTHS[word.name], day=ORDINALS[day["d"]]
    )


def _month_and_year(word: Trigger, end: int) -> CalendarDate | None:
    """A month with the year behind it: "early May 1990", "June 480 BC"."""
    begin, number = word.start - length(word.before(_MODIFIER)), MONTHS[word.name]
    if bc := _BC_AFTER.match(word.text.low, end):
        return CalendarDate(begin, bc.end(), year=int(bc["y"]), month=number, bc=True)
    if year := _YEAR_AFTER.match(word.text.low, end):
        return CalendarDate(begin, year.end(), year=_year(year), month=number)
    return None


def _bare_month(word: Trigger, end: int) -> Expression:
    """A month without day and year: "last March", "early in May", "June of this year"."""
    begin, number = word.start - length(word.before(_MODIFIER)), MONTHS[word.name]
    if related := _YEAR_RELATION.match(word.text.low, end):
        return CalendarDate(begin, related.end(), month=number, year_relation=RELATIONS[related["r"]])
    if every := word.before(_EVERY):
        return Repeated(word.start - length(every), end, value=f"XXXX-{number:02}")
    relation = word.before(_RELATION_LEFT)
    if relation and not (relation["r"] == "that" and not word.before(_AFTER_PREPOSITION)):
        return CalendarDate(word.start - length(relation), end, month=number, relation=RELATIONS[relation["r"]])
    is_sure = (begin < word.start or word.before(_PREPOSITION)) and word.name not in ("march", "mar", "may")
    return CalendarDate(begin, end, month=number, trait="" if is_sure else "month")


# ---------------------------------------------------------------- from a date on


def second_day(text: CasedText, found: Expression) -> Iterator[CalendarDate]:
    """The other day of "May 4 and 5", "May 4-5, 2011", where ``found`` is the first."""
    low = text.low
    if not isinstance(found, CalendarDate) or found.year is not None or not found.day:
        return
    if not (low[found.end - 1].isdecimal() or _SUFFIX.fullmatch(low, found.end - 2, found.end)):
        return
    match = _SECOND_DAY.match(low, found.end)
    if match and found.day < int(match["d"]) <= 31:
        year = int(match["y"]) if match["y"] else None
        yield replace(found, start=match.start("d"), end=match.end(), year=year, day=int(match["d"]))


def _reach_left(left: str, is_ordinal: bool) -> int:
    """How far a date reaches to the left: over its weekday, and over "the" before "12th of May"."""
    match = _BEFORE_DAY.search(left)
    return 0 if match and match[0] == "the " and not is_ordinal else length(match)


def _year(match: re.Match[str] | None) -> int | None:
    """The year that ``_YEAR_AFTER`` found."""
    if match is None:
        return None
    return int(match["y"]) if match["y"] else year_of_two_digits(int(match["yy"]))
