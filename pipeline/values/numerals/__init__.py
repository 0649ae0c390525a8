"""Numbers in English text, in digits and words, and their values.

``numeral_places(text)`` gives the places worth a look, ``Numerals.read`` the longest numeral that begins at one.
"""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.lexicon import packaged
from pipeline.values.numerals.numeral import Numeral, in_lower_case
from pipeline.values.numerals.reading import A_FEW_BEFORE, Numerals, numeral_places

__all__ = ["A_FEW_BEFORE", "SOME", "Numeral", "Numerals", "in_lower_case", "lower", "numeral_places", "read", "starts"]

# ---------------------------------------------------------------- transitional: until quantities and times hand down
SOME, lower, starts = A_FEW_BEFORE, in_lower_case, numeral_places


@cache
def _packaged() -> Numerals:
    return Numerals(packaged().counting)


def read(text: str, at: int, money: bool = False) -> Numeral | None:
    return _packaged().read(text, at, money)
