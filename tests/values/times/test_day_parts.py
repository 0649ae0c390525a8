"""Parts of a day."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_day_parts = table_test("day_parts")
