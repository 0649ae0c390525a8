"""What relative expressions count from: the story, its last day, the document."""

from __future__ import annotations

from tests.values.times.tables import table_test

test_anchors = table_test("anchors")
