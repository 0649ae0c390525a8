"""Values by how exactly the date of the document is known."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_resolving = table_test("resolving")
