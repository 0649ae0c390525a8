"""The grammar of time expressions: from words in the text to what they say, without any calendar yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from pipeline.tag.timex import lengths, words
from pipeline.tag.timex.expression import RELATIONS, Expression, Relation
from pipeline.tag.timex.words import MONTH, MONTHS, WEEKDAY, WEEKDAYS

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_FLAGS = re.IGNORECASE


Reader = Callable[[str, int, int, int], "Expression | None"]


def expressions(text: str) -> Iterator[Expression]:
    """All time expressions of ``text`` as written, in order, without overlaps."""
    floor = 0
    for match in _TOKEN.finditer(text):
        if match.start() < floor:
            continue
        name = match[0].lower()
        reader = _digits if name[0].isdecimal() else READERS.get(name)
        if reader is None:
            continue
        found = reader(text, match.start(), match.end(), floor)
        if found is not None and found.start >= floor:
            start = found.start
            while text[start].isspace():
                start += 1
            if start > found.start:
                found = replace(found, start=start)
            yield found
            floor = found.end
            for more in _continued(text, found):
                yield more
                floor = more.end


def _left(text: str, at: int, floor: int, reach: int = 48) -> str:
    """What stands before ``at``, not further back than ``floor``, in lower case with plain blanks (same length)."""
    return re.sub(r"\s", " ", text[max(floor, at - reach) : at]).lower()


# ---------------------------------------------------------------- years, numeric dates, clock times

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\w/.]?\d)")
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?(?::[0-5]\d)?\s?(?P<ap>[ap]\.?\s?m\b\.?)|(?P<H>[01]?\d"
    r"|2[0-3]):(?P<M>[0-5]\d)(?::(?P<S>[0-5]\d))?(?!\d|:)(?:\s?hrs)?",
    _FLAGS,
)
_ZONE = re.compile(r"\s\(?(?:GMT|UTC|EST|EDT|CST|CDT|PST|PDT|BST|CET|CEST|IST|PKT|local time|ET|PT|AEST|AEDT)\b\)?")
_O_CLOCK = re.compile(r"\s?o['’]clock(?:\s?[ap]\.?m\.?)?", _FLAGS)
_YEAR_LEFT = re.compile(
    r"(?:\b(?:in|of|since|by|from|until|till|during|before|after|through|throughout|around|about|circa|late|early|mid"
    r"|fiscal"
    r"|year|years|between|and|to|or|the|for|on|early in|late in|summer|spring|autumn|fall|winter|back in)|[(–,;]|-"
    r"|mid-|^)\s?$"
)
_YEAR_STRONG = re.compile(
    r"(?:\b(?:in|since|until|till|during|throughout|circa|fiscal|year|years|summer|spring|autumn|fall|winter|late|early"
    r"|end of|beginning of|start of|middle of|half of|part of|rest of|battle of|war of|spring of|autumn of|summer of"
    r"|winter of|fall of|crisis of|elections? of|back in|as of|before|after)|mid-)\s?$"
)
_SUFFIX_BC = re.compile(r"\s?(?:b\.?c\.?(?:e\.?)?)(?![^\W_])", _FLAGS)
_YEAR_SPAN = re.compile(r"\s?[-–—/]\s?(\d{4}|\d{2})(?!\d|[-/]\d)")


def _digits(text: str, start: int, end: int, floor: int) -> Expression | None:
    """Dates and times that begin with digits."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "$€£_#/@\\" or text[start - 1 : start] == "."):
        return None
    if start > 1 and text[start - 1] in ",:" and text[start - 2].isdecimal():
        return None
    length = end - start
    if length == 4:
        if match := _ISO.match(text, start):
            month, day = int(match[2]), int(match[3])
            if 1 <= month <= 12 and 1 <= day <= 31:
                clock = f"T{match[4]}:{match[5]}" + (f":{match[6]}" if match[6] else "") if match[4] else ""
                return Expression(start, match.end(), "date", int(match[1]), month, day, clock=clock)
        if bc := _SUFFIX_BC.match(text, end):
            return Expression(start, bc.end(), "date", int(text[start:end]), bc=True)
        return _year(text, start, end, floor)
    if length <= 2:
        if match := _NUMERIC.match(text, start):
            return _numeric(match)
        if match := _CLOCK.match(text, start):
            return _clock(text, match, floor)
        if match := _O_CLOCK.match(text, end):
            hour = int(text[start:end])
            return Expression(start, match.end(), "clock", clock=f"T{hour:02}:00") if hour <= 24 else None
        month_after = re.compile(rf"(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s-]+(?P<m>{MONTH})", _FLAGS).match(text, end)
        if month_after and 1 <= int(text[start:end]) <= 31:
            return _day_month(text, start, end, month_after, floor)
    if bc := _SUFFIX_BC.match(text, end):
        return Expression(start, bc.end(), "date", int(text[start:end]), bc=True)
    if length <= 2 and (
        match := re.compile(r"(?:st|nd|rd|th)[\s-]century(?P<bc>\s?b\.?c\.?)?\b", _FLAGS).match(text, end)
    ):
        return _century(text, start, match.end(), int(text[start:end]), floor, bool(match["bc"]))
    if length == 2 and text[end : end + 1] == "s" and start and text[start - 1] in "'’‘" and text[start:end][1] == "0":
        return _decade(text, start - 1, end + 1, 1900 + int(text[start:end]), floor)
    return None


def _year(text: str, start: int, end: int, floor: int) -> Expression | None:
    number = int(text[start:end])
    if (
        text[end : end + 1] in "s'’"
        and re.match(r"['’]?s\b", text[end : end + 3])
        and number % 10 == 0
        and number > 1000
    ):
        return _decade(text, start, end + (2 if text[end] in "'’" else 1), number, floor)
    if not 1000 <= number <= 2100 or text[end : end + 1].isalnum():
        return None
    if re.match(
        r"[.,:]\d|\s?(?:%|percent|per cent|million|billion|km|kg|metres|meters|feet|miles|people|dollars|tons)",
        text[end:],
    ):
        return None
    left = _left(text, start, floor)
    if re.search(
        r"(?:[$€£#/]|\bno\.|(?:resolution|article|flight|highway|act|section|boeing|airbus|number|route) )\s?$", left
    ):
        return None
    span = _YEAR_SPAN.match(text, end)
    modifier = _modifier(left)
    fiscal = re.search(r"(?:the )?(?:current )?(?:fiscal(?: year)?|fy)[ -]?$", left)
    strong = bool(_YEAR_STRONG.search(left)) or bool(fiscal) or bool(modifier)
    if span and (strong or 1800 <= number <= 2100):
        return Expression(start - len(modifier), end, "date", number)
    quarter = re.compile(r"\s(first|second|third|fourth)[ -](quarter|half)\b", _FLAGS).match(text, end)
    if quarter:
        begin = start - (4 if left.endswith("the ") else 0)
        fraction = ("Q" if quarter[2].lower() == "quarter" else "H") + str(words.ORDINALS[quarter[1].lower()])
        return Expression(begin, quarter.end(), "date", number, fraction=fraction)
    season = re.compile(r"\s(spring|summer|autumn|fall|winter)\b", _FLAGS).match(text, end)
    if season and not modifier:
        return Expression(start, season.end(), "date", number, season=words.SEASONS[season[1].lower()])
    if strong or (1400 <= number <= 2060 and _YEAR_LEFT.search(left)) or 1930 <= number <= 2040:
        begin = start - len(modifier)
        if fiscal:
            begin = start - len(fiscal[0])
        if left.endswith("the year "):
            begin = start - 9
        return Expression(begin, end, "date", number, fraction=_half(modifier), weak=not strong)
    return None


_MODIFIER = re.compile(
    r"(?:\b(?:the )?(?:very )?(?:(?:early|late|mid)(?: in)?(?: the)?[ -]|mid-|(?:beginning|start|middle|end|close"
    r"|rest|remainder"
    r"|early part|latter part|first part|good part|first half|second half|last half|latter half|turn|final days"
    r"|early days"
    r"|closing days|opening days) of (?:the (?:year )?)?)|\ba good part of |\b(?:the )?year )$"
)


def _modifier(left: str) -> str:
    """ "early ", "the end of " … right before a date: part of its span."""
    match = _MODIFIER.search(left)
    return match[0] if match else ""


def _half(modifier: str) -> str:
    """ "the second half of" is a value of its own."""
    if "half of" in modifier:
        return "H1" if "first" in modifier else "H2"
    return ""


def _decade(text: str, start: int, end: int, year: int, floor: int) -> Expression:
    left = _left(text, start, floor)
    match = re.search(
        r"(?:\bthe )?(?:(?:early|late|mid)(?:[ -]to[ -](?:early|late|mid))?[ -])?(?:last half of the |end of the )?$",
        left,
    )
    begin = start - len(match[0]) if match else start
    bc = _SUFFIX_BC.match(text, end)
    return Expression(begin, bc.end() if bc else end, "decade", year, bc=bool(bc))


def _century(text: str, start: int, end: int, number: int, floor: int, bc: bool) -> Expression:
    left = _left(text, start, floor)
    match = re.search(r"(?:\bthe )?(?:middle of the |end of the |turn of the )?(?:(?:early|late|mid)[ -])?$", left)
    return Expression(start - len(match[0]) if match else start, end, "century", number, bc=bc)


def _numeric(match: re.Match[str]) -> Expression | None:
    """1/31/2019 and 31.1.2019; where day and month cannot be told apart only the year is known."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        if match[2] == ".":
            return None
        year += 2000 if year < 50 else 1900
    if match[2] == "." or first > 12:
        first, second = second, first
    if not (1 <= first <= 12 and 1 <= second <= 31):
        return None
    if match[2] == "/" and second <= 12 and first != second:
        return Expression(match.start(), match.end(), "date", year)
    return Expression(match.start(), match.end(), "date", year, first, second)


def _clock(text: str, match: re.Match[str], floor: int) -> Expression | None:
    if match["ap"]:
        hour, minute = int(match["h"]), int(match["m"] or 0)
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["ap"][0] in "pP" else 0)
    else:
        hour, minute = int(match["H"]), int(match["M"])
        if text[match.end() : match.end() + 1].isalpha():
            return None
    end = match.end()
    start = match.start()
    if zone := _ZONE.match(text, end):
        end = zone.end()
    around = re.search(
        r"\b(?:around|about|shortly before|shortly after|just before|just after) $", _left(text, start, floor)
    )
    if around:
        start -= len(around[0])
    return Expression(start, end, "clock", clock=f"T{hour:02}:{minute:02}")


# ---------------------------------------------------------------- months and weekdays

_DAY_LEFT = re.compile(
    rf"(?:{WEEKDAY},? )?(?:the )?(?:\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?|\b(?P<w>first|second|third|fourth|fifth|sixth"
    rf"|seventh|eighth"
    r"|ninth|tenth|eleventh|twelfth))(?: day)?(?: of)? $"
)
_AFTER_MONTH = re.compile(
    r"\s*,?\s*(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:]|[.,]\d|\s?(?:%|percent\b|per cent\b|million\b|billion\b"
    r"|people\b|p\.?m|a\.?m))"
    r"(?:(?:\s*,\s*|\s+|\s+of\s+)(?P<y>(?:1\d|20)\d\d)(?![\d]|[.,]\d))?",
    _FLAGS,
)
_YEAR_AFTER = re.compile(
    r"(?:\s+|,\s*|\s+of\s+|-)(?P<y>(?:1\d|20)\d\d)(?!\d|[.,]\d|[-–]\d)|(?:\s+|\s+of\s+)'(?P<yy>\d\d)\b", _FLAGS
)
_BC_AFTER = re.compile(r"\s+(\d{2,4})\s?b\.?c\.?(?:e\.?)?", _FLAGS)
_YEAR_RELATION = re.compile(
    r",?\s+(?:of\s+)?(?P<r>this|last|next|that|the same|the following|the previous|the next)\s+year\b", _FLAGS
)
_RELATION_LEFT = re.compile(
    r"\b(?P<r>this past|this coming|the coming|this|last|next|past|the previous|the following|the next|that same|that"
    r"|the same) $"
)
_TIME_OF_DAY = re.compile(r",?\s+(?P<p>morning|afternoon|evening|night|noon|midnight|dawn)(?P<s>s?)\b", _FLAGS)


def _month(text: str, start: int, end: int, floor: int) -> Expression | None:
    """ "Sept. 27, 1989", "12 June", "early May", "last March", "March 3-5"."""
    name = text[start:end].lower()
    month = MONTHS[name]
    left = _left(text, start, floor)
    if text[end : end + 1] == "." and name in words.SHORT_MONTHS:
        end += 1
    before = _DAY_LEFT.search(left)
    after = _AFTER_MONTH.match(text, end)
    if after and not 1 <= int(after["d"]) <= 31:
        after = None
    if before is None and after is not None:
        year = int(after["y"]) if after["y"] else None
        begin = start
        weekday = re.search(rf"(?:early |late )?\b{WEEKDAY},? (?:the )?$", left)
        if weekday:
            begin -= len(weekday[0])
        bc = _BC_AFTER.match(text, after.end())
        if year is None and (related := _YEAR_RELATION.match(text, after.end())):
            relation_to = RELATIONS[related["r"].lower()]
            return Expression(begin, related.end(), "date", None, month, int(after["d"]), year_relation=relation_to)
        return Expression(begin, after.end(), "date", year, month, int(after["d"]), bc=bool(bc))
    weak = name in ("may", "march", "mar", "jan", "dec", "jun", "sep", "second") or len(name) == 3
    year_after = _YEAR_AFTER.match(text, end)
    if before is not None:
        day = int(before["d"]) if before["d"] else words.ORDINALS[before["w"]]
        if not 1 <= day <= 31 or not (year_after or text[start].isupper() or before["d"]):
            return None
        return Expression(
            start - len(before[0]), year_after.end() if year_after else end, "date", _full_year(year_after), month, day
        )
    if weak and not text[start].isupper():
        return None
    bc = _BC_AFTER.match(text, end)
    if bc:
        begin = start - len(_modifier(left))
        return Expression(begin, bc.end(), "date", int(bc[1]), month, bc=True)
    modifier = _modifier(left)
    if year_after:
        return Expression(start - len(modifier), year_after.end(), "date", _full_year(year_after), month)
    if name in words.SHORT_MONTHS and text[end - 1] != ".":
        return None
    relation = _RELATION_LEFT.search(left)
    if name in ("may", "march") and not (
        relation
        or modifier
        or re.search(r"\b(?:in|of|by|since|until|from|between|during|before|after|every|and|to|through|for) $", left)
    ):
        return None
    if (name == "march" and re.search(r"\bfor $", left)) or (
        not text[start].isupper() and name in ("may", "march", "august")
    ):
        return None
    related = _YEAR_RELATION.match(text, end)
    if related:
        return Expression(
            start - len(modifier), related.end(), "date", month=month, year_relation=RELATIONS[related["r"].lower()]
        )
    every = re.search(r"\b(?:every|each) $", left)
    if every:
        return Expression(start - len(every[0]), end, "set", value=f"XXXX-{month:02}")
    if relation:
        return Expression(start - len(relation[0]), end, "date", month=month, relation=RELATIONS[relation["r"]])
    return Expression(start - len(modifier), end, "date", month=month)


def _full_year(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    if match["y"]:
        return int(match["y"])
    return 1900 + int(match["yy"]) if int(match["yy"]) > 40 else 2000 + int(match["yy"])


def _day_month(text: str, start: int, end: int, match: re.Match[str], floor: int) -> Expression | None:
    """ "12 June 1990", "the 1st of May", "Friday 12 June"."""
    name = match["m"].lower().rstrip(".")
    if name in words.SHORT_MONTHS | {"may", "march"} and not match["m"][0].isupper() and len(name) < 5:
        return None
    left = _left(text, start, floor)
    before = re.search(
        rf"(?:early |late )?(?:\b{WEEKDAY},? )?(?:\bthe )?(?:(?:night|morning|evening|afternoon) of )?$", left
    )
    begin = start - len(before[0]) if before else start
    following = _YEAR_AFTER.match(text, match.end())
    related = None if following else _YEAR_RELATION.match(text, match.end())
    dot = match["m"].endswith(".") and name not in words.SHORT_MONTHS
    stop = following.end() if following else related.end() if related else match.end() - dot
    return Expression(
        begin, stop, "date", _full_year(following), MONTHS[name], int(text[start:end]),
        year_relation=RELATIONS[related["r"].lower()] if related else "",
    )  # fmt: skip


_SECOND_DAY = re.compile(
    r"(?:\s?[-–—]\s?|\s(?:and|to|or|through|until)\s(?:the\s)?)(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:%]|[.,]\d"
    r"|\s?[ap]\.?m)"
)


def _continued(text: str, found: Expression) -> Iterator[Expression]:
    """The second day of "May 4 and 5", the end of the span of years "1861-65"."""
    if found.kind != "date" or found.bc:
        return
    if found.day and found.year is None and text[found.end - 1].isdecimal():
        match = _SECOND_DAY.match(text, found.end)
        if (
            match
            and found.day < int(match["d"]) <= 31
            and re.match(r"(?:[,.;:)\]]|\s*$|\s(?:[a-z]{1,5}\s|were|was))", text[match.end() : match.end() + 8])
        ):
            year = _YEAR_AFTER.match(text, match.end())
            yield Expression(
                match.start("d"),
                year.end() if year else match.end(),
                "date",
                _full_year(year),
                found.month,
                int(match["d"]),
            )
    elif found.year and not found.month and not found.season and not found.fraction:
        match = _YEAR_SPAN.match(text, found.end)
        if match:
            last = int(match[1]) if len(match[1]) == 4 else found.year // 100 * 100 + int(match[1])
            if found.year < last <= 2100:
                yield Expression(match.start(1), match.end(), "date", last)


def _weekday(text: str, start: int, end: int, floor: int) -> Expression | None:
    name = text[start:end].lower()
    plural = name.endswith("s") and name[:-1] in words.FULL_WEEKDAYS
    name = name[:-1] if plural else name
    if name not in words.FULL_WEEKDAYS:
        return None
    left = _left(text, start, floor)
    date = re.compile(
        rf"(?:,?\s+(?:the\s+)?(?:(?:{MONTH})\s*\d|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}))", _FLAGS
    ).match(text, end)
    if date:
        return None
    weekday = WEEKDAYS[name]
    part = _TIME_OF_DAY.match(text, end)
    stop = part.end() if part else end
    value = words.PARTS[part["p"].lower()] if part else ""
    every = re.search(r"\b(?:every(?: other)?|each|most) $", left)
    if every or plural or (part and part["s"]):
        begin = start - len(every[0]) if every else start
        return Expression(begin, stop, "set", value=f"XXXX-WXX-{weekday}{value}")
    relation = _RELATION_LEFT.search(left)
    early = re.search(r"\b(?:early|late|earlier|later)(?: on)? $", left)
    begin = start - len((relation or early)[0]) if relation or early else start  # type: ignore[index]
    return Expression(
        begin, stop, "date", weekday=weekday, part=value, relation=RELATIONS[relation["r"]] if relation else ""
    )


# ---------------------------------------------------------------- words that stand alone


def _day_word(text: str, start: int, end: int, floor: int) -> Expression | None:
    name = text[start:end].lower()
    part = _TIME_OF_DAY.match(text, end) if name != "tonight" else None
    value = "TNI" if name == "tonight" else words.PARTS[part["p"].lower()] if part else ""
    left = _left(text, start, floor)
    early = re.search(r"\b(?:early|late|earlier|later|the day before|the day after) $", left)
    amount = float(words.DAYS[name])
    if early and early[0].startswith("the day"):
        amount += -1 if "before" in early[0] else 1
    begin = start - len(early[0]) if early else start
    return Expression(begin, part.end() if part else end, "day", amount=amount, part=value)


def _reference(text: str, start: int, end: int, floor: int) -> Expression | None:
    name = text[start:end].lower()
    left = _left(text, start, floor)
    begin = start
    if name == "future":
        match = re.search(r"\b(?:the )?(?:(?:near|foreseeable|distant|immediate) )?$", left)
        begin = start - len(match[0]) if match else start
        following = re.compile(r"\s+(?:years|months|weeks|days|quarters|decades|generations)\b", _FLAGS).match(
            text, end
        )
        if following:
            return Expression(begin, following.end(), "reference", value="FUTURE_REF")
        if not (match and match[0].startswith("the ")):
            return (
                None
                if not left.endswith("in ") and match and not match[0]
                else Expression(begin, end, "reference", value="FUTURE_REF")
            )
    elif name == "now":
        match = re.search(r"\b(?:right|just|until|by|from|even|only) $", left)
        if match and match[0] == "right ":
            begin -= len(match[0])
        if re.match(r"\s+that\b", text[end : end + 6]):
            return None
    elif name in ("recent", "recently"):
        match = re.search(r"\b(?:more|most|as|very) $", left)
        if match and match[0].strip() in ("more",):
            begin -= len(match[0])
        following = re.compile(
            r"\s+(years|months|weeks|days|quarters|decades|times)(?:\s+and\s+(?:years|months|weeks|days))?\b", _FLAGS
        ).match(text, end) if name == "recent" else None  # fmt: skip
        if following:
            code = words.PLURALS.get(following[1].lower(), "")
            value = "PAST_REF" if code in ("Y", "D", "DE", "") else "P" + ("X" + code)
            return Expression(begin, following.end(), "reference", value="PAST_REF" if "and" in following[0] else value)
    elif name == "past":
        if not left.endswith("the ") or not re.match(
            r"\s*(?:[,.;:!?)\"”'’]|$|\s(?:and|when|that|but|have|has|had|as|by|with|were|was|is)\b)",
            text[end : end + 12],
        ):
            return None
        begin -= 4
    elif name == "term":
        match = re.search(r"\bthe (?:near|short|medium) $", left)
        if match is None:
            return None
        begin -= len(match[0])
    return Expression(begin, end, "reference", value=words.REFERENCES[name])


def _set_word(text: str, start: int, end: int, floor: int) -> Expression | None:
    if text[start].isupper() and text[start + 1 : start + 2].islower() and start and text[start - 1] == " ":
        return None
    if re.match(r"\s+(?:News|Times|Mail|Star|Post|Telegraph|Express|Mirror|Beast|Show)\b", text[end : end + 12]):
        return None
    name = text[start:end].lower()
    if name == "annual" or (name != "annually" and text[end : end + 1] == "-"):
        return None
    return Expression(start, end, "set", value=words.SETS[name])


_PART_LEFT = re.compile(
    r"(?:(?:later|earlier|early|late) )?\b(?P<r>this|that|the same|that same|yesterday|last|the following|the next"
    r"|the|early the next"
    r"|early the following|one|the previous)(?: (?P<m>early|late))? $"
)


def _part(text: str, start: int, end: int, floor: int) -> Expression | None:
    """ "this morning", "last night", "the morning of 31 January"."""
    name = text[start:end].lower()
    left = _left(text, start, floor)
    if name in ("noon", "midnight", "midday"):
        return Expression(start, end, "clock", clock=words.PARTS[name])
    if name == "overnight":
        return Expression(start, end, "day", amount=0, part="TNI", value="overnight")
    match = _PART_LEFT.search(left)
    if match is None:
        return None
    relation = match["r"]
    begin = start - len(match[0])
    of_date = re.compile(
        rf"\s+(?:hours\s+)?of\s+(?:the\s+)?(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m>{MONTH})"
        rf"|(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)(?!\d)(?:,?\s+(?P<y>\d{{4}})\b)?",
        _FLAGS,
    ).match(text, end)
    if of_date:
        month = MONTHS[(of_date["m"] or of_date["m2"]).lower().rstrip(".")]
        return Expression(
            begin, of_date.end(), "date", int(of_date["y"]) if of_date["y"] else None, month,
            int(of_date["d"] or of_date["d2"]), part=words.PARTS[name],
        )  # fmt: skip
    if relation in ("the", "one"):
        return None
    if relation == "last":
        return Expression(begin, end, "day", amount=-1, part=words.PARTS[name]) if name == "night" else None
    kinds: dict[str, Relation] = {"this": "this", "that": "same", "the same": "same", "that same": "same"}
    found = kinds.get(relation, "previous" if "previous" in relation else "following")
    return Expression(begin, end, "unit", unit="D", relation=found, part=words.PARTS[name])


def _season(text: str, start: int, end: int, floor: int) -> Expression | None:
    name = text[start:end].lower()
    left = _left(text, start, floor)
    code = words.SEASONS[name]
    relation = _RELATION_LEFT.search(left)
    year = re.compile(r"(?:\s+of)?,?\s+(?P<y>(?:1\d|20)\d\d)\b(?![.,]\d)", _FLAGS).match(text, end)
    related = _YEAR_RELATION.match(text, end)
    modifier = re.search(
        r"\b(?:(?:the )?(?:end|beginning|middle|start) of )?(?:the )?(?:(?:early|late|mid)[ -])?$", left
    )
    begin = start - len(modifier[0]) if modifier else start
    if year:
        return Expression(begin, year.end(), "date", int(year["y"]), season=code)
    if relation:
        return Expression(start - len(relation[0]), end, "date", season=code, relation=RELATIONS[relation["r"]])
    if related:
        return Expression(begin, related.end(), "date", season=code, year_relation=RELATIONS[related["r"].lower()])
    prepositions = r"\b(?:in|during|until|by|since|over|through|throughout|for|of|from|before|after|last|next)"
    if name in ("spring", "fall"):
        if not re.search(prepositions + r" (?:the )?(?:early |late |mid-?)?$", left) or re.match(
            r"\s+(?:of|in|from|to|back)\b", text[end : end + 8]
        ):
            return None
    elif not re.search(prepositions + r" (?:the )?(?:early |late |mid-?)?$", left):
        return None
    return Expression(begin, end, "date", season=code)


def _decade_word(text: str, start: int, end: int, floor: int) -> Expression | None:
    left = _left(text, start, floor)
    return (
        _decade(text, start, end, 1900 + 10 * words.DECADES[text[start:end].lower()], floor)
        if re.search(r"\b(?:the|early|late|mid)[ -]$", left)
        else None
    )


READERS: Mapping[str, Reader] = (
    dict.fromkeys(MONTHS, _month)
    | dict.fromkeys([*words.FULL_WEEKDAYS, *(name + "s" for name in words.FULL_WEEKDAYS)], _weekday)
    | dict.fromkeys(words.DAYS, _day_word)
    | dict.fromkeys(words.REFERENCES, _reference)
    | dict.fromkeys(words.SETS, _set_word)
    | dict.fromkeys(words.PARTS, _part)
    | dict.fromkeys(words.SEASONS, _season)
    | dict.fromkeys(words.DECADES, _decade_word)
    | dict.fromkeys([*words.UNITS, *words.PLURALS], lengths.unit)
)
