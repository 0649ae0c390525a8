"""The grammar of number words: tests/cases/values/numerals/composing.jsonl, and that it reads what it should."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values.number_words import ORDINALS, SCALES, TENS, UNITS
from pipeline.values.numerals.composing import ARTICLE, compose
from tests.support import cases

SMALL = {value: word for word, value in UNITS.items() if word not in ("nought", "naught")}
TEN = {value: word for word, value in TENS.items() if word != "fourty"}
SCALE_NAMES = ("billion", "million", "thousand")


@pytest.mark.parametrize("case", cases("values/numerals/composing"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any]) -> None:
    """open: a multiplier may follow."""
    reading = compose(case["text"], 0)
    if case["value"] is None:
        assert reading is None
        return
    assert reading is not None
    assert reading.numeral.value == pytest.approx(case["value"])
    assert reading.numeral.end == case.get("end", len(case["text"]))
    assert reading.numeral.form == case.get("form", "cardinal")
    assert reading.open == case.get("open", False)


@given(st.integers(0, 10**12 - 1), st.booleans())
def test_written_out_numbers_are_read_back(value: int, british: bool) -> None:
    """british: with "and" before the tens."""
    text = written_out(value, " and " if british else " ")
    reading = compose(text, 0)
    assert reading is not None
    assert (reading.numeral.value, reading.numeral.end) == (value, len(text))


@pytest.mark.parametrize(("word", "rank"), ORDINALS.items())
def test_ordinals_are_ranks(word: str, rank: int) -> None:
    reading = compose(word, 0)
    assert reading is not None
    assert (reading.numeral.value, reading.numeral.form) == (rank, "ordinal")


def test_an_article_is_one_of_its_scale_word() -> None:
    reading = compose("a hundred thousand", 0, ARTICLE, len("a"))
    assert reading is not None
    assert (reading.numeral.value, reading.numeral.end) == (100000, len("a hundred thousand"))
    assert compose("a pigeon", 0, ARTICLE, len("a")) is None


def written_out(value: int, joiner: str) -> str:
    """A number in words."""
    if value < 20:
        return SMALL[value]
    if value < 100:
        return TEN[value // 10 * 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{SMALL[value // 100]} hundred" + (joiner + written_out(value % 100, joiner) if value % 100 else "")
    scale = next(name for name in SCALE_NAMES if value >= SCALES[name])
    head, rest = divmod(value, SCALES[scale])
    return f"{written_out(head, joiner)} {scale}" + (f" {written_out(rest, joiner)}" if rest else "")
