"""Sentences from the boundaries of a parse."""

from __future__ import annotations

import pytest

from pipeline.segment.sentences import sentences


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["It rained. ", "It stopped."], ["It rained.", "It stopped."]),
        (["They met at 7 a.m. ", "local time."], ["They met at 7 a.m. local time."]),
        (["“Why?” ", "she asked."], ["“Why?” she asked."]),
        (["He said it. ", "”"], ["He said it. ”"]),
        (["The boats left. ", "iFlot sold them."], ["The boats left.", "iFlot sold them."]),
        (["they came home. ", "nobody was there."], ["they came home.", "nobody was there."]),
        (["  ", "\n", "One. "], ["One."]),
    ],
)
def test_sentences(pieces: list[str], expected: list[str]) -> None:
    """A piece that is no sentence of its own goes with the one before it; blanks are no sentence."""
    text = "".join(pieces)
    starts = [sum(map(len, pieces[:number])) for number in range(len(pieces))]
    assert [text[start:end] for start, end in sentences(text, starts, 0, len(text), ())] == expected


def test_a_joint_ends_no_sentence() -> None:
    """A boundary of the parse at a line break in the middle of a sentence does not count."""
    text = "The price rose above\n\nTwelve crowns. It fell again."
    assert [text[start:end] for start, end in sentences(text, [0, 22, 37], 0, len(text), [20])] == [
        text[:36],
        text[37:],
    ]
