"""Numbers in digits and words: tests/cases/tag_numerals.jsonl."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.numbers import tidy
from pipeline.values.numerals import read, starts
from tests.support import cases


@pytest.mark.parametrize("case", cases("values/numerals"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """The value of the numeral at the head of a text, and how far it goes."""
    number = read(case["text"], 0)
    if case["value"] is None:
        assert number is None
        return
    assert number is not None
    assert number.value == pytest.approx(case["value"])
    assert number.end == case.get("end", len(case["text"]))
    assert number.form == case.get("form", "cardinal")
    assert number.vague == case.get("vague", False)


@given(st.integers(0, 10**12))
def test_grouped_digits_are_read_back(value: int) -> None:
    """What Python writes with commas is the number."""
    number = read(f"{value:,}", 0)
    assert number is not None
    assert number.value == value


@given(st.text(alphabet="0123456789.,-/ %½thousandmillionhalftwo and\n'’", max_size=30))
def test_nothing_raises_and_numerals_hold(text: str) -> None:
    """A numeral begins where it is read and ends inside the text."""
    for at in starts(text):
        number = read(text, at)
        assert number is None or at <= number.start < number.end <= len(text)


@pytest.mark.parametrize(("value", "tidied"), [(3.0, 3), (0.1 + 0.2, 0.3), (2.5e12, 2500000000000), (1e30, 1e30)])
def test_tidy(value: float, tidied: float) -> None:
    """Integral numbers are ints, and nothing shows that floats are binary."""
    assert tidy(value) == tidied
    assert type(tidy(value)) is type(tidied)
