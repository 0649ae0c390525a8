"""Dates, times, durations and sets: tests/cases/tag_times.jsonl."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from pipeline.records import Time
from pipeline.values.times.find import find_times
from tests.conftest import Parse
from tests.support import cases, lacking, published

TABLE = cases("values/times")


@pytest.fixture(scope="module")
def times(parsed: Parse) -> list[list[Time]]:
    """The times of each case of the table."""
    docs = parsed([case["text"] for case in TABLE])
    return [find_times(doc, published(case.get("day"))) for doc, case in zip(docs, TABLE, strict=True)]


@pytest.mark.parametrize(
    "number", range(len(TABLE)), ids=[f"{case['text'][:36]} {case.get('day', '')}" for case in TABLE]
)
def test_table(number: int, times: list[list[Time]]) -> None:
    """Every time of a text, and nothing else, with the fields that the case names."""
    expected: list[dict[str, Any]] = TABLE[number]["find"]
    found = [msgspec.to_builtins(time) for time in times[number]]
    assert len(found) == len(expected), [row["text"] for row in found]
    for wanted, row in zip(expected, found, strict=True):
        assert lacking(wanted, row) == {}
