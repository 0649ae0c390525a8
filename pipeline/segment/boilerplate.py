"""What stands around an article: invitations, links, notices, teasers of others, and what is printed twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.segment.blocks import Block
from pipeline.segment.cues import cues, pattern
from pipeline.text.expressions import expression

_LINK = expression(r"(?:https?:|www\.|pic\.twitter\.com)\S*|\S{1,60}@\S{1,60}\.\w{2,8}|[@#]\w+|[\W_]+|or|and", re.I)
_SPACED_LINK = expression(r"https?\s:\s")
_CODE = expression(
    r"[.#@]?[\w.-]{1,40}\s?\{|\}[.;,]?|[\w-]{1,30}\s?:\s?[^;]{1,60};|(?:var|function|window\.|document\.)\s?[^.]{0,80}[;{]"
)
_CLIP = expression(r"0?\d:\d\d\s(?![ap]\.?m\b)[^.]{8,140}\Z|\([A-Z][A-Z ]{4,40}[.)]{1,2}\Z")
_ADDRESS = expression(r"\S@[\w-]{1,40}\.\w{2,8}\b.{0,20}\Z|https?://\S{1,200}\Z")
_LONGEST_CUE = 320
_LONGEST_LINK = 200
_TEASER = 140
_SAME = 25
_TAIL_SHARE = 0.35
_OPEN_KINDS = (None, "boilerplate", "heading")
_KEPT = ("title", "byline", "dateline", "caption", "question", "answer")


@dataclass(frozen=True)
class _Cues:
    """The phrases of ``models/boilerplate.txt``, by where in a block they tell it.

    starts: by their first character. parts: by their first word.
    """

    starts: dict[str, re.Pattern[str]]
    whole: frozenset[str]
    parts: dict[str, tuple[str, ...]]
    tails: re.Pattern[str]


def mark_boilerplate(blocks: Sequence[Block]) -> None:
    """Give the kind ``boilerplate`` to blocks whose wording tells that they are no part of the article.

    Blocks that have a kind keep it, and so does a text that would have nothing left.
    """
    known = _cues()
    found = [block for block in blocks if block.kind is None and _is_boilerplate(block, known)]
    left = len(found) < len(blocks)
    for block in found:
        if left or not block.final:
            block.kind = "boilerplate"


def _is_boilerplate(block: Block, known: _Cues) -> bool:
    """1. a rule (***)  2. remains of code, a list of clips  3. links and handles  4. what ends with an address
    5. what opens with, is, or holds a known phrase."""
    text = block.bare
    if not text or not any(map(str.isalnum, text)):
        return True
    if len(text) > _LONGEST_CUE:
        return False
    if len(text) < _LONGEST_LINK and (_CODE.fullmatch(text) or _CLIP.match(text)):
        return True
    if _SPACED_LINK.match(text) or all(map(_LINK.fullmatch, text.split())):
        return True
    if not block.final and _ADDRESS.search(text):
        return True
    low = text.casefold()
    start = known.starts.get(low[0])
    if (start and start.match(low)) or low.rstrip(":. ") in known.whole:
        return True
    return any(part in low for word in known.parts.keys() & set(low.split()) for part in known.parts[word])


def mark_repeats(blocks: Sequence[Block]) -> None:
    """A block that says word for word what an earlier one said is a teaser, or a mistake of the page."""
    seen: set[str] = set()
    for block in blocks:
        if len(block.bare) >= _SAME:
            if block.bare in seen and block.kind is None:
                block.kind = "boilerplate"
            seen.add(block.bare)


def mark_tail(blocks: Sequence[Block]) -> None:
    """After a line such as "Related news": all that is left when that is little, else the short lines that follow."""
    known = _cues()
    inside = little = False
    for number, block in enumerate(blocks):
        if not little and number > 0 and block.kind in _OPEN_KINDS and _opens_tail(block, known):
            inside = True
            little = blocks[-1].end - block.start <= _TAIL_SHARE * (blocks[-1].end - blocks[0].start)
        elif inside and not little and block.kind != "boilerplate":
            inside = not block.final and len(block.bare) <= _TEASER
        if inside and block.kind not in _KEPT:
            block.kind = "boilerplate"


def _opens_tail(block: Block, known: _Cues) -> bool:
    text = block.bare.rstrip(": ")
    return len(text) <= 60 and known.tails.fullmatch(text.casefold()) is not None


def same(text: str) -> str:
    """A text as it is compared with others: in small letters, blanks made one, marks at its ends left out."""
    return " ".join(text.split()).casefold().strip(" .…*_#×\"“”'’‘")


@cache
def _cues() -> _Cues:
    kinds = cues("boilerplate.txt")
    parts: dict[str, tuple[str, ...]] = {}
    for phrase in kinds["has"]:
        word = phrase.split()[0]
        parts[word] = (*parts.get(word, ()), phrase)
    starts: dict[str, list[str]] = {}
    for phrase in kinds["start"]:
        starts.setdefault(phrase[0], []).append(phrase)
    return _Cues(
        {first: re.compile(pattern(phrases)) for first, phrases in starts.items()},
        frozenset(kinds["line"]),
        parts,
        re.compile(pattern(kinds["tail"])),
    )
