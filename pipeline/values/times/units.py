"""Units of the calendar by their relation: "last week", "earlier this month", "the end of the year", "that day"."""

from __future__ import annotations

import re

from pipeline.text.expressions import expression
from pipeline.values.times import lengths, sets, years
from pipeline.values.times.expression import RELATIONS, Expression
from pipeline.values.times.periods import period
from pipeline.values.times.seasons import quarter
from pipeline.values.times.source import Source
from pipeline.values.times.words import EARLY, ORDINALS, PART_OF, PLURALS, RELATION, UNITS, YEAR

_MODIFIER = rf"(?P<m>\b(?:{EARLY}|(?:most|much|all|part) of(?: the rest of)?|{PART_OF}) )?"
_RELATION_LEFT = expression(
    rf"{_MODIFIER}(?:in )?\b(?P<r>{RELATION}) (?:(?:calendar|full|fiscal|financial|academic|school|tax|whole"
    rf"|entire) )?$"
)
_THE_LEFT = expression(
    rf"(?P<m>\b(?:(?:earlier|later|early|late)(?: on)? in|(?:most|much|all|part) of(?: the rest of)?|{PART_OF}) )?"
    r"\b(?:the )(?P<f>(?:calendar|full|fiscal|financial) )?$"
)
_POSSESSIVE = expression(r"['’]s (?P<n>first|second|third|fourth)[ -](?P<u>quarter|half)\b")
_YEAR_AFTER = expression(rf" (?:of )?(?P<y>{YEAR})")
_TAIL = expression(
    r" (?P<d>before|after|following|earlier|prior)\b(?! (?:the|a|an|his|her|its|their|he|she|it|they|yesterday"
    r"|tomorrow|I|last"
    r"|being|this|that"
    r"|our|we|i|you|who)\b)"
)
_TO_BE = expression(r" (?:of|that|when|which|to|in which|ahead|after|before|we|he|she|they|i|you|it)\b")
_THE_ALONE = expression(
    r"(?:\b(?:for|during|of|in|throughout|over|despite|on|after|by|until|than) |^)the (?:fiscal |full |calendar )?$"
)
_WITHIN = expression(r"\b(?:over|in|during|for|within|throughout) $")
_END = expression(r"(?:[ -]end\b|['’]s end\b)")
_YEAR_AGO = expression(
    r"-(?:ago|earlier)\b(?:(?: (?P<n>first|second|third|fourth))? (?P<u>quarter|period|level|month|week|day)\b)?"
)
_FUTURE_UNITS = ("coming", "upcoming", "next", "following")


def unit(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """The expression whose noun is a unit of time at [start, end)."""
    low, name = source.low, source.low[start:end]
    plural = name in PLURALS
    code = PLURALS[name] if plural else UNITS[name]
    left = source.left(start, floor, 64)
    if code == "Q" and not plural:
        return quarter(source, start, end, floor)
    if code == "CE" and not plural and (found := years.century(source, start, end, left)):
        return found
    if lengths.is_age(low, end) or lengths.too_short(low, name, left):
        return None
    if not plural and (ago := _YEAR_AGO.match(low, end)):
        return _year_ago(ago, start, left, code)
    found = (
        sets.of_unit(source, start, end, left, code, plural)
        or (plural and lengths.measured(source, start, end, left, code, plural))
        or _relation(source, start, end, left, code, plural)
        or lengths.measured(source, start, end, left, code, plural)
        or _the(source, start, end, left, code, plural)
        or lengths.one(source, start, end, left, code, plural)
        or _year_end(source, start, end, left, code, plural)
        or lengths.bare(source, start, end, left, code, plural)
    )
    return found or None


def _year_ago(match: re.Match[str], start: int, left: str, code: str) -> Expression | None:
    """ "the year-ago quarter", "the year-earlier period", "year-earlier"."""
    if code not in ("Y", "M", "W"):
        return None
    the = re.search(r"\b(?:the |its )?(?:comparable |corresponding |same )?$", left) if match["u"] else None
    begin = start - len(the[0]) if the else start
    if match["u"] == "quarter":
        number = f"Q{ORDINALS[match['n']]}" if match["n"] else ""
        return Expression(begin, match.end(), "offset", unit="Q", amount=4, sign=-1, anchor="context", fraction=number)
    return Expression(begin, match.end(), "offset", unit=code, amount=1, sign=-1, anchor="context")


def _relation(source: Source, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """ "last week", "this year", "the previous month", "earlier this month", "the following day"."""
    match = _RELATION_LEFT.search(left)
    if match is None or code in ("TS", "TM", "TH", "ML"):
        return None
    word, modifier = match["r"], match["m"] or ""
    begin = start - len(left) + (match.start("m") if modifier else match.start("r"))
    if plural:
        return _relation_of_many(begin, end, word, code)
    relation = RELATIONS[word]
    if word in ("the last", "the past", "past", "the coming") and code in ("Y", "M", "W", "D", "DE", "CE"):
        return Expression(begin, end, "duration", unit=code, amount=1, value=period(1, code))
    if (
        word == "the next"
        and code != "D"
        and _WITHIN.search(left[: match.start("r")])
        and code in ("Y", "M", "W", "DE", "CE")
    ):
        return Expression(begin, end, "duration", unit=code, amount=1, value=period(1, code))
    if word == "current" and low_starts(source, end, " affairs"):
        return None
    if fraction := _POSSESSIVE.match(source.low, end):
        value = ("Q" if fraction["u"] == "quarter" else "H") + str(ORDINALS[fraction["n"]])
        return Expression(begin, fraction.end(), "unit", unit="Y", relation=relation, fraction=value)
    if code == "NI":
        return None
    half = "H1" if "first half of" in modifier else "H2" if "half of" in modifier else ""
    if end_of := _END.match(source.low, end) if code == "Y" else None:
        end = end_of.end()
    return Expression(begin, end, "unit", unit=code, relation=relation, fraction=half if code == "Y" else "")


def low_starts(source: Source, at: int, word: str) -> bool:
    """True when ``word`` stands at ``at``."""
    return source.low.startswith(word, at)


def _relation_of_many(begin: int, end: int, word: str, code: str) -> Expression | None:
    """ "past years", "the coming weeks"."""
    bare = word.removeprefix("the ")
    if bare not in ("last", "past", "previous", *_FUTURE_UNITS) or code == "NI":
        return None
    if word in ("coming", "upcoming", "next"):
        return Expression(begin, end, "reference", value="FUTURE_REF")
    if word in ("past", "last"):
        return Expression(begin, end, "reference", value="PAST_REF")
    return Expression(begin, end, "duration", unit=code, value=period(None, code))


def _the(source: Source, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """ "the end of the year", "later in the week", "the weekend", "the day before", "the year 2016"."""
    match = None if plural else _THE_LEFT.search(left)
    if match is None:
        return None
    low = source.low
    begin = start - len(left) + match.start()
    if code == "WE":
        return Expression(begin, end, "unit", unit=code, relation="the")
    if code == "Y" and (year := _YEAR_AFTER.match(low, end)):
        return Expression(begin, year.end(), "date", int(year["y"]))
    if match["m"] and code in ("Y", "M", "W", "DE", "CE", "D"):
        half = "H1" if "first half of" in match["m"] else "H2" if "half of" in match["m"] else ""
        return Expression(begin, end, "unit", unit=code, relation="the", fraction=half if code == "Y" else "")
    if code in ("D", "Y", "W", "M") and (tail := _TAIL.match(low, end)):
        ahead = tail["d"] in ("after", "following")
        return Expression(begin, tail.end(), "unit", unit=code, relation="following" if ahead else "previous")
    if code in ("Y", "M", "W") and _THE_ALONE.search(left) and not _TO_BE.match(low, end):
        return Expression(begin, end, "unit", unit=code, relation="the")
    return None


def _year_end(source: Source, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """ "year-end", "by month's end"."""
    if plural or code not in ("Y", "M") or left.endswith("the ") or not (match := _END.match(source.low, end)):
        return None
    return Expression(start, match.end(), "unit", unit=code, relation="this")
