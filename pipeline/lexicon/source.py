"""Where the pipeline's data lives: models/ in the repository, pipeline/models/ in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def models_folder() -> Path:
    """The folder of the data files."""
    package = Path(__file__).parent.parent
    packaged = package / "models"
    return packaged if packaged.is_dir() else package.parent / "models"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a data file, without blank ones and comments (``#``)."""
    text = (models_folder() / name).read_text(encoding="utf-8")
    return tuple(line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#"))
