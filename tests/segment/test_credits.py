"""Bylines, captions and lines with a date, together."""

from __future__ import annotations

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import blocks
from pipeline.segment.credits import CreditRules
from pipeline.segment.dates import DateRules
from pipeline.segment.media import MediaNames
from tests.segment.support import BODY


def kinds(text: str, words: Furniture, media: MediaNames, date_rules: DateRules) -> list[str | None]:
    found = blocks(text, words.open_words)
    CreditRules(words, media, date_rules).mark(found)
    return [block.kind for block in found]


def test_each_line_has_its_kind(words: Furniture, media: MediaNames, date_rules: DateRules) -> None:
    text = f"By Nora Quill\n5 February 2026\n{BODY}\nPhoto: Harbour Board"
    assert kinds(text, words, media, date_rules) == ["byline", "dateline", None, "caption"]


def test_many_dates_are_the_headings_of_a_chronicle(words: Furniture, media: MediaNames, date_rules: DateRules) -> None:
    """But for a line that says that it dates the article."""
    text = f"Published: 1 May 2026\n1 March 2026\n{BODY}\n2 March 2026\n{BODY}\n3 March 2026\n{BODY}"
    assert kinds(text, words, media, date_rules) == ["dateline", "heading", None, "heading", None, "heading", None]
