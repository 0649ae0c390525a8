"""The stage: the layout of a parsed article, and what the text tells of title, outlet and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from pipeline.article import Article, Step
from pipeline.config import Config
from pipeline.readers import metadata
from pipeline.records import Document, Published, Segment, record_id
from pipeline.segment import dates
from pipeline.segment.blocks import Block
from pipeline.segment.layout import layout
from pipeline.segment.outlet import outlet
from pipeline.segment.sentences import sentence_starts, sentences

_HEAD = 12
_TAIL = 4
_HEAD_CHARACTERS = 2000


def make(config: Config) -> Step:
    """The stage that fills ``article.segments``, and title, source and date of the document where they are unknown."""

    def segment(articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            found = layout(article.document.text, article.document.title)
            article.segments = list(_segments(article, found))
            article.document = _told(article.document, found)
            yield article

    return segment


def _segments(article: Article, found: Sequence[Block]) -> Iterator[Segment]:
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


def _told(document: Document, found: Sequence[Block]) -> Document:
    """The document with what its text tells; what its metadata give stays."""
    title = next((metadata.words(block.bare) for block in found if block.kind == "title"), None)
    one_document = not document.path.endswith(".jsonl")
    return msgspec.structs.replace(
        document,
        title=document.title or title,
        source=document.source or outlet(found, document.path if one_document else ""),
        published=document.published or _published(found) or (dates.of_path(document.path) if one_document else None),
    )


def _published(found: Sequence[Block]) -> Published | None:
    """The date on a line of the head or the end, a first version's before a later one's; else that in a dateline."""
    later: Published | None = None
    placed: Published | None = None
    head = [block for block in found[:_HEAD] if block.start < _HEAD_CHARACTERS]
    rest = [block for block in found[len(head) :][-_TAIL:] if block.kind == "dateline"]
    tail = [block for block in rest if dates.is_labelled(block.text)]
    for block in (*head, *tail):
        if block.kind not in ("dateline", "byline"):
            continue
        line = block.kind == "byline" or dates.is_date_line(block.bare)
        date = dates.of_text(block.text, "text" if line else "dateline")
        if date is None:
            continue
        if not line:
            placed = placed or date
        elif dates.is_update(block.text):
            later = later or date
        else:
            return date
    return later or placed
