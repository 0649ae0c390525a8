"""Interviews without labels."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import blocks
from pipeline.segment.interview import interview
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/interview"), ids=note)
def test_interviews(words: Furniture, case: dict[str, Any]) -> None:
    """Each question with the number of blocks that answer it; nothing where somebody asks himself."""
    exchanges = interview(blocks(case["text"], words.open_words))
    assert [[one.question.text, len(one.answer)] for one in exchanges] == case["exchanges"]
