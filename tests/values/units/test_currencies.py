"""Which country's money is meant: tests/cases/values/units/currencies.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import cases
from tests.values.support import CURRENCIES, SPELLINGS, UNITS


@pytest.mark.parametrize("case", cases("values/units/currencies"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """What a noun behind the 5 or a sign in front of it means in its text; null: no currency."""
    text = case["text"]
    if "sign" in case:
        assert CURRENCIES.of_sign(case["sign"], SPELLINGS.before[case["sign"]], text) == case["unit"]
        return
    start = text.index("5")
    found = UNITS.after(text, start + 1, digits=True)
    assert found is not None
    unit = CURRENCIES.of_noun(found.unit, text, start, found.end)
    assert (unit and unit.name) == case["unit"]
