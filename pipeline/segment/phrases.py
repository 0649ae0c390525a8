"""Phrases of the data files as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first; the last word of each is not cut short.

    ``…`` in a phrase stands for a few words.
    """
    return "|".join(
        re.escape(phrase).replace("…", r"[^:]{0,60}?").replace(r"\ ", r"\s")
        + ("(?!\\w)" if phrase[-1].isalpha() else "")
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    )
