"""How a clause is put: tests/cases/extract/claims/modality.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.extract.claims.modality import modality
from pipeline.lexicon.lexicon import packaged
from tests.extract.support import verb_of
from tests.support import cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", cases("extract/claims/modality"), ids=lambda case: case["text"])
def test_table(case: dict[str, Any], nlp: Language) -> None:
    """The mood of the verb's clause."""
    assert modality(*verb_of(nlp, case["text"], case["verb"]), packaged().claim_words) == case["modality"]
