"""One parse a table: the model takes most of the time of these tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Parse = Callable[[list[str]], "list[Doc]"]


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Parse:
    """Parses of texts, all in one go."""

    def parse(texts: list[str]) -> list[Doc]:
        return list(nlp.pipe(texts, batch_size=64))

    return parse
