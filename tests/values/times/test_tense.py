"""The verb that tells whether a day is past or to come."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_tense = table_test("tense")
