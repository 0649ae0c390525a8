"""The formats that are read: one row a suffix, one module a format. A new format is a module and its row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pipeline.config import Config
from pipeline.readers import jsonl, text
from pipeline.readers.entry import Entry
from pipeline.readers.files import InputFile
from pipeline.records import Document, Reject


class Format(Protocol):
    """What a format module offers."""

    def scan(self, file: InputFile, config: Config) -> Iterator[Entry | Reject]:
        """Where the documents of a file are, and what in it is none; cheap, and in bounded memory."""

    def load(self, entry: Entry, config: Config) -> Document:
        """Read one of them; raises Refused."""


JSON_LINES: Format = jsonl
FORMATS: dict[str, Format] = {
    ".txt": text,
    ".md": text,  # as it is written: the segment stage knows its marks
    ".jsonl": JSON_LINES,
}
