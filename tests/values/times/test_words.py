"""The words of the grammar and what they are worth."""

from __future__ import annotations

import re

import pytest

from pipeline.values.times.words import any_phrase, half_named, month_of, numbered_part, year_of_two_digits


@pytest.mark.parametrize(("digits", "year"), [(98, 1998), (41, 1941), (40, 2040), (5, 2005)])
def test_year_of_two_digits(digits: int, year: int) -> None:
    """'98 is of the last century, '05 of this one."""
    assert year == year_of_two_digits(digits)


@pytest.mark.parametrize(
    ("modifier", "half"),
    [("the first half of", "H1"), ("the latter half of", "H2"), ("the end of", ""), ("the first part of", "")],
)
def test_half_named(modifier: str, half: str) -> None:
    """The half that the words before a year name."""
    assert half == half_named(modifier)


def test_codes() -> None:
    """Months and parts of a year by their words."""
    assert month_of("sept.") == month_of("september") == 9
    assert numbered_part("quarter", "third") == "Q3"
    assert numbered_part("half", "second") == "H2"


def test_any_phrase() -> None:
    """Phrases of data files are no patterns; either apostrophe will do, and the longest is tried first."""
    pattern = re.compile(any_phrase(["new year's", "new year's eve", "a.b"]))
    assert pattern.fullmatch("new year’s eve")
    match = pattern.match("new year's eve")
    assert match is not None
    assert match[0] == "new year's eve"
    assert not pattern.match("axb")
