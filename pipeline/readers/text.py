"""Plain text and Markdown: one document a file, its characters unchanged.

Markdown keeps its marks, so that offsets hold in the file; the segment stage knows what they mean.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.config import Config
from pipeline.readers.encoding import decode
from pipeline.readers.entry import Entry
from pipeline.readers.files import InputFile
from pipeline.readers.refusals import Refused
from pipeline.records import Document, Reject

_MOST_BYTES_A_CHARACTER = 4


def scan(file: InputFile, config: Config) -> Iterator[Entry | Reject]:
    """The one document of a file; its id is the path without the suffix."""
    yield Entry(id=str(PurePosixPath(file.path).with_suffix("")), file=file)


def load(entry: Entry, config: Config) -> Document:
    """Read and decode the file. Raises Refused."""
    limit = config.max_characters * _MOST_BYTES_A_CHARACTER + _MOST_BYTES_A_CHARACTER
    with entry.file.open() as handle:
        data = handle.read(limit + 1)
    if len(data) > limit:
        raise Refused("too_long", limit=config.max_characters)
    text = decode(data)
    return Document(id=entry.id, path=entry.path, sha256=hashlib.sha256(data).hexdigest(), text=text)
