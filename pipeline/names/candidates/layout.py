"""What the layout tells of names: a dateline begins with a place, a byline has an author, a turn's label a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.candidates.candidate import Candidate, key
from pipeline.names.gazetteer import Gazetteer
from pipeline.records import Segment
from pipeline.segment.credits import is_outlet
from pipeline.segment.datelines import place
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AGENCY = 5  # letters of an agency's name at most: "VGP -"


def datelines(doc: Doc, segments: Sequence[Segment], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The places that datelines begin with: "HA NOI, March 3 -"; a few capitals that no list has are an agency."""
    for segment in segments:
        if segment.kind != "dateline":
            continue
        named = place(segment.text)
        span = doc.char_span(segment.start, segment.start + len(named)) if named else None
        if span is None:
            continue
        name = key(doc, span.start, span.end)
        if not (len(span.text) < _AGENCY and span.text.isupper()) or gazetteer.lookup(name):
            yield Candidate(span.start, span.end, "GPE", name)


def authors(doc: Doc, named: list[Candidate], segments: Sequence[Segment], gazetteer: Gazetteer) -> set[str]:
    """The names of two words and more in bylines that no list has and that do not end as a body's do."""
    lines = [(segment.start, segment.end) for segment in segments if segment.kind == "byline"]
    return {
        one.key
        for one in named
        if one.end - one.start > 1
        and any(start <= doc[one.start].idx < end for start, end in lines)
        and not gazetteer.lookup(one.key)
        and doc[one.end - 1].lower_ not in vocabulary().heads
        and fold(doc[one.end - 1].text) not in vocabulary().kinds_of_bodies
    }


def speakers(doc: Doc, named: list[Candidate], segments: Sequence[Segment]) -> set[str]:
    """The names that are labels of turns, but for outlets: "DOE:", "Ada Smith (Sky):"."""
    labels = {
        segment.start: segment.sentences[0][0]
        for segment in segments
        if segment.kind in ("question", "answer") and segment.sentences and segment.sentences[0][0] > segment.start
    }
    return {
        one.key
        for one in named
        if doc[one.end - 1].idx < labels.get(doc[one.start].idx, 0)
        and len(one.key) > 2
        and not is_outlet(doc[one.start : one.end].text)
    }
