"""Cue words from the data files, by what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pipeline.lexicon.vocabulary import lines


@cache
def cues(name: str) -> dict[str, tuple[str, ...]]:
    """The lines ``kind: phrase`` of a data file: phrases in small letters, by kind ("" where a line has none)."""
    found: dict[str, list[str]] = {}
    for line in lines(name):
        kind, colon, phrase = line.partition(": ")
        if not colon:
            kind, phrase = "", line
        found.setdefault(kind, []).append(phrase.strip().casefold())
    return {kind: tuple(phrases) for kind, phrases in found.items()}


def pattern(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first; its last word is not cut short.

    ``…`` in a phrase stands for a few words.
    """
    return "|".join(
        re.escape(phrase).replace("…", r"[^:]{0,60}?").replace(r"\ ", r"\s")
        + ("(?!\\w)" if phrase[-1].isalpha() else "")
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    )
