"""The outlet that a document names as its own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.segment.support import note, segmented
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/outlet"), ids=note)
def test_source(case: dict[str, Any]) -> None:
    """The outlet that a document names as its own; an outlet that it only speaks of is none."""
    found = segmented(case["text"], path=case["path"]).document.source
    assert case["source"] == (found and [found.name, found.basis])
