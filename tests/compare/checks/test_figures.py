"""Reasons of checks of figures, and what a document that gives both figures means."""

from __future__ import annotations

import pytest

from pipeline.compare.align import Alignment
from pipeline.compare.checks import FIGURE_CHECKS, FigurePair, first_found
from pipeline.compare.checks.figures import different_amounts, different_objects
from tests.compare.support import figure_of


def boats(low: float, high: float, kind: str | None = None) -> FigurePair:
    figures = []
    for name, value in (("a", low), ("b", high)):
        words = f"Inspectors closed {value:g} bridges in Ulm after the flood"
        figures.append(figure_of({"base": "bridges", "words": words, "figure": f"{value:g}",
                                  "ends": (value, value)}, name))  # fmt: skip
    return FigurePair(figures[0], figures[1], Alignment(1.0, (), kind))


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (40, 41, "2.5 percent apart"),
        (100, 199.9, "100 percent apart"),
        (10, 32, "3.2 times apart"),
        (2, 2_400, "1,200 times apart"),
        (0, 7, "too far apart for a ratio"),
    ],
)
def test_a_reason_says_how_far_apart(one: float, other: float, says: str) -> None:
    found = different_amounts(boats(one, other))
    assert found is not None
    assert found.reason == f"no value fits both: the figures are {says}"


@pytest.mark.parametrize(
    ("kind", "plural"),
    [("bridge", "bridges"), ("box", "boxes"), ("church", "churches"), ("treaty", "treaties"), ("quay", "quays")],
)
def test_a_reason_names_the_kind_in_the_plural(kind: str, plural: str) -> None:
    found = different_objects(boats(10, 12, kind))
    assert found is not None
    assert found.reason == f"both count {plural} of one event, and the figures are 20 percent apart"


def test_figures_that_one_document_gives_both_are_of_two_things() -> None:
    pair = boats(10, 12)
    assert first_found(FIGURE_CHECKS, pair) is not None
    assert first_found(FIGURE_CHECKS, FigurePair(pair.one, pair.other, pair.alignment, given_together=True)) is None
