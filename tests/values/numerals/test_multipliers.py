"""Multipliers behind numbers: tests/cases/values/numerals/multipliers.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import cases
from tests.values.numerals.support import NUMERALS


@pytest.mark.parametrize("case", cases("values/numerals/multipliers"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """money: behind a currency sign."""
    number = NUMERALS.read(case["text"], 0, case.get("money", False))
    assert number is not None
    assert number.value == pytest.approx(case["value"])
    assert number.end == case.get("end", len(case["text"]))
