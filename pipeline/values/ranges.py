"""Two numbers that are one amount, or share a unit: "5 to 7 percent", "four out of five", "54 to 46 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from pipeline.lexicon.amounts import AmountWords, pattern
from pipeline.text.expressions import expression
from pipeline.values.amount import Amount
from pipeline.values.amounts import AmountReader
from pipeline.values.numerals import Numeral
from pipeline.values.results import Results

_LINK = expression(r"\s?(?:-|–|—|~)\s?|\s(?:to|through|or|and|till|until)\s", re.IGNORECASE)
_SUSPENDED = expression(r"-(?= (?:to|or|and) )", re.IGNORECASE)  # "8- to 16-metre"
_CURRENCY_SIGN = expression(r"(?:US|C|A|HK|NZ|S)?[$€£₹¥] ?")
_COORDINATION = expression(r" (?:to|and|or|versus|vs\.?) |, ")
_BETWEEN = expression(r"\bbetween\s+(?:about |around |roughly |an? )?$")
_FROM = expression(r"\bfrom\s+(?:about |around |roughly |an? |just |nearly )?$")
_OUT_OF = expression(r"\s(?:(out of|in)\s(?:every\s)?|(of) every\s|(over)\s)", re.IGNORECASE)
_PLURAL = expression(r"\s(?:[\w-]+\s){0,3}?(?:people|children|women|men|[a-z]{2,}s)\b|\s?[.,;:!?]|$", re.IGNORECASE)
_CLAUSE_END = expression(r"\s?[.,;:!?]|$")  # "one over three", with nothing that the three would count
_PEOPLE_ENDINGS = "[a-z]+(?:ists|ers|ors|ians|ants|ees)"

_DASHES = ("-", "–", "—")
# lengths of time and space are left out: "scored 3 and 2 minutes later"
_SHARED_DIMENSIONS = ("ratio", "temperature", "mass", "area", "speed", "power", "energy", "other")

_OPENING_REACH = 60  # characters before a range in which "ranged from" stands; by hand
_LARGEST_WHOLE = 1000  # of which a share is told so: "3 in 1,000 births"; by hand
# how many times as large as its neighbour a number may be that shares its unit: "7.6 and 7.5 magnitude"; by hand
_LEAST_RATIO, _LARGEST_RATIO = 0.2, 5
# "5 or 6": the ends of an alternative lie near each other; how far apart, absolute and by the lower one; by hand
_NEAR, _NEAR_SHARE = 2, 0.5
_LEAST_SCALE = 1000  # a multiplier that the lower end takes over ("2 to 3 million"), and above all such lower ends

Opening = Literal["between", "from", "change", ""]
"""What stands before a range: "between", "from"; "change" for a "from" between two levels ("rose from 3 to 5")."""

_WANTED: dict[str, Opening] = {"and": "between", "till": "from", "until": "from"}
"""Links that join two ends only behind an opening."""


@dataclass(frozen=True)
class Range:
    """An amount with two ends. upper: the second number, with the unit of both and where all of it ends."""

    low: float
    high: float
    upper: Amount


class _Link(NamedTuple):
    """What stands between two ends: the word or dash; where the second one begins, and its number.

    at: where the number begins; start: where it may have its currency.
    """

    word: str
    start: int
    at: int


class Ranges:
    """Finds the numbers behind an amount that belong to it."""

    def __init__(self, amounts: AmountReader, results: Results, words: AmountWords) -> None:
        self._amounts = amounts
        self._results = results
        self._people = re.compile(rf"\s(?:[a-z]+\s)?(?:{pattern(words.people)}|{_PEOPLE_ENDINGS})\b", re.IGNORECASE)
        self._spans = re.compile(rf"\b(?:{pattern(words.spanning)}|is|are|was|were|be|being)\s+from")

    # ---------------------------------------------------------------- ranges

    def range_of(self, text: str, lower: Amount) -> Range | None:
        """The range that ``lower`` begins: "5 to 7 percent", "$3-4bn", "between 44 and 50"; None where it begins none.

        Where the unit of ``lower`` is not followed by another number, the number alone may be: "5-7 percent".
        """
        if lower.dimension == "rank" or (lower.number.form == "fraction" and not lower.number.digits):
            return None  # "in the quarter to $254 million"
        for link in _links(text, lower):
            upper = self._amounts.read(text, link.at, link.start, is_linked=True)
            if upper is None or upper.number.form == "ordinal" or upper.number.vague:
                continue
            opening = self._opening(text, lower.start)
            if self._may_join(text, lower, upper, link.word, opening):
                return _joined(lower, upper, link.word, opening)
        return None

    def _opening(self, text: str, at: int) -> Opening:
        head = text[max(0, at - _OPENING_REACH) : at].lower()
        if _BETWEEN.search(head):
            return "between"
        if _FROM.search(head):
            return "from" if self._spans.search(head) else "change"
        return ""

    def _may_join(self, text: str, lower: Amount, upper: Amount, word: str, opening: Opening) -> bool:
        """False for a link that is none: "3 and 5", "rose from 3 to 5", "won 3-5"."""
        if _WANTED.get(word, opening) != opening or (word == "to" and opening == "change"):
            return False
        return not (word in _DASHES and self._results.is_result(text, lower, upper))

    # ---------------------------------------------------------------- shares

    def share(self, text: str, part: Amount) -> Amount:
        """A part and its whole as one fraction ("four out of five doctors"); ``part`` itself where there is none."""
        link = _OUT_OF.match(text, part.end) if part.dimension == "count" and part.value >= 1 else None
        whole = self._number_behind(text, link.end()) if link else None
        if link is None or whole is None or not part.value < whole.value <= _LARGEST_WHOLE:
            return part
        if not self._shared_by(part, link).match(text, whole.end):
            return part
        value = part.value / whole.value
        return replace(part, number=Numeral(part.start, whole.end, value, "fraction"), end=whole.end, value=value)

    def _shared_by(self, part: Amount, link: re.Match[str]) -> re.Pattern[str]:
        """What has to follow a share: those who have it, or nothing."""
        if link[0].split()[0].lower() == "over":
            return _CLAUSE_END
        return _PLURAL if part.value == 1 else self._people

    def _number_behind(self, text: str, at: int) -> Amount | None:
        """The bare number that begins at ``at``."""
        number = self._amounts.read(text, at, at, is_linked=True) if text[at : at + 1].isalnum() else None
        return number if number is not None and number.unit == "count" else None

    # ---------------------------------------------------------------- units

    def with_unit_of_next(self, text: str, amount: Amount) -> Amount:
        """``amount`` with the unit of the next one ("54 to 46 per cent"); as it is where none has one."""
        if amount.unit != "count" or not amount.number.digits or amount.rate_start is not None:
            return amount
        link = _COORDINATION.match(text, amount.end)
        if link is None or not text[link.end() : link.end() + 1].isdecimal():
            return amount
        following = self._amounts.read(text, link.end(), link.end(), is_linked=True)
        if following is None or following.dimension not in _SHARED_DIMENSIONS:
            return amount
        if not _LEAST_RATIO <= (amount.value + 1) / (following.value + 1) <= _LARGEST_RATIO:
            return amount
        return replace(amount, unit=following.unit, dimension=following.dimension)


def _links(text: str, lower: Amount) -> Iterator[_Link]:
    """The links behind an amount, and behind its number alone, with something behind them that may be a number."""
    without_unit = lower.end if lower.dimension == "money" and lower.start != lower.number.start else lower.number.end
    for end in dict.fromkeys((lower.end, without_unit)):
        hyphen = _SUSPENDED.match(text, end)
        link = _LINK.match(text, hyphen.end() if hyphen else end)
        if link is None:
            continue
        sign = _CURRENCY_SIGN.match(text, link.end())
        at = sign.end() if sign else link.end()
        if text[at : at + 1].isalnum() or text[at : at + 1] in ("-", "−", "."):
            yield _Link(link[0].strip().lower(), link.end(), at)


def _joined(lower: Amount, upper: Amount, word: str, opening: Opening) -> Range | None:
    """The two ends as a range; None where they make none."""
    of_one_kind = lower.is_bare or lower.is_like(upper)
    lends_currency = lower.dimension == "money" and upper.dimension == "count"  # "$3-4bn"
    if not (of_one_kind or lends_currency):
        return None
    low, high = lower.value * _lent_factor(lower, upper), upper.value
    if opening in ("between", "from") and of_one_kind:
        low, high = min(low, high), max(low, high)  # "ranged from -18 to -34"
    if low >= high or (word == "or" and not (of_one_kind and _are_near(low, high))):
        return None
    if lends_currency:
        upper = replace(upper, unit=lower.unit, dimension=lower.dimension)
    return Range(low, high, upper)


def _lent_factor(lower: Amount, upper: Amount) -> float:
    """What the lower end is to be multiplied by, which only the upper one says: "2 to 3 million", "10 to 15 cents"."""
    factor = 1.0
    is_plain = lower.number.digits and lower.number.scale == 1 and lower.value < _LEAST_SCALE
    if is_plain and upper.number.scale >= _LEAST_SCALE and lower.value < upper.value:
        factor = upper.number.scale
    if lower.is_bare and 0 < upper.value < upper.number.value:
        factor *= upper.value / upper.number.value
    return factor


def _are_near(low: float, high: float) -> bool:
    return high - low <= max(_NEAR, _NEAR_SHARE * low)
