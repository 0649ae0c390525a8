"""TIMEX3 durations, and the counts in them."""

from __future__ import annotations

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.values.numerals import Numerals
from pipeline.values.times.periods import Counts, period
from tests.support import cases
from tests.values.times.tables import Case


@pytest.mark.parametrize("case", cases("values/times/periods"), ids=str)
def test_period(case: Case) -> None:
    """So many of a unit."""
    assert case["value"] == period(case["amount"], case["code"])


@pytest.mark.parametrize("case", cases("values/times/counts"), ids=str)
def test_count(case: Case) -> None:
    """The number of a count; None for one that tells none."""
    assert case["is"] == Counts(Numerals(packaged().counting)).read(case["number"])
