"""Sentences from the boundaries of a parse."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.segment.sentences import sentences
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/sentences"), ids=lambda case: "".join(case["pieces"])[:40])
def test_sentences(case: dict[str, Any]) -> None:
    """A piece that is no sentence of its own goes with the one before it; blanks are no sentence."""
    pieces = case["pieces"]
    text = "".join(pieces)
    starts = [sum(map(len, pieces[:number])) for number in range(len(pieces))]
    assert [text[start:end] for start, end in sentences(text, starts, 0, len(text), ())] == case["sentences"]


def test_a_joint_ends_no_sentence() -> None:
    """A boundary of the parse at a line break in the middle of a sentence does not count."""
    text = "The price rose above\n\nTwelve crowns. It fell again."
    assert [text[start:end] for start, end in sentences(text, [0, 22, 37], 0, len(text), [20])] == [
        text[:36],
        text[37:],
    ]
