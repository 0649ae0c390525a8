"""The kinds of blocks, after all steps."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.segment.layout import LayoutRules
from tests.segment.support import note
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/layout"), ids=note)
def test_layout(layout_rules: LayoutRules, case: dict[str, Any]) -> None:
    """Each block has the kind that a reader would give it."""
    found = layout_rules.layout(case["text"], case.get("title"))
    begins = [text for _, text in case["layout"]]
    assert [kind for kind, _ in case["layout"]] == [block.kind for block in found]
    assert begins == [block.text[: len(begin)] for block, begin in zip(found, begins, strict=True)]
