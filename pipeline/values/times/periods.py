"""TIMEX3 durations, and the counts that stand in them."""

from __future__ import annotations

from pipeline.text.expressions import expression
from pipeline.text.numbers import plain_number
from pipeline.values.numerals import Numerals

_IN_SMALLER = {"CE": (100, "Y"), "DE": (10, "Y"), "Q": (3, "M")}  # half a century is 50 years
_AND_A_HALF = expression(r"(\w+)(?: and (?:a )?half)")
_HALVES = {"Y": "6M", "TM": "30S", "TH": "30M"}


def period(amount: float | None, code: str) -> str:
    """A TIMEX3 duration: P18M, PT10H, PXY, P2Y6M, P50Y.

    amount: None for an unknown number. code: as in ``words.UNITS``.
    """
    amount, code = _in_timex_units(amount, code)
    head, unit = ("PT", code[1]) if code[0] == "T" else ("P", code)
    if amount is None:
        return f"{head}X{unit}"
    if amount % 1 == 0.5 and code in _HALVES:
        return head + (f"{int(amount)}{unit}" if amount > 1 else "") + _HALVES[code]
    return f"{head}{plain_number(amount)}{unit}"


def _in_timex_units(amount: float | None, code: str) -> tuple[float | None, str]:
    """An amount in units that TIMEX3 has: no fortnights, no parts of centuries, three quarters as nine months."""
    if code == "2W":
        return None if amount is None else amount * 2, "W"
    if amount is not None and code in _IN_SMALLER and (amount % 1 or code == "Q"):
        factor, smaller = _IN_SMALLER[code]
        return amount * factor, smaller
    return amount, code


class Counts:
    """Reads the counts of units of time."""

    def __init__(self, numerals: Numerals) -> None:
        self._numerals = numerals

    def read(self, number: str) -> float | None:
        """The number that a count tells; None where it tells none ("several")."""
        plain = number.strip(" -").replace("-and-", " and ").replace("-a-half", " a half")
        if "couple" in plain:
            return 2.0
        found = self._numerals.read(plain, 0)
        if found and found.end >= len(plain) - 1 and not found.vague:
            return found.value
        if match := _AND_A_HALF.fullmatch(plain):
            base = self._numerals.read(match[1], 0)
            return base.value + 0.5 if base else None
        return None
