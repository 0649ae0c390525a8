"""Words around amounts as a regular expression."""

from __future__ import annotations

import re

import pytest

from pipeline.lexicon.amounts import pattern


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("turn", True), ("turns", False), ("score", True), ("scored", True), ("var", False), ("varied", True),
        ("at home", True), ("U.K.", True), ("UxKx", False),
    ],
)  # fmt: skip
def test_stars_and_pluses_are_endings(word: str, found: bool) -> None:
    expression = re.compile(pattern(["turn", "score*", "var+", "at home", "U.K."]))
    assert (expression.fullmatch(word) is not None) == found
