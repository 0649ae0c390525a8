"""What numbers count and measure: tests/cases/values/counted.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.values.counted import Counting, count_noun
from tests.conftest import Parse
from tests.support import cases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

TABLE = cases("values/counted")
SHARED = {
    "One in five small farmers left the valley.": ("small farmers", "farmer"),
    "One in five left the valley.": None,
}
VERBS = {
    "Output doubled in a year.": "Output",
    "They doubled output in a year.": "output",
    "The output, doubled by the mill, fell.": "output",
}
COUNTING = Counting(packaged().counting, packaged().changes)


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text of these tests."""
    return {doc.text: doc for doc in parsed([*(case["text"] for case in TABLE), *SHARED, *VERBS])}


def span_of(doc: Doc, text: str) -> Span:
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text), alignment_mode="expand")
    assert span is not None
    return span


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:40])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """measured: the amount has a unit. of, head: the noun phrase and the lemma of its head; null where none is told."""
    span, measured = span_of(docs[case["text"]], case["amount"]), case.get("measured", False)
    found = COUNTING.counted(span, None if measured else count_noun(span), measured=measured)
    assert (found or (None, None)) == (case["of"], case["head"])


@pytest.mark.parametrize("text", SHARED)
def test_a_share_is_of_what_stands_behind_it(text: str, docs: dict[str, Doc]) -> None:
    assert COUNTING.shared_out(span_of(docs[text], "One in five")) == SHARED[text]


@pytest.mark.parametrize("text", VERBS)
def test_a_verb_is_said_of_its_object_or_its_subject(text: str, docs: dict[str, Doc]) -> None:
    found = COUNTING.of_verb(span_of(docs[text], "doubled").root)
    assert found is not None
    assert found.phrase == VERBS[text]
