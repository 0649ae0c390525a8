"""Years."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_years = table_test("years")
