"""What is read from a numeral and its parse."""

from __future__ import annotations

import pytest

from pipeline.values.context import counted_right, in_capitals
from tests.conftest import Parse


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [("The valley has 60 mills.", "60", "mills"), ("Flight 60 was late.", "60", None), ("They are 60.", "60", None)],
)
def test_the_noun_behind_a_number(text: str, number: str, noun: str | None, parsed: Parse) -> None:
    (doc,) = parsed([text])
    span = doc.char_span(text.index(number), text.index(number) + len(number))
    assert span is not None
    found = counted_right(span)
    assert (found and found.text) == noun


@pytest.mark.parametrize(
    ("text", "capitals"),
    [("Twelve Mills Closed After Valley Fire", True), ("Twelve mills closed in the valley.", False)],
)
def test_a_line_of_capitals(text: str, capitals: bool, parsed: Parse) -> None:
    (doc,) = parsed([text])
    assert in_capitals(doc[0]) is capitals
