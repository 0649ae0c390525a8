"""Amounts: tests/cases/values/quantities.jsonl; numbers that are none: exclusions.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.records import Quantity
from pipeline.values.find import ValueFinder
from pipeline.values.labels import label_of
from tests.conftest import Parse
from tests.support import cases, lacking

if TYPE_CHECKING:
    from spacy.tokens import Doc

TABLE = cases("values/quantities")
FINDER = ValueFinder(packaged())


def quantities_of(doc: Doc) -> list[Quantity]:
    return [value.quantity for value in FINDER.find(doc, None) if value.quantity is not None]


@pytest.fixture(scope="module")
def quantities(parsed: Parse) -> dict[str, list[Quantity]]:
    """The quantities of each text of the table."""
    docs = parsed([case["text"] for case in TABLE])
    return {doc.text: quantities_of(doc) for doc in docs}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:40])
def test_table(case: dict[str, Any], quantities: dict[str, list[Quantity]]) -> None:
    """Every amount of a text, and nothing else, with the fields that the case names."""
    found = [msgspec.to_builtins(quantity) for quantity in quantities[case["text"]]]
    assert len(found) == len(case["find"]), [row["text"] for row in found]
    for expected, row in zip(case["find"], found, strict=True):
        assert lacking(expected, row) == {}


def test_labels_follow_the_dimension(quantities: dict[str, list[Quantity]]) -> None:
    """Money is MONEY, shares are PERCENT, counts are CARDINAL, lengths are QUANTITY."""
    labels = {(quantity.text, label_of(quantity)) for rows in quantities.values() for quantity in rows}
    assert labels >= {
        ("$2.5bn", "MONEY"), ("61.4 per cent", "PERCENT"), ("60", "CARDINAL"), ("12.5 km", "QUANTITY"),
        ("third", "ORDINAL"), ("99-year", "DATE"), ("four-hour", "TIME"), ("Half", "CARDINAL"),
    }  # fmt: skip


def test_names_identifiers_and_idioms_are_no_quantities(parsed: Parse) -> None:
    """At most 2 percent of the sentences hold a quantity that is none, or lack one that is."""
    table = cases("values/exclusions")
    wrong = []
    for case, doc in zip(table, parsed([case["text"] for case in table]), strict=True):
        found = [quantity for quantity in quantities_of(doc) if quantity.dimension != "rank"]
        ends = sorted(
            (row.low if row.low is not None else row.high, row.high if row.high is not None else row.low)
            for row in found
        )
        if ends != sorted((low, high) for _, low, high in case["find"]):
            wrong.append((case["text"], [row.text for row in found]))
    assert len(table) >= 200
    assert len(wrong) <= 0.02 * len(table), wrong
