"""Who wrote an article."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.bylines import BylineRules
from pipeline.segment.media import MediaNames
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/bylines"), ids=lambda case: case["text"][:40])
def test_bylines(words: Furniture, media: MediaNames, case: dict[str, Any]) -> None:
    """Names after "by", names with a role or an outlet; no sentence that begins with "by"."""
    assert BylineRules(words.bylines, media).is_byline(case["text"]) == case["byline"]
