"""What the parse confirms: years, seasons, months and feasts that are no names."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_checking = table_test("checking")
