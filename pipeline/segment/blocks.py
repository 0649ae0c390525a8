"""Blocks: the paragraphs and other lines of a text, whichever way its line breaks are meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from pipeline.lexicon.vocabulary import lines
from pipeline.records import SegmentKind, Speaker
from pipeline.text.expressions import expression

_LINE = expression(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = expression(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARKUP = "*_#>× \t\xa0"
_CLOSERS = "”\"'’)]»*_ \xa0"
_FINAL = frozenset(".!?…")
_GOES_ON = frozenset(",–—")
_LIST_MARK = expression(r"(?:[-–•·▪●◦*+]|\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_LAST_WORD = expression(r"[^\W\d_]+\Z")
_PARTICLES = expression(r"(?:de|du|di|da|von|van|der|den|al|el|bin|ben|ibn|la|le)\b|[a-z][A-Z]|(?:https?|www)\b")
_NUMBER = expression(r"[$€£¥₹]?\d")
_HEADING = 100
_SHORT = 40
_WIDTHS = range(40, 121)


@dataclass(slots=True)
class Block:
    """A piece of the text between line breaks that mean something, and what is found out about it.

    gap: how many line breaks stand before it. joints: offsets of the line breaks inside it, which end no sentence.
    body: where its sentences begin (after a speaker's label). bare: its words, without markdown around them.
    final: whether it ends as a sentence does.
    """

    start: int
    end: int
    text: str
    gap: int = 1
    joints: tuple[int, ...] = ()
    kind: SegmentKind | None = None
    speaker: Speaker | None = None
    body: int = 0
    bare: str = field(init=False)
    final: bool = field(init=False)

    def __post_init__(self) -> None:
        self.body = max(self.body, self.start)
        self.bare = self.text.strip(_MARKUP)
        self.final = ends_sentence(self.text)

    @property
    def heading_mark(self) -> bool:
        """Whether markdown says that it is a heading: ``# …`` or a line all bold."""
        text = self.text
        return text[0] == "#" or (text[:2] == text[-2:] and text[:2] in ("**", "__") and len(text) > 4)

    @property
    def listed(self) -> bool:
        """Whether it begins with a bullet or a number, as the items of a list do."""
        return _LIST_MARK.match(self.text) is not None


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order, disjoint, holding all that is not blank.

    1. A line is a block, whether blank lines stand between or not.
    2. Where lines are broken at a fixed width, those that were broken for want of room are one block.
    3. A line that stops in the middle of a sentence and the line that goes on with it are one block.
    """
    pieces = _lines(text)
    width = _wrap_width(pieces)
    joined: list[list[Block]] = []
    for piece in pieces:
        if joined and _joined(joined[-1][-1], piece, width, first=len(joined) == 1):
            joined[-1].append(piece)
        else:
            joined.append([piece])
    return [_one(text, group) for group in joined]


def split(block: Block, at: int) -> tuple[Block, Block]:
    """The block in two, cut at an offset inside it (what is blank there belongs to neither)."""
    cut = at - block.start
    first, second = block.text[:cut].rstrip(), block.text[cut:].lstrip()
    middle, begin = block.start + len(first), block.end - len(second)
    return (
        Block(block.start, middle, first, block.gap, tuple(joint for joint in block.joints if joint < middle)),
        Block(begin, block.end, second, 0, tuple(joint for joint in block.joints if joint > begin)),
    )


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop, question mark or the like, closing marks aside."""
    return text.rstrip(_CLOSERS)[-1:] in _FINAL


def _lines(text: str) -> list[Block]:
    found: list[Block] = []
    last = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            between = text[last:start]
            gap = len(between) if between == "\n\n" or between == "\n" else len(_BREAK.findall(between))
            last = start + len(words)
            found.append(Block(start, last, words, gap))
    return found


def _one(text: str, group: list[Block]) -> Block:
    if len(group) == 1:
        return group[0]
    first, last = group[0], group[-1]
    return Block(first.start, last.end, text[first.start : last.end], first.gap, tuple(b.end for b in group[:-1]))


def _joined(left: Block, right: Block, width: int, *, first: bool) -> bool:
    """Whether a line goes on with the sentence, or the paragraph, of the line before."""
    if right.gap > 3 or right.listed or right.text[0] in "#*_|>" or left.text[0] == "#":
        return False
    if width and right.gap == 1 and not _fits(left, right, width):
        return True
    return _unfinished(left, right, wrapped=bool(width) and right.gap == 1, first=first)


def _unfinished(left: Block, right: Block, *, wrapped: bool, first: bool) -> bool:
    """A sentence broken by a line break: the left part stops in its middle, the right one goes on.

    first: the left line is the first of the document, which may be a title.
    """
    if left.final or left.text[-1] in ':;”"»)' or (not right.text[0].isalnum() and right.text[0] not in "$€£¥₹("):
        return False
    word = _LAST_WORD.search(left.text[-20:])
    open_end = left.text[-1] in _GOES_ON or (word is not None and word.group() in _open_words())
    number = _NUMBER.match(right.text) is not None
    lower = right.text[0].islower()
    body = len(left.text) > _HEADING or ". " in left.text
    if open_end:
        return lower or number or body
    if lower and not _PARTICLES.match(right.text):
        return wrapped or body or (len(left.text) >= _SHORT and not first)
    return number and body and (right.final or len(right.text) > _HEADING)


@cache
def _open_words() -> frozenset[str]:
    return frozenset(lines("open_words.txt"))


def _fits(left: Block, right: Block, width: int) -> bool:
    """Whether the first word of the right line would have had room on the left one."""
    return len(left.text) + 1 + len(right.text.split(None, 1)[0]) <= width


def _wrap_width(pieces: list[Block]) -> int:
    """The width at which the lines of the text are broken; 0 where a line is a paragraph.

    Lines are broken at a width when most have no room for the first word of the next, and few end with a sentence.
    """
    pairs = [(left, right) for left, right in pairwise(pieces) if right.gap == 1]
    if len(pairs) < 3:
        return 0
    lengths = sorted(len(left.text) for left, _ in pairs)
    width = lengths[len(lengths) * 19 // 20]
    if width not in _WIDTHS:
        return 0
    full = sum(not _fits(left, right, width) for left, right in pairs)
    ends = sum(left.final for left, _ in pairs)
    return width if full >= 0.6 * len(pairs) and ends <= 0.5 * len(pairs) else 0


def windows(items: Sequence[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it."""
    return zip(items, [*items[1:], None], strict=False)
