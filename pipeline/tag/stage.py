"""The stage: names and values of a parsed and segmented article, as entity records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.article import Article, Step
from pipeline.config import Config
from pipeline.lexicon.lexicon import packaged
from pipeline.names.find import find_names
from pipeline.names.gazetteer import load
from pipeline.names.mention import Mention
from pipeline.records import Entity, Offsets, Quantity, Segment, Time, record_id
from pipeline.text.expressions import expression
from pipeline.values.find import Value, ValueFinder


def make(config: Config) -> Step:
    """The stage that fills ``article.entities``, sorted by start, none overlapping, each inside one segment."""
    gazetteer = load(config.gazetteers)
    values_of = ValueFinder(packaged())

    def tag(articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            names = find_names(article.parse, gazetteer, article.segments)
            values = values_of.find(article.parse, article.document.published)
            article.entities = list(_entities(article, names, values))
            yield article

    return tag


_YEAR = 4  # the length of a time that is a year only: "the 2026 World Cup" keeps it
_PREPOSITION = expression(r"\s+(?:on|in|of|for|at)?\s*(?:the\s+)?$")


def _entities(article: Article, names: list[Mention], values: list[Value]) -> Iterator[Entity]:
    """A number inside a name is the name's; a name inside a value ("300 US dollars", "GBP 350") the value's.

    A feast is a time, though the model calls it an event ("Thanksgiving weekend"), and a day behind a name is no part
    of it ("the summit on Wednesday").
    """
    text = article.document.text
    doc_id = article.document.id
    found: list[tuple[Segment, Mention, Quantity | None, Time | None]] = []
    measures = {(value.start, value.end) for value in values if value.label in ("MONEY", "PERCENT", "QUANTITY")}
    days = {(value.start, value.end) for value in values if value.time and len(value.time.value) > _YEAR}
    inside = _Spans([(value.start, value.end) for value in values])
    place = _Segments(article.segments)
    for name in names:
        segment = place.of(name.start)
        over = inside.first(name.start, name.end)
        if segment is None:
            continue
        if (
            over
            and over[0] <= name.start
            and name.end <= over[1]
            and (over in measures or over != (name.start, name.end) or (over in days and name.label == "EVENT"))
        ):
            continue
        end = min(name.end, segment.end)
        if over and over in days and name.start < over[0] and over[1] == name.end and name.label in ("EVENT", "LAW"):
            end = name.start + len(_PREPOSITION.sub("", text[name.start : over[0]]))
        end = name.start + len(text[name.start : end].rstrip())
        found.append((segment, name if end == name.end else replace(name, end=end), None, None))
    named = _Spans([(row[1].start, row[1].end) for row in found])
    place = _Segments(article.segments)
    for value in values:
        segment = place.of(value.start)
        if segment is not None and value.end <= segment.end and not named.first(value.start, value.end):
            mention = Mention(value.start, value.end, value.label, None, "rule")
            found.append((segment, mention, value.quantity, value.time))
    found.sort(key=lambda row: row[1].start)
    for segment, mention, quantity, time in found:
        yield Entity(
            id=record_id("e", doc_id, mention.start, mention.end, mention.label),
            doc_id=doc_id,
            segment_id=segment.id,
            start=mention.start,
            end=mention.end,
            text=text[mention.start : mention.end],
            label=mention.label,
            subtype=mention.subtype,
            entity_id=mention.entity_id,
            name=mention.name,
            candidates=tuple(sorted(entry.id for entry in mention.entries)),
            basis=mention.basis,
            value=quantity,
            time=time,
        )


class _Spans:
    """Sorted spans, asked for overlaps with spans whose starts do not go down from call to call."""

    def __init__(self, spans: list[Offsets]) -> None:
        self._spans = spans
        self._at = 0

    def first(self, start: int, end: int) -> Offsets | None:
        """The first span that shares a character with [start, end)."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= start:
            self._at += 1
        if self._at < len(self._spans) and self._spans[self._at][0] < end:
            return self._spans[self._at]
        return None


class _Segments:
    """The segment that a growing offset lies in."""

    def __init__(self, segments: list[Segment]) -> None:
        self._segments = segments
        self._at = 0

    def of(self, offset: int) -> Segment | None:
        """The segment of ``offset``; offsets must not go down from call to call."""
        while self._at < len(self._segments) and self._segments[self._at].end <= offset:
            self._at += 1
        if self._at < len(self._segments) and self._segments[self._at].start <= offset:
            return self._segments[self._at]
        return None
