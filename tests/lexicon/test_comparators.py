"""Comparators beside a number."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.comparators import ComparatorReader
from pipeline.lexicon.lexicon import packaged
from tests.support import cases


@pytest.mark.parametrize("case", cases("lexicon/comparators"), ids=lambda case: case["text"])
def test_comparators(case: dict[str, Any]) -> None:
    """before, after: the words of the comparator beside the 12 of a text, with its bound; null for none."""
    text, at = case["text"], case["text"].index("12")
    reader = ComparatorReader(packaged().comparators)
    for name, found in (("before", reader.before(text, at)), ("after", reader.after(text, at + 2))):
        assert (found and [text[found.start : found.end], found.bound]) == case.get(name), name
