"""The reader of numerals that these tests share."""

from __future__ import annotations

from pipeline.lexicon.lexicon import packaged
from pipeline.values.numerals import Numerals

NUMERALS = Numerals(packaged().counting)
