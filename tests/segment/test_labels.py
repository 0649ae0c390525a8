"""What stands before a turn."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import blocks
from pipeline.segment.labels import LabelRules
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/labels"), ids=note)
def test_labels(words: Furniture, label_rules: LabelRules, case: dict[str, Any]) -> None:
    """The name, the key that a speaker's labels share, and the role of each block's label, if it has one."""
    found = label_rules.labels(blocks(case["text"], words.open_words))
    assert [label and [label.name, label.key, label.role] for label in found] == case["labels"]
