"""Whose country is whose: tests/cases/tag_offices.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import tag
from pipeline.config import Config
from tests.conftest import Parse
from tests.support import article, cases

TABLE = cases("names/offices")


@pytest.fixture(scope="module")
def homes(parsed: Parse) -> dict[str, dict[str, str]]:
    """The homes of the persons of each text, alone in its corpus."""
    docs = parsed([case["text"] for case in TABLE])
    found = {}
    for one in tag.make(Config())([article(doc.text, doc) for doc in docs]):
        found[one.document.text] = tag.finish(one, tag.build_table([tag.gather(one)])).homes
    return found


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:40])
def test_table(case: dict[str, Any], homes: dict[str, dict[str, str]]) -> None:
    """The country of each person whose office the text states."""
    assert homes[case["text"]] == case["homes"]
