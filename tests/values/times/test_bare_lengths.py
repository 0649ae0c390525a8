"""Units without a number."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_bare_lengths = table_test("bare_lengths")
