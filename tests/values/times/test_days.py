"""Days by count and by number."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_days = table_test("days")
