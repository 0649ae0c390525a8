"""Numbers in English text, in digits and words, and their values.

``numeral_places(text)`` gives the places worth a look, ``Numerals.read`` the longest numeral that begins at one.
"""

from __future__ import annotations

from pipeline.values.numerals.numeral import Numeral, in_lower_case
from pipeline.values.numerals.reading import A_FEW_BEFORE, Numerals, numeral_places

__all__ = ["A_FEW_BEFORE", "Numeral", "Numerals", "in_lower_case", "numeral_places"]
