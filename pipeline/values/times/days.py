"""Days by count and by number: "yesterday", "early today", "the day before yesterday", "the 20th"."""

from __future__ import annotations

from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.day_parts import PART_AFTER, time_of
from pipeline.values.times.expression import CountedDay, DayOfMonth
from pipeline.values.times.words import DAYS, EARLY, SUFFIX

_THE_DAY_LEFT = expression(r"\b(?:the day (?P<d>before|after)) $")
_EARLY_LEFT = expression(rf"\b{EARLY} $")
_NTH = expression(
    rf"{SUFFIX}(?: of (?:this|the) month\b|(?! (?!(?:and|to|at|in|by|on|when|that|it|he|they|until) )\w|-))"
)
_NTH_LEFT = expression(r"\b(?:on|by|from|until|since|to|after|before|and|between) (?P<t>the )$")


def day_word(word: Trigger) -> CountedDay | None:
    """A day counted from the document's: "yesterday", "early today", "tomorrow night", "the day before yesterday"."""
    if _is_name(word):
        return None
    amount, begin = DAYS[word.name], word.start
    if before := word.before(_THE_DAY_LEFT):
        amount += -1 if before["d"] == "before" else 1
        begin -= length(before)
    else:
        begin -= length(word.before(_EARLY_LEFT))
    if word.name == "tonight":
        return CountedDay(begin, word.end, amount=amount, time="TNI")
    part = word.after(PART_AFTER)
    return CountedDay(begin, part.end() if part else word.end, amount=amount, time=time_of(part))


def _is_name(word: Trigger) -> bool:
    """True for the names of a show ("Today") and of a newspaper (USA Today)."""
    if not word.is_capital:
        return False
    text = word.text.text
    is_quoted = text[word.start - 1 : word.start] in tuple("\"“‘'’") and text[word.end : word.end + 1] in tuple("\"”’'")
    return is_quoted or word.left.endswith("usa ")


def day_of_month(word: Trigger) -> DayOfMonth | None:
    """A day of the month that is being told of: "on the 20th"."""
    number, match = int(word.name), word.after(_NTH)
    if match is None or not 1 <= number <= 31 or not word.before(_NTH_LEFT):
        return None
    return DayOfMonth(word.start - 4, match.end(), day=number)
