"""Numbers in digits: tests/cases/values/numerals/digits.jsonl, separators.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.values.numerals.digits import read_digits, separated
from tests.support import cases


@pytest.mark.parametrize("case", cases("values/numerals/digits"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """open: a multiplier may follow."""
    reading = read_digits(case["text"], 0)
    if case["value"] is None:
        assert reading is None
        return
    assert reading is not None
    assert reading.numeral.digits
    assert reading.numeral.value == pytest.approx(case["value"])
    assert reading.numeral.end == case.get("end", len(case["text"]))
    assert reading.numeral.form == case.get("form", "cardinal")
    assert reading.open == case.get("open", False)


@pytest.mark.parametrize("case", cases("values/numerals/separators"), ids=lambda case: case["text"])
def test_separators_are_read_by_evidence(case: dict[str, Any]) -> None:
    """length: how many characters belong to the number; all without it."""
    expected = None if case["value"] is None else (case["value"], case.get("length", len(case["text"])))
    assert separated(case["text"], case.get("continental", False)) == expected
