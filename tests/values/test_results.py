"""Scores and votes: tests/cases/values/results.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import cases
from tests.values.support import AMOUNTS, RESULTS, marked


@pytest.mark.parametrize("case", cases("values/results"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """Whether the number in {} begins a result, and whether that is a vote."""
    text, start, _ = marked(case["text"])
    first = AMOUNTS.read(text, start)
    assert first is not None
    found = RESULTS.begun_by(text, first)
    assert (found is not None) == case["result"]
    if found is not None:
        assert text[first.end : found.second].strip() in ("-", "–", "to")
        assert found.is_vote == case.get("vote", False)
