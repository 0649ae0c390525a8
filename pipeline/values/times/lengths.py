"""Lengths of time and what is counted off with them: "about three months", "half a century", "two days ago"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lexicon.time_words import TimeWords
from pipeline.text.expressions import expression
from pipeline.values import number_words
from pipeline.values.times.cased import CasedText, Trigger
from pipeline.values.times.expression import Duration, Expression, Offset, Reference
from pipeline.values.times.periods import Counts, period
from pipeline.values.times.words import PLURALS, UNITS, any_of, any_phrase

_UNIT_REACH = 64  # characters that a reader sees to the left of a unit: lengths have the longest modifiers, by hand
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
_AMOUNT = rf"(?P<mod>\b{_MODIFIER} )?(?P<det>\b{_DETERMINER} )?(?P<mod2>\b{_MODIFIER} )?"
_RANGE_LEFT = expression(rf"{_AMOUNT}(?:(?P<b>\bbetween) |\bfrom )?\b(?P<n>{_NUMBER})-? ?(?:to|or|-|–|(?(b)and|to)) ?$")
_QUARTERS_LEFT = expression(
    r"\b(?:past|last|next|first|previous|coming|consecutive|straight|for|these|latest) [a-z\d]+ $"
)
_OWNERS = ("its", "his", "her", "their", "my", "our", "your")
_PREPOSITIONS = ("over", "under", "about", "around", "just", "only", "some")  # before a determiner
_TO_LAST = expression(r"\b(?:to|will|would|could|can|may|might|should|must|not|usually|typically|often|and) last $")
_MODAL_LEFT = expression(r"\b(?:will|would|could|may|might|can|should|to|shall|[’']ll|[’']d) one $")
_HALF_LEFT = expression(
    rf"(?P<mod>\b{_MODIFIER} )?\b(?P<n>an?|one|the (?:past|last|next)|the) half[ -]$"
    rf"|(?P<mod2>\b{_MODIFIER} )?\b(?P<n2>half)[ -]$"
)
_HALF_TAIL = expression(r"(?:,)? and (?:a|one) (?P<h>half|quarter)\b")
_AGO = expression(
    r" (?P<d>ago|earlier|later|before that|after that|afterwards|afterward|(?:before|after"
    r"|prior)(?= ?(?:[,.;:)!?]|$|\n))"
    r"|previously|hence|beforehand|thereafter|from now|from today|into the future)(?![^\W_])(?! than\b)"
)
_LATER = ("later", "after", "after that", "afterwards", "afterward", "hence", "thereafter", "from now", "from today",
          "into the future")  # fmt: skip
_FROM_DOCUMENT = ("ago", "from now", "from today", "hence", "into the future")
_OR = expression(r" or (?:so|two|more|longer)\b")
AHEAD = expression(r" (?:ahead|to come)\b(?! of)")
LONG = expression(r"-long\b")
_LONG_APART = expression(r"[- ]long\b(?! (?:ago|before|after|enough|overdue|since)\b)")
_COMPOUND_OF_ONE = expression(r"-(?:ago|earlier|long)\b")
_OF_YEAR = expression(
    r" of (?:(?:fiscal )?(?:1[89]|20)\d\d(?!\d|[.,]\d)|(?:this|last|next|the) (?:fiscal )?year\b(?! \d))"
)
_AGE = expression(r"[- ](?:olds?|of[ -]age)\b|-old")
_SECOND_LEFT = expression(
    r"(?:\d[ -]?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|split|fifteen|twenty|thirty"
    r"|sixty|ninety)-|\bper |\b(?:every) )$"
)
_MINUTE_LEFT = expression(r"\b(?:very|last|up-to-the) $|last-$|to-the-$")
_SHORT_LEFT = expression(
    r"(?:\d[ -]?|\b(?:two|three|four|five|six|seven|eight|nine|ten|few|several|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|ninety|final|last|first|for|within|in)[ -])$"
)
LONG_WORDS = {
    f"{name}{s}long": period(None if s else 1, code)
    for name, code in UNITS.items()
    if code in ("TH", "D", "W", "M", "Y", "DE") and len(name) > 2 and name not in ("hrs", "yrs")
    for s in ("", "s")
}


@dataclass(slots=True)
class UnitWord(Trigger):
    """A word that is a unit of time. code: as in ``words.UNITS``."""

    code: str
    is_plural: bool

    @staticmethod
    def at(text: CasedText, start: int, end: int, floor: int) -> UnitWord:
        """The unit at [start, end)."""
        name = text.low[start:end]
        is_plural = name in PLURALS
        code = PLURALS[name] if is_plural else UNITS[name]
        return UnitWord(
            text, start, end, floor, text.low[max(floor, start - _UNIT_REACH) : start], name, code, is_plural
        )


@dataclass(frozen=True)
class Extent:
    """Where a length stands. determiner: the one that is part of it; "" for none."""

    begin: int
    end: int
    determiner: str = ""


def long_word(word: Trigger) -> Duration:
    """A length that is one word: "weeklong", "decadeslong"."""
    return Duration(word.start, word.end, value=LONG_WORDS[word.name])


def is_age(unit: UnitWord) -> bool:
    """True for "a 37-year-old", "nine years old": a person's age is a quantity, no time."""
    return unit.after(_AGE) is not None


def is_other_word(unit: UnitWord) -> bool:
    """True where "second" and "min" are other words: "the second …", "min." without a number."""
    if unit.name == "second":
        return not unit.before(_SECOND_LEFT)
    if unit.name == "minute":
        return unit.before(_MINUTE_LEFT) is not None
    return unit.name in ("seconds", "sec", "secs", "min", "mins") and not unit.before(_SHORT_LEFT)


class Lengths:
    """Reads units with a number before them."""

    def __init__(self, words: TimeWords, counts: Counts) -> None:
        """words: for the adjectives between a number and its units."""
        self._counts = counts
        filler = rf"(?: {any_phrase(words.length_adjective)})?"
        self._amount_left = re.compile(rf"{_AMOUNT}(?P<n>\b(?:{_NUMBER}|{_VAGUE})){filler}(?:[ -]| - )$")
        self._one_left = re.compile(
            rf"(?P<mod>\b{_MODIFIER} )?\b(?P<n>an?|half an?|half a|a half|a quarter of an?|(?:a|an|the|one"
            rf"|another) {any_phrase(words.size_of_one)}|another|the (?:entire|whole|full))"
            rf"(?: {any_phrase(words.one_adjective)})? $"
        )

    def measured(self, unit: UnitWord) -> Expression | None:
        """A number of units: "two years", "the past 18 months", "10-hour", "several days ago", "90-day"."""
        match = unit.before(self._amount_left)
        number = match["n"].strip(" -") if match else ""
        if match is None or _is_no_amount(unit, number):
            return None
        if number == "one" and unit.code == "D" and unit.before(_MODAL_LEFT):
            return Reference(unit.start - 4, unit.end, value="FUTURE_REF")
        is_compound = not unit.is_plural and number not in ("one", "1")
        if is_compound and _is_year(unit, number):
            return None
        begin, determiner, amount = self._amount(unit, match, number, is_compound)
        if amount is None:
            return _finished(unit, Extent(begin, unit.end, determiner), None)
        added, end = _half_added(unit)
        return _finished(unit, Extent(begin, end, determiner), amount + added)

    def one(self, unit: UnitWord) -> Expression | None:
        """One unit or a part of one: "a year", "an hour ago", "half a century", "nearly half an hour"."""
        if unit.code in ("WE", "NI"):
            return None
        half = unit.before(_HALF_LEFT)
        match = half or unit.before(self._one_left)
        if match is None or (unit.code == "D" and unit.left.endswith("it a ")):
            return None
        added, end = _half_added(unit)
        begin = unit.place(match.start())
        if match["n"] in ("a", "an") and unit.text.low[end : end + 1] == "-":
            if not _COMPOUND_OF_ONE.match(unit.text.low, end):
                return None
            if LONG.match(unit.text.low, end):
                begin = unit.start
        return _finished(unit, Extent(begin, end), (0.5 if half else _worth(match["n"])) + added)

    def _amount(
        self, unit: UnitWord, match: re.Match[str], number: str, is_compound: bool
    ) -> tuple[int, str, float | None]:
        """Where a length begins, its determiner, and its amount: the lower one of "two or three weeks"."""
        amount = self._counts.read(number)
        begin, determiner = _extent(match, unit.left, is_compound)
        if not determiner and (lower := _RANGE_LEFT.search(unit.left[:begin])):
            begin, determiner = _extent(lower, unit.left, is_compound)
            amount = self._counts.read(lower["n"]) or amount
        return unit.place(begin), determiner, amount


def _is_no_amount(unit: UnitWord, number: str) -> bool:
    """True for "half" before a unit (``Lengths.one`` reads it) and for "three quarters of the vote"."""
    if number == "half":
        return unit.code != "CE"
    return unit.code == "Q" and _is_share(unit, number)


def _is_share(unit: UnitWord, number: str) -> bool:
    """True for parts of a whole, which are no quarters of a year: "three quarters of the vote", "in some quarters"."""
    if number == "some" or unit.left.endswith("-") or (unit.is_followed_by(" of") and not unit.after(_OF_YEAR)):
        return True
    return number in ("three", "3", "one", "1") and not unit.before(_QUARTERS_LEFT)


def _is_year(unit: UnitWord, number: str) -> bool:
    """True for a year before its noun: "the 2016 year"."""
    is_number = len(number) == 4 and number.isdecimal() and unit.left.endswith(f"{number} ")
    return is_number and unit.code in ("Y", "M", "W")


def _extent(match: re.Match[str], left: str, is_compound: bool) -> tuple[int, str]:
    """Where in ``left`` a length begins, and the determiner that is part of it; "" for none."""
    determiner = (match["det"] or "").strip()
    inner = match.start("mod2" if match["mod2"] else "n")
    if not determiner:
        return match.start("mod") if match["mod"] else inner, ""
    if is_compound or _is_outside(match, determiner, left):
        return inner, ""
    has_preposition = (match["mod"] or "").strip() in _PREPOSITIONS  # "about [the past year]"
    return match.start("mod" if match["mod"] and not has_preposition else "det"), determiner


def _is_outside(match: re.Match[str], determiner: str, left: str) -> bool:
    """True for a determiner that a length leaves outside: "their [fifteen minutes]", "this [30 years]", and for the
    verb of "to last [six weeks]"."""
    if determiner in ("this", "that") or determiner.split(" ")[0] in _OWNERS:
        return True
    return determiner == "last" and _TO_LAST.search(left[: match.end("det")]) is not None


def _worth(word: str) -> float:
    """How much of a unit "a", "half an" or "a quarter of an" is."""
    return 0.5 if "half" in word else 0.25 if "quarter" in word else 1.0


def _half_added(unit: UnitWord) -> tuple[float, int]:
    """What "and a half" behind a unit adds to it, and where it ends."""
    tail = unit.after(_HALF_TAIL)
    if tail is None:
        return 0, unit.end
    return (0.5 if tail["h"] == "half" else 0.25), tail.end()


def _finished(unit: UnitWord, extent: Extent, amount: float | None) -> Expression:
    """A length that has been read: an offset where "ago", "later" … follows, else a duration."""
    low, code = unit.text.low, unit.code
    end = extent.end
    if long := (_LONG_APART if amount is None or amount > 1 else LONG).match(low, end):
        end = long.end()
    if tail := _OR.match(low, end):
        end = tail.end()
    if extent.determiner in ("", "the", "another") and (ago := _AGO.match(low, end)):
        return _counted_off(extent.begin, ago, code, amount)
    end = _end_with_period(low, end, code, extent.determiner)
    return Duration(extent.begin, end, unit=code, amount=amount, value=period(amount, code))


def _counted_off(begin: int, ago: re.Match[str], code: str, amount: float | None) -> Offset:
    """A length with the word of ``_AGO`` behind it."""
    return Offset(
        begin,
        ago.end(),
        unit=code,
        amount=amount,
        sign=1 if ago["d"] in _LATER else -1,
        anchor="document" if ago["d"] in _FROM_DOCUMENT else "context",
    )


def _end_with_period(low: str, end: int, code: str, determiner: str) -> int:
    """Where a length ends, with "ahead", or with the year that "the first months" are of."""
    if ahead := AHEAD.match(low, end):
        return ahead.end()
    of_year = _OF_YEAR.match(low, end) if determiner and code in ("M", "W", "D", "Q") else None
    return of_year.end() if of_year else end
