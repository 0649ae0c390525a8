"""Headings, lists, lead and paragraphs."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import blocks
from pipeline.segment.rest import mark_rest
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/rest"), ids=note)
def test_rest(words: Furniture, case: dict[str, Any]) -> None:
    """Every block has a kind afterwards."""
    found = blocks(case["text"], words.open_words)
    mark_rest(found)
    assert [block.kind for block in found] == case["kinds"]
