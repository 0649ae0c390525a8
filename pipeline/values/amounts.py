"""Numbers with their currency, unit and rate, as read from the text alone: "$2.5bn", "5 feet 2 inches", "40 km/h"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.records import Dimension, Offsets
from pipeline.text.expressions import expression
from pipeline.values.numerals import SOME, Numeral, read
from pipeline.values.units import currencies, units

_AGE_AFTER = expression(r"[ -]{1,3}(?:olds?|of age)\b", re.IGNORECASE)
_AGE_SHORT = expression(r"[ -]?(?:y/o|yo|yrs?[ -]old)\b", re.IGNORECASE)
_SIGN_WORD = expression(r"(?<!plus or )(?:minus|negative)\s+$", re.IGNORECASE)
_PART_GAP = expression(r",? and |-|,? ?", re.IGNORECASE)
_DIALLED_RUN = expression(r"\d[\w.,:/-]*(?: \d{2,4}\b)*|\d")  # "0800 555 111"
_TAKEN_RUN = expression(r"[-−]?[\w.,:/-]*\w")
# a time of day, a fraction of a date, a version, a telephone number, a code: what stands behind the digits tells
_CODE_AFTER = expression(
    r":\d| : \d\d|/\d|[@_\\^]|\.[a-z]|[-‑]\d+[-‑]\d|-[A-Z]|\((?:[a-z]|\d)\)|[-‑]0\d"
    r"|\d* ?(?:GMT|UTC|IST|EST|EDT|BST|CET)\b"
)
_MINUTES = expression(r"\d\s:\s$")  # "11 : 00"
_DIALLED_GROUPS = expression(r"\d{3}[-.]\d{3,4}|\+\d|\(\d{2,5}\) ?\d")
_TELEPHONE = expression(
    r"\+\d{1,3}[ -]?\(?\d[\d ()-]{6,14}\d|\(\d{2,5}\) ?\d{3,4}[ -](?:\d{3,4}(?!\d)|[A-Z]{4}\b)"
    r"|(?<![\d-])\d{3}[-.]\d{3}[-.]\d{4}(?![\d-])"
    r"|(?:\bcall|\bphone|\bhotline|\bcontact|\btext|\btel\b|\bnumber)[^.\n]{0,60}?(?<![\d-])\d{3}-\d{4}(?![\d-])",
    re.IGNORECASE,
)
# the unit of the smaller part of "5 feet 2 inches", by that of the larger one: how many make one
_PARTS = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("hour", "minute"): 60,
          ("minute", "second"): 60, ("year", "month"): 12}  # fmt: skip
# "24 hours a day", "three days a week": a length of time can be the rate of a longer one
_LONGER = {"hour": ("day", "week", "month", "year"), "day": ("week", "month", "year"), "minute": ("hour", "day"),
           "week": ("month", "year"), "month": ("year",)}  # fmt: skip
_MAGNITUDE = expression(r"\bmagnitudes?[ -](?:of )?(?:about |around )?$", re.IGNORECASE)
_PER_MANY = expression(r" per (?:million|thousand|\d)")
_PART_OF_ONE = expression(r" (?:of )?an? (?=[a-z])", re.IGNORECASE)
_FEET_INCHES = expression(r"['′’] ?(\d{1,2}) ?(?:[\"″”]|'')")  # a height: 6'2"
_INCHES = expression(r" ?in(?=[., ]|$)")  # "5 ft 2 in": elsewhere "in" is no unit
_BARE_PART = expression(r"[.,;:!?)]|$")
_WARMTH = expression(
    r"\b(?:temperature|weather|heat|cold|cool|warm|hot|degrees?|fahrenheit|celsius|freez|therm|fever|oven|climate"
    r"|forecast)|°",
    re.IGNORECASE,
)
_ANGLE_AFTER = expression(
    r"[ -](?:angle|turn|pivot|rotation|view|video|camera|bend|north|south|east|west|latitude|slope|tilt)"
)
_ANGLE_BEFORE = expression(
    r"\b(?:angle of|turn|rotat\w+|tilt\w*|slope of|latitude|longitude|pivot\w*)\s(?:a |an |the |by |to |of )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Amount:
    """A number with its unit, as read from the text alone.

    start, end: what belongs to it, currency and unit and rate included; core: where the rate begins, where it has one.
    least: the smallest unit of several ("minute" of "2 hours 5 minutes"); share: how many of them make one ``unit``.
    hyphenated: a hyphen follows the number ("33-year"). attached: so does the unit, without a blank.
    """

    number: Numeral
    start: int
    end: int
    value: float
    unit: str = "count"
    dimension: Dimension = "count"
    per: str | None = None
    hyphenated: bool = False
    attached: bool = False
    core: int = 0
    least: str = ""
    share: float = 1


def telephones(text: str) -> list[Offsets]:
    """Where the telephone numbers of a text stand, in order."""
    return [match.span() for match in _TELEPHONE.finditer(text)] if _DIALLED_GROUPS.search(text) else []


def run_end(text: str, at: int) -> int:
    """The end of the digits (and letters glued to them) at ``at``: an identifier is skipped whole."""
    match = (_DIALLED_RUN if text[at] == "0" else _TAKEN_RUN).match(text, at)
    return match.end() if match and text[at] in "0123456789-−." else at + 1


def read_amount(text: str, at: int, floor: int = 0, linked: bool = False) -> Amount | None:
    """The number with its currency, unit and rate that begins at ``at``; None for an identifier.

    floor: nothing before this place belongs to it. linked: what stands before it links it to another amount.
    """
    signed = text[at] in "-−"
    first = at + 1 if signed else at
    prefix = units.before(text, first) or (units.before(text, at) if signed else None)
    if prefix and prefix[1] < floor:
        prefix = None
    glued = at and text[at - 1].isalnum() and not text[at - 1].isdecimal()
    if glued and text[at].isdecimal() and not prefix:
        return None
    if signed and at and text[at - 1].isalnum():
        at, signed = first, False
    number = read(text, at, prefix is not None)
    if number is None:
        return None
    if prefix and prefix[2] and not _large(number):
        prefix = None
        if glued:
            return None
    if number.digits and _is_code(text, number, prefix is not None, linked):
        return None
    if number.form == "ordinal":
        return Amount(number, number.start, number.end, number.value, "rank", "rank")
    start, value = _with_sign(text, number, signed, floor)
    if prefix:
        start = min(start, prefix[1])
        if start and text[start - 1] in "-−" and not text[max(0, start - 2) : start - 1].strip():
            start, value = start - 1, -value
        code = currencies.of_sign(text[prefix[1] : first].rstrip(), prefix[0], text)
        return _money(text, number, start, value, code)
    return _measure(text, number, start, value)


def _with_sign(text: str, number: Numeral, signed: bool, floor: int) -> tuple[int, float]:
    """Where the amount starts, and its value: with "several" before "hundred", with "minus"."""
    start = number.start
    if number.vague and (some := SOME.search(text, max(floor, start - 16), start)):
        start = some.start()
        if "couple" in some[0].lower():
            return start, 2 * number.value
    if (not number.digits or not signed) and (sign := _SIGN_WORD.search(text, max(floor, start - 20), start)):
        return sign.start(), -number.value
    return start, number.value


def _measure(text: str, number: Numeral, start: int, value: float) -> Amount:
    """The number with the unit behind it, or bare."""
    end = number.end
    joined = text[end : end + 1] == "-" or text[end : end + 3] == " - "
    if (inches := _FEET_INCHES.match(text, end)) and 2 < number.value < 9 and int(inches[1]) < 12:
        return Amount(number, start, inches.end(), value + int(inches[1]) / 12, "foot", "length", attached=True)
    unit = units.after(text, end, number.digits)
    if unit is None and number.vague and text.startswith(" of ", end):
        unit = units.after(text, end + 3, False)  # "millions of dollars"
    if unit is None and number.form == "fraction" and (article := _PART_OF_ONE.match(text, end)):
        unit = units.after(text, article.end() - 1, False)  # "half a mile", "two-tenths of a percentage point"
    if unit and unit[0].guarded and not _large(number):
        unit = None
    if unit is None:
        rate = units.per(text, end) if number.digits and _PER_MANY.match(text, end) else None
        if rate:  # "12 per 100,000 people"
            return Amount(number, start, rate[1], value, per=rate[0], core=end)
        if number.digits and _MAGNITUDE.search(text, max(0, start - 16), start):
            return Amount(number, start, end, value, "magnitude", "other", hyphenated=joined)
        if number.digits and (age := _AGE_SHORT.match(text, end)):
            return Amount(number, start, age.end(), value, "year", "age", hyphenated=joined)
        return Amount(number, start, end, value, hyphenated=joined)
    meaning, unit_end = unit
    if meaning.noun:
        local = currencies.of_noun(meaning, text, start, unit_end)
        if local is None:
            return Amount(number, start, end, value, hyphenated=joined)
        meaning = local
    dimension = meaning.dimension
    if meaning.name == "degree" and _is_angle(text, start, unit_end):
        dimension = "other"
    attached = text[end] == "-" or not text[end].isspace()
    per = meaning.per or None
    amount = Amount(number, start, unit_end, value * meaning.factor, meaning.name, dimension, per, joined, attached)
    if dimension == "money" and (scaled := units.scale_after(text, unit_end)) and number.scale == 1:
        amount = replace(amount, end=scaled[1], value=amount.value * scaled[0])  # "75 USD million"
    parts = amount
    while (longer := _with_part(text, parts)) is not parts:  # "7 hours 23 minutes 45 seconds"
        parts = longer
    amount = parts
    if dimension == "duration":
        age = _AGE_AFTER.match(text, amount.end) or _AGE_SHORT.match(text, end)
        if age:
            return replace(amount, end=age.end(), dimension="age")
    return _rate(text, amount)


def _is_angle(text: str, start: int, end: int) -> bool:
    """True for degrees of a circle or of the globe: "a 90-degree turn", "52 degrees north"."""
    return bool(_ANGLE_AFTER.match(text, end) or _ANGLE_BEFORE.search(text, max(0, start - 24), start))


def _large(number: Numeral) -> bool:
    """True for a number that is hardly a label: with a multiplier, or from a thousand on."""
    return number.scale > 1 or number.value >= 1000


def _is_code(text: str, number: Numeral, money: bool, linked: bool) -> bool:
    """True for digits inside something that is no amount: a telephone number, a version, a code, a time of day."""
    before = "" if linked else text[max(0, number.start - 2) : number.start]
    after = text[number.end : number.end + 3]
    if number.value > 1e15 and not money and " " not in text[number.start : number.end]:
        return True
    if before == '="' or (
        before.endswith(("#", "_", "@", "/", "\\", "&", "=", "^")) and not (before[-1] == "/" and money)
    ):
        return True
    if len(before) == 2 and before[1] in "-‑" and before[0].isalpha() and not money:
        return True
    if len(before) == 2 and before[1] in ".:+" and before[0].isalnum():
        return True
    if not linked and _MINUTES.search(text, max(0, number.start - 5), number.start):
        return True
    if _CODE_AFTER.match(text, number.end, number.end + 12) and not money:
        return True
    if text[number.start] == "0" and text[number.start + 1 : number.start + 2].isdecimal():
        return True
    if text[number.end - 1].isdecimal() and after[:1].isalpha():
        # digits glued to letters: a unit or nothing ("5km"), never "24703L"
        unit = units.after(text, number.end, True)
        if unit and unit[0].dimension == "temperature" and unit[1] - number.end == 1:
            return not _WARMTH.search(text)  # a form "13F", a jet "777F"
        return unit is None and not _AGE_SHORT.match(text, number.end)
    return False


def _money(text: str, number: Numeral, start: int, value: float, code: str) -> Amount:
    amount = Amount(number, start, number.end, value, code, "money", attached=text[number.end : number.end + 1] == "-")
    following = units.after(text, number.end, False)
    if following and text[following[1] : following[1] + 2].strip().isdecimal():
        following = None  # "rmb 10 usd 20"
    if following and following[0].dimension == "money" and following[0].factor == 1.0 and not following[0].guarded:
        name = following[0].name if code == "USD" and not following[0].noun else code
        amount = replace(amount, end=following[1], unit=name)
    return _rate(text, amount)


def _with_part(text: str, amount: Amount) -> Amount:
    """ "3 dollars 50 cents", "5 feet 2 inches", "two hours and 30 minutes": one amount in two units."""
    money = amount.dimension == "money"
    least = amount.least or amount.unit
    wanted: dict[str, float] = {small: size for (large, small), size in _PARTS.items() if large == least}
    if (not money and not wanted) or amount.number.vague or amount.per or amount.least == "cent":
        return amount
    gap = _PART_GAP.match(text, amount.end)
    at = gap.end() if gap else amount.end
    if not text[at : at + 1].isalnum() or (number := read(text, at)) is None or number.form != "cardinal":
        return amount
    unit = units.after(text, number.end, number.digits)
    if money:
        small = unit is not None and unit[0].dimension == "money" and unit[0].factor == 0.01
        bare = (
            unit is None
            and text[at] not in "aA"
            and number.value >= 10
            and _BARE_PART.match(text, number.end)
            and text[at - 1] == " "
        )
        if number.value < 100 and (small or (bare and amount.number.scale == 1 and amount.end < at <= amount.end + 5)):
            end = unit[1] if small and unit else number.end
            return replace(amount, end=end, value=amount.value + number.value / 100, least="cent")
        return amount
    if amount.unit == "foot" and unit is None and text[amount.end : at] == "-" and number.value < 12:
        return replace(amount, end=number.end, value=amount.value + number.value / 12, least="inch")  # "6-foot-2"
    if unit is None and amount.unit == "foot" and (inches := _INCHES.match(text, number.end)):
        unit = (units.Unit("inch", "length"), inches.end())
    size = wanted.get(unit[0].name, 0.0) if unit else 0.0
    if unit is None or number.value >= size or text[amount.end : at] == "-":
        return amount
    size *= amount.share
    return replace(amount, end=unit[1], value=amount.value + number.value / size, least=unit[0].name, share=size)


def _rate(text: str, amount: Amount) -> Amount:
    if amount.per:
        return amount
    rate = units.per(text, amount.end)
    if rate and (amount.dimension != "duration" or rate[0] in _LONGER.get(amount.unit, ())):
        return replace(amount, per=rate[0], end=rate[1], core=amount.end)
    return amount


def cut(text: str, amount: Amount, at: int) -> Amount | None:
    """The amount without what belongs to a date behind it ("12 percent 2023"); None when the number itself does."""
    if amount.number.end > at:
        return None
    if amount.end <= at:
        return amount
    if amount.number.end < amount.core <= at:
        return replace(amount, end=amount.core)  # "three days a week", of which "a week" is a set
    return Amount(amount.number, amount.start, amount.number.end, amount.value)
