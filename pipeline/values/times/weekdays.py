"""Days by their names: "Friday", "last Monday night", "every Tuesday", "Saturdays"."""

from __future__ import annotations

import re

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.day_parts import BEFORE_AFTER, PART_AFTER, sense_of, time_of
from pipeline.values.times.expression import RELATIONS, Expression, Repeated, Weekday
from pipeline.values.times.words import EARLY, FULL_WEEKDAYS, HOURS, MONTH, RELATION, SUFFIX, WEEKDAYS, any_phrase

_DATE_AFTER = expression(rf",? ?(?:the )?(?:{MONTH} ?\d|\d{{1,2}}{SUFFIX}?(?: of)? {MONTH})")
_EVERY = expression(r"\b(?:every(?: other| single)?|each|most) $")
_RELATION_LEFT = expression(
    rf"(?:\b(?P<e>{EARLY}) )?(?:\b(?:(?P<r>{RELATION})|(?P<m>early|late) (?P<r2>last|this|next)) )?$"
)
_THAT_LEFT = expression(r"\b(?:on|by|since|until|from|early|late|later|of) that $")
_HOURS_OF = expression(r"\b(?:the )?(?:early|small|wee) (?:morning )?hours of $")


class Weekdays:
    """Reads the names of weekdays."""

    def __init__(self, words: TimeWords) -> None:
        """words: for what weekdays are in the names of."""
        self._named_left = re.compile(rf"\b{any_phrase(words.before_weekday)} $")
        self._title_after = re.compile(rf" {any_phrase(words.weekday_title)}\b")
        self._habit_after = re.compile(rf" {any_phrase(words.weekday_habit)}\b")

    def read(self, word: Trigger) -> Expression | None:
        """A weekday, or a set of them: "Friday", "early next Tuesday morning", "every Monday", "Saturdays"."""
        if not word.is_capital or self._is_something_else(word):
            return None
        is_plural = word.name not in FULL_WEEKDAYS
        number = WEEKDAYS[word.name[:-1] if is_plural else word.name]
        part = word.after(PART_AFTER)
        time, stop = time_of(part), part.end() if part else word.end
        every = word.before(_EVERY)
        if every or is_plural or (part and part["s"]):
            return Repeated(word.start - length(every), stop, value=f"XXXX-WXX-{number}{time}")
        return _one_day(word, number, time, stop)

    def _is_something_else(self, word: Trigger) -> bool:
        """True for the weekday of a date, and for one that is part of a name or of a habit."""
        return bool(
            word.after(_DATE_AFTER)
            or word.is_followed_by(".com")
            or word.after(self._habit_after)
            or (word.text.is_capital(word.end + 1) and word.after(self._title_after))
            or word.before(self._named_left)
        )


def _one_day(word: Trigger, number: int, time: str, stop: int) -> Weekday:
    """One day of that name, by the words around it."""
    begin, relation = _relation(word)
    if not time and begin == word.start and (hours := word.before(_HOURS_OF)):
        return Weekday(word.start - length(hours), stop, number=number, time="TMO")
    beside = BEFORE_AFTER.match(word.text.low, stop) if word.has_the and not relation else None
    if beside and time not in HOURS.values():
        return Weekday(word.start - 4, beside.end(), number=number, time=time, relation=sense_of(beside))
    return Weekday(begin, stop, number=number, time=time, relation=RELATIONS.get(relation, ""))


def _relation(word: Trigger) -> tuple[int, str]:
    """Where the words of relation before a weekday begin, and which they are: "next" of "early next"."""
    match = word.before(_RELATION_LEFT)
    if match is None or (match["r"] == "that" and not word.before(_THAT_LEFT)):
        return word.start, ""
    starts = [match.start(group) for group in ("e", "r", "m") if match[group]]
    return word.place(starts[0]) if starts else word.start, match["r"] or match["r2"] or ""
