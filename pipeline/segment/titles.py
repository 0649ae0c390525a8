"""The title of an article, and its repeats before the text begins."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.blocks import Block
from pipeline.segment.boilerplate import same
from pipeline.segment.datelines import DatelineRules
from pipeline.text.expressions import expression

_WORDS = expression(r"[^\W_]+")

# By hand, from news pages. Lengths in characters.
_HEAD = 8  # blocks that a title, or its repeat, is among
_LONGEST = 200  # of a title
_SURE = 25  # as much of its beginning, and it is the title
_LONGEST_QUESTION = 100  # of a title that asks
_PARAGRAPH = 100  # a sentence that is longer is a paragraph of the text
_MOST_PARAGRAPHS = 1  # of the text before a repeat of the title
_FEWEST_WORDS = 4  # of two titles that are compared by their words
_LENGTHS_APART = 2  # so many times as many words, and it is no title
_COMMON = 0.6  # of the words of the shorter are in the other
_LONG_WORD = 4  # letters of a word that has a capital in a title of words with capitals
_FEWEST_LONG_WORDS = 3
_CAPITALS = 0.75  # of the long words have one


def mark_title(blocks: Sequence[Block], title: str | None, datelines: DatelineRules) -> None:
    """Give the kind ``title`` to the title and to what repeats it near the head. Blocks that have a kind keep it.

    title: what the metadata give. Where it is known, only blocks that say nearly the same are titles; else the first
    line is one when it looks so.
    """
    wanted = title
    paragraphs = 0
    for number, block in enumerate(blocks[:_HEAD]):
        if block.kind in ("question", "answer") or paragraphs > _MOST_PARAGRAPHS:
            return
        if block.kind is not None:
            continue
        if wanted is not None and _says_same(block, wanted):
            block.kind = "title"
        elif wanted is None and not paragraphs and _looks_so(blocks[number : number + 2], datelines):
            block.kind, wanted = "title", block.bare
        else:
            paragraphs += wanted is None or _is_paragraph(block)


def _says_same(block: Block, title: str) -> bool:
    """The same words; or a line that is no sentence and has most words in common with the title, or its beginning."""
    if len(block.bare) > _LONGEST:
        return False
    one, other = same(block.bare), same(title)
    if one == other:
        return True
    if block.final:
        return False
    return (len(one) >= _SURE and other.startswith(one)) or _has_most_words(one, other)


def _has_most_words(one: str, other: str) -> bool:
    """Whether two titles share most of their words."""
    words, others = set(_WORDS.findall(one)), set(_WORDS.findall(other))
    small = min(len(words), len(others))
    if small < _FEWEST_WORDS or len(words) >= _LENGTHS_APART * len(others):
        return False
    return len(words & others) >= _COMMON * small


def _is_paragraph(block: Block) -> bool:
    """Whether a block is a sentence that is too long for a title."""
    return block.final and len(block.text) > _PARAGRAPH


def _looks_so(head: Sequence[Block], datelines: DatelineRules) -> bool:
    """A line without a full stop; a short question; a sentence above a dateline; a line of words with capitals.

    head: the line, and the one below it; the last line of a text is no title.
    """
    if len(head) == 1 or not _may_be_title(head[0]):
        return False
    block, after = head
    text = block.bare
    if not block.final or block.heading_mark:
        return datelines.end(text, lead=True) < len(text)
    if text.endswith("?"):
        return _is_title_question(text) and not after.text.endswith("?")
    if ". " not in text and datelines.end(after.text, lead=True) and not datelines.end(text, lead=True):
        return True
    return after.gap > 1 and _is_capitalised(text)


def _may_be_title(block: Block) -> bool:
    """Whether nothing speaks against it: the length, a mark at the end, an item of a list."""
    text = block.bare
    if not text or len(text) > _LONGEST or text[-1] in ",;:":
        return False
    return block.heading_mark or not block.listed


def _is_title_question(text: str) -> bool:
    """Whether a question is short and one."""
    return text.count("?") == 1 and len(text) < _LONGEST_QUESTION


def _is_capitalised(text: str) -> bool:
    """Whether most of the longer words of a line have a capital."""
    words = [word for word in _WORDS.findall(text) if len(word) >= _LONG_WORD]
    return len(words) >= _FEWEST_LONG_WORDS and sum(word[0].isupper() for word in words) >= _CAPITALS * len(words)
