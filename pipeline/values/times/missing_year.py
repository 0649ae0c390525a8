"""The year of a date that gives none: by its own words, the narrative, or the document's date and the tense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.values.times.anchors import Anchors
from pipeline.values.times.calendar import Basis, Tense
from pipeline.values.times.expression import Fraction, OfYear, Season

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_OF_SEASON = 3
_STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_OF_STORY = ("previous", "following", "same")

# how far writers leave the year out, in months, by hand: they do where a month is near, or where the tense tells it
_AHEAD_IN_PRESENT = 8  # "the talks are in June": the next June, if it lies at most so far ahead, else the last
_AHEAD_IN_NO_TENSE = 6
_FRACTION_AHEAD = 3  # "the third quarter" that begins so soon is the coming one, else last year's
_TURN_BEFORE, _TURN_AFTER = 10, 3  # from October on, January to March are those of the next year, and so backwards


class Year(NamedTuple):
    """A year (None where nothing tells it) and how it is known."""

    number: int | None
    basis: Basis


_OPEN = Year(None, "stated")


@dataclass(frozen=True)
class _Open:
    """An expression whose year is to be found. month: the one that it is or begins with. day: None for none."""

    found: OfYear
    month: int
    day: int | None
    anchors: Anchors
    tense: Tense


def missing_year(found: OfYear, month: int, day: int | None, anchors: Anchors, tense: Tense) -> Year:
    """The year of an expression that gives none.

    month: the one that it is or begins with. day: None for what is longer than a day.
    """
    open_date = _Open(found, month, day, anchors, tense)
    for rule in _RULES:
        year = rule(open_date)
        if year is not None:
            return year
    return _OPEN


def first_month(fraction: str) -> int:
    """The month that a quarter or half of a year begins with."""
    return (int(fraction[1]) - 1) * months_of(fraction) + 1


def months_of(fraction: str) -> int:
    """How many months a quarter or half of a year has."""
    return 3 if fraction[0] == "Q" else 6


# ---------------------------------------------------------------- the rules, by what is asked first


def _by_its_year(given: _Open) -> Year | None:
    """The year that the words for it tell: "May of last year", "June of that year"."""
    relation, document = given.found.year_relation, given.anchors.document
    if not relation:
        return None
    of_story = given.anchors.context if relation in _OF_STORY else None
    base = of_story or document
    if base is None:
        return _OPEN
    return Year(base.year + _STEPS.get(relation, 0), "document_date" if base is document or not of_story else "context")


def _by_relation_to_story(given: _Open) -> Year | None:
    """The year that lies beside the last point of the story: "the following May", "that same June"."""
    relation, context = given.found.relation, given.anchors.context
    if relation not in _OF_STORY or not context:
        return None
    is_before = given.month < context.month
    is_after = given.month > context.month
    step = {"same": 0, "previous": 0 if is_before else -1, "following": 0 if is_after else 1}[relation]
    return Year(context.year + step, "context")


def _by_story(given: _Open) -> Year | None:
    """The year that a history has come to: January after November is of the next one."""
    story = given.anchors.story
    if not given.anchors.narrative or not story or given.found.relation:
        return None
    has_turned = story.month >= _TURN_BEFORE and given.month <= _TURN_AFTER
    return Year(story.year + has_turned, "context")


def _without_document(given: _Open) -> Year | None:
    """A document whose month is not known tells no year."""
    return _OPEN if given.anchors.document is None or given.anchors.precision == "year" else None


def _by_document(rule: Callable[[_Open, date], int | None]) -> Callable[[_Open], Year | None]:
    """A rule that counts from the document's date."""

    def year(given: _Open) -> Year | None:
        number = rule(given, given.anchors.document) if given.anchors.document else None
        return None if number is None else Year(number, "document_date")

    return year


def _by_relation(given: _Open, document: date) -> int | None:
    """The year by a relation to the document: "last May", "next summer", "this June"."""
    match given.found.relation:
        case "last":
            return document.year if _is_over(given, document) else document.year - 1
        case "next" | "coming":
            return document.year if given.month > document.month else document.year + 1
        case "this":
            return document.year
        case _:
            return None


def _is_over(given: _Open, document: date) -> bool:
    """True when the month, day or season of the document's own year lies before the document."""
    if isinstance(given.found, Season):
        return given.month + _MONTHS_OF_SEASON <= document.month
    if given.month < document.month:
        return True
    return given.day is not None and (given.month, given.day) < (document.month, document.day)


def _of_fraction(given: _Open, document: date) -> int | None:
    """The year of a quarter or half: one that has begun or soon will; firms report on those that are over."""
    if not isinstance(given.found, Fraction):
        return None
    if given.month <= document.month:
        is_over = given.month + months_of(given.found.code) <= document.month
        return document.year + (given.tense == "future" and is_over)
    if given.tense == "future":
        return document.year
    is_near = given.month - document.month <= _FRACTION_AHEAD
    return document.year if is_near and given.tense != "past" else document.year - 1


def _of_season(given: _Open, document: date) -> int | None:
    """The year of a season: the document's, unless the tense is past and the season to come."""
    if not isinstance(given.found, Season):
        return None
    return document.year - (given.month > document.month and given.tense == "past")


def _of_date(given: _Open, document: date) -> int:
    return nearest_year(given.month, given.day, document, given.tense)


_RULES: tuple[Callable[[_Open], Year | None], ...] = (
    _by_its_year,
    _by_relation_to_story,
    _by_story,
    _without_document,
    _by_document(_by_relation),
    _by_document(_of_fraction),
    _by_document(_of_season),
    _by_document(_of_date),
)


def nearest_year(month: int, day: int | None, document: date, tense: Tense) -> int:
    """The year of a month (and day): writers leave it out where it is the document's own, or where it is near."""
    year, is_later, is_earlier = document.year, month > document.month, month < document.month
    if tense == "past":
        return year - is_later
    if tense == "future":
        return year + is_earlier
    if day:
        return year + _turn(month, document.month)
    ahead = (month - document.month) % 12
    if ahead <= (_AHEAD_IN_PRESENT if tense == "present" else _AHEAD_IN_NO_TENSE):
        return year + is_earlier
    return year - is_later


def _turn(month: int, own: int) -> int:
    """1 for a day of the next year, -1 for one of the last, around the turn of the year; 0 for the document's own."""
    return (month <= _TURN_AFTER and own >= _TURN_BEFORE) - (month >= _TURN_BEFORE and own <= _TURN_AFTER)
