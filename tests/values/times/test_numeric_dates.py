"""Dates in digits."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_numeric_dates = table_test("numeric_dates")
