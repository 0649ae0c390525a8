"""The stage: names and values of a parsed and segmented article, as entity records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.article import Article, Step
from pipeline.config import Config
from pipeline.lexicon.lexicon import packaged
from pipeline.names.find import NameFinder
from pipeline.names.gazetteer import load
from pipeline.names.mention import Mention
from pipeline.records import Entity, Offsets, Segment, record_id
from pipeline.text.expressions import expression
from pipeline.text.spans import Ordered
from pipeline.values.find import Value, ValueFinder

_YEAR = 4  # the length of a time that is a year only: "the 2026 World Cup" keeps it
_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_PREPOSITION = expression(r"\s+(?:on|in|of|for|at)?\s*(?:the\s+)?$")


def make(config: Config) -> Step:
    """The stage that fills ``article.entities``, sorted by start, none overlapping, each inside one segment."""
    lexicon = packaged()
    names = NameFinder(lexicon, load(lexicon.entries, config.gazetteers))
    values = ValueFinder(lexicon)

    def tag(articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            named = names.find(article.parse, article.segments)
            article.entities = list(_entities(article, named, values.find(article.parse, article.document.published)))
            yield article

    return tag


class _Found(NamedTuple):
    """A name or a value and the segment that it lies in. value: None for a name."""

    segment: Segment
    mention: Mention
    value: Value | None


def _entities(article: Article, names: Sequence[Mention], values: Sequence[Value]) -> Iterator[Entity]:
    """A number inside a name is the name's; a name inside a value ("300 US dollars", "GBP 350") the value's."""
    segments = Ordered(article.segments, lambda segment: (segment.start, segment.end))
    found = list(_names(article.document.text, names, values, segments))
    taken = Ordered([one.mention for one in found], lambda mention: (mention.start, mention.end))
    for value in values:
        segment = segments.at(value.start)
        if segment is not None and value.end <= segment.end and not taken.meeting(value.start, value.end):
            found.append(_Found(segment, Mention(value.start, value.end, value.label, None, "rule"), value))
    found.sort(key=lambda one: one.mention.start)
    return (_entity(article, one) for one in found)


def _names(
    text: str, names: Iterable[Mention], values: Sequence[Value], segments: Ordered[Segment]
) -> Iterator[_Found]:
    """The names that are no part of a value, cut to their segments and before a day behind them."""
    around = Ordered(values, lambda value: (value.start, value.end))
    for name in names:
        segment = segments.at(name.start)
        over = next(iter(around.meeting(name.start, name.end)), None)
        if segment is None or (over is not None and _is_value(name, over)):
            continue
        end = min(name.end, segment.end)
        if over is not None and _ends_in_day(name, over):
            end = name.start + len(_PREPOSITION.sub("", text[name.start : over.start]))
        end = name.start + len(text[name.start : end].rstrip())
        yield _Found(segment, name if end == name.end else replace(name, end=end), None)


def _is_value(name: Mention, over: Value) -> bool:
    """Whether a name is a value or a part of one; a feast is a time, though the model calls it an event."""
    if not (over.start <= name.start and name.end <= over.end):
        return False
    if over.label in _MEASURES or (over.start, over.end) != (name.start, name.end):
        return True
    return name.label == "EVENT" and _is_day(over)


def _ends_in_day(name: Mention, over: Value) -> bool:
    """Whether a day stands at the end of a name, of which it is no part: "the summit on Wednesday"."""
    return name.label in ("EVENT", "LAW") and _is_day(over) and name.start < over.start and over.end == name.end


def _is_day(value: Value) -> bool:
    """Whether a value is a time that is more than a year."""
    return value.time is not None and len(value.time.value) > _YEAR


def _entity(article: Article, one: _Found) -> Entity:
    mention = one.mention
    span: Offsets = (mention.start, mention.end)
    return Entity(
        id=record_id("e", article.document.id, *span, mention.label),
        doc_id=article.document.id,
        segment_id=one.segment.id,
        start=mention.start,
        end=mention.end,
        text=article.document.text[mention.start : mention.end],
        label=mention.label,
        subtype=mention.subtype,
        entity_id=mention.entity_id,
        name=mention.name,
        candidates=tuple(sorted(entry.id for entry in mention.entries)),
        basis=mention.basis,
        value=one.value.quantity if one.value else None,
        time=one.value.time if one.value else None,
    )
