"""Words that point at the present, the past or the future as such: "now", "recently", "the future", "soon"."""

from __future__ import annotations

import re

from pipeline.text.expressions import expression
from pipeline.values.times.expression import Expression
from pipeline.values.times.source import Source
from pipeline.values.times.words import PLURALS, any_of

PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
_ALONE = {
    "now": PRESENT, "currently": PRESENT, "current": PRESENT, "nowadays": PRESENT, "presently": PRESENT,
    "recently": PAST, "recent": PAST, "lately": PAST, "previously": PAST, "future": FUTURE, "soon": FUTURE,
}  # fmt: skip
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
TRIGGERS = frozenset(_ALONE) | frozenset(_BEHIND)
_UNIT = any_of(["years", "months", "weeks", "days", "quarters", "decades", "centuries", "hours", "generations"])
_UNITS_AFTER = expression(rf" (?P<u>{_UNIT})(?P<and> and {_UNIT})?\b")
_NO_PAST = expression(
    r" ?(?:[,.;:!?)\"”’']|$|\n| (?:and|when|that|but|have|has|had|as|by|with|were|was|is|to|on|or|she|he|they"
    r"|we|it|who)\b|—|–| -)"
)
_THE_FUTURE = expression(
    r"(?P<t>\b(?:the )?(?:(?:near|foreseeable|distant|immediate|very near|not[ -]too[ -]distant) )?)$"
)


def reference(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """The expression of a word of reference at [start, end)."""
    low, name = source.low, source.low[start:end]
    left = source.left(start, floor)
    if low[end : end + 1] == "-" and name != "recent":
        return None
    if name == "now":
        if re.compile(r" that\b|[’']s\b| and (?:then|again)\b").match(low, end) or low[start - 1 : start] == "-":
            return None
        return Expression(start - 6 if left.endswith("right ") else start, end, "reference", value=PRESENT)
    if name in ("recent", "recently"):
        return _recent(source, start, end, left)
    if name == "future":
        return _future(source, start, end, left)
    if name == "soon":
        if re.search(r"\b(?:as|too|so|how|very|pretty) $", left) or re.compile(
            r" (?:as|after|afterwards?|became|be)\b"
        ).match(low, end):
            return None
        return Expression(start, end, "reference", value=FUTURE, trait="future")
    if name == "current" and not re.compile(r" [\w\"“‘$(]|$").match(low, end):
        return None  # "alternating current"
    if name == "current":
        if re.compile(
            r" (?:year|month|week|quarter|fiscal|affairs|account|school|financial|calendar|decade|season)\b"
        ).match(low, end):
            return None
        return Expression(start, end, "reference", value=PRESENT)
    if name == "previously" and not source.capital(start):
        return None  # within a sentence it tells of another time of that sentence
    if name in _ALONE:
        return Expression(start, end, "reference", value=_ALONE[name])
    pattern, value = _BEHIND[name]
    match = pattern.search(left)
    if match is None or (name == "past" and not _NO_PAST.match(low, end)):
        return None
    if name == "present" and re.compile(r" [a-z]").match(low, end):
        return None
    return Expression(start - len(match["t"]), end, "reference", value=value)


def _recent(source: Source, start: int, end: int, left: str) -> Expression | None:
    """ "recent", "more recently", "recent years"."""
    begin = start
    name = source.low[start:end]
    if name == "recently":
        if left.endswith("as ") and source.low.startswith(" as ", end):
            return None
        begin -= 5 if left.endswith(" more ") or left == "more " else 0
        return Expression(begin, end, "reference", value=PAST)
    if source.low.startswith(" past", end) and left.endswith("the "):
        return Expression(begin - 4, end + 5, "reference", value=PAST)
    following = _UNITS_AFTER.match(source.low, end)
    if following is None:
        return Expression(begin, end, "reference", value=PAST)
    begin -= 4 if left.endswith("the ") else 0
    code = PLURALS.get(following["u"], "")
    value = f"PX{code}" if code in ("M", "W", "Q") and not following["and"] else PAST
    return Expression(begin, following.end(), "reference", value=value)


def _future(source: Source, start: int, end: int, left: str) -> Expression | None:
    """ "the near future", "in future", "future years"."""
    match = _THE_FUTURE.search(left)
    begin = start - len(match["t"]) if match else start
    if following := _UNITS_AFTER.match(source.low, end):
        return Expression(begin, following.end(), "reference", value=FUTURE)
    if re.search(
        r"\b(?:a|an|no|our|their|his|her|its|your|my|whose|[a-z]+’s|[a-z]+'s|bright|better|political|uncertain) $", left
    ):
        return None
    return Expression(begin, end, "reference", value=FUTURE)
