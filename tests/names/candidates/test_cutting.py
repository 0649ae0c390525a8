"""Spans of the model cut to names: tests/cases/names/candidates/{parts,trimmed}.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.names.candidates.candidate import Persons
from pipeline.names.candidates.cutting import Cutter
from tests.conftest import Parse
from tests.support import cases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PARTS, TRIMMED = cases("names/candidates/parts"), cases("names/candidates/trimmed")
WORDS, KINDS = packaged().names, packaged().kinds
CUTTER = Cutter(WORDS, KINDS, Persons(WORDS, KINDS))


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text."""
    return {doc.text: doc for doc in parsed([case["text"] for case in (*PARTS, *TRIMMED)])}


def span_of(case: dict[str, Any], doc: Doc) -> Span:
    start = case["text"].index(case["span"])
    span = doc.char_span(start, start + len(case["span"]))
    assert span is not None
    return span


@pytest.mark.parametrize("case", PARTS, ids=lambda case: case["span"])
def test_parts(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """The names in a span that the model takes for one of the label."""
    doc = docs[case["text"]]
    span = span_of(case, doc)
    parts = CUTTER.parts(doc, span.start, span.end, case["label"])
    assert [doc[start:end].text for start, end in parts] == case["parts"]


@pytest.mark.parametrize("case", TRIMMED, ids=lambda case: case["span"])
def test_trimmed(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """The name without what stands at its ends, and whether a title was there; null for no name."""
    doc = docs[case["text"]]
    span = span_of(case, doc)
    found = CUTTER.trimmed(doc, span.start, span.end, case["label"])
    assert (found and doc[found.start : found.end].text) == case["name"]
    assert bool(found and found.titled) is case["titled"]
