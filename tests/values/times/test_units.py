"""Units of the calendar by their relation."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_units = table_test("units")
