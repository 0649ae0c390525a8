"""Amounts: tests/cases/tag_quantities.jsonl."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from pipeline.records import Quantity
from pipeline.values.find import find_values
from pipeline.values.quantities import label_of
from tests.conftest import Parse
from tests.support import cases, lacking

TABLE = cases("values/quantities")


@pytest.fixture(scope="module")
def quantities(parsed: Parse) -> dict[str, list[Quantity]]:
    """The quantities of each text of the table."""
    docs = parsed([case["text"] for case in TABLE])
    return {doc.text: [value[3] for value in find_values(doc, None) if value[3] is not None] for doc in docs}


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
        found = [value[3] for value in find_values(doc, None) if value[3] is not None and value[3].dimension != "rank"]
        ends = sorted(
            (row.low if row.low is not None else row.high, row.high if row.high is not None else row.low)
            for row in found
        )
        if ends != sorted((low, high) for _, low, high in case["find"]):
            wrong.append((case["text"], [row.text for row in found]))
    assert len(table) >= 200
    assert len(wrong) <= 0.02 * len(table), wrong
