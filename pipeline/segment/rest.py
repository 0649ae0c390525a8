"""Blocks that no other rule knows: headings, items of lists, the lead and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import SegmentKind
from pipeline.segment.blocks import Block
from pipeline.text.expressions import expression

_TIME_ONLY = expression(r"\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|GMT|UTC|ET)\.?:?\Z", re.I)
_ASKING = frozenset({
    "What", "Why", "How", "Who", "When", "Where", "Which", "Is", "Are", "Was", "Were", "Can", "Could",
    "Do", "Does", "Did", "Will", "Would", "Should", "Has", "Have",
})  # fmt: skip
_DASHED = expression(r"[–—-]\s.{2,90}\s[–—-]\.?")
_AROUND = frozenset({"boilerplate", "caption", "byline", "dateline"})

# By hand, from news pages.
_HEADING = 100  # characters of a heading
_HEADING_WORDS = 16
_LONGEST_RUN = 3  # short lines that stand together and are no list
_BELOW = 8  # blocks in which a heading has a text below it
_LEFT_OVER_WORDS = 4  # of a short line below the last text that is left of the page


def mark_rest(blocks: Sequence[Block]) -> None:
    """Give a kind to every block that has none yet: heading, list item, lead or paragraph."""
    short = [_is_short_line(block) for block in blocks]
    for number, block in enumerate(blocks):
        if block.kind is None:
            block.kind = _kind(blocks, short, number)
    first = next((block for block in blocks if block.kind in ("paragraph", "question", "answer")), None)
    if first is not None and first.kind == "paragraph":
        first.kind = "lead"


def _kind(blocks: Sequence[Block], short: Sequence[bool], number: int) -> SegmentKind:
    """What a block is by its marks, by those beside it, or by its length."""
    block = blocks[number]
    if (block.heading_mark and block.bare) or _DASHED.fullmatch(block.text):
        return "heading"
    if block.listed and _has_listed_neighbour(blocks, number):
        return "list_item"
    return _short_line(blocks, short, number) if short[number] else "paragraph"


def _has_listed_neighbour(blocks: Sequence[Block], number: int) -> bool:
    """Whether the block before or after begins as the items of a list do."""
    return (number > 0 and blocks[number - 1].listed) or (number + 1 < len(blocks) and blocks[number + 1].listed)


def _is_short_line(block: Block) -> bool:
    """Whether a block without a kind is short and no sentence."""
    text = block.bare
    if block.kind is not None or not text or len(text) > _HEADING or len(text.split()) > _HEADING_WORDS:
        return False
    if _TIME_ONLY.match(text):
        return True
    if text[-1] in ":,;":
        return text[-1] == ":" and text.isupper()
    return text[0] not in '“"‘' and (not block.final or _is_loud_or_asking(text))


def _is_loud_or_asking(text: str) -> bool:
    """Whether a sentence may be a heading: all in capitals, or a question."""
    return text.isupper() or (text.endswith("?") and text.split()[0] in _ASKING)


def _short_line(blocks: Sequence[Block], short: Sequence[bool], number: int) -> SegmentKind:
    """1. one of many short lines: a list  2. above a text: a heading  3. below the last text: a rest of the page."""
    first, last = _run(short, number)
    if last - first >= _LONGEST_RUN:
        return "list_item"
    if any(block.kind not in _AROUND for block in blocks[last + 1 : last + 1 + _BELOW]):
        return "heading"
    return "boilerplate" if len(blocks[number].bare.split()) <= _LEFT_OVER_WORDS and number else "paragraph"


def _run(short: Sequence[bool], number: int) -> tuple[int, int]:
    """The first and last of the short lines that stand together with one, as far as it matters."""
    first = last = number
    while first and short[first - 1] and number - first <= _LONGEST_RUN:
        first -= 1
    while last + 1 < len(short) and short[last + 1] and last - number <= _LONGEST_RUN:
        last += 1
    return first, last
