"""What the layout tells of names: a dateline begins with a place, a byline has an author, a turn's label a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.lexicon.name_words import NameWords
from pipeline.names.candidates.candidate import Candidate, key
from pipeline.names.gazetteer import Gazetteer
from pipeline.records import Segment
from pipeline.segment.datelines import place
from pipeline.segment.media import MediaNames
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AGENCY = 5  # letters of an agency's name at most: "VGP -"


class LayoutNames:
    """The names of one document that its layout tells the kind of."""

    def __init__(
        self, doc: Doc, segments: Sequence[Segment], words: NameWords, gazetteer: Gazetteer, media: MediaNames
    ) -> None:
        self._doc = doc
        self._segments = segments
        self._words = words
        self._gazetteer = gazetteer
        self._media = media

    def places(self) -> Iterator[Candidate]:
        """The places that datelines begin with: "HA NOI, March 3 -"; capitals that no list has are an agency."""
        for segment in self._segments:
            named = place(segment.text) if segment.kind == "dateline" else None
            span = self._doc.char_span(segment.start, segment.start + len(named)) if named else None
            if span is None:
                continue
            name = key(self._doc, span.start, span.end)
            if not (len(span.text) < _AGENCY and span.text.isupper()) or self._gazetteer.lookup(name):
                yield Candidate(span.start, span.end, "GPE", name)

    def authors(self, named: Sequence[Candidate]) -> set[str]:
        """The names of two words and more in bylines that no list has and that do not end as a body's do."""
        lines = [(segment.start, segment.end) for segment in self._segments if segment.kind == "byline"]
        starts = ((one, self._doc[one.start].idx) for one in named if one.end - one.start > 1) if lines else ()
        inside = (one for one, at in starts if any(start <= at < end for start, end in lines))
        return {one.key for one in inside if not self._is_body(one)}

    def _is_body(self, one: Candidate) -> bool:
        last = self._doc[one.end - 1]
        ended = last.lower_ in self._words.heads or fold(last.text) in self._words.kinds_of_bodies
        return ended or bool(self._gazetteer.lookup(one.key))

    def speakers(self, named: Sequence[Candidate]) -> set[str]:
        """The names that are labels of turns, but for outlets: "DOE:", "Ada Smith (Sky):"."""
        turns = (one for one in self._segments if one.kind in ("question", "answer") and one.sentences)
        labels = {turn.start: turn.sentences[0][0] for turn in turns if turn.sentences[0][0] > turn.start}
        doc = self._doc
        labelled = (one for one in named if doc[one.end - 1].idx < labels.get(doc[one.start].idx, 0))
        return {
            one.key for one in labelled if len(one.key) > 2 and not self._media.is_outlet(doc[one.start : one.end].text)
        }
