"""Quotations, also where a mark is missing: tests/cases/extract/sayings/quotes.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extract.sayings.quotes import find_quotations
from tests.support import article, cases


@pytest.mark.parametrize("case", cases("extract/sayings/quotes"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """The words between the marks of each quotation."""
    found = find_quotations(case["text"], article(case["text"]).segments)
    assert [case["text"][one.start : one.end] for one in found] == case["quotations"]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“The mill is old.\n“It will close,” said Ada Smith."
    first, second = find_quotations(text, article(text).segments)
    assert not first.closed
    assert (second.continued, second.closed) == (True, True)
