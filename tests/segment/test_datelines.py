"""Where datelines end."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import blocks
from pipeline.segment.datelines import DatelineRules, agency, cut_datelines, cut_stamps, place
from pipeline.segment.dates import DateRules
from pipeline.segment.labels import LabelRules
from pipeline.segment.media import MediaNames
from tests.segment.support import BODY
from tests.support import cases


@pytest.fixture(scope="module")
def rules(words: Furniture, label_rules: LabelRules, media: MediaNames) -> DatelineRules:
    """The rules under test."""
    return DatelineRules(label_rules, media, words.asking)


@pytest.mark.parametrize("case", cases("segment/datelines"), ids=lambda case: f"{case['dateline']}{case['lead']}")
def test_datelines(rules: DatelineRules, case: dict[str, Any]) -> None:
    """Where the dateline ends; a place in small letters only in the lead, a label never."""
    text = case["dateline"] + BODY
    assert text[: rules.end(text, lead=case["lead"])].rstrip() == case["cut"].rstrip()


@pytest.mark.parametrize(
    ("text", "end"), [("PORT ELWIN –", 12), ("PORT ELWIN:", 0), ("Port Elwin –", 0), ("ELWIN – Boats", 0)]
)
def test_a_dateline_with_little_below(rules: DatelineRules, text: str, end: int) -> None:
    """Alone on its line it needs capitals and a dash; too few words after it are no article."""
    assert rules.end(text, lead=True) == end


@pytest.mark.parametrize(
    ("text", "named", "told_by"),
    [
        ("PORT ELWIN, March 3 (Reuters) - The boats", "PORT ELWIN", "Reuters"),
        ("Port Elwin — The boats", "Port Elwin", None),
        ("MOSCOW, February 5. /TASS/. The boats", "MOSCOW", "TASS"),
        ("Port of Elwin — The boats", None, None),
        ("(AFP) The boats", None, "AFP"),
        ("12 boats", None, None),
    ],
)
def test_what_a_dateline_names(text: str, named: str | None, told_by: str | None) -> None:
    """Its place, when each word has a capital, and its agency."""
    assert (place(text), agency(text)) == (named, told_by)


def test_the_parts_that_are_cut_off(words: Furniture, rules: DatelineRules, date_rules: DateRules) -> None:
    """A date and a dateline before the text are blocks of their own."""
    found = blocks(f"2026-02-04 ELWIN, March 3 (AFP) - {BODY} {BODY}\nLagos — {BODY}", words.open_words)
    parts = cut_datelines(cut_stamps(found, date_rules), rules)
    assert [(block.kind, block.text[:5]) for block in parts] == [
        ("dateline", "2026-"),
        ("dateline", "ELWIN"),
        (None, "The c"),
        (None, "Lagos"),
    ]
