"""Rows that are computed once for each key."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.parse import memory
from pipeline.parse.memory import Keys, Memory, Places, mixed


def keys(*numbers: int) -> Keys:
    return np.array([[number, 1] for number in numbers], dtype=np.uint64)


def test_a_row_is_computed_once() -> None:
    asked: list[list[int]] = []
    remembered = Memory(1, np.uint64)

    def rows_of(given: Keys) -> list[int]:
        def compute(places: Places) -> Keys:
            asked.append([int(given[at, 0]) for at in places])
            return given[places, :1] * np.uint64(10)

        return [int(row[0]) for row in remembered(given, compute)]

    assert rows_of(keys(3, 4, 3)) == [30, 40, 30]
    assert rows_of(keys(4, 5)) == [40, 50]
    assert rows_of(keys(5, 3)) == [50, 30]
    assert [sorted(one) for one in asked] == [[3, 4], [5]]


def test_all_is_forgotten_when_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "REMEMBERED", 2)
    remembered = Memory(1, np.uint64)
    for numbers in ((1, 2), (2, 3), (1, 2, 3, 4), (4, 1)):
        given = keys(*numbers)
        found = remembered(given, lambda places, given=given: given[places, :1])  # type: ignore[misc]
        assert [int(row[0]) for row in found] == list(numbers)


def test_rows_that_differ_have_other_keys() -> None:
    rows = np.array([[a, b] for a in range(40) for b in range(40)], dtype=np.uint64)
    assert len(set(mixed(rows))) == len(rows)
    assert mixed(rows) == mixed(rows.copy())
