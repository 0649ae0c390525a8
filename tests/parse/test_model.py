"""Which spaCy pipelines are taken, and what is said of those that are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from pipeline.config import Config
from pipeline.errors import ModelMissing, UsageError
from pipeline.parse import load_model, make, model_version
from tests.parse.support import MODEL

MAKES_NO_DIFFERENCE = pytest.mark.parametrize("tuned", [True, False])


@MAKES_NO_DIFFERENCE
def test_a_missing_pipeline_is_told_with_the_line_that_installs_it(tuned: bool) -> None:
    with pytest.raises(ModelMissing, match="python -m spacy download en_core_web_none"):
        load_model("en_core_web_none", tuned)
    with pytest.raises(ModelMissing):
        make(Config(model="en_core_web_none", tuned=tuned))


@MAKES_NO_DIFFERENCE
def test_another_language_is_refused(tmp_path: Path, tuned: bool) -> None:
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(UsageError, match="language 'de': name an English one with --model"):
        load_model(str(tmp_path / "german"), tuned)


@MAKES_NO_DIFFERENCE
def test_a_pipeline_that_lacks_a_part_is_refused(tmp_path: Path, tuned: bool) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UsageError, match="has no tagger, no parser, no entity recogniser"):
        load_model(str(tmp_path / "blank"), tuned)


@MAKES_NO_DIFFERENCE
def test_a_folder_that_is_no_pipeline_is_told(tmp_path: Path, tuned: bool) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"version": "1"}), encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be loaded"):
        load_model(str(tmp_path), tuned)


def test_the_version_is_known_without_loading(tmp_path: Path) -> None:
    assert model_version(MODEL) == "3.8.0"
    spacy.blank("en", meta={"version": "1.2.3"}).to_disk(tmp_path)
    assert model_version(str(tmp_path)) == "1.2.3"
