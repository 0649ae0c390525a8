"""Fractions in words: tests/cases/values/numerals/fractions.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import cases
from tests.values.numerals.support import NUMERALS


@pytest.mark.parametrize("case", cases("values/numerals/fractions"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """at: where it begins; the head of the text without it."""
    number = NUMERALS.read(case["text"], case.get("at", 0))
    assert number is not None
    assert number.value == pytest.approx(case["value"])
    assert number.end == case.get("end", len(case["text"]))
    assert number.form == case.get("form", "cardinal")
