"""What stands below a picture."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.captions import CaptionRules
from pipeline.segment.media import MediaNames
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/captions"), ids=lambda case: case["text"][:40])
def test_captions(words: Furniture, media: MediaNames, case: dict[str, Any]) -> None:
    """A known beginning, or whose picture it is at the end."""
    assert CaptionRules(words.captions, media).is_caption(case["text"]) == case["caption"]
