"""JSON Lines: one document a line, with an id and a text, and what is known of it. Other fields are passed over."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from pipeline.config import Config
from pipeline.readers import language, metadata
from pipeline.readers.encoding import signature
from pipeline.readers.entry import Entry
from pipeline.readers.files import InputFile
from pipeline.readers.refusals import Refused
from pipeline.records import Document, Reject

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
# A character takes at most 12 bytes of JSON (an escaped surrogate pair); the rest is for the other fields.
_BYTES_A_CHARACTER = 12
_BYTES_OF_OTHER_FIELDS = 1 << 20
_BLOCK = 1 << 20  # bytes that are read at once of a line that is passed over
_ID_LIMIT = 500  # characters, or digits, of an id
_TYPES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


class Line(msgspec.Struct):
    """The fields of an input record that are looked at, of whatever type they come."""

    id: object = None
    text: object = None
    title: object = None
    source: object = None
    published: object = None
    url: object = None
    language: object = None


_decoder = msgspec.json.Decoder(Line)


def scan(file: InputFile, config: Config) -> Iterator[Entry | Reject]:
    """One entry for each good line, one reject for each other; blank lines are passed over."""
    empty = True
    for number, offset, line in _lines(file, line_limit(config)):
        empty = False
        try:
            if line is None:
                raise Refused("line_too_long", limit=line_limit(config))
            name, _ = id_and_text(parse(line))
            yield Entry(name, file, number, offset)
        except Refused as refused:
            yield refused.reject(file.path, number)
    if empty:
        yield Refused("empty").reject(file.path)


def load(entry: Entry, config: Config) -> Document:
    """Read the line of an entry again. Raises Refused."""
    with entry.file.open(entry.offset) as handle:
        line = _clean(handle.readline(line_limit(config)))
    try:
        record = parse(line)
        name, text = id_and_text(record)
    except Refused:
        raise Refused("changed") from None
    if name != entry.id:
        raise Refused("changed")
    return Document(
        id=entry.id,
        path=entry.path,
        title=metadata.one_line(record.title),
        source=metadata.source(record.source),
        published=metadata.published(record.published),
        url=metadata.one_line(record.url),
        language=language.stated(record.language),
        sha256=hashlib.sha256(line).hexdigest(),
        text=text,
    )


def line_limit(config: Config) -> int:
    """The length in bytes of the longest line that may hold a document of the allowed length."""
    return config.max_characters * _BYTES_A_CHARACTER + _BYTES_OF_OTHER_FIELDS


def parse(line: bytes) -> Line:
    """A line as a record. Raises Refused: broken_json, not_an_object, not_utf8, nul_bytes, unpaired_surrogate."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _parse_patiently(line)


def id_and_text(record: Line) -> tuple[str, str]:
    """What a record must have. Raises Refused: no_id, bad_id, no_text, bad_text."""
    name, text = _name(record.id), record.text
    if text is None:
        raise Refused("no_text")
    if not isinstance(text, str):
        raise Refused("bad_text", what=_TYPES.get(type(text), "no string"))
    return name, text


def _name(value: object) -> str:
    """The id of a record, a whole number as a string. Raises Refused: no_id, bad_id."""
    if value is None:
        raise Refused("no_id")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**_ID_LIMIT:
        value = str(value)
    if not isinstance(value, str):
        raise Refused("bad_id", what=_TYPES.get(type(value), "no string"), limit=_ID_LIMIT)
    if len(value) > _ID_LIMIT:
        raise Refused("bad_id", what="too long", limit=_ID_LIMIT)
    if not value.strip() or not value.isprintable():
        raise Refused("bad_id", what="blank or not printable", limit=_ID_LIMIT)
    return value


def _parse_patiently(line: bytes) -> Line:
    """What the strict decoder refuses: find out why, or accept what does no harm (NaN in a field that is not used)."""
    if b"\0" in line:
        raise Refused("nul_bytes")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        try:
            line.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise Refused("not_utf8", where=f"byte {error.start + 1} of the line is not") from None
        raise Refused("unpaired_surrogate") from None
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused("broken_json", reason=f"{error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise Refused("broken_json", reason="too many brackets in each other") from None
    except ValueError:
        raise Refused("broken_json", reason="a number has too many digits") from None
    if not isinstance(value, dict):
        raise Refused("not_an_object")
    return Line(**{name: value[name] for name in Line.__struct_fields__ if name in value})


def _lines(file: InputFile, limit: int) -> Iterator[tuple[int, int, bytes | None]]:
    """The lines that are not blank: number, the byte that it begins at, its bytes (None when there are too many)."""
    with file.open() as handle:
        start = handle.read(16)
        if what := signature(start):
            raise Refused("binary", what=f"it begins like {what}")
        if start.startswith(_WIDE):
            raise Refused("not_utf8", where="this file is UTF-16")
        handle.seek(0)
        number = offset = 0
        while line := handle.readline(limit):
            number, begin = number + 1, offset
            offset += len(line)
            if len(line) == limit and not line.endswith(b"\n"):
                rest = _skip_line(handle)
                offset += rest
                if rest:
                    yield number, begin, None
                    continue
            if line := _clean(line):
                yield number, begin, line


def _clean(line: bytes) -> bytes:
    """A line without its end, and without the byte-order mark of a first line."""
    return line.removeprefix(_BOM).strip()


def _skip_line(handle: BinaryIO) -> int:
    """Read to the end of the line in small blocks; how many bytes that was."""
    skipped = 0
    while block := handle.readline(_BLOCK):
        skipped += len(block)
        if block.endswith(b"\n"):
            break
    return skipped
