"""The layout of a text: its blocks, each with the role that place and wording give it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import SegmentKind
from pipeline.segment.blocks import Block, blocks
from pipeline.segment.boilerplate import mark_boilerplate, mark_repeats, mark_tail
from pipeline.segment.credits import mark_credits
from pipeline.segment.datelines import cut_datelines, cut_stamps
from pipeline.segment.titles import mark_title
from pipeline.segment.turns import mark_turns, open_turns
from pipeline.text.expressions import expression

_TIME_ONLY = expression(r"\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|GMT|UTC|ET)\.?:?\Z", re.I)
_HEADING = 100
_HEADING_WORDS = 16
_LEFT_OVER_WORDS = 4
_LONGEST_RUN = 3
_ASKING = frozenset(
    {
        "What",
        "Why",
        "How",
        "Who",
        "When",
        "Where",
        "Which",
        "Is",
        "Are",
        "Was",
        "Were",
        "Can",
        "Could",
        "Do",
        "Does",
        "Did",
    }
    | {"Will", "Would", "Should", "Has", "Have"}
)
_DASHED = expression(r"[–—-]\s.{2,90}\s[–—-]\.?")
_AROUND = frozenset({"boilerplate", "caption", "byline", "dateline"})


def layout(text: str, title: str | None = None) -> list[Block]:
    """The blocks of a text, in order, each with its kind; turns with their speakers.

    title: what the metadata give. Each step leaves alone what an earlier one has decided, so the surest comes first.
    """
    found = blocks(text)
    open_turns(found)
    found = cut_stamps(found)
    mark_credits(found)
    mark_boilerplate(found)
    mark_title(found, title)
    mark_repeats(found)
    mark_tail(found)
    found = cut_datelines(found)
    mark_turns(found)
    mark_rest(found)
    return found


def mark_rest(blocks: Sequence[Block]) -> None:
    """Give a kind to every block that has none yet: heading, list item, lead or paragraph."""
    short = [_is_short_line(block) for block in blocks]
    for number, block in enumerate(blocks):
        if block.kind is not None:
            continue
        if (block.heading_mark and block.bare) or _DASHED.fullmatch(block.text):
            block.kind = "heading"
        elif block.listed and any(
            other.listed for other in blocks[max(0, number - 1) : number + 2] if other is not block
        ):
            block.kind = "list_item"
        else:
            block.kind = _short_line(blocks, short, number) if short[number] else "paragraph"
    first = next((block for block in blocks if block.kind in ("paragraph", "question", "answer")), None)
    if first is not None and first.kind == "paragraph":
        first.kind = "lead"


def _is_short_line(block: Block) -> bool:
    """A line that is short and no sentence."""
    text = block.bare
    if block.kind is not None or not text or len(text) > _HEADING or len(text.split()) > _HEADING_WORDS:
        return False
    if _TIME_ONLY.match(text):
        return True
    if text[-1] in ":,;":
        return text[-1] == ":" and text.isupper()
    if text[0] in '“"‘':
        return False
    return not block.final or text.isupper() or (text.endswith("?") and text.split()[0] in _ASKING)


def _short_line(blocks: Sequence[Block], short: Sequence[bool], number: int) -> SegmentKind:
    """1. one of many short lines: a list  2. above a text: a heading  3. below the last text: a rest of the page."""
    first = last = number
    while first and short[first - 1] and number - first <= _LONGEST_RUN:
        first -= 1
    while last + 1 < len(blocks) and short[last + 1] and last - number <= _LONGEST_RUN:
        last += 1
    if last - first >= _LONGEST_RUN:
        return "list_item"
    if any(block.kind not in _AROUND for block in blocks[last + 1 :][:8]):
        return "heading"
    return "boilerplate" if len(blocks[number].bare.split()) <= _LEFT_OVER_WORDS and number else "paragraph"
