"""Quantities and times together: tests/cases/values/find.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.records import Time
from pipeline.values.find import ValueFinder, dates_of
from pipeline.values.times.find import TimeFinder
from tests.conftest import Parse
from tests.support import cases

if TYPE_CHECKING:
    from spacy.tokens import Doc

TABLE = cases("values/find")


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text."""
    return {doc.text: doc for doc in parsed([case["text"] for case in TABLE])}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """Each value of a text: its words, its label, whether it has a quantity and a time."""
    found = ValueFinder(packaged()).find(docs[case["text"]], None)
    words = [case["text"][value.start : value.end] for value in found]
    assert [
        [word, value.label, value.quantity is not None, value.time is not None]
        for word, value in zip(words, found, strict=True)
    ] == case["find"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It fell on 8 March 2014.", ["8 March 2014"]),
        ("It fell in the first eight months of 2015.", ["the first", " of 2015"]),
        ("It fell three years ago.", [" ago"]),
        ("It lasted three years.", []),
    ],
)
def test_the_numbers_of_dates_are_no_quantities(text: str, dates: list[str], parsed: Parse) -> None:
    (doc,) = parsed([text])
    times: list[Time] = TimeFinder(packaged()).find(doc, None)
    assert [text[start:end] for start, end in dates_of(times)] == dates
