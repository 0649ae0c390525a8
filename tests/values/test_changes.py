"""Whether figures are changes: tests/cases/values/changes.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.values.changes import Changes
from pipeline.values.counted import count_noun
from tests.conftest import Parse
from tests.support import cases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

TABLE = cases("values/changes")
BEHIND_VERBS = {
    "Exports rose 3 percent.": True,
    "Exports fell by about 40 tonnes.": True,
    "The index was up 3 points.": True,
    "Exports rose to 40 tonnes.": False,
    "The mill has 40 boats.": False,
    "40 tonnes fell.": False,
}
CHANGES = Changes(packaged().changes, packaged().counting)


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text of these tests."""
    return {doc.text: doc for doc in parsed([*(case["text"] for case in TABLE), *BEHIND_VERBS])}


def span_of(doc: Doc, start: int, text: str) -> Span:
    span = doc.char_span(start, start + len(text), alignment_mode="expand")
    assert span is not None
    return span


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:40])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """An amount of one word has no unit. is_length: it is one. comparator: where what compares it begins."""
    text, doc = case["text"], docs[case["text"]]
    span = span_of(doc, text.index(case["amount"]), case["amount"])
    comparator = case.get("comparator")
    found = CHANGES.direction(
        span,
        count_noun(span) if len(span) == 1 else None,
        is_length=case.get("is_length", False),
        first=span_of(doc, text.index(comparator), comparator).start if comparator else None,
    )
    assert found == case["change"]


@pytest.mark.parametrize("text", BEHIND_VERBS)
def test_a_figure_right_behind_a_verb_of_change(text: str, docs: dict[str, Doc]) -> None:
    doc = docs[text]
    figure = next(token for token in doc if token.like_num)
    assert CHANGES.stands_behind_verb(doc[figure.i : figure.i + 1]) == BEHIND_VERBS[text]
