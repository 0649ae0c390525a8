"""A text and its lower-case copy, and looking around a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.expressions import expression
from pipeline.values.times.cased import CasedText, Trigger, length

_LETTERS = st.text(st.characters(codec="utf-8") | st.sampled_from("İ\n \t\u00a0"))


@given(_LETTERS)
def test_copy_has_the_same_length(text: str) -> None:
    """Every offset of the copy is one of the text, whatever its capitals become."""
    assert len(text) == len(CasedText.of(text).low)


def test_breaks_inside_a_paragraph_are_blanks() -> None:
    """A line break goes on with its sentence, a blank line or an indented one does not."""
    assert CasedText.of("In\nMay\n\nit rained\n so").low == "in may\n\nit rained\n so"


def test_names_in_a_text_without_capitals() -> None:
    """Without any capital each word may be a name."""
    assert CasedText.of("in may").can_be_name(3)
    assert not CasedText.of("In may").can_be_name(3)
    assert CasedText.of("In May").can_be_name(3)


def test_looking_around() -> None:
    """A word sees no further left than the end of the expression before it."""
    text = CasedText.of("two weeks in the week after")
    word = Trigger.at(text, 17, 21, 9)
    assert (word.left, word.name, word.has_the, word.start_with_the) == (" in the ", "week", True, 13)
    assert word.is_followed_by(" after")
    assert not word.is_capital
    in_the = word.before(expression(r"in the $"))
    assert in_the is not None
    assert (length(in_the), word.place(in_the.start())) == (7, 10)
    assert word.before(expression("two")) is None
    assert word.after(expression(" (after|before)")) is not None
    assert length(None) == 0
