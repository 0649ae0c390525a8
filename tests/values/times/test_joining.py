"""One time of two expressions."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_joining = table_test("joining")
