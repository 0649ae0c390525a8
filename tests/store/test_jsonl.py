"""Reading and writing JSON Lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import OutputError
from pipeline.records import Reject
from pipeline.store import jsonl

REJECT = Reject(path="a.txt", line=7, stage="read", error="empty", message="it is empty")
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(TEXT))
def test_what_is_written_is_read_back(tmp_path: Path, texts: list[str]) -> None:
    records = [Reject(path=text, line=None, stage="read", error="empty", message=text) for text in texts]
    assert jsonl.write(tmp_path / "a.jsonl", records) == len(records)
    assert list(jsonl.read(tmp_path / "a.jsonl", Reject)) == records
    assert (tmp_path / "a.jsonl").read_bytes().count(b"\n") == len(records)


def test_a_line_is_found_by_its_offset(tmp_path: Path) -> None:
    offsets = [0]
    with jsonl.writer(tmp_path / "a.jsonl") as lines:
        for text in ("a", "ж" * 10, "🙂"):
            offsets.append(
                offsets[-1] + lines.write(Reject(path=text, line=None, stage="read", error="empty", message=""))
            )
    found = [jsonl.read_at(tmp_path / "a.jsonl", Reject, offset).path for offset in offsets[:-1]]
    assert found == ["a", "ж" * 10, "🙂"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"path":', "truncated"),
        (b'{"path": 1, "line": null, "stage": "", "error": "", "message": ""}', "$.path"),
        (b'{"path": ""}', "missing required field"),
        (b'{"path": "", "line": null, "stage": "", "error": "", "message": "", "more": 1}', "more"),
        (b"", "truncated"),
        (b"\xff", "utf-8"),
    ],
)
def test_a_broken_line_is_told_with_its_place(tmp_path: Path, line: bytes, said: str) -> None:
    path = tmp_path / "a.jsonl"
    jsonl.write(path, [REJECT])
    path.write_bytes(path.read_bytes() + line + b"\n")
    with pytest.raises(OutputError) as error:
        list(jsonl.read(path, Reject))
    message = str(error.value)
    assert f"{path}, line 2: " in message
    assert said in message
    assert "expected one Reject record a line" in message
    assert "\n" not in message


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no\.jsonl: cannot be read"):
        list(jsonl.read(tmp_path / "no.jsonl", Reject))
