"""Amounts in two units or more: tests/cases/values/parts.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import cases
from tests.values.support import AMOUNTS, marked


@pytest.mark.parametrize("case", cases("values/parts"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """All of the amount, in its larger unit."""
    text, start, end = marked(case["text"])
    found = AMOUNTS.read(text, start)
    assert found is not None
    assert text[found.start : found.end] == text[start:end]
    assert found.value == pytest.approx(case["value"])
    assert found.unit == case.get("unit", found.unit)
