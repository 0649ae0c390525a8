"""Whose turn each block is."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.segment.layout import LayoutRules
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/turns"), ids=note)
def test_turns(layout_rules: LayoutRules, case: dict[str, Any]) -> None:
    """Questions and answers have their speakers and begin after the label; a text without turns has none."""
    found = layout_rules.layout(case["text"])
    if not case["turns"]:
        assert not [block.text for block in found if block.kind in ("question", "answer") or block.speaker]
        return
    assert len(case["turns"]) == len(found)
    for (kind, speaker, begin), block in zip(case["turns"], found, strict=True):
        words = block.text[block.body - block.start :].strip("*")
        seen = (block.kind, block.speaker and block.speaker.name, words[: len(begin)])
        assert (kind, speaker, begin) == seen
