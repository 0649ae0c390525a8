"""Negations by their scope: tests/cases/extract/claims/polarity.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.extract.claims.polarity import negations
from pipeline.lexicon.lexicon import packaged
from tests.extract.support import verb_of
from tests.support import cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", cases("extract/claims/polarity"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any], nlp: Language) -> None:
    """How many negations have the verb in their scope."""
    assert negations(*verb_of(nlp, case["text"], case["verb"]), packaged().claim_words) == case["negations"]
