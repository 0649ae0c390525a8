"""Figures that one version of a text leaves out."""

from __future__ import annotations

import logging

import pytest

from pipeline.compare.omissions import VERSIONS, omissions
from pipeline.compare.points import NOT_GIVEN
from pipeline.compare.slots.figures import figures
from pipeline.compare.slots.statements import Statement
from pipeline.records import Point
from tests.compare.support import KNOWLEDGE, claim, document, quantity

FIRST = "The mayor praised the helpers of the Danube flood"
LAST = "The council thanks the army for its boats and sandbags"
OTHER = "Pupils of the music school sang about their holidays at sea"


def version(
    name: str, figure: str = "", *, first: str = FIRST, last: str = LAST, middle: str = "", tail: str = "",
    origin: str = "a",
) -> list[Statement]:  # fmt: skip
    """The claims of a text of three sentences, with a figure or without it in the one between."""
    middle = middle or f"Repairs of the old river dam will cost{figure} the taxpayers of Ulm dearly"
    doc = document(name, f"{first}. {middle}. {last}.{tail}", origin=origin)
    money = {"of": "repairs", "of_head": "repair", "unit": "EUR", "dimension": "money"}
    number = figure.strip(" (").split(" ")[0]
    given = [quantity(doc.text, number, float(number), float(number), **money)] if figure else []
    made = [
        claim(doc, first, verb=first.split()[1], lemma="praise", subject=None),
        claim(doc, middle, verb=middle.split()[1], lemma="cost", subject=None, quantities=given),
        claim(doc, last, verb=last.split()[1], lemma="thank", subject=None),
    ]
    return [Statement(one, doc, KNOWLEDGE) for one in made]


def found(*versions: list[Statement]) -> list[Point]:
    statements = [statement for one in versions for statement in one]
    return list(omissions(statements, figures(statements)))


def test_a_figure_that_one_version_leaves_out() -> None:
    (point,) = found(version("a", " 40 euros"), version("b"))
    assert (point.relation, point.type, point.severity, point.rule) == ("omits", "omission", "medium", "omissions")
    assert [(side.doc_ids, side.value == NOT_GIVEN) for side in point.sides] == [(("a",), False), (("b",), True)]
    assert point.explanation.endswith("(a) is left out by b, though the text around it is there.")


def test_all_versions_that_have_it_or_leave_it_out_are_named() -> None:
    (point,) = found(version("a", " 40 euros"), version("b"), version("c", " 40 euros"), version("d"))
    assert [side.doc_ids for side in point.sides] == [("a", "c"), ("b", "d")]
    assert "is left out by b, d" in point.explanation


def test_the_sentence_may_be_gone_when_those_around_it_are_there() -> None:
    (point,) = found(version("a", " 40 euros"), version("b", middle=OTHER))
    assert [side.doc_ids for side in point.sides] == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (version("a", " 40 euros"), version("b", " 40 euros")),
        (version("a", " 40 euros"), version("b", tail=" Some 40 men helped.")),
        (version("a", " 40 euros"), version("b", " 55 euros")),
        (version("a", " 40 euros"), version("b", middle=OTHER, last="Trains to the north ran late again on that day")),
        (version("a", " 40 euros"), version("b", origin="b")),
        (version("a", " (40 euros"), version("b")),
    ],
    ids=["given", "written elsewhere", "another figure", "text that ends before", "another text", "a conversion"],
)
def test_what_is_not_left_out(one: list[Statement], other: list[Statement]) -> None:
    assert found(one, other) == []


def test_many_versions_are_not_all_compared(caplog: pytest.LogCaptureFixture) -> None:
    """And it is said so."""
    with caplog.at_level(logging.WARNING):
        (point,) = found(version("00", " 40 euros"), *(version(f"{number:02}") for number in range(1, VERSIONS + 3)))
    assert len(point.sides[1].doc_ids) == VERSIONS - 1
    assert f"{VERSIONS + 3} versions of one text" in caplog.text
