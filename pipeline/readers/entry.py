"""A document that was found and is not yet read."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.readers.files import InputFile


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a document is: all that is kept of it in memory until its turn comes.

    line: its line in a file of many records, from 1; None when the file is the document.
    offset: the byte that its line begins at.
    """

    id: str
    file: InputFile
    line: int | None = None
    offset: int = 0

    @property
    def path(self) -> str:
        """The path of its file, as the outputs show it."""
        return self.file.path

    @property
    def order(self) -> tuple[str, str, int]:
        """What entries are sorted by, whatever order the inputs come in."""
        return self.id, self.file.path, self.line or 0
