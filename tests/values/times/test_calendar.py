"""Counting on the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.values.times.calendar import feast_day, safe_date, shift, unit_value
from tests.support import cases
from tests.values.times.tables import Case


@pytest.mark.parametrize("case", cases("values/times/feast_day"), ids=str)
def test_feast_day(case: Case) -> None:
    """The day of a feast by each of the three forms of its rule."""
    assert date.fromisoformat(case["day"]) == feast_day(case["rule"], case["year"])


@pytest.mark.parametrize("case", cases("values/times/shift"), ids=str)
def test_shift(case: Case) -> None:
    """A day some units away, the last of the month where that is shorter; None where the calendar ends."""
    moved = shift(date.fromisoformat(case["day"]), case["unit"], case["amount"])
    assert case["to"] == (moved.isoformat() if moved else None)


@pytest.mark.parametrize("case", cases("values/times/unit_value"), ids=str)
def test_unit_value(case: Case) -> None:
    """The unit that holds a day, and its days."""
    resolved = unit_value(date.fromisoformat(case["day"]), case["unit"], "context")
    assert (case["value"], "context") == (resolved.value, resolved.basis)
    assert case["first"] == (resolved.first.isoformat() if resolved.first else None)
    assert case["after"] == (resolved.after.isoformat() if resolved.after else None)


def test_safe_date() -> None:
    """No day that the calendar lacks."""
    assert safe_date(2023, 2, 29) is None
    assert safe_date(2024, 2, 29) == date(2024, 2, 29)
