"""Years that a date leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.values.times.missing_year import first_month, nearest_year
from tests.support import cases
from tests.values.times.tables import Case, table_test

test_missing_year = table_test("missing_year")


@pytest.mark.parametrize("case", cases("values/times/nearest_year"), ids=str)
def test_nearest_year(case: Case) -> None:
    """The year of a month (and day) by the document's date and the tense."""
    document = date.fromisoformat(case["document"])
    assert case["year"] == nearest_year(case["month"], case.get("day"), document, case["tense"])


@pytest.mark.parametrize(("code", "month"), [("Q1", 1), ("Q4", 10), ("H1", 1), ("H2", 7)])
def test_first_month(code: str, month: int) -> None:
    """The month that a quarter or half begins with."""
    assert month == first_month(code)
