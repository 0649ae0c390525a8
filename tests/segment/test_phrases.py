"""Phrases as one regular expression."""

from __future__ import annotations

import re

import pytest

from pipeline.segment.phrases import any_of

PHRASES = re.compile(any_of(("photo", "photo by", "click … now", "(c)", "image:")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("photo by nora", "photo by"),
        ("photo", "photo"),
        ("photos", None),
        ("click on it now", "click on it now"),
        ("click on it: now", None),
        ("(c)2026", "(c)"),
        ("image:x", "image:"),
        ("photo\u00a0by", "photo\u00a0by"),
    ],
)
def test_the_longest_is_found_and_no_word_is_cut_short(text: str, found: str | None) -> None:
    match = PHRASES.match(text)
    assert (match and match.group()) == found
