"""The default spaCy pipeline, plain and tuned, each loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.parse import load_model
from tests.parse.support import MODEL

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def plain() -> Language:
    """The pipeline as spaCy gives it."""
    return load_model(MODEL, tuned=False)


@pytest.fixture(scope="session")
def tuned() -> Language:
    """The pipeline with all that makes it faster."""
    return load_model(MODEL, tuned=True)
