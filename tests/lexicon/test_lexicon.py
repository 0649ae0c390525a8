"""Every file of models/ is read by one loader, and a wrong line is told with its place and what was expected."""

from __future__ import annotations

import shutil
from functools import cached_property
from pathlib import Path

import pytest

from models.recipes.sources import city_names, demonyms
from pipeline.errors import LexiconError
from pipeline.lexicon.lexicon import Lexicon
from tests.support import ROOT, cases

MODELS = ROOT / "models"
TABLES = [name for name, value in vars(Lexicon).items() if isinstance(value, cached_property)]
NO_TABLES = {"README.md", "WORDNET-LICENSE.txt"}


def read_all(folder: Path) -> None:
    """Every table of a folder."""
    lexicon = Lexicon(folder)
    for name in TABLES:
        assert getattr(lexicon, name)
    assert demonyms(folder)
    assert city_names(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data, to break."""
    for path in MODELS.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    return tmp_path


def test_every_file_is_sound() -> None:
    read_all(MODELS)


@pytest.mark.parametrize("name", sorted(path.name for path in MODELS.iterdir() if path.is_file()))
def test_every_file_has_a_loader(folder: Path, name: str) -> None:
    """Without the file its loader says so."""
    (folder / name).unlink()
    if name in NO_TABLES:
        read_all(folder)
    else:
        with pytest.raises(LexiconError, match=rf"models/{name}: cannot be read"):
            read_all(folder)


@pytest.mark.parametrize("case", cases("lexicon/wrong"), ids=lambda case: f"{case['file']}: {case['line']}")
def test_a_wrong_line_is_told(folder: Path, case: dict[str, str]) -> None:
    """file, line: what is added to which file. told: what the error says behind the file and the line's number."""
    path = folder / case["file"]
    text = path.read_text(encoding="utf-8").rstrip("\n") + f"\n{case['line']}\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        read_all(folder)
    assert str(error.value) == f"models/{case['file']}:{len(text.splitlines())}: {case['told']}"
