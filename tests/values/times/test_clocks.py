"""Times by the clock."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_clocks = table_test("clocks")
