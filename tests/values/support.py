"""What the tests of values share: the readers over the packaged lexicon, and numbers marked in the text of a case."""

from __future__ import annotations

import re

from pipeline.lexicon.comparators import ComparatorReader
from pipeline.lexicon.lexicon import packaged
from pipeline.values.amounts import AmountReader
from pipeline.values.numerals import Numeral, Numerals
from pipeline.values.ranges import Ranges
from pipeline.values.results import Results
from pipeline.values.units.currencies import Currencies
from pipeline.values.units.spellings import spellings_of
from pipeline.values.units.units import Units

WORDS = packaged().amounts
SPELLINGS = spellings_of(packaged().units, WORDS)
UNITS = Units(SPELLINGS, WORDS)
CURRENCIES = Currencies(SPELLINGS, packaged().entries, WORDS)
NUMERALS = Numerals(packaged().counting)
AMOUNTS = AmountReader(UNITS, CURRENCIES, NUMERALS, WORDS)
RESULTS = Results(AMOUNTS, WORDS)
RANGES = Ranges(AMOUNTS, RESULTS, WORDS)
COMPARATORS = ComparatorReader(packaged().comparators)


def marked(text: str) -> tuple[str, int, int]:
    """The text of a case without the one pair of {} in it, and where what they hold starts and ends."""
    before, inside, behind = re.split(r"[{}]", text)
    return before + inside + behind, len(before), len(before) + len(inside)


def numeral(text: str, at: int) -> Numeral:
    """The numeral that begins at a place."""
    found = NUMERALS.read(text, at)
    assert found is not None
    return found
