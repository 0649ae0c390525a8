"""Text from articles on its way to a terminal: it is hostile until it has gone through here."""

from __future__ import annotations

import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"  # part of words and emoji in several scripts


def safe(text: str) -> str:
    """The text on one line: blanks as spaces, and every character that could steer a terminal as its escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in "\t\n\r\u2028\u2029":
        return " "
    if char.isprintable() or char in _JOINERS or unicodedata.category(char) not in _UNSAFE:
        return char
    return ascii(char)[1:-1]


def clipped(text: str, limit: int) -> str:
    """The beginning of the text, with an ellipsis where it goes on."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
