"""Who made an article and its pictures, and when: which blocks are bylines, captions and lines with a date."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import Block
from pipeline.segment.bylines import BylineRules
from pipeline.segment.captions import LONGEST, CaptionRules
from pipeline.segment.dates import DateRules
from pipeline.segment.media import MediaNames

_MOST_DAYS = 2  # lines with a date alone that one article has; with more, it is a chronicle; by hand


class CreditRules:
    """What tells bylines, captions and lines with a date."""

    def __init__(self, words: Furniture, media: MediaNames, dates: DateRules) -> None:
        self._dates = dates
        self._captions = CaptionRules(words.captions, media)
        self._bylines = BylineRules(words.bylines, media)

    def mark(self, blocks: Sequence[Block]) -> None:
        """Give their kinds to captions, bylines and lines with a date and nothing else. A kind that is given stays."""
        days = []
        for block in blocks:
            if block.kind is not None or len(block.text) > LONGEST:
                continue
            if self._dates.is_line(block.bare):
                block.kind = "dateline"
                days += [] if self._dates.is_labelled(block.bare) else [block]
            elif self._captions.is_caption(block.bare):
                block.kind = "caption"
            elif self._bylines.is_byline(block.text):
                block.kind = "byline"
        if len(days) > _MOST_DAYS:  # the headings of a chronicle
            for block in days:
                block.kind = "heading"
