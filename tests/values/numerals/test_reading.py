"""Numerals at a place of a text: tests/cases/values/numerals/reading.jsonl, and what holds for all of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.numerals import numeral_places
from tests.support import cases
from tests.values.numerals.support import NUMERALS


@pytest.mark.parametrize("case", cases("values/numerals/reading"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """at: where it begins; the head of the text without it. end: the end of the text without it."""
    number = NUMERALS.read(case["text"], case.get("at", 0))
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
    number = NUMERALS.read(f"{value:,}", 0)
    assert number is not None
    assert number.value == value


@given(st.text(alphabet="0123456789.,-/ %½thousandmillionhalftwo and\n'’", max_size=30))
def test_nothing_raises_and_numerals_hold(text: str) -> None:
    """A numeral begins where it is read and ends inside the text."""
    for at in numeral_places(text):
        number = NUMERALS.read(text, at)
        assert number is None or at <= number.start < number.end <= len(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Two of the 14 came", [0, 11]),
        ("a hundred and an hour", [0]),
        ("someone, twofold, tensile", []),
        ("-5 and 3-5", [0, 7, 9]),
        ("İki: TWO or .5", [5, 12]),  # a text with a letter that two would become in lower case
    ],
)
def test_places_worth_a_look(text: str, places: list[int]) -> None:
    assert list(numeral_places(text)) == places
