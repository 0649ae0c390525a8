"""Records of JSON Lines: what is taken over, and how each bad line ends."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import jsonl
from pipeline.readers.refusals import Refused
from tests.readers.support import read, told, write
from tests.support import cases

TEXT = "Thousands marched through the old town on Saturday.\r\nPolice counted 4,000.\n"
GOOD = b'{"id": "good", "text": "The bridge was closed."}\n'


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_all_fields(tmp_path: Path) -> None:
    """Text and offsets are untouched; metadata is read; other fields are left out; the hash is the line's."""
    record = line(
        id="march/1",
        text=TEXT,
        title=" A march ",
        source={"name": "The Daily Bugle", "country": "xx"},
        published="2016-12-07T10:00:00Z",
        url="https://news.example.org/1",
        language="en-GB",
        author="Nobody",
    )
    write(tmp_path, {"in.jsonl": record})
    [document], rejects = read(tmp_path)
    assert rejects == []
    assert (document.id, document.path, document.text) == ("march/1", "in.jsonl", TEXT)
    assert (document.title, document.url, document.language) == ("A march", "https://news.example.org/1", "en")
    assert document.source is not None
    assert document.source.id == "the-daily-bugle"
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2016-12-07", "metadata")
    assert document.sha256 == hashlib.sha256(record.rstrip()).hexdigest()
    assert document.origin == ""


def test_metadata_that_is_not_understood_is_unknown() -> None:
    """It refuses no record."""
    record = line(id=1, text=TEXT, title=5, source=[], published="soon", url={}, language=7, other={"deep": [1]})
    [document], rejects = read("-", stdin=record)
    assert rejects == []
    assert document.id == "1"
    assert (document.title, document.source, document.published, document.url) == (None, None, None, None)


@pytest.mark.parametrize("case", cases("readers/records"), ids=lambda case: f"{case['error']}-{case['line'][:30]}")
def test_bad_lines(case: dict[str, Any]) -> None:
    """A bad line is one reject with its place and reason, and does not touch its neighbours."""
    documents, rejects = read("-", stdin=GOOD + case["line"].encode() + b"\n" + GOOD.replace(b"good", b"better"))
    assert [document.id for document in documents] == ["better", "good"]
    assert told(rejects) == [("-", 2, case["error"])]
    assert "\n" not in rejects[0].message
    assert rejects[0].stage == "read"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"caf\xe9", "not_utf8"),
        (b"one \xed\xa0\x80 two", "unpaired_surrogate"),
        (b"one \0 two", "nul_bytes"),
    ],
)
def test_bad_bytes(data: bytes, error: str) -> None:
    documents, rejects = read("-", stdin=GOOD + b'{"id": "a", "text": "' + data + b'"}\n')
    assert len(documents) == 1
    assert told(rejects) == [("-", 2, error)]


def test_deep_brackets() -> None:
    _, rejects = read("-", stdin=GOOD + b"[" * 200_000 + b"\n")
    assert told(rejects) == [("-", 2, "broken_json")]


def test_harmless_oddities() -> None:
    """NaN, huge numbers and half surrogates in fields that are not used, doubled keys, a mark, blank lines, CRLF."""
    stdin = (
        b'\xef\xbb\xbf{"id": "a", "text": "One.", "score": NaN}\r\n\r\n   \n'
        b'{"id": "b", "text": "Two.", "n": 1e999999}\n'
        b'{"id": "c", "text": "Three.", "title": "\\ud800", "x": "\\ud800"}\n'
        b'{"id": "x", "id": "d", "text": "Four \\ud83d\\ude00."}'
    )
    documents, rejects = read("-", stdin=stdin)
    assert rejects == []
    assert [(document.id, document.text) for document in documents] == [
        ("a", "One."),
        ("b", "Two."),
        ("c", "Three."),
        ("d", "Four 😀."),
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "empty"),
        (b"\n \n\r\n", "empty"),
        (b"\x1f\x8b\x08" + bytes(50), "binary"),
        ('{"id": "a", "text": "x"}\n'.encode("utf-16"), "not_utf8"),
    ],
)
def test_bad_files(tmp_path: Path, data: bytes, error: str) -> None:
    """A file that is no JSON Lines at all is one reject."""
    documents, rejects = read(write(tmp_path, {"in.jsonl": data}))
    assert documents == []
    assert told(rejects) == [("in.jsonl", None, error)]


def test_a_line_of_50_megabytes(tmp_path: Path) -> None:
    """It is passed over in blocks: memory stays far below its size."""
    with (tmp_path / "in.jsonl").open("wb") as file:
        file.write(GOOD + b'{"id": "huge", "text": "')
        for _ in range(50):
            file.write(b"word " * 200_000)
        file.write(b'"}\n' + GOOD.replace(b"good", b"last"))
    tracemalloc.start()
    documents, rejects = read(tmp_path, max_characters=100_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [document.id for document in documents] == ["good", "last"]
    assert told(rejects) == [("in.jsonl", 2, "line_too_long")]
    assert peak < 20_000_000


def test_a_long_text() -> None:
    documents, rejects = read("-", stdin=GOOD + line(id="long", text="word " * 30), max_characters=149)
    assert len(documents) == 1
    assert told(rejects) == [("-", 2, "too_long")]
    documents, rejects = read("-", stdin=GOOD + line(id="long", text="word " * 30), max_characters=150)
    assert (len(documents), rejects) == (2, [])


def test_a_file_that_changes_between_the_passes(tmp_path: Path) -> None:
    from pipeline.config import Config
    from pipeline.readers import read_inputs
    from pipeline.records import Reject

    write(tmp_path, {"in.jsonl": GOOD})
    inputs = read_inputs(Config(inputs=(str(tmp_path),)))
    write(tmp_path, {"in.jsonl": GOOD.replace(b"good", b"evil")})
    [item] = inputs
    assert isinstance(item, Reject)
    assert item.error == "changed"


@given(st.binary(max_size=200))
def test_parse_never_raises_but_refused(data: bytes) -> None:
    try:
        jsonl.id_and_text(jsonl.parse(data))
    except Refused as refused:
        assert refused.reject("x").message


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_text_is_unchanged(text: str) -> None:
    for ascii_only in (True, False):
        data = json.dumps({"id": "a", "text": text}, ensure_ascii=ascii_only).encode()
        assert jsonl.id_and_text(jsonl.parse(data)) == ("a", text)
