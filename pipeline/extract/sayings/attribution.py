"""Attributions: who says what, from the parse and from quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pipeline.extract.layout import Layout
from pipeline.extract.sayings.attachment import Attachment
from pipeline.extract.sayings.frames import Frames
from pipeline.extract.sayings.saying import Saying
from pipeline.extract.tree import Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Attribution, Entity, Offsets, Segment, record_id

Kind = Literal["direct", "indirect", "mixed", "turn"]
QUOTED = 0.9  # the share of quoted words from which a saying is direct


def find_sayings(tree: Tree, layout: Layout, entities: Sequence[Entity], words: ClaimWords) -> list[Saying]:
    """The sayings of a document, those of its parse first, completed by the quotations that belong to them."""
    return Attachment(tree, layout, Frames(tree, layout, entities, words).find(), words).join()


def attributions(doc_id: str, text: str, sayings: Iterable[Saying], layout: Layout) -> list[Attribution]:
    """The records of a document, sorted by content: of its sayings (not the nested ones) and of an interview's answers.

    Speakers are still open: they need the names of the whole corpus.
    """
    found = {record.id: record for record in _turns(layout.segments)}
    for saying in sayings:
        content = tuple(sorted(set(saying.content)))
        segment = layout.segment_at(content[0][0])
        if not saying.nested and (segment is None or segment.kind != "boilerplate"):
            record = _record(doc_id, _kind(text, content, layout), content, saying.cue, saying.source)
            found.setdefault(record.id, record)
    return sorted(found.values(), key=lambda record: (record.content[0], record.id))


def _turns(segments: Iterable[Segment]) -> list[Attribution]:
    """An answer is said by its segment's speaker."""
    return [
        _record(segment.doc_id, "turn", ((segment.sentences[0][0], segment.sentences[-1][1]),), None, None)
        for segment in segments
        if segment.kind == "answer" and segment.sentences
    ]


def _record(
    doc_id: str, kind: Kind, content: tuple[Offsets, ...], cue: Offsets | None, source: Offsets | None
) -> Attribution:
    return Attribution(
        id=record_id("a", doc_id, kind, content, cue, source),
        doc_id=doc_id,
        kind=kind,
        content=content,
        cue=cue,
        source=source,
        speaker=None,
    )


def _kind(text: str, content: Iterable[Offsets], layout: Layout) -> Kind:
    """direct: nearly all words are quoted; mixed: some are; indirect: none is."""
    total = inside = 0
    for start, end in content:
        total += len(text[start:end].split())
        for quotation in layout.quotations_in((start, end)):
            inside += len(text[max(quotation.start, start) : min(quotation.end, end)].split())
    if not inside:
        return "indirect"
    return "direct" if inside >= QUOTED * total else "mixed"
