"""Decades and centuries."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_decades = table_test("decades")
