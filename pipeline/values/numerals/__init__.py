"""Numbers in English text, in digits and words, and their values."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.lexicon import packaged
from pipeline.values.numerals.numeral import Numeral
from pipeline.values.numerals.numeral import in_lower_case as lower
from pipeline.values.numerals.reading import SOME, Numerals
from pipeline.values.numerals.reading import places as starts

__all__ = ["SOME", "Numeral", "Numerals", "lower", "read", "starts"]


# transitional, with the old names above: until quantities and times hand their lexicon down
@cache
def _packaged() -> Numerals:
    return Numerals(packaged().counting)


def read(
    text: str, at: int, money: bool = False
) -> Numeral | None:  # transitional: until values hand their lexicon down
    return _packaged().read(text, at, money)
