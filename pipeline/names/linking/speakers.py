"""Who speaks in a segment: the person that a label names, or the one whose interview it is."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from pipeline.article import Article
from pipeline.lexicon.name_words import alternatives
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.gazetteer import countries
from pipeline.names.linking.corpus import NameTable
from pipeline.names.linking.offices import role
from pipeline.names.linking.people import meant, name_words
from pipeline.records import Entity, Segment, Speaker
from pipeline.text.expressions import expression
from pipeline.text.folding import fold, level

Person = tuple[str, str]

INTERVIEWER = "interviewer"
_GENERIC = frozenset({"a", "q", "answer", "question", "ans", "ques", "interviewee", "reply", "response"})
_TURNS = ("question", "answer")
_BEFORE = expression(
    r"(?:interview(?:ed|s)?|conversation|talk(?:s|ed)?|sat\sdown|Q&A|spoke|speaks)\s(?:with|to|of)\s(?:\S+\s){0,8}$",
    re.I,
)
_AFTER = expression(
    r"^(?:\S*\s){0,12}?(?:in|during|for|gave|gives|granted|grants)\s(?:an?|the|his|her)\s(?:\S+\s){0,3}interview", re.I
)
_REACH = 90


def with_speakers(article: Article, table: NameTable) -> list[Segment]:
    """The segments with the speakers of their turns resolved; a second time gives the same."""
    if not any(segment.speaker for segment in article.segments):
        return article.segments
    people = _people(article)
    interviewee = _interviewee(article, table, people)
    return [_resolved(segment, people, interviewee) for segment in article.segments]


def _resolved(segment: Segment, people: dict[str, str], interviewee: Person | None) -> Segment:
    speaker = segment.speaker
    if speaker is None or speaker.basis not in ("label", "turn"):
        return segment
    named = speaker.name is not None and fold(speaker.name).rstrip(".") not in _GENERIC
    if segment.kind == "question":
        new = speaker if named and speaker.basis == "label" else Speaker(entity_id=None, name=INTERVIEWER, basis="turn")
        if new.name != INTERVIEWER:
            person = _named(new.name or "", people)
            if person and interviewee and person[0] == interviewee[0]:
                person = None
            new = Speaker(entity_id=person and person[0], name=person[1] if person else new.name, basis=new.basis)
    elif named and speaker.basis == "label":
        person = _named(speaker.name or "", people)
        new = Speaker(entity_id=person and person[0], name=person[1] if person else speaker.name, basis="label")
    elif speaker.basis == "turn" and speaker.name == INTERVIEWER:
        new = speaker
    else:
        who = interviewee or (None, None)
        new = Speaker(entity_id=who[0], name=who[1], basis="turn")
    return msgspec.structs.replace(segment, speaker=new)


def _people(article: Article) -> dict[str, str]:
    """The persons of the article: id and name."""
    return {
        entity.entity_id: entity.name
        for entity in article.entities
        if entity.label == "PERSON" and entity.entity_id and entity.name
    }


def _named(label: str, people: dict[str, str]) -> Person | None:
    """The person whom a speaker's label names, among those of the document."""
    by_words = {name_words(name): (identity, name) for identity, name in sorted(people.items())}
    words = name_words(label)
    fitting = meant(words, by_words) if words else []
    return by_words[fitting[0]] if len(fitting) == 1 else None


def _interviewee(article: Article, table: NameTable, people: dict[str, str]) -> Person | None:
    """The person whose interview it is; None when the text leaves two open.

    For it speak: "interview with" before the name or "in an interview" after it, and mentions in the title and the text
    before the first turn. Against it: to be spoken of in the questions and answers.
    """
    turns = [segment for segment in article.segments if segment.kind in _TURNS]
    if not turns:
        return None
    answerers = {
        person
        for segment in turns
        if segment.kind == "answer" and segment.speaker and segment.speaker.basis == "label"
        for person in [_named(segment.speaker.name or "", people)]
        if person
    }
    if answerers:
        return next(iter(answerers)) if len(answerers) == 1 else None
    first = turns[0].start
    scores: Counter[str] = Counter()
    text = article.document.text
    kinds = {segment.id: segment.kind for segment in article.segments}
    for entity in article.entities:
        if entity.label != "PERSON" or not entity.entity_id:
            continue
        if kinds.get(entity.segment_id) in _TURNS:
            scores[entity.entity_id] -= 2
        elif entity.start < first:
            scores[entity.entity_id] += 2 if entity.start < first // 2 else 1
        if kinds.get(entity.segment_id) not in _TURNS:
            scores[entity.entity_id] += _said_so(text, entity)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if ranked and ranked[0][1] > 0 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0], people[ranked[0][0]]
    return _by_office(article, table, first)


def _said_so(text: str, entity: Entity) -> int:
    before = level(text[max(0, entity.start - _REACH) : entity.start])
    after = level(text[entity.end : entity.end + _REACH])
    line_before = before.rpartition("\n")[2]
    line_after = after.partition("\n")[0]
    if _BEFORE.search(line_before):
        return 6
    return 4 if _AFTER.search(line_after) else 0


def _by_office(article: Article, table: NameTable, first: int) -> Person | None:
    """ "Interview with the president of X", where one person is known to hold that office."""
    home = countries()
    pattern = re.compile(rf"\b(?P<role>{alternatives(vocabulary().roles)})\sof\s(?:the\s)?(?:\w+\sof\s)?$", re.I)
    found: set[Person] = set()
    for entity in article.entities:
        if entity.label == "GPE" and entity.entity_id in home and entity.start < first:
            match = pattern.search(level(article.document.text[max(0, entity.start - _REACH) : entity.start]))
            if match:
                identity, name = table.holder(role(match["role"]), home[entity.entity_id])
                if identity and name:
                    found.add((identity, name))
    return next(iter(found)) if len(found) == 1 else None
