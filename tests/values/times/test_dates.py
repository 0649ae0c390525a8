"""Dates with the name of a month."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_dates = table_test("dates")
