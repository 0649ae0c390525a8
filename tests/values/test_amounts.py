"""Numbers with their currencies, units and rates: tests/cases/values/amounts.jsonl."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from pipeline.text.spans import Taken
from pipeline.values.amount import Amount, is_large
from tests.support import cases, lacking
from tests.values.support import AMOUNTS, marked, numeral


def amount_of(text: str, at: int) -> Amount:
    found = AMOUNTS.read(text, at)
    assert found is not None
    return found


@pytest.mark.parametrize("case", cases("values/amounts"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """What is read in {}, or ``whole`` where that is less; at: where the number begins; none: an identifier."""
    text, start, end = marked(case["text"])
    found = AMOUNTS.read(text, text.index(case["at"]) if "at" in case else start)
    if case.get("none"):
        assert found is None
        return
    assert found is not None
    assert text[found.start : found.end] == case.get("whole", text[start:end])
    fields = {name: case[name] for name in case.keys() & asdict(found).keys()}
    assert lacking(fields, {**asdict(found), "value": pytest.approx(found.value)}) == {}


def test_what_stands_before_the_floor_belongs_to_another() -> None:
    text = "$5 $6"
    assert amount_of(text, 4).start == 3
    assert AMOUNTS.read(text, 4, floor=4) == Amount(numeral(text, 4), 4, 5, 6.0)


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("12 percent 2023", (11, 15), "12 percent"),
        ("12 percent 2023", (3, 15), "12"),
        ("12 percent 2023", (0, 2), None),
        ("3 days a week", (7, 13), "3 days"),
        ("3 days a week", (2, 13), "3"),
    ],
)
def test_taken_places_are_cut_off(text: str, taken: tuple[int, int], left: str | None) -> None:
    places = Taken(len(text))
    places.mark(*taken)
    found = amount_of(text, 0).without(places)
    assert (found and text[found.start : found.end]) == left


@pytest.mark.parametrize(("text", "large"), [("999", False), ("1,000", True), ("3 million", True)])
def test_large_numbers_are_hardly_labels(text: str, large: bool) -> None:
    assert is_large(numeral(text, 0)) is large
