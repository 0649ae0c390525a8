"""Feasts."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_feasts = table_test("feasts")
