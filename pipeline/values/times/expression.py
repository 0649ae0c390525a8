"""What a time expression says, before any calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "unit", "offset", "day", "duration", "reference", "set", "clock", "decade", "century"]
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
    """What a time expression says. Fields that it leaves open are None or empty.

    kind "date" is a (partial) calendar date; "unit" is a calendar unit by its relation ("last week"); "offset" is a
    length from an anchor ("three days later"); "day" is counted from the document's day ("yesterday").
    part: a TIMEX part of day ("TMO"). clock: "T22:30". fraction: a quarter or half of a year ("Q3", "H1").
    amount: how many units; None is an unknown number ("several"). sign: -1 before the anchor, 1 after it.
    feast: the rule that gives the day of a feast ("12-25", "easter+1"). weekend: the days off beside it.
    trait: what the parse must confirm: "year" (a bare number), "month" (May, March), "noun" (a season, a feast),
    "part" (the night as a whole), "future" (soon); "" for what needs no look.
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    clock: str = ""
    season: str = ""
    fraction: str = ""
    relation: Relation = ""
    unit: str = ""
    amount: float | None = None
    sign: int = 0
    anchor: Literal["document", "context"] = "document"
    value: str = ""
    bc: bool = False
    year_relation: Relation = ""
    feast: str = ""
    weekend: bool = False
    trait: Literal["", "year", "month", "noun", "part", "future"] = ""
