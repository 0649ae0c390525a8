"""Where in a document's layout a character lies: its segment, its sentence, its quotation."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.sayings.quotes import Quotation
from pipeline.records import Offsets, Segment
from pipeline.text.spans import Ordered


class Layout:
    """The segments and quotations of one document, each in order, to be asked by offset."""

    def __init__(self, segments: Sequence[Segment], quotations: Sequence[Quotation]) -> None:
        self.segments = segments
        self.quotations = quotations
        self._segments = Ordered(segments, lambda segment: (segment.start, segment.end))
        self._quotations = Ordered(quotations, lambda quotation: (quotation.start, quotation.end))
        sentences = [sentence for segment in segments for sentence in segment.sentences]
        self._sentences = Ordered(sentences, lambda sentence: sentence)

    def number_at(self, offset: int) -> int | None:
        """The number of the segment that holds a character; None between segments."""
        return self._segments.number_at(offset)

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds a character; None between segments."""
        return self._segments.at(offset)

    def sentence_at(self, offset: int) -> Offsets | None:
        """The sentence that holds a character; None between sentences."""
        return self._sentences.at(offset)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds a character (its marks do not count); None outside of all."""
        return self._quotations.at(offset)

    def quotations_in(self, span: Offsets) -> Sequence[Quotation]:
        """The quotations that share a character with a span."""
        return self._quotations.meeting(*span)
