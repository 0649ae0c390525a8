"""Speakers: which named entity a source is, once names have their ids."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.article import Article
from pipeline.records import VALUE_LABELS, Attribution, Document, Entity, Segment, Speaker

CUT = re.compile(r",|;|\s[—–-]\s|\b(?:of|in|for|at|from|with|who|which|that|to|on|by|near|as|whose)\b")
TALKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
HE_SHE = frozenset({"he", "she", "him", "her"})
FIRST_PERSONS = frozenset({"i", "we"})
PRONOUNS = (
    HE_SHE
    | FIRST_PERSONS
    | {"they", "it", "who", "you", "one", "that", "which", "those", "these", "many", "some", "all", "others", "what"}
)
BETWEEN = frozenset({"title", "heading", "byline", "dateline", "caption", "boilerplate"})
NEAR = 3  # paragraphs back in which the last speaker is still meant by "he" or "she"


class Mentions:
    """The names of a document, to be asked by span."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._names = [entity for entity in entities if entity.label not in VALUE_LABELS]
        self._starts = [entity.start for entity in self._names]
        self.people = {entity.entity_id for entity in self._names if entity.label == "PERSON" and entity.entity_id}

    def inside(self, start: int, end: int) -> list[Entity]:
        """The names that lie in a span, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [entity for entity in self._names[low:high] if entity.end <= end]

    def head(self, text: str, start: int, end: int) -> Entity | None:
        """The name that a noun phrase is: "President Jane Doe of Ruritania" is Jane Doe, "officials in Kyiv" is none.

        The name must end where the phrase's head ends: at its end, or before its first comma, preposition or relative.
        """
        found = self.inside(start, end)
        if not found:
            return None
        stop = end
        for cut in CUT.finditer(text, start, end):
            if not any(name.start <= cut.start() < name.end for name in found) and text[start : cut.start()].strip():
                stop = cut.start()
                break
        for name in reversed(found):
            if name.end <= stop + 1 and not text[name.end : stop].strip(" \n’'s"):
                return name
        return None


class Resolver:
    """Knows who speaks in one article, after ``tag.finish`` has given its names and turns their ids."""

    def __init__(self, article: Article, mentions: Mentions) -> None:
        self._text = article.document.text
        self._segments = article.segments
        self._starts = [segment.start for segment in article.segments]
        self._prose = [segment.start for segment in article.segments if segment.kind not in BETWEEN]
        self._mentions = mentions
        quoted = sorted(span for one in article.attributions if one.kind in ("direct", "mixed") for span in one.content)
        self._quoted = quoted
        self._quoted_starts = [span[0] for span in quoted]
        self._places: list[int] = []
        self._recent: list[Speaker] = []

    def speakers(self, attributions: Sequence[Attribution]) -> list[Speaker | None]:
        """The speaker of each attribution, in the same order."""
        found: list[Speaker | None] = [None] * len(attributions)
        for number in sorted(range(len(attributions)), key=lambda number: _place(attributions[number])):
            attribution = attributions[number]
            speaker = found[number] = self._speaker(attribution)
            if speaker is not None and speaker.entity_id in self._mentions.people and attribution.source is not None:
                self._places.append(_place(attribution))
                self._recent.append(speaker)
        return found

    def _speaker(self, attribution: Attribution) -> Speaker | None:
        segment = self._segment(attribution.content[0][0])
        own = segment.speaker if segment is not None else None
        if attribution.kind == "turn":
            return own
        if attribution.source is None:
            return own if segment is not None and segment.kind == "paragraph" else None
        start, end = attribution.source
        source = " ".join(self._text[start:end].split())
        word = source.lower()
        if word in HE_SHE:
            return self.antecedent(start, speaking=True)
        if word in FIRST_PERSONS:
            return own
        if word in PRONOUNS:
            return None
        name = self._mentions.head(self._text, start, end)
        if name is None:
            return Speaker(entity_id=None, name=source, basis="quote")
        if name.label not in TALKERS:
            return None
        return Speaker(entity_id=name.entity_id, name=name.name or name.text, basis="quote")

    def antecedent(self, offset: int, *, speaking: bool = False) -> Speaker | None:
        """Whom "he" or "she" at a place means, when one reading is left; names inside quotations are none.

        1. the only person named before it in its paragraph  2. else, when none is, the only one of the paragraph before
        speaking: it is the source of a saying; then, of several, the only one who has spoken in these paragraphs
        3. the only speaker of the last few paragraphs, when nobody is named
        """
        number = bisect_right(self._prose, offset) - 1
        if number < 0:
            return None
        for first in (self._prose[number], self._prose[max(0, number - 1)]):
            people = {
                name.entity_id or name.text: name
                for name in self._mentions.inside(first, offset)
                if name.label == "PERSON" and not self._is_quoted(name.start)
            }
            if len(people) == 1:
                only = next(iter(people.values()))
                return Speaker(entity_id=only.entity_id, name=only.name or only.text, basis="pronoun")
            if people:
                spoken = [speaker for speaker in self._spoken(first, offset) if speaker.entity_id in people]
                return _only(spoken) if speaking else None
        return _only(self._spoken(self._prose[max(0, number - NEAR)], offset))

    def _spoken(self, start: int, end: int) -> list[Speaker]:
        """The named speakers of a stretch of text, in order."""
        return self._recent[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def _is_quoted(self, offset: int) -> bool:
        number = bisect_right(self._quoted_starts, offset) - 1
        return number >= 0 and offset < self._quoted[number][1]

    def _segment(self, offset: int) -> Segment | None:
        number = bisect_right(self._starts, offset) - 1
        return self._segments[number] if number >= 0 and offset < self._segments[number].end else None


def outlet(document: Document) -> Speaker:
    """Who speaks in narration: the outlet itself."""
    if document.source is None:
        return Speaker(entity_id=None, name="unnamed outlet", basis="outlet")
    return Speaker(entity_id=f"outlet/{document.source.id}", name=document.source.name, basis="outlet")


def _place(attribution: Attribution) -> int:
    return attribution.source[0] if attribution.source is not None else attribution.content[0][0]


def _only(speakers: Sequence[Speaker]) -> Speaker | None:
    """The one whom all of them are, as a pronoun means it."""
    if not speakers or len({speaker.entity_id for speaker in speakers}) > 1:
        return None
    return Speaker(entity_id=speakers[-1].entity_id, name=speakers[-1].name, basis="pronoun")
