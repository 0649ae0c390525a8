"""What comes again and again."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_sets = table_test("sets")
