"""The output folder: which files there are, how they are read back, and how they are replaced all at once."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

import msgspec

from pipeline.article import Draft
from pipeline.errors import OutputError
from pipeline.records import Attribution, Claim, Document, Entity, Point, Record, Reject, Run, Segment
from pipeline.store import jsonl

T = TypeVar("T", bound=Record)
Part = TypeVar("Part", Segment, Entity)

COMMANDS = ("segment", "tag", "extract", "compare")
RUN = "run.json"


@dataclass(frozen=True)
class OutputFile:
    """A file of the contract, the record that each of its lines is, and the command that writes it first."""

    name: str
    record: type[Record]
    command: str

    @property
    def file(self) -> str:
        """Its name in the folder."""
        return f"{self.name}.jsonl"


FILES = (
    OutputFile("documents", Document, "segment"),
    OutputFile("segments", Segment, "segment"),
    OutputFile("entities", Entity, "tag"),
    OutputFile("attributions", Attribution, "extract"),
    OutputFile("claims", Claim, "extract"),
    OutputFile("conflicts", Point, "compare"),
    OutputFile("corroborations", Point, "compare"),
    OutputFile("rejects", Reject, "segment"),
)


def files(last: str) -> tuple[OutputFile, ...]:
    """The files that are there once the command ``last`` has run."""
    return tuple(file for file in FILES if COMMANDS.index(file.command) <= COMMANDS.index(last))


def require(folder: Path, last: str) -> None:
    """Raise OutputError unless the files of the command ``last`` are all in ``folder``."""
    missing = [file.file for file in files(last) if not (folder / file.file).is_file()]
    if missing:
        raise OutputError(f"{folder}: no {', '.join(missing)}; run `pipeline {last}` or `pipeline run` into it first")


def read(folder: Path, name: str, record: type[T]) -> Iterator[T]:
    """The records of one output file. Raises OutputError for a file that cannot be read, and for a broken line."""
    return jsonl.read(folder / f"{name}.jsonl", record)


def read_run(folder: Path) -> Run | None:
    """run.json, or None where there is none. Raises OutputError for one that cannot be read."""
    path = folder / RUN
    try:
        return msgspec.json.decode(path.read_bytes(), type=Run)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror})") from error
    except msgspec.DecodeError as error:
        raise OutputError(f"{path}: {error}; expected what `pipeline run` writes: run it again") from error


def drafts(folder: Path, last: str) -> Iterator[Draft]:
    """The documents of a folder with all that the commands up to ``last`` have found in each, in their order.

    Raises OutputError for files that do not belong together.
    """
    there = {file.name for file in files(last)}
    segments = _Parts(folder / "segments.jsonl", Segment)
    entities = _Parts(folder / "entities.jsonl", Entity) if "entities" in there else None
    before: str | None = None
    for document in read(folder, "documents", Document):
        if before is not None and before >= document.id:
            raise OutputError(f"{folder / 'documents.jsonl'}: {document.id!r} comes after {before!r}; ids must rise")
        before = document.id
        yield Draft(
            document=document,
            segments=segments.of(document.id),
            entities=entities.of(document.id) if entities else (),
        )
    segments.require_end()
    if entities:
        entities.require_end()


class _Parts(Generic[Part]):
    """A file whose lines belong to documents, in the order of documents.jsonl."""

    def __init__(self, path: Path, record: type[Part]) -> None:
        self._path = path
        self._lines: Iterator[Part] = jsonl.read(path, record)
        self._next: Part | None = next(self._lines, None)

    def of(self, doc_id: str) -> tuple[Part, ...]:
        """The next lines, as far as they are of a document."""
        found = []
        while self._next is not None and self._next.doc_id == doc_id:
            found.append(self._next)
            self._next = next(self._lines, None)
        return tuple(found)

    def require_end(self) -> None:
        """Raise OutputError when a line is left, which no document has claimed."""
        if self._next is not None:
            raise OutputError(
                f"{self._path}: {self._next.id} is of document {self._next.doc_id!r}, which documents.jsonl does not "
                "have in this place; run the stages again"
            )


class Staging:
    """New output files beside the earlier ones, which they replace all at once, or not at all.

    Used as a context: without a ``commit``, leaving it takes away every trace.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._made: list[Path] = []

    def __enter__(self) -> Staging:
        """Make ``folder``, for the new files and for what is needed on the way."""
        try:
            self._made = [folder for folder in (self._out, *self._out.parents) if not folder.exists()]
            self._out.mkdir(parents=True, exist_ok=True)
            self.folder = Path(tempfile.mkdtemp(prefix=".run-", dir=self._out))
        except OSError as error:
            self._remove_folders()
            raise OutputError(
                f"{self._out}: cannot be written ({error.strerror}); name a folder of your own with --out"
            ) from error
        return self

    def commit(self, last: str, run: Run) -> None:
        """Put the new files in place, take away those of later commands, and say so in run.json, last of all."""
        with (self.folder / RUN).open("wb") as handle:
            handle.write(msgspec.json.format(msgspec.json.encode(run), indent=2) + b"\n")
            handle.flush()
            os.fsync(handle.fileno())
        (self._out / RUN).unlink(missing_ok=True)  # from here on until the end, nothing can look complete
        _sync(self._out)
        for file in FILES:
            if (self.folder / file.file).exists():
                (self.folder / file.file).replace(self._out / file.file)
            elif file not in files(last):
                (self._out / file.file).unlink(missing_ok=True)
        _sync(self._out)
        (self.folder / RUN).replace(self._out / RUN)
        _sync(self._out)
        self._made = []

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self._remove_folders()

    def _remove_folders(self) -> None:
        for folder in self._made:
            with suppress(OSError):
                folder.rmdir()


def _sync(folder: Path) -> None:
    """See to it that the names in a folder are on the disk, where the system lets one."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
