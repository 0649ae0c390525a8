"""What the documents say is true."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import Config
from pipeline.store.outputs import FILES, RUN
from tests.support import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    match = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert match is not None
    return match[1]


def without(shown: Any, real: Any) -> Any:
    """What of ``real`` is shown."""
    if isinstance(shown, dict):
        return {key: without(value, real[key]) for key, value in shown.items()}
    if isinstance(shown, list) and shown and isinstance(shown[0], dict):
        return [without(one, other) for one, other in zip(shown, real, strict=True)]
    return real


def test_the_excerpt_of_the_readme_is_what_a_run_writes(out: Path) -> None:
    shown = json.loads(block("json"))
    lines = (out / "conflicts.jsonl").read_text(encoding="utf-8").splitlines()
    (real,) = [record for record in map(json.loads, lines) if record["question"] == shown["question"]]
    assert without(shown, real) == shown


def test_every_output_file_is_in_the_readme() -> None:
    for name in [*(file.file for file in FILES), RUN]:
        assert f"`{name}`" in README


def test_the_settings_of_the_readme_are_settings() -> None:
    names = re.findall(r"^(\w+) =", block("toml"), re.MULTILINE)
    assert names
    assert set(names) <= set(Config.__struct_fields__)


@pytest.mark.parametrize(
    "document", ["README.md", "CONTRIBUTING.md", "docs/design.md", "docs/spacy.md", "models/README.md"]
)
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_data_file_has_a_note() -> None:
    notes = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "models").iterdir():
        name = f"{path.name}/" if path.is_dir() else path.name
        assert name == "README.md" or f"`{name}`" in notes, name


TO_ADD = re.findall(
    r"^\| (.+) \| (.+) \|$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("to add …")[1], re.MULTILINE
)[1:]


@pytest.mark.parametrize(("thing", "touch"), TO_ADD, ids=[thing for thing, _ in TO_ADD])
def test_what_is_added_has_its_place(thing: str, touch: str) -> None:
    """Every path of the table is there, and every table of rows (`PLACE` in `module.py`) holds rows."""
    paths = re.findall(r"`([\w./]+[/.][\w.]*)`", touch)
    assert paths, thing
    for path in paths:
        assert (ROOT / path).exists(), path
    for rows, path in re.findall(r"row of `([A-Z_]+)` in `(pipeline/[\w/]+)\.py`", touch):
        assert len(getattr(importlib.import_module(path.replace("/", ".")), rows)), f"{path}: {rows}"
