"""The whole reader: order, duplicates, limits, language, rejects."""

from __future__ import annotations

import hashlib
import itertools
import json
import random
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Config
from pipeline.readers import read_inputs
from pipeline.readers.formats import FORMATS
from pipeline.readers.refusals import MESSAGES, Refused
from tests.readers.support import read, told, write

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
RECORDS = st.fixed_dictionaries(
    {"id": VALUES, "text": VALUES},
    optional=dict.fromkeys(("title", "source", "published", "url", "language"), VALUES),
)
GERMAN = "Der Bundeskanzler hat am Mittwoch in Berlin erklärt, dass die Regierung neue Gesetze gegen die Mieten plant."
ENGLISH = "The council voted on Monday to close the bridge for repairs until the spring."


def test_text_is_the_file(tmp_path: Path) -> None:
    """Line ends, blanks and marks of Markdown stay; the hash is that of the bytes."""
    data = "\ufeff# A title\r\n\r\n  Two  blanks, a tab\t\r\nand the end.\n\n".encode()
    write(tmp_path, {"a.txt": data, "b.md": data})
    documents, rejects = read(tmp_path)
    assert rejects == []
    for document in documents:
        assert document.text.encode("utf-8-sig") == data
        assert document.sha256 == hashlib.sha256(data).hexdigest()
        assert (document.title, document.source, document.published, document.origin) == (None, None, None, "")


def test_order_of_inputs_does_not_matter(tmp_path: Path) -> None:
    """The same documents and rejects in the same order, with duplicates within and between files and folders."""
    write(
        tmp_path,
        {
            "one/a.txt": "First.",
            "one/a.md": "Second.",
            "two/a.txt": "Third.",
            "two/z.jsonl": '{"id": "b", "text": "x"}\n{"id": "a", "text": "y"}\nbroken\n{"id": "b", "text": "z"}\n',
            "three/z.jsonl": '{"id": "b", "text": "other"}\n',
            "three/empty.txt": " ",
        },
    )
    inputs: list[Path | str] = [tmp_path / "one", tmp_path / "two", tmp_path / "three", "-"]
    results = [read(*order, stdin=b'{"id": "c", "text": "x"}\n') for order in itertools.permutations(inputs)]
    assert all(result == results[0] for result in results)
    documents, rejects = results[0]
    assert [(document.id, document.path, document.text) for document in documents][::2] == [
        ("a", "a.md", "Second."),
        ("c", "-", "x"),
    ]
    assert sorted(told(rejects), key=str) == [
        ("a.txt", None, "duplicate_id"),
        ("a.txt", None, "duplicate_id"),
        ("empty.txt", None, "empty"),
        ("z.jsonl", 1, "duplicate_id"),
        ("z.jsonl", 2, "duplicate_id"),
        ("z.jsonl", 3, "broken_json"),
        ("z.jsonl", 4, "duplicate_id"),
    ]


def test_a_duplicate_names_the_first(tmp_path: Path) -> None:
    _, [reject] = read("-", stdin=b'{"id": "a", "text": "x"}\n' * 2)
    assert (reject.line, reject.error) == (2, "duplicate_id")
    assert "'a' is taken by - line 1" in reject.message


def test_an_unreadable_file_takes_no_id(tmp_path: Path) -> None:
    documents, rejects = read(write(tmp_path, {"a.md": "", "a.txt": "One."}))
    assert [document.path for document in documents] == ["a.txt"]
    assert told(rejects) == [("a.md", None, "empty")]


@pytest.mark.parametrize("content", ["", " \r\n\t", "\ufeff", "\u200b\n\u00a0"])
def test_blank_files(tmp_path: Path, content: str) -> None:
    assert told(read(write(tmp_path, {"a.txt": content}))[1]) == [("a.txt", None, "empty")]


def test_long_files(tmp_path: Path) -> None:
    """By characters, not bytes; what must be too long is not even decoded."""
    write(tmp_path, {"a.txt": "Café, " * 16 + "café", "b.txt": "Café, " * 16 + "cafés", "c.txt": b"\xff" * 1000})
    documents, rejects = read(tmp_path, max_characters=100)
    assert [document.id for document in documents] == ["a"]
    assert told(rejects) == [("b.txt", None, "too_long"), ("c.txt", None, "too_long")]
    assert "100 characters" in rejects[0].message


def test_other_languages(tmp_path: Path) -> None:
    write(tmp_path, {"de.txt": GERMAN, "en.txt": ENGLISH, "short.txt": "Bonn, 7. Dezember"})
    documents, rejects = read(tmp_path)
    assert [(document.id, document.language) for document in documents] == [("en", "en"), ("short", None)]
    assert told(rejects) == [("de.txt", None, "not_english")]
    assert "German" in rejects[0].message
    assert "--any-language" in rejects[0].message


def test_any_language(tmp_path: Path) -> None:
    write(tmp_path, {"de.txt": GERMAN, "en.txt": ENGLISH})
    documents, rejects = read(tmp_path, any_language=True)
    assert ([(document.id, document.language) for document in documents], rejects) == ([("de", "de"), ("en", "en")], [])


def test_stated_language_is_believed() -> None:
    lines = (
        f'{{"id": "says-en", "language": "en", "text": "{GERMAN}"}}\n'
        f'{{"id": "says-de", "language": "de", "text": "{ENGLISH}"}}\n'
        f'{{"id": "says-nothing", "language": "und", "text": "{ENGLISH}"}}\n'
    ).encode()
    documents, rejects = read("-", stdin=lines)
    assert [(document.id, document.language) for document in documents] == [("says-en", "en"), ("says-nothing", "en")]
    assert told(rejects) == [("-", 2, "not_english")]
    assert "'language'" in rejects[0].message


def test_limit_counts_documents(tmp_path: Path) -> None:
    """Rejects do not count, and nothing after the last document is read."""
    write(tmp_path, {"a.txt": "", "b.txt": "One.", "c.txt": "Two.", "d.txt": "", "e.txt": "Three."})
    documents, rejects = read(tmp_path, limit=2)
    assert [document.id for document in documents] == ["b", "c"]
    assert told(rejects) == [("a.txt", None, "empty")]
    assert read_inputs(Config(inputs=(str(tmp_path),), limit=2)).total == 2
    assert read_inputs(Config(inputs=(str(tmp_path),), limit=20)).total == 5


def test_texts_are_not_held(tmp_path: Path) -> None:
    """Only the document that is asked for is read."""
    write(tmp_path, {"a.txt": "One.", "b.txt": "Two."})
    inputs = read_inputs(Config(inputs=(str(tmp_path),)))
    next(inputs)
    write(tmp_path, {"b.txt": "Changed."})
    assert getattr(next(inputs), "text", None) == "Changed."


def test_every_message_can_be_written() -> None:
    """Each code has one line that says what to do, whatever its details."""
    for code, message in MESSAGES.items():
        fields = {field for _, field, _, _ in string.Formatter().parse(message) if field}
        values: dict[str, object] = {field: 7 if field == "limit" else "odd\nname" for field in fields}
        reject = Refused(code, **values).reject("a.txt", 1)
        assert "\n" not in reject.message
        assert len(reject.message) > 40
        assert reject.error == code


@given(st.lists(st.binary(max_size=60) | RECORDS.map(json.dumps).map(str.encode), max_size=6))
def test_any_lines(lines: list[bytes]) -> None:
    """Every line that is not blank is a document or a reject."""
    lines = [b'{"id": "first", "text": "One."}', *(line.replace(b"\n", b"") for line in lines)]
    documents, rejects = read("-", stdin=b"\n".join(lines))
    assert len(documents) + len(rejects) == sum(bool(line.removeprefix(b"\xef\xbb\xbf").strip()) for line in lines)
    assert all(document.text.encode() for document in documents)


def test_formats_are_written_in_lower_case() -> None:
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in FORMATS)


def test_random_trees(tmp_path: Path) -> None:
    """Whatever is in a folder: no error, and every file is a document or a reject."""
    random.seed(7)
    files: dict[str, str | bytes] = {}
    for number in range(60):
        folder = "/".join(random.choice("abc") for _ in range(random.randrange(3)))
        name = f"{folder}/{number}{random.choice(['.txt', '.md', '.jsonl', '.doc', ''])}".lstrip("/")
        files[name] = random.choice([b"", b"One.", b"\xe9", random.randbytes(300), b'{"id": 1, "text": "x"}'])
    documents, rejects = read(write(tmp_path, files))
    assert {document.path for document in documents} | {reject.path for reject in rejects} == set(files)
