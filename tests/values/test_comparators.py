"""Comparators: tests/cases/values/comparators.jsonl; words that look like them: prepositions.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.records import Bound
from pipeline.values.comparators import Prepositions, bound_of, open_ends
from tests.conftest import Parse
from tests.support import cases
from tests.values.support import COMPARATORS, WORDS, marked

if TYPE_CHECKING:
    from spacy.tokens import Doc

LIKE_THEM = cases("values/prepositions")
PREPOSITIONS = Prepositions(WORDS)


@pytest.mark.parametrize("case", cases("values/comparators"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """The comparators before and after the number in {}, none where the case has none, and what both say of it."""
    text, start, end = marked(case["text"])
    before, after = COMPARATORS.before(text, start), COMPARATORS.after(text, end)
    assert (before and before.phrase, after and after.phrase) == (case.get("before"), case.get("after"))
    assert bound_of(before, after) == (case.get("bound", "eq"), case.get("approx", False))
    assert (after is not None and after.is_glued) == case.get("glued", False)
    for found in (before, after):
        assert found is None or " ".join(text[found.start : found.end].lower().split()) == found.phrase


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
    ("bound", "ends"),
    [("eq", (3, 5)), ("range", (3, 5)), ("ge", (3, None)), ("gt", (3, None)), ("le", (None, 5)), ("lt", (None, 5))],
)
def test_a_bound_opens_an_end(bound: Bound, ends: tuple[int | None, int | None]) -> None:
    assert open_ends(3, 5, bound) == ends
