"""The record types as JSON Schema."""

from __future__ import annotations

from typing import Any

import msgspec

from pipeline.errors import UsageError
from pipeline.records import Record, Run
from pipeline.store.outputs import FILES

RECORDS: dict[str, type[Record]] = {file.name: file.record for file in FILES} | {"run": Run}


def schema(name: str | None = None) -> dict[str, Any]:
    """The JSON Schema of one output file's lines, or of all by their names.

    name: a file (``claims``) or a record type (``Claim``). Raises UsageError for a name that is neither.
    """
    if name is None:
        return {file: schema(file) for file in RECORDS}
    types = {record.__name__: record for record in RECORDS.values()}
    record = (RECORDS | types).get(name.removesuffix(".jsonl").removesuffix(".json"))
    if record is None:
        raise UsageError(f"no record '{name}'; there are {', '.join(RECORDS)}")
    return msgspec.json.schema(record, schema_hook=_anything)


def _anything(kind: type) -> dict[str, Any]:
    """The settings in run.json are of several types."""
    if kind is object:
        return {"description": "any JSON value"}
    raise NotImplementedError(kind)  # what msgspec asks of a hook that does not know a type
