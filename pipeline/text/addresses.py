"""Web and mail addresses in text: their words are no words, their numbers no numbers."""

from __future__ import annotations

import re

from pipeline.records import Offsets
from pipeline.text.expressions import expression

_ADDRESS = expression(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)


def addresses(text: str) -> list[Offsets]:
    """Where the addresses of a text stand, in order."""
    if "@" not in text and "://" not in text and "www." not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def without_addresses(text: str) -> str:
    """``text`` with blanks for its addresses, the offsets as they were."""
    for start, end in addresses(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
