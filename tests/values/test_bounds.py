"""Words that look like comparators: tests/cases/values/prepositions.jsonl; what comparators say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.records import Bound
from pipeline.values.bounds import Prepositions, bounds_noun, open_ends
from tests.conftest import Parse
from tests.support import cases
from tests.values.support import COMPARATORS, WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

LIKE_THEM = cases("values/prepositions")
PREPOSITIONS = Prepositions(WORDS)


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text."""
    return {doc.text: doc for doc in parsed([case["text"] for case in LIKE_THEM])}


@pytest.mark.parametrize("case", LIKE_THEM, ids=lambda case: case["text"])
def test_prepositions_and_particles_compare_nothing(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """Whether the words before the amount are no comparator."""
    start = case["text"].index(case["amount"])
    span = docs[case["text"]].char_span(start, start + len(case["amount"]), alignment_mode="expand")
    assert span is not None
    assert PREPOSITIONS.has(case["phrase"], span, case.get("dimension", "count")) is case["is"]


@pytest.mark.parametrize(
    ("words", "is_one"), [(" or more", True), (" and over", True), (" or so", False), ("+", False)]
)
def test_what_may_stand_behind_the_noun(words: str, is_one: bool) -> None:
    found = COMPARATORS.after(words, 0)
    assert found is not None
    assert bounds_noun(found) is is_one


@pytest.mark.parametrize(
    ("bound", "ends"),
    [("eq", (3, 5)), ("range", (3, 5)), ("ge", (3, None)), ("gt", (3, None)), ("le", (None, 5)), ("lt", (None, 5))],
)
def test_a_bound_opens_an_end(bound: Bound, ends: tuple[int | None, int | None]) -> None:
    assert open_ends(3, 5, bound) == ends
