"""Labels that make a dialogue."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import blocks
from pipeline.segment.dialogue import DialogueRules
from pipeline.segment.labels import LabelRules
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/dialogue"), ids=note)
def test_dialogues(words: Furniture, label_rules: LabelRules, case: dict[str, Any]) -> None:
    """The speakers and who of them asks; None where labels are something else."""
    found = blocks(case["text"], words.open_words)
    dialogue = DialogueRules(words.asking).find(found, label_rules.labels(found))
    seen = dialogue and {
        "speakers": sorted(dialogue.speakers),
        "askers": sorted(dialogue.askers),
        "first": dialogue.first,
    }
    assert seen == case["dialogue"]
