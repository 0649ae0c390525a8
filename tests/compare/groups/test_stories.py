"""Stories."""

from __future__ import annotations

from pipeline.compare.groups.stories import stories
from pipeline.records import Document
from tests.compare.support import WORDS, document

FLOOD = (
    "The river Oder flooded the old town of Wroclaw and the mayor ordered the evacuation of two districts near the dam."
)
FLOOD_AGAIN = (
    "Wroclaw's mayor ordered an evacuation after the Oder river flooded districts of the old town below the dam."
)
STRIKE = (
    "Pilots of the airline Condair walked out on Friday over pensions, and flights from Zurich airport were cancelled."
)
STRIKE_AGAIN = (
    "Flights from Zurich were cancelled on Friday as Condair pilots walked out in a row over pensions at the airline."
)


def grouped(*documents: Document) -> list[list[str]]:
    return [[one.id for one in story] for story in stories(documents, WORDS)]


def test_the_same_events_are_one_story_in_any_order() -> None:
    documents = [document("d", FLOOD), document("a", STRIKE), document("c", FLOOD_AGAIN), document("b", STRIKE_AGAIN)]
    assert grouped(*documents) == grouped(*documents[::-1]) == [["a", "b"], ["c", "d"]]


def test_like_events_months_apart_are_two_stories() -> None:
    one = document("a", FLOOD, published="2021-03-01")
    later = "Districts of Wroclaw were flooded when the Oder rose, and the mayor opened schools to those driven out."
    assert grouped(one, document("b", later)) == [["a", "b"]]
    assert grouped(one, document("b", FLOOD_AGAIN, published="2021-03-02")) == [["a", "b"]]
    assert grouped(one, document("b", later, published="2021-09-02")) == [["a"], ["b"]]
    assert grouped(one, document("b", FLOOD, published="2021-09-02")) == [["a", "b"]], "the same text is the same story"


def test_nothing_to_go_by() -> None:
    assert grouped(document("a", ""), document("b", "the of and"), document("c", "!")) == [["a"], ["b"], ["c"]]
    assert grouped() == []
