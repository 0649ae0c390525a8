"""What stands around an article: invitations, links, notices, teasers of others, and what is printed twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lexicon.furniture import Boilerplate
from pipeline.segment.blocks import Block
from pipeline.segment.phrases import any_of
from pipeline.text.expressions import expression

_LINK = expression(r"(?:https?:|www\.|pic\.twitter\.com)\S*|\S{1,60}@\S{1,60}\.\w{2,8}|[@#]\w+|[\W_]+|or|and", re.I)
_SPACED_LINK = expression(r"https?\s:\s")
_CODE = expression(
    r"[.#@]?[\w.-]{1,40}\s?\{|\}[.;,]?|[\w-]{1,30}\s?:\s?[^;]{1,60};|(?:var|function|window\.|document\.)\s?[^.]{0,80}[;{]"
)
_CLIP = expression(r"0?\d:\d\d\s(?![ap]\.?m\b)[^.]{8,140}\Z|\([A-Z][A-Z ]{4,40}[.)]{1,2}\Z")
_ADDRESS = expression(r"\S@[\w-]{1,40}\.\w{2,8}\b.{0,20}\Z|https?://\S{1,200}\Z")
_OPEN_KINDS = (None, "boilerplate", "heading")
_KEPT = ("title", "byline", "dateline", "caption", "question", "answer")

# By hand, from news pages. Lengths in characters.
_LONGEST = 320  # a longer block is text, whatever phrase it holds
_LONGEST_CODE = 200  # of what is left of a script or a list of clips
_LONGEST_TAIL_CUE = 60  # of a line such as "Related news"
_TEASER = 140  # a line of another article, below such a line
_SAME = 25  # shorter lines may well stand twice
_TAIL_SHARE = 0.35  # of the text: when less than that is left below such a line, none of it is the article


class BoilerplateRules:
    """Which blocks are no part of the article, by their wording.

    The phrases of the data file are sorted by where in a block they tell it, so that few are looked for.
    """

    def __init__(self, words: Boilerplate) -> None:
        self._whole = words.line
        self._tails = re.compile(any_of(words.tail))
        starts: dict[str, list[str]] = {}
        for phrase in words.start:
            starts.setdefault(phrase[0], []).append(phrase)
        self._starts = {first: re.compile(any_of(phrases)) for first, phrases in starts.items()}
        self._parts: dict[str, list[str]] = {}
        for phrase in words.has:
            self._parts.setdefault(phrase.split()[0], []).append(phrase)

    def mark(self, blocks: Sequence[Block]) -> None:
        """Give the kind ``boilerplate`` to blocks whose wording tells that they are no part of the article.

        Blocks that have a kind keep it, and so does a text that would have nothing left.
        """
        found = [block for block in blocks if block.kind is None and self._is_boilerplate(block)]
        left = len(found) < len(blocks)
        for block in found:
            if left or not block.final:
                block.kind = "boilerplate"

    def mark_tail(self, blocks: Sequence[Block]) -> None:
        """After a line such as "Related news": all that is left when it is little, else the short lines that follow."""
        inside = little = False
        for number, block in enumerate(blocks):
            if not little and number > 0 and self._opens_tail(block):
                inside = True
                little = blocks[-1].end - block.start <= _TAIL_SHARE * (blocks[-1].end - blocks[0].start)
            elif inside and not little and block.kind != "boilerplate":
                inside = not block.final and len(block.bare) <= _TEASER
            if inside and block.kind not in _KEPT:
                block.kind = "boilerplate"

    def _is_boilerplate(self, block: Block) -> bool:
        """1. a rule (***)  2. remains of code, a list of clips  3. links and handles  4. what ends with an address
        5. what opens with, is, or holds a known phrase."""
        text = block.bare
        if not any(map(str.isalnum, text)):
            return True
        return len(text) <= _LONGEST and (_is_code(text) or _is_link(block) or self._has_phrase(text.casefold()))

    def _has_phrase(self, low: str) -> bool:
        """Whether some words in small letters open with, are, or hold a known phrase."""
        start = self._starts.get(low[0])
        if (start and start.match(low)) or low.rstrip(":. ") in self._whole:
            return True
        return any(part in low for word in self._parts.keys() & set(low.split()) for part in self._parts[word])

    def _opens_tail(self, block: Block) -> bool:
        """Whether other articles are listed below a line."""
        if block.kind not in _OPEN_KINDS:
            return False
        text = block.bare.rstrip(": ")
        return len(text) <= _LONGEST_TAIL_CUE and self._tails.fullmatch(text.casefold()) is not None


def mark_repeats(blocks: Sequence[Block]) -> None:
    """Give the kind ``boilerplate`` to what says word for word what an earlier block said: a teaser, or a mistake."""
    seen: set[str] = set()
    for block in blocks:
        if len(block.bare) >= _SAME:
            if block.bare in seen and block.kind is None:
                block.kind = "boilerplate"
            seen.add(block.bare)


def same(text: str) -> str:
    """A text as it is compared with others: in small letters, blanks made one, marks at its ends left out."""
    return " ".join(text.split()).casefold().strip(" .…*_#×\"“”'’‘")


def _is_code(text: str) -> bool:
    """Whether a line is left of a script or a style sheet, or one of a list of clips."""
    return len(text) < _LONGEST_CODE and bool(_CODE.fullmatch(text) or _CLIP.match(text))


def _is_link(block: Block) -> bool:
    """Whether a block is links and handles, or ends with an address."""
    text = block.bare
    if _SPACED_LINK.match(text) or all(map(_LINK.fullmatch, text.split())):
        return True
    return not block.final and _ADDRESS.search(text) is not None
