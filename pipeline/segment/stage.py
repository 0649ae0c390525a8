"""The stage: the layout of a parsed article, and what the text tells of title, outlet and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from pipeline.article import Article, Step
from pipeline.config import Config
from pipeline.lexicon.lexicon import packaged
from pipeline.readers import metadata
from pipeline.records import Document, Published, Segment, record_id
from pipeline.segment import dates
from pipeline.segment.blocks import Block
from pipeline.segment.dates import DateRules
from pipeline.segment.layout import LayoutRules
from pipeline.segment.media import MediaNames
from pipeline.segment.outlet import OutletRules
from pipeline.segment.sentences import sentence_starts, sentences

# By hand: where the date of an article stands.
_HEAD = 12  # blocks at the head
_HEAD_CHARACTERS = 2000  # that they begin in
_TAIL = 4  # blocks at the end, for a date that says that it is the article's


def make(config: Config) -> Step:
    """The stage that fills ``article.segments``, and title, source and date of the document where they are unknown."""
    words = packaged().furniture
    media, date_rules = MediaNames(words.media), DateRules(words.dates)
    rules, outlets = LayoutRules(words, media, date_rules), OutletRules(media)

    def segment(articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            found = rules.layout(article.document.text, article.document.title)
            article.segments = list(_segments(article, found))
            article.document = _completed(article.document, found, outlets, date_rules)
            yield article

    return segment


def _segments(article: Article, found: Sequence[Block]) -> Iterator[Segment]:
    """The blocks as segments, with the sentences of the parse in them."""
    text, doc_id = article.document.text, article.document.id
    starts = sentence_starts(article.parse)
    for block in found:
        assert block.kind is not None, "mark_rest leaves no block without a kind"
        yield Segment(
            id=record_id("s", doc_id, block.start, block.end),
            doc_id=doc_id,
            start=block.start,
            end=block.end,
            text=block.text,
            kind=block.kind,
            speaker=block.speaker,
            sentences=sentences(text, starts, block.body, block.end, block.joints),
        )


def _completed(document: Document, found: Sequence[Block], outlets: OutletRules, date_rules: DateRules) -> Document:
    """The document with what its text tells; what its metadata give stays."""
    title = next((metadata.one_line(block.bare) for block in found if block.kind == "title"), None)
    path = "" if document.path.endswith(".jsonl") else document.path  # the name of many documents tells of none
    return msgspec.structs.replace(
        document,
        title=document.title or title,
        source=document.source or outlets.outlet(found, path),
        published=document.published or _published(found, date_rules) or dates.of_path(path),
    )


def _published(found: Sequence[Block], rules: DateRules) -> Published | None:
    """The date on a line of the head or the end, a first version's before a later one's; else that in a dateline."""
    later: Published | None = None
    placed: Published | None = None
    for block in _dated_blocks(found, rules):
        is_line = block.kind == "byline" or rules.is_line(block.bare)
        date = dates.of_text(block.text, "text" if is_line else "dateline")
        if date is None:
            continue
        if not is_line:
            placed = placed or date
        elif rules.is_update(block.text):
            later = later or date
        else:
            return date
    return later or placed


def _dated_blocks(found: Sequence[Block], rules: DateRules) -> Iterator[Block]:
    """The datelines and bylines of the head, and the lines of the end that say that they date the article."""
    head = [block for block in found[:_HEAD] if block.start < _HEAD_CHARACTERS]
    yield from (block for block in head if block.kind in ("dateline", "byline"))
    rest = [block for block in found[len(head) :][-_TAIL:] if block.kind == "dateline"]
    yield from (block for block in rest if rules.is_labelled(block.text))
