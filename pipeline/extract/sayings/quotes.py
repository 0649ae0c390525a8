"""Quotations: where they begin and end, also when a mark is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.tree import BLANK, trim
from pipeline.records import Segment
from pipeline.text.expressions import expression

MARKS = expression(r"[“”„«»\"]|``|''")
OPENING = frozenset("“„«") | {"``"}
CLOSING = frozenset("”»") | {"''"}
FRAME = expression(
    r",\s(?:(?:said|says|added|explained|noted)\s(?:[A-Z]|the\b|he\b|she\b)"
    r"|(?:he|she|(?:[A-Z][\w.-]*\s){0,3}[A-Z][\w.-]*)\s(?:said|says|added|explained|noted)\b)"
)
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
        unclosed = before is not None and not before.closed
        quotations = _of_segment(text, segment, number, marks, unclosed)
        if quotations and not quotations[-1].closed:
            following = segments[number + 1].text[:1] if number + 1 < len(segments) else ""
            if not MARKS.match(following):
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


def _of_segment(
    text: str, segment: Segment, number: int, marks: list[re.Match[str]], unclosed: bool
) -> list[Quotation]:
    found: list[Quotation] = []
    opening: re.Match[str] | None = None
    floor = segment.start
    for mark in marks:
        opens = _opens(text, mark, segment, opening)
        if opens is None:
            continue
        if opens and opening is None:
            opening = mark
        elif opens and opening is not None:
            # A second opening mark: the closing one was left out, and the words end with their sentence.
            cut = max(text.rfind(stop, opening.end(), mark.start()) for stop in (". ", "? ", "! ", ".\n"))
            end = cut + 1 if cut > 0 else mark.start()
            found += _quotation(text, opening.start(), opening.end(), end, end, number, closed=False)
            opening, floor = mark, end
        elif opening is not None:
            continued = unclosed and not found and not text[segment.start : opening.start()].strip(BLANK)
            found += _quotation(
                text, opening.start(), opening.end(), mark.start(), mark.end(), number, continued=continued
            )
            opening, floor = None, mark.end()
        elif (unclosed and not found) or SENTENCE_END.search(text[max(floor, mark.start() - 3) : mark.start()]):
            start = floor
            if found:
                stops = [text.find(stop, floor, mark.start() - 2) for stop in (". ", "? ", "! ")]
                start = min((stop + 2 for stop in stops if stop >= 0), default=floor)
            found += _quotation(text, start, start, mark.start(), mark.end(), number, continued=unclosed and not found)
            floor = mark.end()
    if opening is not None:
        continued = unclosed and not found and not text[segment.start : opening.start()].strip(BLANK)
        found += _quotation(
            text, opening.start(), opening.end(), segment.end, segment.end, number, closed=False, continued=continued
        )
    return found


def _opens(text: str, mark: re.Match[str], segment: Segment, opening: re.Match[str] | None) -> bool | None:
    """Whether a mark opens a quotation; None when it is none (inches). Straight marks by what is beside them."""
    sign = mark.group()
    left = text[mark.start() - 1] if mark.start() > segment.start else " "
    right = text[mark.end()] if mark.end() < segment.end else " "
    if sign in OPENING:
        german = opening is not None and opening.group() == "„" and sign == "“"
        turned = opening is not None and not left.isspace() and right.isspace()  # the wrong shape of mark
        return not (german or turned)
    if sign in CLOSING:
        return False
    if left.isdigit() and opening is None:
        return None
    free_left = left.isspace() or left in "([{—–-/‘'"
    free_right = right.isspace() or right in ".,;:!?)]}—–-/’'"
    if free_left != free_right:
        return free_left
    return opening is None


def _quotation(
    text: str,
    outer: int,
    start: int,
    end: int,
    outer_end: int,
    segment: int,
    *,
    closed: bool = True,
    continued: bool = False,
) -> list[Quotation]:
    start, end = trim(text, start, end, BLANK)
    if start >= end:
        return []
    return [Quotation(start, end, (outer, outer_end), segment, closed, continued)]
