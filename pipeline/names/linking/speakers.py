"""Who speaks in a segment: the person that a label names, or the one whose interview it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from pipeline.article import Article
from pipeline.names.linking.corpus import NameTable
from pipeline.names.linking.people import PersonNames
from pipeline.records import INTERVIEWER, Entity, Segment, Speaker
from pipeline.text.expressions import expression
from pipeline.text.folding import fold, level

_GENERIC = frozenset({"a", "q", "answer", "question", "ans", "ques", "interviewee", "reply", "response"})
_TURNS = ("question", "answer")
_BEFORE = expression(
    r"(?:interview(?:ed|s)?|conversation|talk(?:s|ed)?|sat\sdown|Q&A|spoke|speaks)\s(?:with|to|of)\s(?:\S+\s){0,8}$",
    re.I,
)
_AFTER = expression(
    r"^(?:\S*\s){0,12}?(?:in|during|for|gave|gives|granted|grants)\s(?:an?|the|his|her)\s(?:\S+\s){0,3}interview", re.I
)
_REACH = 90  # characters beside a name in which "interview" stands
# what speaks for a person to be the interviewee, in points; by hand, from interviews of several outlets
_SPOKEN_OF = -2  # a mention in a question or answer
_NAMED_EARLY = 2  # a mention in the first half of what stands before the turns
_NAMED = 1  # a mention in its second half
_INTERVIEW_WITH = 6  # "interview with" before the name
_IN_INTERVIEW = 4  # "in an interview" behind it


class SpeakerId(NamedTuple):
    """A person: id and name."""

    entity_id: str
    name: str


def with_speakers(article: Article, table: NameTable, countries: Mapping[str, str]) -> list[Segment]:
    """The segments with the speakers of their turns resolved; a second time gives the same.

    countries: the country of each known place, people or person, by id.
    """
    if not any(segment.speaker for segment in article.segments):
        return article.segments
    labels = _Labels(article, table.linker.persons)
    interviewee = _interviewee(article, table, labels, countries)
    return [_resolved(segment, labels, interviewee) for segment in article.segments]


class _Labels:
    """Reads the labels of an article's turns. people: the names of its persons by id."""

    def __init__(self, article: Article, reader: PersonNames) -> None:
        persons = (entity for entity in article.entities if entity.label == "PERSON")
        self.people = {entity.entity_id: entity.name for entity in persons if entity.entity_id and entity.name}
        self._reader = reader
        self._by_words = {reader.words(name): SpeakerId(key, name) for key, name in sorted(self.people.items())}

    def person(self, label: str | None) -> SpeakerId | None:
        """The person whom a speaker's label names, among those of the document."""
        words = self._reader.words(label or "")
        fitting = self._reader.meant(words, self._by_words) if words else []
        return self._by_words[fitting[0]] if len(fitting) == 1 else None


def _resolved(segment: Segment, labels: _Labels, interviewee: SpeakerId | None) -> Segment:
    """A turn with its speaker as a person, where one is known."""
    speaker = segment.speaker
    if speaker is None or speaker.basis not in ("label", "turn"):
        return segment
    if segment.kind == "question":
        new = _asking(speaker, labels, interviewee)
    elif _is_named(speaker):
        new = _as(labels.person(speaker.name), speaker.name, "label")
    elif speaker.basis == "turn" and speaker.name == INTERVIEWER.name:
        new = speaker
    else:
        new = _as(interviewee, None, "turn")
    return msgspec.structs.replace(segment, speaker=new)


def _is_named(speaker: Speaker) -> bool:
    """Whether a label says more than "Q" and "A"."""
    return speaker.basis == "label" and speaker.name is not None and fold(speaker.name).rstrip(".") not in _GENERIC


def _asking(speaker: Speaker, labels: _Labels, interviewee: SpeakerId | None) -> Speaker:
    """Who asks: the one whom a label names, but not the interviewee; else the interviewer."""
    if not _is_named(speaker):
        return INTERVIEWER
    if speaker.name == INTERVIEWER.name:
        return speaker
    person = labels.person(speaker.name)
    if person and interviewee and person.entity_id == interviewee.entity_id:
        person = None
    return _as(person, speaker.name, speaker.basis)


def _as(person: SpeakerId | None, name: str | None, basis: str) -> Speaker:
    """A person as a speaker; with nothing but a name where it is nobody that is known."""
    if person is None:
        return Speaker(entity_id=None, name=name, basis=basis)
    return Speaker(entity_id=person.entity_id, name=person.name, basis=basis)


def _interviewee(article: Article, table: NameTable, labels: _Labels, countries: Mapping[str, str]) -> SpeakerId | None:
    """The person whose interview it is; None when the text leaves two open."""
    turns = [segment for segment in article.segments if segment.kind in _TURNS]
    if not turns:
        return None
    answerers = set(_answerers(turns, labels))
    if answerers:
        return answerers.pop() if len(answerers) == 1 else None
    ranked = sorted(_points(article, turns[0].start).items(), key=lambda item: (-item[1], item[0]))
    if ranked and ranked[0][1] > 0 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return SpeakerId(ranked[0][0], labels.people[ranked[0][0]])
    return _by_office(article, table, turns[0].start, countries)


def _answerers(turns: Iterable[Segment], labels: _Labels) -> Iterable[SpeakerId]:
    """The persons whom the labels of answers name."""
    speakers = (turn.speaker for turn in turns if turn.kind == "answer" and turn.speaker is not None)
    persons = (labels.person(speaker.name) for speaker in speakers if speaker.basis == "label")
    return (person for person in persons if person is not None)


def _points(article: Article, first: int) -> Counter[str]:
    """What speaks for each person to be the interviewee. first: where the turns begin.

    For it speak: "interview with" before the name or "in an interview" after it, and mentions in the title and the text
    before the first turn. Against it: to be spoken of in the questions and answers.
    """
    points: Counter[str] = Counter()
    kinds = {segment.id: segment.kind for segment in article.segments}
    for entity in article.entities:
        if entity.label != "PERSON" or not entity.entity_id:
            continue
        if kinds.get(entity.segment_id) in _TURNS:
            points[entity.entity_id] += _SPOKEN_OF
            continue
        if entity.start < first:
            points[entity.entity_id] += _NAMED_EARLY if entity.start < first // 2 else _NAMED
        points[entity.entity_id] += _said_so(article.document.text, entity)
    return points


def _said_so(text: str, entity: Entity) -> int:
    """The points of the words about an interview beside a name."""
    before = level(text[max(0, entity.start - _REACH) : entity.start])
    after = level(text[entity.end : entity.end + _REACH])
    if _BEFORE.search(before.rpartition("\n")[2]):
        return _INTERVIEW_WITH
    return _IN_INTERVIEW if _AFTER.search(after.partition("\n")[0]) else 0


def _by_office(article: Article, table: NameTable, first: int, countries: Mapping[str, str]) -> SpeakerId | None:
    """ "Interview with the president of X", where one person is known to hold that office."""
    found: set[SpeakerId] = set()
    for entity in article.entities:
        country = countries.get(entity.entity_id or "") if entity.label == "GPE" and entity.start < first else None
        office = table.linker.offices.of_interviewed(article.document.text, entity.start) if country else None
        identity, name = table.holder(office, country) if office and country else (None, None)
        if identity and name:
            found.add(SpeakerId(identity, name))
    return found.pop() if len(found) == 1 else None
