"""The kinds of blocks, and whose turns they are."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.segment.blocks import blocks
from pipeline.segment.layout import layout
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/layout"), ids=note)
def test_layout(case: dict[str, Any]) -> None:
    """Each block has the kind that a reader would give it."""
    found = layout(case["text"], case.get("title"))
    begins = [text for _, text in case["layout"]]
    assert [kind for kind, _ in case["layout"]] == [block.kind for block in found]
    assert begins == [block.text[: len(begin)] for block, begin in zip(found, begins, strict=True)]


@pytest.mark.parametrize("case", cases("segment/turns"), ids=note)
def test_turns(case: dict[str, Any]) -> None:
    """Questions and answers have their speakers and begin after the label; a text without turns has none."""
    found = layout(case["text"])
    if not case["turns"]:
        assert not [block.text for block in found if block.kind in ("question", "answer") or block.speaker]
        return
    assert len(case["turns"]) == len(found)
    for (kind, speaker, begin), block in zip(case["turns"], found, strict=True):
        words = block.text[block.body - block.start :].strip("*")
        seen = (block.kind, block.speaker and block.speaker.name, words[: len(begin)])
        assert (kind, speaker, begin) == seen


def test_wrapped_lines_keep_their_joints() -> None:
    """The line breaks inside a block are known: no sentence ends there."""
    (block,) = blocks("The price of a ticket rose above\n\n12 crowns, which is the most that was ever asked for it.")
    expected = ["\n\n12"]
    assert expected == [block.text[joint : joint + 4] for joint in block.joints]
