"""The title of an article, and its repeats before the text begins."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.blocks import Block
from pipeline.segment.boilerplate import same
from pipeline.segment.datelines import dateline_end
from pipeline.text.expressions import expression

_WORDS = expression(r"[^\W_]+")
_HEAD = 8
_LONGEST = 200
_SURE = 25
_LONGEST_QUESTION = 100
_PARAGRAPH = 100


def mark_title(blocks: Sequence[Block], title: str | None) -> None:
    """Give the kind ``title`` to the title and to what repeats it near the head. Blocks that have a kind keep it.

    title: what the metadata give. Where it is known, only blocks that say nearly the same are titles; else the first
    line is one when it looks so.
    """
    wanted = title
    paragraphs = 0
    for number, block in enumerate(blocks[:_HEAD]):
        if block.kind in ("question", "answer") or paragraphs > 1:
            return
        if block.kind is not None:
            continue
        if wanted is not None:
            if _alike(block, wanted):
                block.kind = "title"
        elif not paragraphs and number + 1 < len(blocks) and _looks_so(block, blocks[number + 1]):
            block.kind, wanted = "title", block.bare
        if block.kind is None:
            paragraphs += 1 if wanted is None else block.final and len(block.text) > _PARAGRAPH


def _alike(block: Block, title: str) -> bool:
    """The same words; or a line that is no sentence and has most words in common with the title, or its beginning."""
    if len(block.bare) > _LONGEST:
        return False
    one, other = same(block.bare), same(title)
    if one == other:
        return True
    if block.final:
        return False
    if len(one) >= _SURE and other.startswith(one):
        return True
    words, others = set(_WORDS.findall(one)), set(_WORDS.findall(other))
    small = min(len(words), len(others))
    return small > 3 and len(words) < 2 * len(others) and len(words & others) >= 0.6 * small


def _looks_so(block: Block, after: Block) -> bool:
    """A line without a full stop; a short question; a sentence above a dateline; a line of words with capitals."""
    text = block.bare
    if len(text) > _LONGEST or not text or text[-1] in ",;:" or (block.listed and not block.heading_mark):
        return False
    if not block.final or block.heading_mark:
        return dateline_end(text, lead=True) < len(text)
    if text.endswith("?"):
        return text.count("?") == 1 and len(text) < _LONGEST_QUESTION and not after.text.endswith("?")
    if ". " not in text and dateline_end(after.text, lead=True) and not dateline_end(text, lead=True):
        return True
    words = [word for word in _WORDS.findall(text) if len(word) > 3]
    return after.gap > 1 and len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)
