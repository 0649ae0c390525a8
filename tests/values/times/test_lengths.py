"""Lengths and what is counted off with them."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_lengths = table_test("lengths")
