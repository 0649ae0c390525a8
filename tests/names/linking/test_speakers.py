"""Who speaks in a turn, when the names are known."""

from __future__ import annotations

import re

import msgspec
import pytest

from pipeline import tag
from pipeline.article import Article
from pipeline.config import Config
from pipeline.records import Segment, SegmentKind, Speaker
from tests.conftest import Parse
from tests.support import article

INTRODUCTION = "Professor Lena Hartmann spoke about the floods in an exclusive interview with this paper.\n"


def turns(text: str, parsed: Parse) -> list[Speaker | None]:
    """The speakers of the turns of a text whose labels are Q, A or a name."""
    one = article(text, parsed([text])[0])
    one.segments = [_turn(segment) for segment in one.segments]
    [one] = tag.make(Config())([one])
    finished: Article = tag.finish(one, tag.build_table([tag.gather(one)]))
    again = tag.finish(finished, tag.build_table([tag.gather(finished)]))
    assert again.segments == finished.segments
    return [segment.speaker for segment in finished.segments if segment.kind in ("question", "answer")]


def _turn(segment: Segment) -> Segment:
    label = re.match(r"([\w. ]{1,24}): ", segment.text)
    if label is None:
        return segment
    kind: SegmentKind = "question" if label[1] == "Q" else "answer"
    speaker = Speaker(entity_id=None, name=label[1], basis="label")
    return msgspec.structs.replace(segment, kind=kind, speaker=speaker)


@pytest.mark.parametrize("label", ["A", "Lena Hartmann", "Hartmann", "Professor Hartmann"])
def test_the_answers_are_the_interviewees(parsed: Parse, label: str) -> None:
    """Named by her full name, her surname or not at all."""
    question, answer = turns(f"{INTRODUCTION}Q: How high was the water?\n{label}: It stood two metres high.", parsed)
    assert question == Speaker(entity_id=None, name="interviewer", basis="turn")
    assert answer is not None
    assert (answer.entity_id, answer.name) == ("person/lena-hartmann", "Lena Hartmann")


def test_two_who_could_be_meant_are_none(parsed: Parse) -> None:
    """Two persons before the turns, none said to be interviewed: the answers have no id."""
    text = "Lena Hartmann and Omar Farouk spoke about the floods.\nQ: How high was it?\nA: It stood two metres high."
    answer = turns(text, parsed)[-1]
    assert answer is not None
    assert answer.entity_id is None
