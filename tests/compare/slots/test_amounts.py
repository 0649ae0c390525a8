"""Amounts beside each other."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.slots.amounts import Amount, amount, at_odds, ratio, same_amount
from tests.compare.support import KNOWLEDGE, quantity
from tests.support import cases

CASES = cases("compare/amounts")
UNITS = {"mile": "length", "kilometer": "length", "year": "duration", "month": "duration", "percent": "ratio",
         "percentage_point": "ratio", "count": "count", "fahrenheit": "temperature",
         "celsius": "temperature"}  # fmt: skip


def made(low: float | None, high: float | None, bound: str, approx: bool, unit: str) -> Amount:
    given = quantity("1", "1", low, high, bound=bound, approx=approx, unit=unit, dimension=UNITS[unit])
    return amount(given, KNOWLEDGE.conversions)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_amounts(case: dict[str, Any]) -> None:
    one, other = made(*case["one"]), made(*case["other"])
    assert same_amount(one, other) is same_amount(other, one) is case["same"]
    if case["odds"] is not None:
        assert at_odds(one, other) is at_odds(other, one) is case["odds"]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [(30, 60, 2), (60, 30, 2), (5, 5, 1), (0, 0, 1), (0, 3, math.inf), (-2, 2, math.inf)]
)
def test_how_many_times(one: float, other: float, expected: float) -> None:
    amounts = [made(value, value, "eq", False, "count") for value in (one, other)]
    assert ratio(*amounts) == expected


@given(
    st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)),
    st.sampled_from(["eq", "gt", "ge", "lt", "le", "range"]),
    st.booleans(),
)
def test_an_amount_is_the_same_as_itself_and_never_at_odds_with_it(
    ends: tuple[float, float], bound: str, approx: bool
) -> None:
    low, high = sorted(ends)
    one = made(
        None if bound in ("lt", "le") else low,
        None if bound in ("gt", "ge") else low if bound == "eq" else high,
        bound,
        approx,
        "count",
    )
    assert same_amount(one, one)
    assert bound in ("gt", "lt") or not at_odds(one, one)
