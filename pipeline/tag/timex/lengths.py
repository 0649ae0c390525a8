"""Expressions built on a unit of time: durations, offsets ("three days ago"), units ("last week"), quarters."""

from __future__ import annotations

import re

from pipeline.tag.numerals import read, tidy
from pipeline.tag.timex import words
from pipeline.tag.timex.expression import RELATIONS, Expression

_FLAGS = re.IGNORECASE
_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?(?: \d/\d)?|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
    r"|thousand"
    r"|million|billion|dozen|half|and a half|and|a hundred|a dozen|a thousand)(?:[ -]|(?=-))?)+)"
)
_VAGUE = (
    r"(?:several|a few|few|many|some|a couple of|a couple|dozens of|hundreds of|thousands of|a number of|various"
    r"|numerous"
    r"|countless|couple of|a handful of|multiple|recent|many more|only a few|a good few)"
)
_FILLER = (
    r"(?: (?:more|additional|consecutive|straight|full|long|whole|calendar|trading|working|business|school|other"
    r"|extra|solid|successive|further|previous|last|intense|fiscal))?"
)
_ANSWER = (
    rf"(?P<mod>\b{words.AMOUNT_MODIFIER} )?(?:(?P<det>\b(?:the|its|his|her|their|a|an|another|every|each|these|those"
    rf"|this|that|at least the)? ?"
    r"(?:first|last|past|next|coming|previous|following|recent|final|initial|latest|opening|closing|preceding"
    r"|intervening|subsequent|whole|entire|entire last)?) )?"
)
_AMOUNT_LEFT = re.compile(rf"{_ANSWER}(?P<n>\b{_NUMBER}|\b{_VAGUE}){_FILLER}(?:[ -]| - )$", _FLAGS)
_RANGE_LEFT = re.compile(rf"(?P<m>\b{words.AMOUNT_MODIFIER} )?\b(?P<a>{_NUMBER})(?: ?(?:to|or|-|–|and) ?)$", _FLAGS)
_ARTICLE_LEFT = re.compile(
    rf"(?P<mod>\b{words.AMOUNT_MODIFIER} )?\b(?P<n>an?|another|one|per|the|each|every|half an?|half a|a single|a full"
    rf"|a whole|an additional|an entire"
    r"|the entire|the whole|a half|quarter of a|a quarter|nearly every|almost every|every other|every single"
    r"|each and every)(?P<adj> (?:bloody|brutal|hard|tough|long))? $",
    _FLAGS,
)
_RELATION_LEFT = re.compile(
    r"(?P<m>\b(?:earlier|later|early|late|(?:the )?(?:beginning|start|middle|end|close|rest|remainder|first half"
    r"|second half|latter half|latter part) of|sometime|some time) )?"
    r"(?:in )?\b(?P<r>this past|this coming|this very|this|the current|current|the last|last|the past|past|the next"
    r"|next|the coming|coming|the previous"
    r"|previous|the following|following|that same|that|the same|same|the latest) (?:calendar |full |fiscal "
    r"|financial |academic |school |tax )?$"
)
_THE_LEFT = re.compile(
    r"(?P<m>\b(?:(?:earlier|later|early|late) in |(?:the )?(?:beginning|start|middle|end|close|rest|remainder"
    r"|first half|second half|latter half|latter part|turn) of ))?"
    r"\bthe (?:calendar |full |fiscal |financial )?$"
)
_AGO = re.compile(
    r"\s+(?P<d>ago|earlier|later|before that|after that|afterwards|afterward|(?:before|after|prior)(?=\s*(?:[,.;:)]"
    r"|$))|previously|hence|beforehand|thereafter"
    r"|from now|from today)(?![^\W_])(?! than\b)",
    _FLAGS,
)
_OLD = re.compile(r"[ -](?:olds?\b|of age\b)", _FLAGS)
_HALF_TAIL = re.compile(r"\s+and\s+a\s+(half|quarter)\b", _FLAGS)
_YEAR_TAIL = re.compile(r"(?:\s+of|,)?\s+(?:fiscal\s+)?(?P<y>(?:1\d|20)\d\d)\b(?![.,]\d)", _FLAGS)
_QUARTER_LEFT = re.compile(
    r"(?P<y>\b(?P<year>(?:1\d|20)\d\d) |\b(?P<rel>this|last|next) year['’]s )?(?:\b(?P<the>the|its|their|his"
    r"|our) )?(?:(?:fiscal|latest|company['’]s) )?"
    r"(?P<n>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -](?:fiscal[ -])?$",
    _FLAGS,
)
_OR_SO = re.compile(r"\s+or so\b", _FLAGS)
_AHEAD = re.compile(r"\s+ahead\b|\s+to come\b", _FLAGS)
_LONG = re.compile(r"(?:-long|\slong)\b", _FLAGS)


def unit(text: str, start: int, end: int, floor: int) -> Expression | None:
    """The expression whose noun is a unit of time at [start, end)."""
    name = text[start:end].lower()
    plural = name in words.PLURALS
    code = words.PLURALS[name] if plural else words.UNITS[name]
    left = re.sub(r"\s", " ", text[max(floor, start - 64) : start]).lower()
    if code == "Q" and not plural:
        return _quarter(text, start, end, left)
    if code == "CE" and not plural and (found := _century(text, start, end, left)):
        return found
    if _OLD.match(text, end) or re.match(r"-?\s?old\b", text[end : end + 6]):
        return None
    if name in ("second", "seconds", "sec", "min") and not re.search(
        r"\d[ -]?$|\b(?:two|three|four|five|six|seven|eight|nine|ten|few|several|fifteen|twenty|thirty|forty|fifty"
        r"|sixty|ninety|a|few) $",
        left,
    ):
        return None
    if name == "second" and not re.search(r"(?:\d[ -]?|-)$", left):
        return None
    for reader in (_relation, _measured, _article, _bare):
        found = reader(text, start, end, left, code, plural)
        if found is not None:
            return found
    return None


# ---------------------------------------------------------------- lengths


def _measured(text: str, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """A number of units: "two years", "the past 18 months", "10-hour", "several days ago", "90-day"."""
    match = _AMOUNT_LEFT.search(left)
    if match is None or not match["n"].strip():
        return None
    number = match["n"].strip(" -")
    amount = _amount(number)
    if (
        amount is not None
        and amount == 1
        and number == "one"
        and not plural
        and re.match(r"\s+(?:last|this|in)\b", text[end : end + 6])
    ):
        amount = 1.0
    begin = start - len(match[0])
    determiner = (match["det"] or "").strip()
    if re.match(r"(?:its|his|her|their|this|that|a|an)\b", determiner) or (not plural and number not in ("one", "1")):
        # "their [fifteen minutes]", "a [three-day] visit"
        begin, determiner = start - len(left) + match.start("n"), ""
        begin = start - (len(left) - match.start("n"))
    elif (
        determiner.startswith("the")
        and match["mod"]
        and match["mod"].strip() in ("over", "under", "about", "around", "just", "only", "some")
    ):
        begin += len(match["mod"])
    lowered = _RANGE_LEFT.search(left[: len(left) - len(match[0]) + match.start("n") - match.start()])
    if lowered and not match["mod"] and not determiner:
        begin -= len(lowered[0])
        amount = _amount(lowered["a"].strip(" -")) or amount
    if amount is not None and (tail := _HALF_TAIL.match(text, end)):
        amount, end = amount + (0.5 if tail[1].lower() == "half" else 0.25), tail.end()
    return _finish(text, begin, end, code, amount, determiner, match["mod"] or "")


def _amount(number: str) -> float | None:
    """The number of units; None where it is not told ("several")."""
    plain = number.lower()
    if plain in ("a couple of", "a couple", "couple of"):
        return 2.0
    found = read(plain, 0)
    if found and found.end >= len(plain) - 1 and not found.vague:
        return found.value
    if match := re.fullmatch(r"(\w+)(?: and a half| and half)", plain):
        base = read(match[1], 0)
        return base.value + 0.5 if base else None
    return None


def _finish(
    text: str, begin: int, end: int, code: str, amount: float | None, determiner: str, modifier: str
) -> Expression:
    """A length that has been read: an offset where "ago", "later" … follows, else a duration."""
    if _LONG.match(text, end) and text[end : end + 1] == "-":
        end += 5
    if tail := _OR_SO.match(text, end):
        end = tail.end()
    ago = _AGO.match(text, end)
    if ago and not determiner.replace("the", "").strip():
        word = " ".join(ago["d"].lower().split())
        sign = (
            1
            if word
            in (
                "later",
                "after",
                "after that",
                "afterwards",
                "afterward",
                "hence",
                "thereafter",
                "from now",
                "from today",
            )
            else -1
        )
        near = word in ("ago", "from now", "from today", "hence")
        return Expression(
            begin, ago.end(), "offset", unit=code, amount=amount, sign=sign, anchor="document" if near else "context",
            weak=bool(modifier),
        )  # fmt: skip
    if ahead := _AHEAD.match(text, end):
        end = ahead.end()
    return Expression(
        begin,
        end,
        "duration",
        unit=code,
        amount=amount,
        value=period(amount, code),
        relation=RELATIONS.get(determiner, ""),
    )


def period(amount: float | None, code: str) -> str:
    """A TIMEX3 duration: P18M, PT10H, PXY, P1.5Y."""
    if code == "2W":
        code, amount = "W", None if amount is None else amount * 2
    if code in ("NI", "WE"):
        return f"P{'X' if amount is None else tidy(amount)}{code}"
    if amount is not None and amount % 1 == 0.5 and code in ("Y", "TM", "TH"):
        whole, rest = int(amount), {"Y": "6M", "TM": "30S", "TH": "30M"}[code]
        return ("PT" if code[0] == "T" else "P") + (f"{whole}{code[-1]}" if whole else "") + rest
    number = "X" if amount is None else str(tidy(amount))
    return f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}"


def _article(text: str, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """One unit: "a year", "an hour ago", "every month", "per day", "half a century", "the year"."""
    match = _ARTICLE_LEFT.search(left)
    if match is None or plural:
        return None
    begin, word = start - len(match[0]), match["n"].lower()
    if word in ("the", "the entire", "the whole"):
        return (
            _the(text, start, end, left, code)
            if word == "the"
            else Expression(begin, end, "duration", unit=code, amount=1, value=period(1, code))
        )
    if code == "WE" or (code == "NI" and word in ("a", "an", "one")):
        return None
    if word in (
        "every",
        "each",
        "per",
        "nearly every",
        "almost every",
        "every single",
        "each and every",
        "every other",
    ):
        if code in ("TS",):
            return None
        return Expression(begin, end, "set", value=period(2 if word == "every other" else 1, code))
    amount = 0.5 if "half" in word else 0.25 if "quarter" in word else 1.0
    if tail := _HALF_TAIL.match(text, end):
        amount, end = amount + (0.5 if tail[1].lower() == "half" else 0.25), tail.end()
    if word in ("a", "an") and _rate_before(left) and not _AGO.match(text, end):
        return Expression(begin, end, "set", value=period(1, code))
    if (
        word in ("a", "an")
        and re.match(r"-(?!long)", text[end : end + 5])
        and not re.match(r"-(?:ago|earlier)", text[end : end + 8])
    ):
        return None
    return _finish(text, begin, end, code, amount, "", match["mod"] or "")


def _rate_before(left: str) -> bool:
    """True for "twice a day", "$5 a barrel a day", "three times a week": a set, no length."""
    return bool(
        re.search(
            r"(?:\b(?:once|twice|times|dollars|percent|barrels|tons|tonnes|people|hours)|\d|million|billion|%) an? $",
            left,
        )
    )


_BARE_AGO = re.compile(r"\s+(?:ago|later|earlier)\b", _FLAGS)


def _bare(text: str, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """A unit without a number: "months", "for decades", "year-end", "year-ago", "weeks later", "days of"."""
    if not plural:
        if code == "Y" and not left.endswith("the ") and (match := re.compile(r"[ -]end\b", _FLAGS).match(text, end)):
            return Expression(start, match.end(), "unit", unit="Y", relation="this", value="end")
        if code in ("Y", "M", "W") and (match := re.compile(r"-(?:ago|earlier)\b", _FLAGS).match(text, end)):
            return Expression(start, match.end(), "offset", unit=code, amount=1, sign=-1, anchor="context")
        if match := re.compile(r"-long\b", _FLAGS).match(text, end):
            return Expression(start, match.end(), "duration", unit=code, amount=1, value=period(1, code))
        return None
    if code in ("TS", "WE", "NI", "Q"):
        return None
    if re.search(
        r"(?:\b(?:these|those|the|his|her|its|their|my|our|early|last|final|first|two|three|school|work|teenage"
        r"|golden|dog|good|old|bad|happy|and|or)) $|-$",
        left,
    ):
        these = re.search(r"\bthese $", left)
        if these and code == "D":
            return Expression(start - 6, end, "reference", value="PRESENT_REF")
        related = re.search(r"\bthe $", left)
        if related and (ahead := _AHEAD.match(text, end)):
            return Expression(start - 4, ahead.end(), "duration", unit=code, value=period(None, code))
        return None
    if ago := _BARE_AGO.match(text, end):
        word = ago[0].strip().lower()
        return Expression(
            start,
            ago.end(),
            "offset",
            unit=code,
            sign=1 if word == "later" else -1,
            anchor="document" if word == "ago" else "context",
        )
    if (
        re.search(
            r"\b(?:for|in|after|within|over|of|took|takes|take|lasted|last|spent|spend|just|several|until|by|about) $"
            r"|^$",
            left,
        )
        or text[end : end + 5] == "-long"
    ):
        stop = end + 5 if text[end : end + 5] == "-long" else end
        return Expression(start, stop, "duration", unit=code, value=period(None, code))
    return None


# ---------------------------------------------------------------- calendar units


def _relation(text: str, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """ "last week", "this year", "the previous month", "earlier this month", "the following day", "recent years"."""
    match = _RELATION_LEFT.search(left)
    if match is None or code in ("TS", "TM", "TH", "ML"):
        return None
    word = match["r"]
    begin = start - len(match[0])
    if match[0].startswith("in ") and not match["m"]:
        begin += 3
    if plural:
        if word in (
            "the last",
            "last",
            "the past",
            "past",
            "the next",
            "next",
            "the coming",
            "coming",
            "the following",
            "the previous",
        ):
            ahead = word.removeprefix("the ") in ("coming", "next", "following")
            if word in ("past", "last", "coming"):
                return Expression(begin, end, "reference", value="FUTURE_REF" if ahead else "PAST_REF")
            return Expression(begin, end, "duration", unit=code, value=period(None, code))
        return None
    relation = RELATIONS[word]
    if (
        word in ("the last", "the past", "past", "the next", "the coming")
        and code in ("Y", "M", "W", "D", "DE", "CE", "Q")
        and word != "the next"
    ):
        return Expression(begin, end, "duration", unit=code, amount=1, value=period(1, code))
    stop = end
    if text[end : end + 2] in ("'s", "’s") and (
        quarter := re.compile(r"['’]s (first|second|third|fourth)[ -](quarter|half)\b", _FLAGS).match(text, end)
    ):
        fraction = ("Q" if quarter[2].lower() == "quarter" else "H") + str(words.ORDINALS[quarter[1].lower()])
        return Expression(begin, quarter.end(), "unit", unit="Y", relation=relation, fraction=fraction)
    modifier = match["m"] or ""
    if code == "NI" and relation not in ("last", "same", "following", "this"):
        return None
    fraction = "H1" if modifier.startswith(("first half", "the first half")) else "H2" if "half of" in modifier else ""
    return Expression(
        begin,
        stop,
        "unit",
        unit=code,
        relation=relation,
        fraction=fraction,
        value="end" if "end of" in modifier and code == "Y" else "",
    )


def _the(text: str, start: int, end: int, left: str, code: str) -> Expression | None:
    """ "the end of the year", "later in the week", "the weekend", "the day"."""
    match = _THE_LEFT.search(left)
    if match is None:
        return None
    begin = start - len(match[0])
    if code == "WE":
        return Expression(begin, end, "unit", unit=code, relation="the")
    if match["m"] and code in ("Y", "M", "W", "DE", "CE", "D"):
        value = "end" if "end of" in match["m"] and code == "Y" else ""
        return Expression(begin, end, "unit", unit=code, relation="the", value=value)
    tail = re.compile(
        r"\s+(before|after|following|earlier|prior)\b(?!\s+(?:the|a|an|his|her|its|their|he|she|it|they|last|being))",
        _FLAGS,
    ).match(text, end)
    if tail and code in ("D", "Y", "W", "M", "NI"):
        ahead = tail[1].lower() in ("after", "following")
        return Expression(begin, tail.end(), "unit", unit=code, relation="following" if ahead else "previous")
    if code == "Y" and (year := re.compile(r"\s+((?:1\d|20)\d\d)\b", _FLAGS).match(text, end)):
        return Expression(begin, year.end(), "date", int(year[1]))
    if (
        code in ("Y", "W")
        and re.search(r"(?:\b(?:for|during|of|in|throughout|over) |^)the (?:fiscal |full |calendar )?$", left)
        and not re.match(r"\s+(?:of|that|when|which|to)\b", text[end : end + 7])
    ):
        return Expression(begin, end, "unit", unit=code, relation="the", weak=True)
    return None


def _quarter(text: str, start: int, end: int, left: str) -> Expression | None:
    """ "the third quarter of 1990", "third-quarter", "last quarter", "the 1988 quarter"."""
    match = _QUARTER_LEFT.search(left)
    if match:
        number = 4 if match["n"].lower() == "final" else words.ORDINALS[match["n"].lower()]
        begin = start - len(match[0])
        year = int(match["year"]) if match["year"] else None
        tail = _YEAR_TAIL.match(text, end)
        if year is None and tail:
            year, end = int(tail["y"]), tail.end()
        related = re.compile(r"\s+(?:of\s+)?(this|last|next)\s+year\b", _FLAGS).match(text, end)
        relation = RELATIONS[match["rel"].lower()] if match["rel"] else RELATIONS[related[1].lower()] if related else ""
        if match["year"] and left[: match.start()].endswith("the "):
            begin -= 4
        return Expression(
            begin, related.end() if related else end, "date", year, fraction=f"Q{number}", year_relation=relation
        )
    relation_match = _RELATION_LEFT.search(left)
    if relation_match:
        return Expression(
            start - len(relation_match[0]), end, "unit", unit="Q", relation=RELATIONS[relation_match["r"]]
        )
    every = re.search(r"\b(?:every|each|per) $", left)
    if every:
        return Expression(start - len(every[0]), end, "set", value="P1Q")
    if re.search(r"(?:\b(?:in|for|during|of) |^)the $", left) and not re.match(r"\s+of\b", text[end : end + 4]):
        return Expression(start - 4, end, "unit", unit="Q", relation="the", weak=True)
    return None


def _century(text: str, start: int, end: int, left: str) -> Expression | None:
    match = re.compile(
        r"(?P<the>\bthe )?(?:(?:middle|end|turn|beginning) of the )?(?:(?:early|late"
        r"|mid)[ -])?(?P<n>\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
        r"|tenth|eleventh|twelfth"
        r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first))[ -]$",
        _FLAGS,
    ).search(left)
    if match is None:
        return None
    word = match["n"].lower()
    number = int(re.match(r"\d+", word)[0]) if word[0].isdecimal() else words.ORDINALS[word]  # type: ignore[index]
    bc = re.compile(r"\s?b\.?c\.?(?:e\.?)?(?![^\W_])", _FLAGS).match(text, end)
    return Expression(start - len(match[0]), bc.end() if bc else end, "century", number, bc=bool(bc))
