"""What comes again and again: "daily", "every four years", "twice a week", "24 hours a day", "on weekdays"."""

from __future__ import annotations

import re

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import Repeated
from pipeline.values.times.lengths import UnitWord
from pipeline.values.times.periods import Counts, period
from pipeline.values.times.words import UNITS, any_phrase

_ALONE = {"daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "quarterly": "P3M", "annually": "XXXX",
          "yearly": "XXXX", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W", "biannually": "P6M",
          "weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD", "weeknights": "XXXX-WXX-WDTNI"}  # fmt: skip
_MOST_LEFT = expression(r"\b(?:most|some|busy) $")
_EVERY = expression(
    r"(?:\b(?:nearly|almost|virtually|just about) )?\b(?P<e>every|each|each and every|every other|every second"
    r"|every single"
    r"|once every|per|once per) (?P<n>[\w-]+ |couple of |few )?$"
)
_TIMES = expression(
    r"\b(?:(?:about|around|at least|up to|more than|nearly|almost) )?(?:once|twice|thrice"
    r"|(?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|multiple|a few|few)"
    r" (?:or (?:more|\w+) )?(?P<u>times|days|hours|nights|weeks|months)|hours|24/7) (?:a|an|per|each|every) $"
)
_PER = expression(r" (?:a|per|each|every) (?P<u>day|week|month|year)\b")
_AGO = expression(r"[ -](?:ago|earlier|later|before|after)\b")
_COUNT = expression(r"\b(?:(?:at least|up to|about|more than|nearly) )?(?:\d+|[a-z]+) $")


class Sets:
    """Reads words and units that tell how often."""

    triggers = frozenset(_ALONE)

    def __init__(self, words: TimeWords, counts: Counts) -> None:
        """words: for the names that "Daily" is part of, and for what there is so much of "a day"."""
        self._counts = counts
        self._title_after = re.compile(rf" {any_phrase(words.repeated_title)}\b")
        self._rate_left = re.compile(
            rf"(?:\b{any_phrase(words.rate)}|\d|million|billion|trillion"
            r"|thousand|%) an? $"
        )

    def word(self, word: Trigger) -> Repeated | None:
        """The set that one word tells: "daily", "annually", "weekends"."""
        if self._is_name(word):
            return None
        is_days_of_week = word.name.startswith("week") and word.name != "weekly"
        begin = word.start - (length(word.before(_MOST_LEFT)) if is_days_of_week else 0)
        return Repeated(begin, word.end, value=_ALONE[word.name])

    def _is_name(self, word: Trigger) -> bool:
        """True for "the Daily Bugle", "bi-weekly", "daily newspaper"."""
        text, start = word.text.text, word.start
        if word.is_capital and start and text[start - 1] == " " and text[start + 1 : start + 2].islower():
            return True  # a capital inside a sentence
        is_joined = word.is_followed_by("-") or word.text.low[start - 1 : start] == "-"
        return is_joined or word.after(self._title_after) is not None

    def of_unit(self, unit: UnitWord) -> Repeated | None:
        """The set that a unit is part of, from the unit on: "every month", "every two weeks", "twice a day"."""
        if unit.code == "TS" and not unit.left.endswith("every "):
            return None
        if match := unit.before(_EVERY):
            return self._every(unit, match)
        return _so_many_per(unit) if unit.is_plural else self._per(unit)

    def _per(self, unit: UnitWord) -> Repeated | None:
        """How often or how much a unit: "twice a day", "$5 a day"."""
        if match := unit.before(_TIMES):
            return Repeated(unit.place(match.start()), unit.end, value=period(1, unit.code))
        if unit.before(self._rate_left) and not unit.after(_AGO):
            begin = unit.start - (3 if unit.left.endswith(" an ") else 2)
            return Repeated(begin, unit.end, value=period(1, unit.code))
        return None

    def _every(self, unit: UnitWord, match: re.Match[str]) -> Repeated | None:
        """Each of the units, or each so many of them: "every month", "every other week", "every two weeks"."""
        number = (match["n"] or "").strip()
        is_counted = number not in ("", "other", "second", "single")
        if unit.is_plural != is_counted:
            return None
        amount = self._count(number) if is_counted else 2 if "other" in match[0] or "second" in match[0] else 1
        if amount is None and number != "few":
            return None
        return Repeated(unit.place(match.start()), unit.end, value=period(amount, unit.code))

    def _count(self, number: str) -> float | None:
        """The number of "two", "couple of"; None for "few" and for what is no number."""
        if number == "few":
            return None
        return 2 if number == "couple of" else self._counts.read(number)


def _so_many_per(unit: UnitWord) -> Repeated | None:
    """How many units of a larger one, from the first unit on: "24 hours a day", "five days a week"."""
    per, times = unit.after(_PER), unit.before(_COUNT)
    if per is None or times is None:
        return None
    return Repeated(unit.start - length(times), per.end(), value=period(1, UNITS[per["u"]]))
