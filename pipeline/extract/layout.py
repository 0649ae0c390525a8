"""Where in a document's layout a character lies: its segment, its sentence, its quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.extract.sayings.quotes import Quotation
from pipeline.records import Offsets, Segment


class Layout:
    """The segments and quotations of one document, each in order, to be asked by offset."""

    def __init__(self, segments: Sequence[Segment], quotations: Sequence[Quotation]) -> None:
        self.segments = segments
        self.quotations = quotations
        self._segment_starts = [segment.start for segment in segments]
        self._quotation_starts = [quotation.start for quotation in quotations]
        self._sentences = [sentence for segment in segments for sentence in segment.sentences]
        self._sentence_starts = [sentence[0] for sentence in self._sentences]

    def number_at(self, offset: int) -> int | None:
        """The number of the segment that holds a character."""
        number = bisect_right(self._segment_starts, offset) - 1
        return number if number >= 0 and offset < self.segments[number].end else None

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds a character."""
        number = self.number_at(offset)
        return self.segments[number] if number is not None else None

    def sentence_at(self, offset: int) -> Offsets | None:
        """The sentence that holds a character."""
        number = bisect_right(self._sentence_starts, offset) - 1
        return self._sentences[number] if number >= 0 and offset < self._sentences[number][1] else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds a character (its marks do not count)."""
        number = bisect_right(self._quotation_starts, offset) - 1
        return self.quotations[number] if number >= 0 and offset < self.quotations[number].end else None

    def quotations_in(self, span: Offsets) -> Sequence[Quotation]:
        """The quotations that share a character with a span."""
        low = max(0, bisect_right(self._quotation_starts, span[0]) - 1)
        high = bisect_left(self._quotation_starts, span[1])
        return [quotation for quotation in self.quotations[low:high] if quotation.end > span[0]]
