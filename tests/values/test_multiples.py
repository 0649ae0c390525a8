"""How many times as large: tests/cases/values/multiples.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.values.multiples import Multiples
from tests.conftest import Parse
from tests.support import cases

if TYPE_CHECKING:
    from spacy.tokens import Doc

TABLE = cases("values/multiples")
MULTIPLES = Multiples(packaged().multiples, packaged().counting)


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text of the table."""
    return {doc.text: doc for doc in parsed([case["text"] for case in TABLE])}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """change: null for a multiple that tells of no change."""
    text = case["text"]
    found = [
        {"text": text[multiple.start : multiple.end], "value": multiple.value, "change": multiple.change}
        for multiple in MULTIPLES.find(docs[text])
    ]
    assert found == case["find"]


@pytest.mark.parametrize(
    ("text", "is_multiple"),
    [
        ("three times as many", True),
        ("three times larger", True),
        ("three-times the", True),
        ("three times a week", False),
        ("three timesheets", False),
    ],
)
def test_a_number_of_times_is_a_multiple_before_a_comparison(text: str, is_multiple: bool) -> None:
    assert MULTIPLES.is_multiple(text, len("three")) == is_multiple
