"""Lines that are blocks, and lines that are one."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import Block, blocks, split
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/blocks"), ids=note)
def test_blocks(words: Furniture, case: dict[str, Any]) -> None:
    """A line is a block, unless it goes on with the one before."""
    assert [block.text for block in blocks(case["text"], words.open_words)] == case["blocks"]


def test_wrapped_lines_keep_their_joints(words: Furniture) -> None:
    """The line breaks inside a block are known: no sentence ends there."""
    text = "The price of a ticket rose above\n\n12 crowns, which is the most that was ever asked for it."
    (block,) = blocks(text, words.open_words)
    assert [block.text[joint : joint + 4] for joint in block.joints] == ["\n\n12"]


def test_a_block_in_two_has_no_blank_between() -> None:
    """The halves keep their places and the joints that lie in them."""
    first, second = split(Block(10, 25, "ELWIN: The\nboat", joints=(20,)), 17)
    assert (first.start, first.end, first.text, first.joints) == (10, 16, "ELWIN:", ())
    assert (second.start, second.end, second.text, second.joints) == (17, 25, "The\nboat", (20,))


@pytest.mark.parametrize(
    ("text", "final", "asks", "listed", "heading"),
    [
        ("The boat left.", True, False, False, False),
        ("“Did it?” ", True, True, False, False),
        ("**Boats**", False, False, False, True),
        ("# Boats", False, False, False, True),
        ("- boats", False, False, True, False),
        ("2) boats", False, False, True, False),
        ("2026 boats", False, False, False, False),
    ],
)
def test_what_a_block_tells(text: str, *, final: bool, asks: bool, listed: bool, heading: bool) -> None:
    """By its first and last characters."""
    block = Block(0, len(text), text)
    assert (block.final, block.asks, block.listed, block.heading_mark) == (final, asks, listed, heading)
