"""The title and its repeats."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import blocks
from pipeline.segment.datelines import DatelineRules
from pipeline.segment.labels import LabelRules
from pipeline.segment.media import MediaNames
from pipeline.segment.titles import mark_title
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/titles"), ids=note)
def test_titles(words: Furniture, label_rules: LabelRules, media: MediaNames, case: dict[str, Any]) -> None:
    """What looks like a title at the head, or says what the metadata's title says."""
    found = blocks(case["text"], words.open_words)
    mark_title(found, case["title"], DatelineRules(label_rules, media, words.asking))
    assert [block.text for block in found if block.kind == "title"] == case["titles"]
