"""Seasons."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_seasons = table_test("seasons")
