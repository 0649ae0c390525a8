"""Digits that are no amount: telephone numbers, versions, codes, times of day, identifiers."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.lexicon.amounts import AmountWords, pattern
from pipeline.records import Offsets
from pipeline.text.expressions import expression
from pipeline.values.numerals import Numeral
from pipeline.values.units.units import Units

SHORT_AGE = expression(r"[ -]?(?:y/o|yo|yrs?[ -]old)\b", re.IGNORECASE)

_DIALLED_RUN = expression(r"\d[\w.,:/-]*(?: \d{2,4}\b)*|\d")  # "0800 555 111"
_RUN = expression(r"[-−]?[\w.,:/-]*\w")
_MINUTES = expression(r"\d\s:\s$")  # "11 : 00"
_DIALLED_GROUPS = expression(r"\d{3}[-.]\d{3,4}|\+\d|\(\d{2,5}\) ?\d")

_MARKS = ("#", "_", "@", "/", "\\", "&", "=", "^")  # before digits that are part of an address, a hash or a formula

_LARGEST = 1e15  # of a number without blanks and currency; a longer run of digits is an identifier, by hand
_CODE_REACH = 12  # characters behind the digits in which a time zone may stand
_MINUTES_REACH = 5
_BEFORE = 2  # characters before the digits that tell of a code
_SYMBOL_OF_WARMTH = 1  # letters of "C" and "F", which are other things too


class _Digits(NamedTuple):
    """A number in digits where it stands. before: the two characters before it; none where a link stands there."""

    text: str
    number: Numeral
    before: str
    is_money: bool
    is_linked: bool

    @property
    def written(self) -> str:
        return self.text[self.number.start : self.number.end]


class Codes:
    """Tells digits inside something that is no amount."""

    def __init__(self, units: Units, words: AmountWords) -> None:
        self._units = units
        # a time of day, a fraction of a date, a version, a telephone number, a code
        self._behind = re.compile(
            r":\d| : \d\d|/\d|[@_\\^]|\.[a-z]|[-‑]\d+[-‑]\d|-[A-Z]|\((?:[a-z]|\d)\)|[-‑]0\d"
            rf"|\d* ?(?:{pattern(words.time_zones)})\b"
        )
        self._warmth = re.compile(rf"\b(?:{pattern(words.warmth)})|°", re.IGNORECASE)
        self._tests = (
            _is_too_long,
            _follows_a_mark,
            _follows_letters_and_hyphen,
            _continues,
            _are_minutes,
            self._goes_on,
            _begins_with_zero,
            self._has_letters,
        )

    def has(self, text: str, number: Numeral, *, is_money: bool, is_linked: bool) -> bool:
        """True for a number in digits that is part of a code.

        is_money: a currency stands before it. is_linked: what stands before it links it to another amount.
        """
        before = "" if is_linked else text[max(0, number.start - _BEFORE) : number.start]
        digits = _Digits(text, number, before, is_money, is_linked)
        for test in self._tests:  # noqa: SIM110 (asked of every number, and any() takes twice as long)
            if test(digits):
                return True
        return False

    def _goes_on(self, digits: _Digits) -> bool:
        """True where what stands behind tells of a code: "10:30", "5/6", "3.x", "12-34-5", "1430 GMT"."""
        end = digits.number.end
        return not digits.is_money and self._behind.match(digits.text, end, end + _CODE_REACH) is not None

    def _has_letters(self, digits: _Digits) -> bool:
        """True for digits glued to letters that are no unit: "24703XL", not "5km"."""
        text, end = digits.text, digits.number.end
        if not (text[end - 1].isdecimal() and text[end : end + 1].isalpha()):
            return False
        found = self._units.after(text, end, digits=True)
        if found and found.unit.dimension == "temperature" and found.end - end == _SYMBOL_OF_WARMTH:
            return not self._warmth.search(text)  # a form "13F", a jet "777F"
        return found is None and not SHORT_AGE.match(text, end)


class Telephones:
    """Finds telephone numbers."""

    def __init__(self, words: AmountWords) -> None:
        self._number = re.compile(
            r"\+\d{1,3}[ -]?\(?\d[\d ()-]{6,14}\d|\(\d{2,5}\) ?\d{3,4}[ -](?:\d{3,4}(?!\d)|[A-Z]{4}\b)"
            r"|(?<![\d-])\d{3}[-.]\d{3}[-.]\d{4}(?![\d-])"
            rf"|\b(?:{pattern(words.dialling)}|tel\b)[^.\n]{{0,60}}?(?<![\d-])\d{{3}}-\d{{4}}(?![\d-])",
            re.IGNORECASE,
        )

    def find(self, text: str) -> list[Offsets]:
        """Where telephone numbers stand, in order, with the word before a short one ("call 555-0142")."""
        return [match.span() for match in self._number.finditer(text)] if _DIALLED_GROUPS.search(text) else []


def run_end(text: str, at: int) -> int:
    """The end of the digits (and letters glued to them) at ``at``: an identifier is skipped whole."""
    match = (_DIALLED_RUN if text[at] == "0" else _RUN).match(text, at)
    return match.end() if match and text[at] in "0123456789-−." else at + 1


def _is_too_long(digits: _Digits) -> bool:
    """True for more digits in a row than an amount has."""
    return digits.number.value > _LARGEST and not digits.is_money and " " not in digits.written


def _follows_a_mark(digits: _Digits) -> bool:
    """True behind a mark: "#3", "x_1", "page/2"; a stroke before an amount of money is none."""
    before = digits.before
    if not before.endswith(_MARKS):
        return before == '="'
    return not (before[-1] == "/" and digits.is_money)


def _follows_letters_and_hyphen(digits: _Digits) -> bool:
    """True behind letters and a hyphen: "B-12", "MH-370"."""
    before = digits.before
    return len(before) == _BEFORE and before[1] in "-‑" and before[0].isalpha() and not digits.is_money


def _continues(digits: _Digits) -> bool:
    """True behind a point, colon or plus that is glued to more: "v.3", "a+1", the 30 of "10:30"."""
    before = digits.before
    return len(before) == _BEFORE and before[1] in ".:+" and before[0].isalnum()


def _are_minutes(digits: _Digits) -> bool:
    """True for minutes with blanks around their colon: "11 : 00"."""
    start = digits.number.start
    return not digits.is_linked and _MINUTES.search(digits.text, max(0, start - _MINUTES_REACH), start) is not None


def _begins_with_zero(digits: _Digits) -> bool:
    """True for a zero before other digits: "007", not "0.7"."""
    written = digits.text[digits.number.start : digits.number.start + 2]
    return written[0] == "0" and written[1:].isdecimal()
