"""Comparators: tests/cases/values/comparators.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.values.bounds import bound_of, is_glued
from tests.support import cases
from tests.values.support import COMPARATORS, marked


@pytest.mark.parametrize("case", cases("values/comparators"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """The comparators before and after the number in {}, none where the case has none, and what both say of it."""
    text, start, end = marked(case["text"])
    before, after = COMPARATORS.before(text, start), COMPARATORS.after(text, end)
    assert (before and before.phrase, after and after.phrase) == (case.get("before"), case.get("after"))
    assert bound_of(before, after) == (case.get("bound", "eq"), case.get("approx", False))
    assert (after is not None and is_glued(after)) == case.get("glued", False)
    for found in (before, after):
        assert found is None or " ".join(text[found.start : found.end].lower().split()) == found.phrase
