"""The present, past and future as such."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_references = table_test("references")
