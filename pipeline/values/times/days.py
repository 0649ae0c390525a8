"""Days by name or by count: "Friday", "last Monday night", "yesterday", "this morning", "the 20th"."""

from __future__ import annotations

import re

from pipeline.text.expressions import expression
from pipeline.values.times.expression import RELATIONS, Expression, Relation
from pipeline.values.times.source import Source
from pipeline.values.times.words import (
    DAY_PART,
    DAYS,
    EARLY,
    FULL_WEEKDAYS,
    HOURS,
    MONTH,
    MONTHS,
    PARTS,
    RELATION,
    SUFFIX,
    WEEKDAYS,
    YEAR,
)

_PART_AFTER = expression(rf",? (?:(?:early|late|mid)[ -])?(?P<p>{DAY_PART})(?P<s>s?)\b(?! (?:live|football)\b)")
_DATE_AFTER = expression(rf",? ?(?:the )?(?:{MONTH} ?\d|\d{{1,2}}{SUFFIX}?(?: of)? {MONTH})")
_EVERY = expression(r"\b(?:every(?: other| single)?|each|most) $")
_LEFT = expression(rf"(?:\b(?P<e>{EARLY}) )?(?:\b(?P<r>{RELATION}|(?:early|late) (?:last|this|next)) )?$")
_HOURS_OF = expression(r"\b(?:the )?(?:early|small|wee) (?:morning )?hours of $")
_NAMED = expression(
    r"\b(?:black|freaky|good|holy|ash|super|bloody|cyber|fat|giving|ruby|casual|taco|fox news|meatless) $"
)
_TITLE = expression(
    r" (?:times|mail|telegraph|express|mirror|herald|post|independent|mercury|world|agreement|night live"
    r"|night football)\b"
)
_HABIT = expression(r" (?:school|newspapers?|talk show|brunch|roast|mass|best|league)\b")
_THE_DAY = expression(r"\b(?:the day (?P<d>before|after)) $")
_PART_LEFT = expression(
    r"(?:\b(?P<e>later|earlier|early|late|very early) )?\b(?P<r>this|that same|that|the same|yesterday|tomorrow|last"
    r"|the following|the next|the previous)(?: (?P<m>early|late))? $"
)
_PART_THE = expression(
    r"\b(?:in|during|by|until|since|throughout|into|through|all|before|for) (?P<t>the (?:very )?(?:early |late )?)$"
)
_PART_BARE = expression(r"(?P<t>\b(?:the |an? )?(?:early|late|mid)[ -]?)$")
_OF_DATE = expression(
    rf" (?:hours )?(?:of|on) (?:the )?(?:(?P<d>\d{{1,2}}){SUFFIX}?(?: of)? (?P<m>{MONTH})"
    rf"|(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})"
    rf"{SUFFIX}?)(?!\d)(?:,? (?P<y>{YEAR}))?"
)
_BEFORE_AFTER = expression(r" (?P<d>before|after)\b(?! (?:the|a|an|his|her|its|their|he|she|it|they|being|last)\b)")
_NTH = expression(
    rf"{SUFFIX}(?: of (?:this|the) month\b|(?! (?!(?:and|to|at|in|by|on|when|that|it|he|they|until) )\w|-))"
)
_NTH_LEFT = expression(r"\b(?:on|by|from|until|since|to|after|before|and|between) (?P<t>the )$")


def weekday(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "Friday", "early next Tuesday morning", "every Monday", "Saturdays"."""
    low, name = source.low, source.low[start:end]
    plural = name not in FULL_WEEKDAYS
    name = name[:-1] if plural else name
    left = source.left(start, floor)
    if _DATE_AFTER.match(low, end) or not source.capital(start):
        return None
    if low.startswith(".com", end) or _HABIT.match(low, end):
        return None
    if source.capital(end + 1) and _TITLE.match(low, end):
        return None
    if _NAMED.search(left):
        return None
    number = WEEKDAYS[name]
    part = _PART_AFTER.match(low, end)
    value = (PARTS.get(part["p"]) or HOURS[part["p"]]) if part else ""
    stop = part.end() if part else end
    every = _EVERY.search(left)
    if every or plural or (part and part["s"]):
        begin = start - len(every[0]) if every else start
        return Expression(begin, stop, "set", value=f"XXXX-WXX-{number}{value}")
    match = _LEFT.search(left)
    begin, relation = start, ""
    if (
        match
        and match["r"] == "that"
        and not re.search(r"\b(?:on|by|since|until|from|early|late|later|of) that $", left)
    ):
        match = None
    if match and (match["r"] or match["e"]):
        words = (match["r"] or "").split(maxsplit=1)
        relation = " ".join(words[1:] if words and words[0] in ("early", "late") else words)
        begin -= len(left) - (match.start("e") if match["e"] else match.start("r"))
    if not value and begin == start and (hours := _HOURS_OF.search(left)):
        return Expression(start - len(hours[0]), stop, "date", weekday=number, part="TMO")
    if value in HOURS.values():
        return Expression(begin, stop, "date", weekday=number, clock=value, relation=RELATIONS.get(relation, ""))
    if not relation and left.endswith("the ") and (before := _BEFORE_AFTER.match(low, stop)):
        sense: Relation = "previous" if before["d"] == "before" else "following"
        return Expression(start - 4, before.end(), "date", weekday=number, part=value, relation=sense)
    return Expression(begin, stop, "date", weekday=number, part=value, relation=RELATIONS.get(relation, ""))


def day_word(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "yesterday", "early today", "tomorrow night", "the day before yesterday"."""
    name = source.low[start:end]
    text = source.text
    if text[start - 1 : start] in tuple("\"“‘'’") and source.capital(start) and text[end : end + 1] in tuple("\"”’'"):
        return None  # the name of a show
    left = source.left(start, floor)
    if source.capital(start) and left.endswith("usa "):
        return None
    part = _PART_AFTER.match(source.low, end) if name != "tonight" else None
    value = "TNI" if name == "tonight" else (PARTS.get(part["p"]) or HOURS[part["p"]]) if part else ""
    amount = float(DAYS[name])
    begin = start
    if before := _THE_DAY.search(left):
        amount += -1 if before["d"] == "before" else 1
        begin -= len(before[0])
    elif early := re.search(rf"\b{EARLY} $", left):
        begin -= len(early[0])
    stop = part.end() if part else end
    if value in HOURS.values():
        return Expression(begin, stop, "day", amount=amount, clock=value)
    return Expression(begin, stop, "day", amount=amount, part=value)


def part(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "this morning", "last night", "the morning of 31 January", "in the evening", "at night", "overnight"."""
    low, name = source.low, source.low[start:end]
    left = source.left(start, floor)
    code = PARTS[name]
    if name == "overnight":
        if re.search(r"[-’']$|\b(?:an|the|his|her) $", left) or low[end : end + 1] == "-":
            return None
        return Expression(start, end, "day", amount=-1, part=code, trait="part")
    if of_date := _OF_DATE.match(low, end):
        the = re.search(r"(?:\b(?:early|late) (?:in )?)?(?:\b(?:the|this) )(?:(?:early|late) )?$", left)
        month = MONTHS[(of_date["m"] or of_date["m2"]).rstrip(".")]
        return Expression(
            start - len(the[0]) if the else start, of_date.end(), "date", int(of_date["y"]) if of_date["y"] else None,
            month, int(of_date["d"] or of_date["d2"]), part=code,
        )  # fmt: skip
    match = _PART_LEFT.search(left)
    if match:
        return _related_part(match, start, end, name, code, left)
    if name == "night" and (before := _BEFORE_AFTER.match(low, end)) and left.endswith("the "):
        sense: Relation = "previous" if before["d"] == "before" else "following"
        return Expression(start - 4, before.end(), "unit", unit="D", relation=sense, part=code)
    if name == "night" and left.endswith(" at "):
        return Expression(start, end, "day", part=code, value=f"XXXX-XX-XX{code}")
    if (the := _PART_THE.search(left)) or (the := _PART_BARE.search(left)):
        if name in ("dusk", "dawn") and "the" not in the["t"]:
            return None
        return Expression(start - len(the["t"].removeprefix("an ").removeprefix("a ")), end, "day", amount=0, part=code,
                          trait="part")  # fmt: skip
    return None


def _related_part(match: re.Match[str], start: int, end: int, name: str, code: str, left: str) -> Expression | None:
    """A part of a day with "this", "that", "last", "the next" … before it."""
    relation = match["r"]
    begin = start - len(left) + match.start()
    if relation == "last":
        return Expression(begin, end, "day", amount=-1, part=code) if name in ("night", "evening") else None
    if relation in ("yesterday", "tomorrow"):
        return None
    kinds: dict[str, Relation] = {"this": "this", "that": "same", "the same": "same", "that same": "same"}
    found = kinds.get(relation, "previous" if "previous" in relation else "following")
    return Expression(begin, end, "unit", unit="D", relation=found, part=code)


def nth(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """ "on the 20th": a day of the month that is being told of."""
    number = int(source.low[start:end])
    match = _NTH.match(source.low, end)
    if match is None or not 1 <= number <= 31 or not _NTH_LEFT.search(source.left(start, floor)):
        return None
    return Expression(start - 4, match.end(), "date", day=number)
