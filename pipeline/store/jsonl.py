"""Read and write JSON Lines: typed records through jsonlines, decoded and encoded by msgspec.

Every line is checked against its record type when it is read; a broken one is told with its file, its line and what was
expected there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import jsonlines
import msgspec

from pipeline.errors import OutputError

T = TypeVar("T", bound=msgspec.Struct)

_encoder = msgspec.json.Encoder()


@cache
def _decoder(record: type[T]) -> msgspec.json.Decoder[T]:
    return msgspec.json.Decoder(record)


def read(path: Path, record: type[T], offset: int = 0) -> Iterator[T]:
    """The records of a file, one at a time.

    path: a JSON Lines file that the pipeline has written.
    record: the type that every line must have.
    offset: the byte to begin at, which must be the beginning of a line.
    Raises OutputError for a file that cannot be read and for a line that is not such a record.
    """
    try:
        with path.open("rb") as handle:
            handle.seek(offset)
            yield from jsonlines.Reader(handle, loads=_decoder(record).decode)
    except jsonlines.InvalidLineError as error:
        expected = f"expected one {record.__name__} record a line"
        raise OutputError(f"{path}, line {error.lineno}: {error.__cause__ or error}; {expected}") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror})") from error


def read_at(path: Path, record: type[T], offset: int) -> T:
    """The one record whose line begins at byte ``offset``. Raises OutputError as ``read`` does."""
    return next(read(path, record, offset))


@contextmanager
def writer(path: Path) -> Iterator[jsonlines.Writer]:
    """A writer of a new file, which is on the disk when the context ends. ``write`` returns the bytes of the line."""
    with path.open("wb") as handle:
        with jsonlines.Writer(handle, dumps=_encode) as lines:
            yield lines
        handle.flush()
        os.fsync(handle.fileno())


def write(path: Path, records: Iterable[msgspec.Struct]) -> int:
    """Write ``records``, one a line, and return how many."""
    with writer(path) as lines:
        return sum(1 for _ in map(lines.write, records))


def _encode(record: Any) -> bytes:
    return _encoder.encode(record)
