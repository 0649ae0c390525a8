"""Ages that no unit tells: tests/cases/values/ages.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.values.ages import Ages, decades_of_life
from tests.conftest import Parse
from tests.support import cases
from tests.values.support import COMPARATORS

if TYPE_CHECKING:
    from spacy.tokens import Doc

TABLE = cases("values/ages")
AGES = Ages(packaged().kinds, packaged().counting)


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text of the table."""
    return {doc.text: doc for doc in parsed([case["text"] for case in TABLE])}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:40])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """Whether a number is an age: by what stands around it, or by its comparator."""
    text, doc = case["text"], docs[case["text"]]
    start = text.index(case["number"])
    end = start + len(case["number"])
    span = doc.char_span(start, end)
    assert span is not None
    value, cue = float(case["number"]), COMPARATORS.before(text, start)
    found = (
        AGES.is_age(text, start, end, span)
        or AGES.is_bounded(span, COMPARATORS.after(text, end), value)
        or (cue is not None and AGES.is_behind_people(doc, cue, value))
    )
    assert found == case["age"]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("She is in her 40s.", [("40s", 40, 49)]),
        ("He died in his mid-50s.", [("50s", 50, 59)]),
        ("It was built in the 1940s.", []),
    ],
)
def test_decades_of_life_are_ranges(text: str, ages: list[tuple[str, int, int]]) -> None:
    assert [(age.text, age.low, age.high) for age in decades_of_life(text)] == ages
