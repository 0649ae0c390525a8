"""Names of outlets."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.segment.media import MediaNames
from tests.support import cases


@pytest.mark.parametrize("case", cases("segment/media"), ids=lambda case: case["name"])
def test_outlets(media: MediaNames, case: dict[str, Any]) -> None:
    """Known names, and names that are made as those of outlets are."""
    assert media.is_outlet(case["name"]) == case["outlet"]


def test_names_are_known_in_any_case_and_given_as_they_are_written(media: MediaNames) -> None:
    assert media.as_written["agence france-presse"] == "Agence France-Presse"
    assert "agence france-presse" in media.folded
    assert media.unmistakable <= set(media.as_written.values())
