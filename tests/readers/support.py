"""What the tests of the readers share."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.readers import read_inputs
from pipeline.records import Document, Reject


def read(*inputs: Path | str, stdin: bytes = b"", **settings: Any) -> tuple[list[Document], list[Reject]]:
    """The documents and the rejects of some inputs, in their order."""
    items = list(read_inputs(Config(inputs=tuple(map(str, inputs)), **settings), BytesIO(stdin)))
    return [item for item in items if isinstance(item, Document)], [item for item in items if isinstance(item, Reject)]


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def told(rejects: list[Reject]) -> list[tuple[str, int | None, str]]:
    """The path, line and code of rejects."""
    return [(reject.path, reject.line, reject.error) for reject in rejects]
