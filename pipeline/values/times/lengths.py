"""Lengths of time and what is counted off with them: "about three months", "the past 24 hours", "two days ago"."""

from __future__ import annotations

import re

from pipeline.text.expressions import expression
from pipeline.values import number_words
from pipeline.values.times.expression import Expression
from pipeline.values.times.periods import count, period
from pipeline.values.times.source import Source
from pipeline.values.times.words import UNITS, any_of

_WORDS = {*number_words.UNITS, *number_words.TENS, "hundred", "thousand", "million", "billion", "dozen", "half"} - {
    "zero"
}
_NUMBER = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?: \d/\d| ?½)?(?: (?:thousand|million|billion))?|(?:{any_of(_WORDS)}"
    rf"|a (?:hundred|dozen|thousand|million))(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )"
    rf"(?:{any_of(_WORDS)}|and[ -](?:a[ -])?half))*)"
)
_VAGUE = (
    r"(?:several|a (?:good |very )?few|(?:only |just )a few|few|many(?: more)?|some|a couple(?: of)?"
    r"|couple(?: of)?|dozens of"
    r"|hundreds of|thousands of|a number of|various|numerous|countless|a handful of|handful of|multiple|recent)"
)
_FILLER = (
    r"(?:(?: (?:more|additional|consecutive|straight|full|long|whole|calendar|trading|working|business|school|other"
    r"|extra|solid|successive|further|previous|last|intense|fiscal|bloody|brutal|difficult|short|hard|tough|hot))?)"
)
_MODIFIER = (
    r"(?:(?:a little |slightly |just |well |only |a bit |little |much |far )?(?:more|less|longer) than|(?:just "
    r"|well |only )?"
    r"(?:over|under)|at least|at most|no (?:more|less|fewer|longer) than|fewer than|not (?:more|less) than"
    r"|up to|nearly|almost"
    r"|about|around|roughly|approximately|some|close to|as (?:long|little|many|much|few) as|only|just|a mere"
    r"|an estimated"
    r"|a total of|an additional|upwards of|a further|virtually|barely|a maximum of|a minimum of|maybe|perhaps)"
)
_DETERMINER = (
    r"(?:(?:the|its|his|her|their|another|these|those|this|that|my|our|your|each of the)(?: (?:first|last|past|next"
    r"|coming|previous|following|recent|final|initial|latest|opening|closing|preceding|intervening|subsequent|whole"
    r"|entire|full|entire last|ensuing))?|(?:first|last|past|next|coming|previous|following|final|initial|latest))"
)
_AMOUNT_LEFT = expression(
    rf"(?P<mod>\b{_MODIFIER} )?(?P<det>\b{_DETERMINER} )?(?P<mod2>\b{_MODIFIER} )?(?P<n>\b(?:{_NUMBER}"
    rf"|{_VAGUE})){_FILLER}"
    r"(?:[ -]| - )$"
)
_RANGE_LEFT = expression(
    rf"(?P<mod>\b{_MODIFIER} )?(?P<det>\b{_DETERMINER} )?(?P<mod2>\b{_MODIFIER} )?"
    rf"(?:(?P<b>\bbetween) |\bfrom )?\b(?P<n>{_NUMBER})-? ?(?:to|or|-|–|(?(b)and|to)) ?$"
)
_QUARTERS_LEFT = expression(
    r"\b(?:past|last|next|first|previous|coming|consecutive|straight|for|these|latest) [a-z\d]+ $"
)
_OWNERS = ("its", "his", "her", "their", "my", "our", "your")
_PREPOSITIONS = ("over", "under", "about", "around", "just", "only", "some")  # before a determiner
_TO_LAST = expression(r"\b(?:to|will|would|could|can|may|might|should|must|not|usually|typically|often|and) last $")
_MODAL_LEFT = expression(r"\b(?:will|would|could|may|might|can|should|to|shall|[’']ll|[’']d) one $")
_ONE_LEFT = expression(
    rf"(?P<mod>\b{_MODIFIER} )?\b(?P<n>an?|half an?|half a|a half|a quarter of an?|(?:a|an|the|one"
    rf"|another) (?:single|full|whole"
    r"|additional|entire|extra|further|good|solid)|another|the (?:entire|whole|full))"
    r"(?P<adj> (?:bloody|brutal|hard|tough|long|short|full|difficult|mere))? $"
)
_HALF_LEFT = expression(
    rf"(?P<mod>\b{_MODIFIER} )?\b(?P<n>an?|one|the (?:past|last|next)|the) half[ -]$"
    rf"|(?P<mod2>\b{_MODIFIER} )?\b(?P<n2>half)[ -]$"
)
_AGO = expression(
    r" (?P<d>ago|earlier|later|before that|after that|afterwards|afterward|(?:before|after"
    r"|prior)(?= ?(?:[,.;:)!?]|$|\n))"
    r"|previously|hence|beforehand|thereafter|from now|from today|into the future)(?![^\W_])(?! than\b)"
)
_LATER = ("later", "after", "after that", "afterwards", "afterward", "hence", "thereafter", "from now", "from today",
          "into the future")  # fmt: skip
_NEAR = ("ago", "from now", "from today", "hence", "into the future")
_HALF_TAIL = expression(r"(?:,)? and (?:a|one) (?P<h>half|quarter)\b")
_OR = expression(r" or (?:so|two|more|longer)\b")
_AHEAD = expression(r" (?:ahead|to come)\b(?! of)")
_LONG = expression(r"-long\b")
_LONG_APART = expression(r"[- ]long\b(?! (?:ago|before|after|enough|overdue|since)\b)")
_OF_YEAR = expression(
    r" of (?:(?:fiscal )?(?:1[89]|20)\d\d(?!\d|[.,]\d)|(?:this|last|next|the) (?:fiscal )?year\b(?! \d))"
)
_COMPOUND = expression(r"[- ](?:olds?|of[ -]age)\b")
_BARE_LEFT = expression(
    r"(?:\b(?:for|in|after|within|over|of|took|takes|take|lasted|last|spent|spend|just|until|by|about|and|or"
    r"|hundreds of"
    r"|dozens of|more than|because|even|only|nearly|almost|weeks or|days or|months or) |^\W*)$"
)
_BARE_AFTER = expression(r"(?:-long| (?:ahead of|after|before|of|since|or|and|away|into)\b|[-,]? ?(?:$|[.;]))")


LONG_WORDS = {
    f"{name}{s}long": period(None if s else 1, code)
    for name, code in UNITS.items()
    if code in ("TH", "D", "W", "M", "Y", "DE") and len(name) > 2 and name not in ("hrs", "yrs")
    for s in ("", "s")
}


def long_word(source: Source, start: int, end: int, floor: int) -> Expression:
    """ "weeklong", "decadeslong"."""
    return Expression(start, end, "duration", value=LONG_WORDS[source.low[start:end]])


def too_short(low: str, name: str, left: str) -> bool:
    """True where "second" and "min" are other words: "the second …", "min." without a number."""
    if name not in ("second", "seconds", "sec", "secs", "min", "mins", "minute"):
        return False
    if name == "second":
        return not re.search(
            r"(?:\d[ -]?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|split|fifteen|twenty|thirty"
            r"|sixty|ninety)-|\bper |\b(?:every) )$",
            left,
        )
    if name == "minute":
        return bool(re.search(r"\b(?:very|last|up-to-the) $|last-$|to-the-$", left))
    return not re.search(
        r"(?:\d[ -]?|\b(?:two|three|four|five|six|seven|eight|nine|ten|few|several|fifteen|twenty|thirty|forty|fifty"
        r"|sixty|ninety|final|last|first|for|within|in)[ -])$", left
    )  # fmt: skip


def is_age(low: str, end: int) -> bool:
    """ "a 37-year-old", "nine years old": a person's age is a quantity, no time."""
    return _COMPOUND.match(low, end) is not None or low.startswith("-old", end)


def measured(source: Source, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """A number of units: "two years", "the past 18 months", "10-hour", "several days ago", "90-day"."""
    match = _AMOUNT_LEFT.search(left)
    if match is None:
        return None
    number = match["n"].strip(" -")
    if (number == "half" and code != "CE") or (code == "Q" and _is_share(source.low, end, left, number)):
        return None
    if number == "one" and code == "D" and _MODAL_LEFT.search(left):
        return Expression(start - 4, end, "reference", value="FUTURE_REF")
    compound = not plural and number not in ("one", "1")
    if compound and code in ("Y", "M", "W") and len(number) == 4 and number.isdecimal() and left.endswith(f"{number} "):
        return None  # "the 2016 year"
    amount = count(number)
    begin, determiner = _extent(match, left, compound)
    if not determiner and (lowered := _RANGE_LEFT.search(left[:begin])):
        begin, determiner = _extent(lowered, left, compound)
        amount = count(lowered["n"]) or amount
    begin += start - len(left)
    if amount is not None and (tail := _HALF_TAIL.match(source.low, end)):
        amount, end = amount + (0.5 if tail["h"] == "half" else 0.25), tail.end()
    return _finish(source, begin, end, code, amount, determiner)


def _is_share(low: str, end: int, left: str, number: str) -> bool:
    """ "three quarters of the vote", "in some quarters": no quarters of a year."""
    if number == "some" or left.endswith("-") or (low.startswith(" of", end) and not _OF_YEAR.match(low, end)):
        return True
    return number in ("three", "3", "one", "1") and not _QUARTERS_LEFT.search(left)


def _extent(match: re.Match[str], left: str, compound: bool) -> tuple[int, str]:
    """Where in ``left`` a length begins, and the determiner that is part of it: not that of "a [three-day] visit",
    "their [fifteen minutes]", "about [the past year]", "this [30 years]", "to last [six weeks]"."""
    determiner, modifier = (match["det"] or "").strip(), (match["mod"] or "").strip()
    inner = match.start("mod2") if match["mod2"] else match.start("n")
    outer = match.start("mod") if match["mod"] else match.start("det") if determiner else inner
    if compound or determiner.split(" ")[0] in _OWNERS:
        return (inner if determiner or not compound else outer), ""
    if determiner == "last" and _TO_LAST.search(left[: match.end("det")]):
        return inner, ""
    if determiner in ("this", "that"):
        return inner, ""
    if determiner and modifier in _PREPOSITIONS:
        return match.start("det"), determiner
    return outer, determiner


def one(source: Source, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """One unit or a part of one: "a year", "an hour ago", "half a century", "nearly half an hour", "the whole week"."""
    if plural or code == "WE":
        return None
    if match := _HALF_LEFT.search(left):
        word, amount = match["n"] or match["n2"], 0.5
    else:
        match = _ONE_LEFT.search(left)
        if match is None:
            return None
        word = match["n"]
        amount = 0.5 if "half" in word else 0.25 if "quarter" in word else 1.0
    if code == "NI" or (code == "D" and left.endswith("it a ")):
        return None
    begin = start - len(left) + match.start()
    if tail := _HALF_TAIL.match(source.low, end):
        amount, end = amount + (0.5 if tail["h"] == "half" else 0.25), tail.end()
    hyphen = source.low[end : end + 1] == "-"
    if hyphen and word in ("a", "an"):
        if not re.compile(r"-(?:ago|earlier|long)\b").match(source.low, end):
            return None
        if _LONG.match(source.low, end):
            begin = start
    return _finish(source, begin, end, code, amount, "")


def _finish(source: Source, begin: int, end: int, code: str, amount: float | None, determiner: str) -> Expression:
    """A length that has been read: an offset where "ago", "later" … follows, else a duration."""
    low = source.low
    if long := (_LONG_APART if amount is None or amount > 1 else _LONG).match(low, end):
        end = long.end()
    if tail := _OR.match(low, end):
        end = tail.end()
    ago = _AGO.match(low, end)
    if ago and determiner in ("", "the", "another"):
        word = ago["d"]
        return Expression(
            begin, ago.end(), "offset", unit=code, amount=amount, sign=1 if word in _LATER else -1,
            anchor="document" if word in _NEAR else "context",
        )  # fmt: skip
    if ahead := _AHEAD.match(low, end):
        end = ahead.end()
    elif determiner and (of_year := _OF_YEAR.match(low, end)) and code in ("M", "W", "D", "Q"):
        end = of_year.end()
    return Expression(begin, end, "duration", unit=code, amount=amount, value=period(amount, code))


_BARE_AGO = expression(r" (?P<d>ago|later|earlier|afterwards|before that|after that|beforehand)\b(?! than\b)")
_PART_OF_MANY = expression(
    r"\bthe (?:very )?(?:first|final|last|early|opening|closing|intervening|ensuing|remaining) $"
)
_OR_MORE = expression(r" (?:or|and) (?:even )?(?:days|weeks|months|years|decades|centuries|hours)\b")
_THE_MANY = expression(r" (?:since|after|following|before|leading up|that followed|in between|to come)\b")
_OVER_THE = expression(r"\b(?:over|through|throughout|down|with|of) the $|^the $")
_NO_BARE = expression(
    r"(?:\b(?:these|those|his|her|its|their|my|our|your|early|last|final|first|two|three|school|work|teenage|golden|dog"
    r"|good|old|bad|happy|war|college|childhood|formative|light|office|business|opening|working|closing|man|salad|all"
    r"|both|no|what|which|how many|rush|peak|visiting|hard|long|other|new|end|rainy) |-)$"
)


def bare(source: Source, start: int, end: int, left: str, code: str, plural: bool) -> Expression | None:
    """A unit without a number: "months", "for decades", "a year-ago", "weeks later", "hours after", "the years"."""
    low = source.low
    if not plural:
        if match := _LONG.match(low, end):
            return Expression(start, match.end(), "duration", unit=code, amount=1, value=period(1, code))
        return None
    if code in ("TS", "WE", "NI", "Q") or low[end : end + 1] == "'":
        return None
    if code == "D" and left.endswith("these "):
        return Expression(start - 6, end, "reference", value="PRESENT_REF")
    if (part := _PART_OF_MANY.search(left)) and not (code == "TH" and "early" in part[0]):
        return Expression(start - len(part[0]), end, "duration", unit=code, value=period(None, code))
    if left.endswith("the "):
        ahead = _AHEAD.match(low, end)
        if ahead or _THE_MANY.match(low, end) or (code == "Y" and _OVER_THE.search(left)):
            return Expression(start - 4, ahead.end() if ahead else end, "duration", unit=code, value=period(None, code))
        return None
    if _NO_BARE.search(left):
        return None
    if ago := _BARE_AGO.match(low, end):
        return Expression(
            start, ago.end(), "offset", unit=code, sign=1 if ago["d"] in ("later", "afterwards", "after that") else -1,
            anchor="document" if ago["d"] == "ago" else "context",
        )  # fmt: skip
    if _BARE_LEFT.search(left) or _BARE_AFTER.match(low, end):
        stop = end + 5 if low.startswith("-long", end) else end
        if more := _OR_MORE.match(low, stop):
            stop = more.end()
        if ahead := _AHEAD.match(low, stop):
            stop = ahead.end()
        return Expression(start, stop, "duration", unit=code, value=period(None, code))
    return None
