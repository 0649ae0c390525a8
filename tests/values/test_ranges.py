"""Numbers that are one amount: tests/cases/values/ranges.jsonl, shares.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.values.amount import Amount
from tests.support import cases
from tests.values.support import AMOUNTS, RANGES, marked


def first_of(marked_text: str) -> tuple[str, Amount]:
    """The text, and the amount that begins in {}."""
    text, start, _ = marked(marked_text)
    found = AMOUNTS.read(text, start + (text[start] == "$"))
    assert found is not None
    return text, found


@pytest.mark.parametrize("case", cases("values/ranges"), ids=lambda case: case["text"])
def test_ranges(case: dict[str, Any]) -> None:
    """The range that begins in {}; none: it begins none."""
    found = RANGES.range_of(*first_of(case["text"]))
    if case.get("none"):
        assert found is None
        return
    assert found is not None
    assert (found.low, found.high) == pytest.approx((case["low"], case["high"]))
    assert found.upper.unit == case.get("unit", found.upper.unit)


@pytest.mark.parametrize("case", cases("values/shares"), ids=lambda case: case["text"])
def test_shares(case: dict[str, Any]) -> None:
    """The number in {} with what it is a share of, as a fraction; by itself where it is none."""
    text, part = first_of(case["text"])
    found = RANGES.share(text, part)
    assert text[found.start : found.end] == case["share"]
    assert found.value == pytest.approx(case["value"])
    assert (found.number.form == "fraction") == (found is not part)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("{54} to 46 per cent", "percent"),
        ("{7} and 8 tonnes", "tonne"),
        ("{3} and 2 minutes", "count"),
        ("{540} to 46 per cent", "count"),
        ("{54} to 46 boats", "count"),
        ("{fifty} and 46 per cent", "count"),
        ("{54 kg} and 46 per cent", "kilogram"),
    ],
)
def test_a_number_shares_the_unit_of_the_next(text: str, unit: str) -> None:
    assert RANGES.with_unit_of_next(*first_of(text)).unit == unit
