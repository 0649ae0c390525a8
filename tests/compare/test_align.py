"""Which figures are on one point."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.compare.align import CONTEXT, SCOPES, align_figures
from tests.compare.support import figure_of
from tests.support import cases


@pytest.mark.parametrize("case", cases("compare/align"), ids=lambda case: case["why"])
def test_aligned(case: dict[str, Any]) -> None:
    one, other = figure_of(case["one"], "a"), figure_of(case["other"], "b")
    there, back = align_figures(one, other), align_figures(other, one)
    assert (there is not None) is (back is not None) is case["aligned"]
    if there is not None and back is not None:
        assert (there.score, set(there.reasons)) == (back.score, set(back.reasons))


def test_a_reason_is_named_for_every_alignment() -> None:
    alignment = align_figures(figure_of({"base": "bridges"}, "a"), figure_of({"base": "bridges"}, "b"))
    assert alignment is not None
    assert alignment.kind is None
    assert alignment.reasons == ("same object", "same verb", "same subject", "same words", "same sentence")
    assert alignment.score == 1.0


def test_the_kind_of_two_objects_is_named() -> None:
    documents = {"base": "papers", "words": "The summit yielded over 20 documents", "of": ("documents", "document")}
    alignment = align_figures(figure_of({"base": "papers"}, "a"), figure_of(documents, "b"))
    assert alignment is not None
    assert (alignment.kind, alignment.reasons[0]) == ("document", "same kind of object")


def test_features_and_scopes_are_described() -> None:
    assert len({feature.name for feature in CONTEXT}) == len(CONTEXT)
    assert all(0 < feature.weight < 1 for feature in CONTEXT)
    assert all(scope.__doc__ for scope in SCOPES)
