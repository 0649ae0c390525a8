"""Quotations: where they begin and end, also when a mark is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.tree import BLANK, trim
from pipeline.records import Offsets, Segment
from pipeline.text.expressions import expression

MARKS = expression(r"[“”„«»\"]|``|''")
OPENING = frozenset("“„«") | {"``"}
CLOSING = frozenset("”»") | {"''"}
FRAME = expression(
    r",\s(?:(?:said|says|added|explained|noted)\s(?:[A-Z]|the\b|he\b|she\b)"
    r"|(?:he|she|(?:[A-Z][\w.-]*\s){0,3}[A-Z][\w.-]*)\s(?:said|says|added|explained|noted)\b)"
)
SENTENCE_STOPS = (". ", "? ", "! ")
SENTENCE_END = expression(r"[.!?…,;:]\s*\Z")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between quotation marks (``start`` to ``end``, marks and blanks left out).

    outer: the span with its marks. closed: whether the closing mark is there.
    continued: the paragraph before ended without a closing mark and this one opens again: one quotation goes on.
    """

    start: int
    end: int
    outer: tuple[int, int]
    segment: int
    closed: bool = True
    continued: bool = False


def find_quotations(text: str, segments: Sequence[Segment]) -> list[Quotation]:
    """The double-quoted stretches of each segment, in order. Single marks are never quotations.

    1. “It is so,” he said.            both marks
    2. It is so,” he said.             no opening mark: from the start of the paragraph or after the quotation before it
    3. “It is so, he said.             no closing mark: to the frame, or the end of the paragraph
    4. “It is so. ¶ “And so on.”       a quotation that reopens in each paragraph
    """
    found: list[Quotation] = []
    for number, segment in enumerate(segments):
        marks = list(MARKS.finditer(text, segment.start, segment.end))
        if not marks or segment.kind == "boilerplate":
            continue
        before = found[-1] if found and found[-1].segment == number - 1 else None
        quotations = _Reader(text, segment, number, before is not None and not before.closed).read(marks)
        following = segments[number + 1].text[:1] if number + 1 < len(segments) else ""
        if quotations and not quotations[-1].closed and not MARKS.match(following):
            quotations[-1] = _without_frame(text, quotations[-1])
        found += quotations
    return found


def _without_frame(text: str, quotation: Quotation) -> Quotation:
    """An unclosed quotation that does not go on in the next paragraph, ended before ", said X" or ", X said"."""
    frame = FRAME.search(text, quotation.start, quotation.end)
    if frame is None:
        return quotation
    end = frame.start() + 1
    return replace(quotation, end=end, outer=(quotation.outer[0], end), closed=True)


class _Reader:
    """Reads the quotations of one segment, mark by mark.

    unclosed: the quotation of the segment before may go on here. floor: where the quotation before ended.
    """

    def __init__(self, text: str, segment: Segment, number: int, unclosed: bool) -> None:
        self._text = text
        self._segment = segment
        self._number = number
        self._unclosed = unclosed
        self._opening: re.Match[str] | None = None
        self._floor = segment.start
        self._found: list[Quotation] = []

    def read(self, marks: Iterable[re.Match[str]]) -> list[Quotation]:
        """The quotations of the marks, in order; the last one may be unclosed."""
        for mark in marks:
            opens = _opens(self._text, mark, self._segment, self._opening)
            if opens is None:
                continue
            if opens:
                self._open(mark)
            elif self._opening is not None:
                self._close(self._opening, mark)
            else:
                self._close_unopened(mark)
        if self._opening is not None:
            end = self._segment.end
            self._add(self._opening.span(), (end, end), closed=False, continued=self._continues(self._opening))
        return self._found

    def _open(self, mark: re.Match[str]) -> None:
        """A quotation begins; where one is open its closing mark was left out, and its words end with a sentence."""
        if self._opening is not None:
            cut = max(self._text.rfind(stop, self._opening.end(), mark.start()) for stop in (*SENTENCE_STOPS, ".\n"))
            self._floor = cut + 1 if cut > 0 else mark.start()
            self._add(self._opening.span(), (self._floor, self._floor), closed=False)
        self._opening = mark

    def _close(self, opening: re.Match[str], mark: re.Match[str]) -> None:
        self._add(opening.span(), mark.span(), continued=self._continues(opening))
        self._opening, self._floor = None, mark.end()

    def _close_unopened(self, mark: re.Match[str]) -> None:
        """A closing mark without an opening one: of a quotation that goes on here, or behind a sentence's end."""
        goes_on = self._unclosed and not self._found
        if not goes_on and not SENTENCE_END.search(self._text[max(self._floor, mark.start() - 3) : mark.start()]):
            return
        start = self._floor
        if self._found:
            stops = [self._text.find(stop, start, mark.start() - 2) for stop in SENTENCE_STOPS]
            start = min((stop + 2 for stop in stops if stop >= 0), default=start)
        self._add((start, start), mark.span(), continued=goes_on)
        self._floor = mark.end()

    def _continues(self, opening: re.Match[str]) -> bool:
        """Whether the quotation that begins here goes on from the segment before."""
        first = self._unclosed and not self._found
        return first and not self._text[self._segment.start : opening.start()].strip(BLANK)

    def _add(self, opening: Offsets, closing: Offsets, *, closed: bool = True, continued: bool = False) -> None:
        """Keeps what stands between two marks, if anything does."""
        start, end = trim(self._text, opening[1], closing[0], BLANK)
        if start < end:
            outer = opening[0], closing[1]
            self._found.append(Quotation(start, end, outer, self._number, closed, continued))


def _opens(text: str, mark: re.Match[str], segment: Segment, opening: re.Match[str] | None) -> bool | None:
    """Whether a mark opens a quotation; None when it is none (inches). Straight marks by what is beside them."""
    sign = mark.group()
    left = text[mark.start() - 1] if mark.start() > segment.start else " "
    right = text[mark.end()] if mark.end() < segment.end else " "
    if sign in CLOSING:
        return False
    if sign in OPENING:
        return opening is None or not _closes_after_all(sign, left, right, opening.group())
    if left.isdigit() and opening is None:
        return None
    free_left = left.isspace() or left in "([{—–-/‘'"
    free_right = right.isspace() or right in ".,;:!?)]}—–-/’'"
    return free_left if free_left != free_right else opening is None


def _closes_after_all(sign: str, left: str, right: str, opening: str) -> bool:
    """Whether an opening mark closes the quotation: a German one, or one of the wrong shape behind a word."""
    german = opening == "„" and sign == "“"
    return german or (not left.isspace() and right.isspace())
