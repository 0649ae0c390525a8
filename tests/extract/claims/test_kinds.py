"""The kinds of claims: tests/cases/extract/claims/kinds.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.extract.support import article
from tests.support import cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", cases("extract/claims/kinds"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any], nlp: Language) -> None:
    """The kind of the claim that the verb heads."""
    claims = article(nlp, case["text"]).claims
    assert [claim.kind for claim in claims if case["verb"] in claim.predicate.text.split()] == [case["kind"]]
