"""Blocks: the paragraphs and other lines of a text, whichever way its line breaks are meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.records import SegmentKind, Speaker
from pipeline.text.expressions import expression

_LINE = expression(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = expression(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARKUP = "*_#>× \t\xa0"
_CLOSERS = "”\"’'’)]»*_ \xa0"
_FINAL = frozenset(".!?…")
_GOES_ON = frozenset(",–—")
_ENDS_LINE = frozenset(':;”"»)')  # what a line that goes on below does not end with
_OWN_LINE = frozenset("#*_|>")  # what a line that is one by itself begins with
_SIGNS = frozenset("$€£¥₹(")  # what a sentence may go on with, beside letters and digits
_LIST_MARK = expression(r"(?:[-–•·▪●◦*+]|\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_LAST_WORD = expression(r"[^\W\d_]+\Z")
_PARTICLES = expression(r"(?:de|du|di|da|von|van|der|den|al|el|bin|ben|ibn|la|le)\b|[a-z][A-Z]|(?:https?|www)\b")
_NUMBER = expression(r"[$€£¥₹]?\d")

# All by hand, from news pages and wire copy; no data set chose them. Lengths in characters.
_HEADING = 100  # a longer line is text, and no heading
_SHORT = 40  # from here on a line without a full stop may be a sentence that was broken
_LONGEST_WORD = 20  # of a line, from its end, in which its last word is looked for
_MOST_BREAKS = 3  # more line breaks than these part what stands beside them, whatever it says
_WIDTHS = range(40, 121)  # at which text is broken on purpose
_FEWEST_PAIRS = 3  # of lines, to tell a width from
_WIDTH_OF = 19, 20  # the share of the lines that are no longer than the width
_FULL = 0.6  # of the lines have no room for the next word, where lines are broken at a width
_ENDING = 0.5  # of them at most end with a sentence there


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

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark, closing marks aside."""
        return self.text.rstrip(_CLOSERS).endswith("?")


def blocks(text: str, open_words: frozenset[str]) -> list[Block]:
    """The blocks of a text, in order, disjoint, holding all that is not blank.

    1. A line is a block, whether blank lines stand between or not.
    2. Where lines are broken at a fixed width, those that were broken for want of room are one block.
    3. A line that stops in the middle of a sentence and the line that goes on with it are one block.

    open_words: words that a line does not end with unless its sentence goes on.
    """
    pieces = _lines(text)
    width = _wrap_width(pieces)
    joined: list[list[Block]] = []
    for piece in pieces:
        if joined and _joined(joined[-1][-1], piece, width, open_words, first=len(joined) == 1):
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


def windows(items: Sequence[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it; None after the last."""
    return zip(items, [*items[1:], None], strict=False)


def _lines(text: str) -> list[Block]:
    """Each line that is not blank, as a block."""
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
    """The blocks of a group as one."""
    if len(group) == 1:
        return group[0]
    first, last = group[0], group[-1]
    return Block(first.start, last.end, text[first.start : last.end], first.gap, tuple(b.end for b in group[:-1]))


def _joined(left: Block, right: Block, width: int, open_words: frozenset[str], *, first: bool) -> bool:
    """Whether a line goes on with the sentence, or the paragraph, of the line before.

    width: at which the lines are broken, 0 where they are not. first: the left line is the first of the document.
    """
    if right.gap > _MOST_BREAKS or right.listed or right.text[0] in _OWN_LINE or left.text[0] == "#":
        return False
    wrapped = bool(width) and right.gap == 1
    if wrapped and not _fits(left, right, width):
        return True
    return _may_go_on(left, right) and _goes_on(left, right, open_words, wrapped=wrapped, first=first)


def _may_go_on(left: Block, right: Block) -> bool:
    """Whether no mark at the end of the left line or at the start of the right one parts them."""
    if left.final or left.text[-1] in _ENDS_LINE:
        return False
    return right.text[0].isalnum() or right.text[0] in _SIGNS


def _goes_on(left: Block, right: Block, open_words: frozenset[str], *, wrapped: bool, first: bool) -> bool:
    """Whether the left line stops in the middle of a sentence, and the right one goes on with it.

    1. a line that ends openly, and small letters, a number or any line after text
    2. small letters after a line that may be a sentence  3. a number after text, and it is text itself
    """
    number = _NUMBER.match(right.text) is not None
    small = right.text[0].islower()
    if _ends_openly(left, open_words):
        return small or number or _is_text(left)
    if small and not _PARTICLES.match(right.text):
        return wrapped or _may_be_sentence(left, first)
    return number and _is_text(left) and (right.final or len(right.text) > _HEADING)


def _ends_openly(line: Block, open_words: frozenset[str]) -> bool:
    """Whether a line ends with a comma, a dash, or a word such as "of"."""
    if line.text[-1] in _GOES_ON:
        return True
    word = _LAST_WORD.search(line.text[-_LONGEST_WORD:])
    return word is not None and word.group() in open_words


def _is_text(line: Block) -> bool:
    """Whether a line is too long for a heading, or has a full stop in it."""
    return len(line.text) > _HEADING or ". " in line.text


def _may_be_sentence(line: Block, first: bool) -> bool:
    """Whether a line without a full stop may be a sentence; the first of a document may be a title."""
    return _is_text(line) or (len(line.text) >= _SHORT and not first)


def _fits(left: Block, right: Block, width: int) -> bool:
    """Whether the first word of the right line would have had room on the left one."""
    return len(left.text) + 1 + len(right.text.split(None, 1)[0]) <= width


def _wrap_width(pieces: list[Block]) -> int:
    """The width at which the lines of the text are broken; 0 where a line is a paragraph.

    Lines are broken at a width when most have no room for the first word of the next, and few end with a sentence.
    """
    pairs = [(left, right) for left, right in pairwise(pieces) if right.gap == 1]
    if len(pairs) < _FEWEST_PAIRS:
        return 0
    lengths = sorted(len(left.text) for left, _ in pairs)
    share, whole = _WIDTH_OF
    width = lengths[len(lengths) * share // whole]
    if width not in _WIDTHS:
        return 0
    full = sum(not _fits(left, right, width) for left, right in pairs)
    ends = sum(left.final for left, _ in pairs)
    return width if full >= _FULL * len(pairs) and ends <= _ENDING * len(pairs) else 0
