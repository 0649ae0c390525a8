"""Text on its way to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.terminal import clipped, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("«Größe» – 5 € 🙂 日本", "«Größe» – 5 € 🙂 日本"),
        ("two\nlines\tand\r\nmore", "two lines and  more"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b31m\x07\x08\x7f\x00", "\\x9b31m\\x07\\x08\\x7f\\x00"),
        ("abc\u202edef\u2066", "abc\\u202edef\\u2066"),
        ("half \ud800", "half \\ud800"),
        ("no\u00a0break, l\u200dr", "no\u00a0break, l\u200dr"),
        ("[bold]markup[/bold]", "[bold]markup[/bold]"),
    ],
)
def test_what_could_steer_a_terminal_is_escaped(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text())
def test_nothing_unsafe_is_left(text: str) -> None:
    shown = safe(text)
    assert all(unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert safe(shown) == shown
    shown.encode()


def test_long_text_is_clipped() -> None:
    assert clipped("short", 5) == "short"
    assert clipped("a longer one", 8) == "a longe…"
