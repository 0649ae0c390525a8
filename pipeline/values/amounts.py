"""Numbers with their currency, unit and rate, as read from the text alone: "$2.5bn", "5 feet 2 inches", "40 km/h"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pipeline.lexicon.amounts import AmountWords, pattern
from pipeline.text.expressions import expression
from pipeline.values.amount import Amount, is_large
from pipeline.values.codes import SHORT_AGE, Codes
from pipeline.values.numerals import A_FEW_BEFORE, Numeral, Numerals
from pipeline.values.parts import Parts
from pipeline.values.units.currencies import Currencies
from pipeline.values.units.units import CurrencyMark, UnitMatch, Units, multiplier_after

_AGE = expression(r"[ -]{1,3}(?:olds?|of age)\b", re.IGNORECASE)
_MINUS = expression(r"(?<!plus or )(?:minus|negative)\s+$", re.IGNORECASE)
_MAGNITUDE = expression(r"\bmagnitudes?[ -](?:of )?(?:about |around )?$", re.IGNORECASE)
_PER_MANY = expression(r" per (?:million|thousand|\d)")
_PART_OF_ONE = expression(r" (?:of )?an? (?=[a-z])", re.IGNORECASE)
_FEET_INCHES = expression(r"['′’] ?(\d{1,2}) ?(?:[\"″”]|'')")  # a height: 6'2"
_SIGNS = "-−"

# feet of a height lie between these, by hand: other numbers with these signs are minutes and seconds of arc
_TOO_SMALL, _TOO_TALL = 2, 9
_INCHES_OF_A_FOOT = 12
# characters before a number in which a word stands that changes its value
_SOME_REACH = 16  # "a couple of "
_MINUS_REACH = 20
_MAGNITUDE_REACH = 16  # less than the longest form has, so that "magnitude of around 6" is none
_ANGLE_REACH = 24
# "24 hours a day", "three days a week": a length of time can be the rate of a longer one
_LONGER = {"hour": ("day", "week", "month", "year"), "day": ("week", "month", "year"), "minute": ("hour", "day"),
           "week": ("month", "year"), "month": ("year",)}  # fmt: skip


class _Opening(NamedTuple):
    """What stands where an amount begins: where its number is read from, its sign, and its currency as written.

    is_glued: a letter stands right before it ("US5", "B5"). may_begin: False for digits glued to letters that are no
    currency.
    """

    at: int
    is_signed: bool
    currency: CurrencyMark | None
    written: str
    is_glued: bool
    may_begin: bool

    def currency_of(self, number: Numeral) -> CurrencyMark | None:
        """Its currency; None where that is a word or a letter too, and the number is not large."""
        if self.currency is not None and self.currency.guarded and not is_large(number):
            return None
        return self.currency


class _Start(NamedTuple):
    """Where an amount starts, and its value with its sign."""

    start: int
    value: float


class AmountReader:
    """Reads numbers with their currencies, units and rates."""

    def __init__(self, units: Units, currencies: Currencies, numerals: Numerals, words: AmountWords) -> None:
        self._units = units
        self._currencies = currencies
        self._codes = Codes(units, words)
        self._numerals = numerals
        self._parts = Parts(units, numerals)
        self._angle_behind = re.compile(rf"[ -](?:{pattern(words.behind_an_angle)})")
        self._angle_before = re.compile(
            rf"\b(?:{pattern(words.before_an_angle)})\s(?:a |an |the |by |to |of )?$", re.IGNORECASE
        )

    def read(self, text: str, at: int, floor: int = 0, *, is_linked: bool = False) -> Amount | None:
        """The number with its currency, unit and rate that begins at ``at``; None for an identifier.

        floor: nothing before this place belongs to it. is_linked: what stands before it links it to another amount.
        """
        opening = self._opening(text, at, floor)
        number = self._numerals.read(text, opening.at, opening.currency is not None) if opening.may_begin else None
        if number is None:
            return None
        currency = opening.currency_of(number)
        if opening.is_glued and currency is not opening.currency:
            return None
        if number.digits and self._codes.has(text, number, is_money=currency is not None, is_linked=is_linked):
            return None
        if number.form == "ordinal":
            return Amount(number, number.start, number.end, number.value, "rank", "rank")
        start = _with_words_before(text, number, opening.is_signed, floor)
        if currency is None:
            return self._measure(text, number, start)
        code = self._currencies.of_sign(opening.written, currency.code, text)
        return self._money(text, number, _before_currency(text, start, currency), code)

    def _opening(self, text: str, at: int, floor: int) -> _Opening:
        is_signed = text[at] in _SIGNS
        first = at + 1 if is_signed else at
        currency = self._currency_before(text, at, first)
        if currency is not None and currency.start < floor:
            currency = None
        written = text[currency.start : first].rstrip() if currency else ""
        left = text[at - 1] if at else ""
        is_glued = left.isalnum() and not left.isdecimal()
        may_begin = currency is not None or not (is_glued and text[at].isdecimal())
        if is_signed and left.isalnum():  # a hyphen: "Rs-500", "covid-19"
            at, is_signed = first, False
        return _Opening(at, is_signed, currency, written, is_glued, may_begin)

    def _currency_before(self, text: str, at: int, first: int) -> CurrencyMark | None:
        """The currency before the digits at ``first``, or before their sign at ``at``."""
        return self._units.before(text, first) or (self._units.before(text, at) if at < first else None)

    # ---------------------------------------------------------------- money

    def _money(self, text: str, number: Numeral, begun: _Start, code: str) -> Amount:
        """The amount behind a currency: "$5", "-€3bn", "$5 Canadian dollars"."""
        amount = Amount(number, begun.start, number.end, begun.value, code, "money")
        return self._with_rate(text, self._named_again(text, amount))

    def _named_again(self, text: str, amount: Amount) -> Amount:
        """The amount with the currency's name behind it too: "$5 Canadian dollars"; the name settles a "$"."""
        found = self._units.after(text, amount.end, digits=False)
        if found is None or text[found.end : found.end + 2].strip().isdecimal():  # "rmb 10 usd 20"
            return amount
        unit = found.unit
        if unit.dimension != "money" or unit.factor != 1 or unit.guarded:
            return amount
        name = unit.name if amount.unit == "USD" and not unit.noun else amount.unit
        return replace(amount, end=found.end, unit=name)

    # ---------------------------------------------------------------- measures and bare numbers

    def _measure(self, text: str, number: Numeral, begun: _Start) -> Amount:
        """The number with the unit behind it, or bare."""
        end = number.end
        if height := _height(text, number):
            value = begun.value + int(height[1]) / _INCHES_OF_A_FOOT
            return Amount(number, begun.start, height.end(), value, "foot", "length")
        hyphenated = text.startswith(("-", " - "), end)
        bare = Amount(number, begun.start, end, begun.value, hyphenated=hyphenated)
        found = self._unit_of(text, number)
        if found is None:
            return self._without_unit(text, bare)
        unit = found.unit
        if unit.noun:
            settled = self._currencies.of_noun(unit, text, begun.start, found.end)
            if settled is None:
                return bare
            unit = settled
        amount = replace(
            bare,
            end=found.end,
            value=begun.value * unit.factor,
            unit=unit.name,
            dimension=unit.dimension,
            per=unit.per or None,
        )
        return self._extended(text, amount)

    def _unit_of(self, text: str, number: Numeral) -> UnitMatch | None:
        """The unit behind a number, or behind "of" or an article: "millions of dollars", "half a mile"."""
        end = number.end
        found = self._units.after(text, end, number.digits)
        if found is None and number.vague and text.startswith(" of ", end):
            found = self._units.after(text, end + len(" of"), digits=False)
        if found is None and number.form == "fraction" and (article := _PART_OF_ONE.match(text, end)):
            found = self._units.after(text, article.end() - 1, digits=False)
        return None if found and found.unit.guarded and not is_large(number) else found

    def _without_unit(self, text: str, bare: Amount) -> Amount:
        """A number that no unit follows, with what else makes it a measure: "12 per 100,000", "magnitude 6", "45yo"."""
        if not bare.number.digits:
            return bare
        if _PER_MANY.match(text, bare.end) and (rate := self._units.rate(text, bare.end)):
            return replace(bare, end=rate.end, per=rate.name, rate_start=bare.end, hyphenated=False)
        if _MAGNITUDE.search(text, max(0, bare.start - _MAGNITUDE_REACH), bare.start):
            return replace(bare, unit="magnitude", dimension="other")
        if age := SHORT_AGE.match(text, bare.end):
            return replace(bare, end=age.end(), unit="year", dimension="age")
        return bare

    def _extended(self, text: str, amount: Amount) -> Amount:
        """An amount with its unit, and what else belongs to it: a multiplier, smaller parts, "old", a rate."""
        unit_end = amount.number.end
        if amount.unit == "degree" and self._is_angle(text, amount):
            amount = replace(amount, dimension="other")
        if amount.dimension == "money" and amount.number.scale == 1 and (times := multiplier_after(text, amount.end)):
            amount = replace(amount, end=times.end, value=amount.value * times.value)  # "75 USD million"
        amount = self._parts.with_parts(text, amount)
        if amount.dimension == "duration":
            age = _AGE.match(text, amount.end) or SHORT_AGE.match(text, unit_end)
            if age:
                return replace(amount, end=age.end(), dimension="age")
        return self._with_rate(text, amount)

    def _is_angle(self, text: str, amount: Amount) -> bool:
        """True for degrees of a circle or of the globe: "a 90-degree turn", "52 degrees north"."""
        if self._angle_behind.match(text, amount.end):
            return True
        return self._angle_before.search(text, max(0, amount.start - _ANGLE_REACH), amount.start) is not None

    def _with_rate(self, text: str, amount: Amount) -> Amount:
        rate = None if amount.per else self._units.rate(text, amount.end)
        if rate is None or (amount.dimension == "duration" and rate.name not in _LONGER.get(amount.unit, ())):
            return amount
        return replace(amount, per=rate.name, end=rate.end, rate_start=amount.end)


def _height(text: str, number: Numeral) -> re.Match[str] | None:
    """The rest of a height in feet and inches (6'2"), inches in group 1; None where there is none."""
    match = _FEET_INCHES.match(text, number.end)
    fits = match and _TOO_SMALL < number.value < _TOO_TALL and int(match[1]) < _INCHES_OF_A_FOOT
    return match if fits else None


def _with_words_before(text: str, number: Numeral, is_signed: bool, floor: int) -> _Start:
    """Where the amount starts, and its value: with "several" before "hundred", with "minus"."""
    start = number.start
    if number.vague and (some := A_FEW_BEFORE.search(text, max(floor, start - _SOME_REACH), start)):
        start = some.start()
        if "couple" in some[0].lower():
            return _Start(start, 2 * number.value)
    if not (number.digits and is_signed) and (sign := _MINUS.search(text, max(floor, start - _MINUS_REACH), start)):
        return _Start(sign.start(), -number.value)
    return _Start(start, number.value)


def _before_currency(text: str, begun: _Start, currency: CurrencyMark) -> _Start:
    """Where an amount with a currency in front starts, and its value: with the sign before the currency ("-€3bn")."""
    start = min(begun.start, currency.start)
    if start and text[start - 1] in _SIGNS and not text[max(0, start - 2) : start - 1].strip():
        return _Start(start - 1, -begun.value)
    return _Start(start, begun.value)
