"""Words that point at the present, the past or the future as such: "now", "recently", "the future", "soon"."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import Reference
from pipeline.values.times.words import PLURALS, any_of, any_phrase

PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
_ALONE = {"currently": PRESENT, "nowadays": PRESENT, "presently": PRESENT, "lately": PAST}
# words that need others before them: what must stand there (all of it is part of the expression but "at", "in")
_BEHIND = {
    "past": (expression(r"\b(?P<t>the (?:recent |distant |not[ -]too[ -]distant )?)$"), PAST),
    "present": (expression(r"\b(?:at|until|till|to) (?P<t>(?:the )?)$"), PRESENT),
    "moment": (expression(r"\b(?:at|for) (?P<t>(?:the|this) (?:current |present )?)$"), PRESENT),
    "term": (expression(r"(?P<t>\bthe (?:near|short|medium|long|longer|near-to-medium) )$"), FUTURE),
    "time": (expression(r"\bat (?P<t>this (?:point in )?)$"), PRESENT),
    "being": (expression(r"(?P<t>\bthe time )$"), PRESENT),
    "someday": (expression(r"(?P<t>)$"), FUTURE),
}
_UNIT = any_of(["years", "months", "weeks", "days", "quarters", "decades", "centuries", "hours", "generations"])
_UNITS_AFTER = expression(rf" (?P<u>{_UNIT})(?P<and> and {_UNIT})?\b")
_NO_NOUN_AFTER = expression(
    r" ?(?:[,.;:!?)\"”’']|$|\n| (?:and|when|that|but|have|has|had|as|by|with|were|was|is|to|on|or|she|he|they"
    r"|we|it|who)\b|—|–| -)"
)
_WORD_AFTER = expression(r" [a-z]")
_NOW_AFTER = expression(r" that\b|[’']s\b| and (?:then|again)\b")
_SOON_LEFT = expression(r"\b(?:as|too|so|how|very|pretty) $")
_SOON_AFTER = expression(r" (?:as|after|afterwards?|became|be)\b")
_NOUN_AFTER = expression(r" [\w\"“‘$(]|$")
_FUTURE_LEFT = expression(
    r"(?P<t>\b(?:the )?(?:(?:near|foreseeable|distant|immediate|very near|not[ -]too[ -]distant) )?)$"
)
_OWN_FUTURE_LEFT = expression(
    r"\b(?:a|an|no|our|their|his|her|its|your|my|whose|[a-z]+’s|[a-z]+'s|bright|better|political|uncertain) $"
)


class References:
    """Reads words that name no time but are of one."""

    def __init__(self, words: TimeWords) -> None:
        """words: for what "current" is read with, or makes a phrase of."""
        self._no_current_after = re.compile(rf" {any_phrase(words.not_current)}\b")
        self._readers: dict[str, Callable[[Trigger], Reference | None]] = {
            **dict.fromkeys(_ALONE, _alone),
            **dict.fromkeys(_BEHIND, _behind),
            "now": _now,
            "current": self._current,
            "recent": _recent,
            "recently": _recently,
            "previously": _previously,
            "future": _future,
            "soon": _soon,
        }
        self.triggers = frozenset(self._readers)

    def read(self, word: Trigger) -> Reference | None:
        """The expression of a word of reference."""
        if word.is_followed_by("-") and word.name != "recent":
            return None
        return self._readers[word.name](word)

    def _current(self, word: Trigger) -> Reference | None:
        """The present: "the current talks"; not "alternating current" nor "current affairs"."""
        if not word.after(_NOUN_AFTER) or word.after(self._no_current_after):
            return None
        return _reference(word, PRESENT)


def _reference(word: Trigger, value: str, before: int = 0) -> Reference:
    """A reference that is the word with so many characters before it."""
    return Reference(word.start - before, word.end, value=value)


def _alone(word: Trigger) -> Reference:
    """The reference of a word that needs no other: "currently", "lately"."""
    return _reference(word, _ALONE[word.name])


def _behind(word: Trigger) -> Reference | None:
    """The reference of a word with what must stand before it: "the past", "at the moment", "the long term"."""
    pattern, value = _BEHIND[word.name]
    match = word.before(pattern)
    if match is None:
        return None
    if word.name == "past" and not word.after(_NO_NOUN_AFTER):
        return None
    if word.name == "present" and word.after(_WORD_AFTER):
        return None
    return _reference(word, value, len(match["t"]))


def _now(word: Trigger) -> Reference | None:
    """The present: "now", "right now"; not "now that"."""
    if word.after(_NOW_AFTER) or word.text.low[word.start - 1 : word.start] == "-":
        return None
    return _reference(word, PRESENT, 6 if word.left.endswith("right ") else 0)


def _previously(word: Trigger) -> Reference | None:
    """The past, at the head of a sentence: "Previously, …"; within one it tells of another time of that sentence."""
    return _reference(word, PAST) if word.is_capital else None


def _soon(word: Trigger) -> Reference | None:
    """The future: "soon"; not "as soon as"."""
    if word.before(_SOON_LEFT) or word.after(_SOON_AFTER):
        return None
    return Reference(word.start, word.end, value=FUTURE, trait="future")


def _recently(word: Trigger) -> Reference | None:
    """The past: "recently", "more recently"; not "as recently as"."""
    if word.left.endswith("as ") and word.is_followed_by(" as "):
        return None
    has_more = word.left.endswith(" more ") or word.left == "more "
    return _reference(word, PAST, 5 if has_more else 0)


def _recent(word: Trigger) -> Reference:
    """The past, or a length of it: "recent", "the recent past", "recent years"."""
    if word.has_the and word.is_followed_by(" past"):
        return Reference(word.start - 4, word.end + 5, value=PAST)
    units = word.after(_UNITS_AFTER)
    if units is None:
        return _reference(word, PAST)
    code = PLURALS.get(units["u"], "")
    value = f"PX{code}" if code in ("M", "W", "Q") and not units["and"] else PAST
    return Reference(word.start_with_the, units.end(), value=value)


def _future(word: Trigger) -> Reference | None:
    """The future: "the near future", "in future", "future years"; not "a better future"."""
    begin = word.start - length(word.before(_FUTURE_LEFT))
    if units := word.after(_UNITS_AFTER):
        return Reference(begin, units.end(), value=FUTURE)
    return None if word.before(_OWN_FUTURE_LEFT) else Reference(begin, word.end, value=FUTURE)
