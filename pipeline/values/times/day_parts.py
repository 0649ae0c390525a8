"""Parts of a day: "this morning", "last night", "the morning of 31 January", "in the evening", "overnight"."""

from __future__ import annotations

import re

from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import CalendarDate, CalendarUnit, CountedDay, Expression, Relation
from pipeline.values.times.words import DAY_PART, MONTH, PARTS, SUFFIX, TIMES_OF_DAY, YEAR, month_of

PART_AFTER = expression(rf",? (?:(?:early|late|mid)[ -])?(?P<p>{DAY_PART})(?P<s>s?)\b(?! (?:live|football)\b)")
BEFORE_AFTER = expression(r" (?P<d>before|after)\b(?! (?:the|a|an|his|her|its|their|he|she|it|they|being|last)\b)")
_RELATION_LEFT = expression(
    r"(?:\b(?P<e>later|earlier|early|late|very early) )?\b(?P<r>this|that same|that|the same|yesterday|tomorrow|last"
    r"|the following|the next|the previous)(?: (?P<m>early|late))? $"
)
_THE_LEFT = expression(
    r"\b(?:in|during|by|until|since|throughout|into|through|all|before|for) (?P<t>the (?:very )?(?:early |late )?)$"
)
_MODIFIER_LEFT = expression(r"(?P<t>\b(?:the |an? )?(?:early|late|mid)[ -]?)$")
_OF_DATE = expression(
    rf" (?:hours )?(?:of|on) (?:the )?(?:(?P<d>\d{{1,2}}){SUFFIX}?(?: of)? (?P<m>{MONTH})"
    rf"|(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})"
    rf"{SUFFIX}?)(?!\d)(?:,? (?P<y>{YEAR}))?"
)
_OF_DATE_LEFT = expression(r"(?:\b(?:early|late) (?:in )?)?(?:\b(?:the|this) )(?:(?:early|late) )?$")
_ADJECTIVE_LEFT = expression(r"[-’']$|\b(?:an|the|his|her) $")
_DAYS_OF: dict[str, Relation] = {"this": "this", "that": "same", "the same": "same", "that same": "same"}


def time_of(match: re.Match[str] | None) -> str:
    """The TIMEX part of the day or clock time that ``PART_AFTER`` found; "" for none."""
    return TIMES_OF_DAY[match["p"]] if match else ""


def sense_of(match: re.Match[str]) -> Relation:
    """What ``BEFORE_AFTER`` says of a day of the story."""
    return "previous" if match["d"] == "before" else "following"


def part_of_day(word: Trigger) -> Expression | None:
    """The expression whose noun is a part of the day."""
    if word.name == "overnight":
        return _overnight(word)
    if date := _of_date(word):
        return date
    if match := word.before(_RELATION_LEFT):
        return _related(word, match)
    return _beside_another(word) or _at_night(word) or _of_day_at_hand(word)


def _overnight(word: Trigger) -> CountedDay | None:
    """The last night: "overnight", but not "an overnight stay"."""
    if word.before(_ADJECTIVE_LEFT) or word.is_followed_by("-"):
        return None
    return CountedDay(word.start, word.end, amount=-1, time=PARTS[word.name], trait="part")


def _of_date(word: Trigger) -> CalendarDate | None:
    """A part of a day with its date behind it: "the morning of 31 January", "late evening on May 4, 1990"."""
    date = word.after(_OF_DATE)
    if date is None:
        return None
    return CalendarDate(
        word.start - length(word.before(_OF_DATE_LEFT)),
        date.end(),
        year=int(date["y"]) if date["y"] else None,
        month=month_of(date["m"] or date["m2"]),
        day=int(date["d"] or date["d2"]),
        time=PARTS[word.name],
    )


def _related(word: Trigger, match: re.Match[str]) -> Expression | None:
    """A part of a day with "this", "that", "last", "the next" … before it."""
    relation, time, begin = match["r"], PARTS[word.name], word.place(match.start())
    if relation == "last":
        is_night = word.name in ("night", "evening")
        return CountedDay(begin, word.end, amount=-1, time=time) if is_night else None
    if relation in ("yesterday", "tomorrow"):
        return None
    sense = _DAYS_OF.get(relation, "previous" if "previous" in relation else "following")
    return CalendarUnit(begin, word.end, unit="D", relation=sense, time=time)


def _beside_another(word: Trigger) -> CalendarUnit | None:
    """The night beside one of the story: "the night before"."""
    if word.name != "night" or not word.has_the or not (match := word.after(BEFORE_AFTER)):
        return None
    return CalendarUnit(word.start - 4, match.end(), unit="D", relation=sense_of(match), time=PARTS[word.name])


def _at_night(word: Trigger) -> CountedDay | None:
    """No night in particular: "at night"."""
    if word.name != "night" or not word.left.endswith(" at "):
        return None
    return CountedDay(word.start, word.end, amount=None, time=PARTS[word.name])


def _of_day_at_hand(word: Trigger) -> CountedDay | None:
    """A part of the day that is being told of: "in the evening", "the early morning"."""
    match = word.before(_THE_LEFT) or word.before(_MODIFIER_LEFT)
    if match is None or (word.name in ("dusk", "dawn") and "the" not in match["t"]):
        return None
    begin = word.start - len(match["t"].removeprefix("an ").removeprefix("a "))
    return CountedDay(begin, word.end, amount=0, time=PARTS[word.name], trait="part")
