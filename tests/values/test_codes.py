"""Digits that are no amount: tests/cases/values/codes.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.values.codes import Codes, Telephones, run_end
from tests.support import cases
from tests.values.support import UNITS, WORDS, marked, numeral

CODES = Codes(UNITS, WORDS)
TELEPHONES = Telephones(WORDS)


@pytest.mark.parametrize("case", cases("values/codes"), ids=lambda case: f"{case['text']} {case.get('money', '')}")
def test_table(case: dict[str, Any]) -> None:
    """Whether the digits in {} are part of a code, with money before them or a link to another amount."""
    text, start, _ = marked(case["text"])
    is_money, is_linked = case.get("money", False), case.get("linked", False)
    assert CODES.has(text, numeral(text, start), is_money=is_money, is_linked=is_linked) is case["is"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Dial +1 202 555 0142 today", "+1 202 555 0142"),
        ("Dial (0117) 555 0142 today", "(0117) 555 0142"),
        ("Dial 202-555-0142 today", "202-555-0142"),
        ("Please phone the desk on 555-0142.", "phone the desk on 555-0142"),
        ("The tel is 555-0142.", "tel is 555-0142"),
        ("They won 555-0142.", None),
        ("The teller had 555-0142.", None),
    ],
)
def test_telephone_numbers(text: str, number: str | None) -> None:
    assert [text[start:end] for start, end in TELEPHONES.find(text)] == ([number] if number else [])


@pytest.mark.parametrize(
    ("text", "run"),
    [("24703L-9 x", "24703L-9"), ("0800 555 111 x", "0800 555 111"), ("1.2.3, x", "1.2.3"), ("a1", "a")],
)
def test_an_identifier_is_skipped_whole(text: str, run: str) -> None:
    assert text[: run_end(text, 0)] == run
