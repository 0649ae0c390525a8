"""Years, days and starts of spans that times have from those beside them."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_beside = table_test("beside")
