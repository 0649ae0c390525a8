"""Quarters and halves of a year."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_fractions = table_test("fractions")
