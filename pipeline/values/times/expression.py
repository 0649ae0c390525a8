"""What a time expression says, before any calendar: a class for each kind of expression."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Trait = Literal["", "year", "month", "noun", "part", "future"]
Relation = Literal["", "this", "last", "next", "coming", "previous", "following", "same", "the"]
RELATIONS: dict[str, Relation] = {
    "this": "this", "this very": "this", "the current": "this", "current": "this", "the latest": "last",
    "this past": "last", "last": "last", "past": "last", "the past": "last", "the last": "last",
    "this coming": "coming", "next": "next", "the coming": "coming", "coming": "coming", "upcoming": "coming",
    "the upcoming": "coming",
    "the previous": "previous", "previous": "previous", "the preceding": "previous",
    "the following": "following", "following": "following", "the next": "following", "the subsequent": "following",
    "that": "same", "that same": "same", "that very": "same", "this same": "same", "the same": "same", "the": "the",
}  # fmt: skip


@dataclass(frozen=True)
class Expression:
    """Words that tell a time, at [start, end) of the text.

    trait: what the parse must confirm of them: "year" (a bare number), "month" (May, March), "noun" (a season, a
    feast), "part" (the night as a whole), "future" (soon); "" for what needs no look.
    """

    start: int
    end: int
    trait: Trait = field(default="", kw_only=True)


@dataclass(frozen=True, kw_only=True)
class OfYear(Expression):
    """What lies in a year, which it may leave open.

    year: as it is written; None where it is not. bc: before Christ. relation: to the document or the story
    ("last May"). year_relation: that of its year ("May of last year").
    """

    year: int | None = None
    bc: bool = False
    relation: Relation = ""
    year_relation: Relation = ""


@dataclass(frozen=True, kw_only=True)
class CalendarDate(OfYear):
    """A year, a month or a day: "1992", "early May", "March 14, 2019".

    day: only with a month. time: a TIMEX part of the day ("TMO") or a time by the clock ("T22:30").
    """

    month: int | None = None
    day: int | None = None
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class Season(OfYear):
    """A season: "last summer". code: "SP", "SU", "FA" or "WI"."""

    code: str


@dataclass(frozen=True, kw_only=True)
class Fraction(OfYear):
    """A quarter or half of a year: "the third quarter". code: "Q3", "H1"."""

    code: str


@dataclass(frozen=True, kw_only=True)
class FeastDay(OfYear):
    """A feast: "Christmas Day", "Thanksgiving weekend".

    rule: the one that gives its day ("12-25", "easter+1"). weekend: the days off beside it. time: as of a date.
    """

    rule: str
    weekend: bool = False
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class Weekday(Expression):
    """A day by its name: "next Tuesday morning". number: 1 is Monday. time: as of a date."""

    number: int
    relation: Relation = ""
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class DayOfMonth(Expression):
    """A day of the month that is being told of: "the 20th"."""

    day: int


@dataclass(frozen=True, kw_only=True)
class CountedDay(Expression):
    """A day counted from the document's: "yesterday", "this morning".

    amount: how many days after it; None for no day in particular ("at night"). time: as of a date.
    """

    amount: int | None
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class CalendarUnit(Expression):
    """A unit of the calendar by its relation: "last week", "the end of the year", "the following night".

    unit: its code in ``words.UNITS``. fraction: a quarter or half of it. time: as of a date, of a unit that is a day.
    """

    unit: str
    relation: Relation
    fraction: str = ""
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class Offset(Expression):
    """A length counted off from the document or from the story: "three days later", "the year-ago quarter".

    amount: how many units; None for an unknown number ("years ago"). sign: -1 before the anchor, 1 after it.
    fraction: the quarter that is meant.
    """

    unit: str
    sign: int
    anchor: Literal["document", "context"]
    amount: float | None = None
    fraction: str = ""


@dataclass(frozen=True, kw_only=True)
class Duration(Expression):
    """A length of time: "about three months". value: the TIMEX duration of so many units.

    amount: None for an unknown number ("several"), or where no more can be added to the length.
    """

    value: str
    unit: str = ""
    amount: float | None = None


@dataclass(frozen=True, kw_only=True)
class Repeated(Expression):
    """What comes again and again, a TIMEX set: "every Monday", "daily"."""

    value: str


@dataclass(frozen=True, kw_only=True)
class Reference(Expression):
    """The present, past or future as such: "now", "recently". value: "PAST_REF", "PX…" for lengths of it."""

    value: str


@dataclass(frozen=True, kw_only=True)
class ClockTime(Expression):
    """A time of day alone: "8 p.m.". clock: "T20:00"."""

    clock: str


@dataclass(frozen=True, kw_only=True)
class Decade(Expression):
    """Ten years: "the mid-1990s". year: the first of them."""

    year: int
    bc: bool = False


@dataclass(frozen=True, kw_only=True)
class Century(Expression):
    """A hundred years: "the 19th century" is number 19."""

    number: int
    bc: bool = False
