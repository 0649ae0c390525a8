"""How items that differ become points, and how a point is told."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.compare.findings import Edge, Finding, Item, claim_item
from pipeline.compare.points import LONGEST_QUESTION, LONGEST_VALUE, disputed, named, ordered, question, quoted
from pipeline.compare.slots.statements import Statement
from pipeline.records import ConflictType, Severity
from tests.compare.support import KNOWLEDGE, claim, document

WORDS = "Crews painted the ferry red"


def item(name: str, value: str = "red", **fields: Any) -> Item:
    doc = document(name, f"{WORDS}.", source=fields.pop("source", None))
    statement = Statement(claim(doc, WORDS, verb="painted", lemma="paint", **fields), doc, KNOWLEDGE)
    start = doc.text.index("red")
    return Item(statement, value, (start, start + 3), "which colour", (start, start + 3))


def edge(
    one: Item, other: Item, severity: Severity = "high", score: float = 0.5, kind: ConflictType = "wording"
) -> Edge:
    return Edge(one, other, Finding("differs", kind, severity, (), "the hues differ", "hues"), score)


def sides(items: list[Item], same: list[tuple[Item, Item]], edges: list[Edge]) -> list[list[tuple[str, ...]]]:
    return [sorted(side.doc_ids for side in point.sides) for point in disputed(items, same, edges)]


def test_items_of_one_value_share_a_side_and_the_gravest_edge_tells_the_point() -> None:
    a, b, c, d = items = [item("a"), item("b", "blue"), item("c"), item("d", "blue")]
    edges = [edge(a, b, "low"), edge(c, d, "high")]
    assert sides(items, [(a, c), (b, d)], edges) == [[("a", "c"), ("b", "d")]]
    (point,) = disputed(items, [(a, c), (b, d)], edges)
    assert point.severity == "high"
    assert point.explanation == "“red” (c) stands beside “blue” (d): the hues differ."


def test_a_third_side_must_differ_from_half_of_the_others_in_the_same_way() -> None:
    a, b, c, d = items = [item(name, name) for name in "abcd"]
    assert sides(items, [], [edge(a, b, score=0.9), edge(b, c)]) == [[("a",), ("b",), ("c",)]]
    assert sides(items, [], [edge(a, b, score=0.9), edge(b, c, kind="date")]) == [[("a",), ("b",)]]
    chain = [edge(a, b, score=0.9), edge(b, c, score=0.8), edge(c, d, score=0.7)]
    assert sides(items, [], chain) == [[("a",), ("b",), ("c",)]], "one of three is less than half"


def test_what_gives_one_value_does_not_differ() -> None:
    a, b = items = [item("a"), item("b")]
    assert disputed(items, [(a, b)], [edge(a, b)]) == []


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (item("a"), "Crews painted the ferry which colour?"),
        (claim_item(item("a").statement), "Is it true: Crews painted the ferry red?"),
    ],
)
def test_question(one: Item, expected: str) -> None:
    assert question(one) == expected


def test_long_questions_and_values_are_cut_between_words() -> None:
    doc = document("a", "word " * 100)
    long = claim_item(Statement(claim(doc, doc.text.strip(), verb="word", lemma="word"), doc, KNOWLEDGE))
    assert len(question(long)) <= LONGEST_QUESTION and question(long).endswith("word …?")
    assert len(quoted(doc.text)) <= LONGEST_VALUE + 3 and quoted(doc.text).endswith("word …”")


def test_named_says_who_and_where() -> None:
    speaker = ("person/eva-kern", "Eva Kern")
    assert named(item("a")) == "“red” (a)"
    assert named(item("a", source="The Herald")) == "“red” (The Herald)"
    assert named(item("a", source="The Herald", speaker=speaker)) == "“red” (Eva Kern, in The Herald)"
    assert named(item("a", speaker=("outlet/x", "The Herald"))) == "“red” (a)", "an outlet's own words"


def test_points_are_ordered_by_severity_and_score() -> None:
    a, b = items = [item("a"), item("b", "blue")]
    rows: list[tuple[Severity, float]] = [("low", 0.9), ("high", 0.1), ("high", 0.9)]
    made = [disputed(items, [], [edge(a, b, severity, score)])[0] for severity, score in rows]
    assert ordered(made) == [made[2], made[1], made[0]]
