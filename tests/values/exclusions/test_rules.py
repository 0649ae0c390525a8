"""Why numbers are no quantities: tests/cases/values/exclusions/rules.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.values.context import NumeralInContext
from pipeline.values.exclusions.rules import Exclusions
from pipeline.values.numerals import Numerals
from tests.conftest import Parse
from tests.support import cases

if TYPE_CHECKING:
    from spacy.tokens import Doc

TABLE = cases("values/exclusions/rules")
NUMERALS = Numerals(packaged().counting)
EXCLUSIONS = Exclusions(packaged().numbers, packaged().counting)


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text of the table."""
    return {doc.text: doc for doc in parsed([case["text"] for case in TABLE])}


def place(doc: Doc, at: int, unit: str | None, *, score: bool = False) -> NumeralInContext:
    """The number at a place of a document, as one that stands alone."""
    number = NUMERALS.read(doc.text, at)
    assert number is not None
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    assert span is not None
    is_rank = number.form == "ordinal"
    return NumeralInContext(
        text=doc.text,
        span=span,
        inner=span,
        number=number,
        unit=unit or ("rank" if is_rank else "count"),
        dimension="rank" if is_rank else "count",
        hyphenated=doc.text[number.end : number.end + 1] == "-",
        ranged=False,
        score=score,
    )


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:40])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """reason: null for a quantity. number: where it first stands in the text. unit: for one that has a unit."""
    found = place(docs[case["text"]], case["text"].index(case["number"]), case.get("unit"))
    assert EXCLUSIONS.reason(found) == case["reason"]
    assert EXCLUSIONS.is_quantity(found) == (case["reason"] is None)


def test_every_reason_has_a_case() -> None:
    assert {case["reason"] for case in TABLE} == {None, *(rule.reason for rule in EXCLUSIONS.rules)}


def test_a_part_of_a_score_is_a_quantity(docs: dict[str, Doc]) -> None:
    """Whatever else it looks like: "won 6-3" at the head of a line is no place in a list."""
    doc = docs["6. Ana Duarte, rower"]
    assert EXCLUSIONS.reason(place(doc, 0, None)) == "a place in a list"
    assert EXCLUSIONS.is_quantity(place(doc, 0, None, score=True))
