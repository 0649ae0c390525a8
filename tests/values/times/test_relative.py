"""Values that are counted from an anchor."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_relative = table_test("relative")
