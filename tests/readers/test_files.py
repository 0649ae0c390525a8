"""Finding files: what a folder gives, what is refused, and that nothing is waited for."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import UsageError
from tests.readers.support import read, told, write

links = pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")


def test_folder(tmp_path: Path) -> None:
    """All files below it, whatever the case of their suffix; ids are paths without suffix."""
    write(
        tmp_path, {"b.txt": "Two.", "a/deep/er.v2.txt": "One.", "A.MD": "# Three", "c.jsonl": '{"id": 7, "text": "x"}'}
    )
    documents, rejects = read(tmp_path)
    assert rejects == []
    assert [(document.id, document.path) for document in documents] == [
        ("7", "c.jsonl"),
        ("A", "A.MD"),
        ("a/deep/er.v2", "a/deep/er.v2.txt"),
        ("b", "b.txt"),
    ]


def test_single_file(tmp_path: Path) -> None:
    """Its id is its stem; where it is on the machine shows nowhere."""
    write(tmp_path, {"some/where/a.txt": "One."})
    [document], _ = read(tmp_path / "some" / "where" / "a.txt")
    assert (document.id, document.path) == ("a", "a.txt")


def test_passed_over(tmp_path: Path) -> None:
    """Hidden files and folders, the litter of file browsers and the output of a run are no input."""
    files: dict[str, str | bytes] = {
        ".DS_Store": b"\0",
        ".hidden.txt": "x",
        ".git/a.txt": "x",
        "~$draft.txt": "x",
        "Thumbs.db": b"\0",
        "out/run.json": "{}",
        "out/documents.jsonl": '{"id": "a", "text": "x"}',
        "a.txt": "One.",
    }
    documents, rejects = read(write(tmp_path, files))
    assert ([document.id for document in documents], rejects) == (["a"], [])


def test_output_of_a_run_as_input(tmp_path: Path) -> None:
    write(tmp_path, {"out/run.json": "{}", "out/documents.jsonl": '{"id": "a", "text": "x"}'})
    assert told(read(tmp_path / "out")[1]) == [("out", None, "output_of_a_run")]


def test_hidden_files_that_are_named(tmp_path: Path) -> None:
    write(tmp_path, {".drafts/.a.txt": "One.", ".drafts/b.txt": "Two."})
    documents, rejects = read(tmp_path / ".drafts" / ".a.txt", tmp_path / ".drafts")
    assert ([document.id for document in documents], rejects) == ([".a", "b"], [])


def test_unsupported_formats(tmp_path: Path) -> None:
    write(tmp_path, {"a.pdf": b"%PDF-", "b": "x", "c.json": "{}", "d.txt": "One.", "e.txt.gz": b"\x1f\x8b"})
    documents, rejects = read(tmp_path)
    assert [document.id for document in documents] == ["d"]
    assert told(rejects) == [(name, None, "unsupported_format") for name in ("a.pdf", "b", "c.json", "e.txt.gz")]
    assert "'.pdf'" in rejects[0].message
    assert ".txt .md .jsonl" in rejects[0].message


def test_missing_paths_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "One."})
    with pytest.raises(UsageError, match=r"a.txt/b, .*nowhere/x.txt; "):
        read(tmp_path / "a.txt", tmp_path / "nowhere" / "x.txt", tmp_path / "a.txt" / "b")


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000])
def test_paths_that_cannot_be(name: str) -> None:
    with pytest.raises(UsageError):
        read(name)


def test_no_input() -> None:
    with pytest.raises(UsageError):
        read()


def test_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty" / "within").mkdir(parents=True)
    assert told(read(tmp_path / "empty")[1]) == [("empty", None, "empty_folder")]


def test_folder_named_as_a_file(tmp_path: Path) -> None:
    """Below a folder it is refused; as an input of its own it is a folder."""
    write(tmp_path, {"x.txt/a.txt": "One.", "b.txt": "Two."})
    documents, rejects = read(tmp_path)
    assert [document.id for document in documents] == ["b"]
    assert told(rejects) == [("x.txt", None, "folder_named_as_file")]
    documents, rejects = read(tmp_path / "x.txt")
    assert ([document.id for document in documents], rejects) == (["a"], [])


@pytest.mark.parametrize("order", [1, -1])
def test_overlapping_inputs(tmp_path: Path, order: int) -> None:
    """A file is read once, under the name that the outermost folder gives it."""
    write(tmp_path, {"a/b/c.txt": "One."})
    (tmp_path / "a" / "b" / "d.pdf").touch()
    inputs = [tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c.txt", tmp_path / "a" / "." / "b"]
    documents, rejects = read(*inputs[::order])
    assert [document.id for document in documents] == ["b/c"]
    assert told(rejects) == [("b/d.pdf", None, "unsupported_format")]


@links
def test_links(tmp_path: Path) -> None:
    """A link to a file in the folder is read; one that leads out, to a folder, to itself or to nothing is refused."""
    write(tmp_path, {"in/a.txt": "One.", "in/sub/b.txt": "Two.", "secret/c.txt": "Three."})
    folder = tmp_path / "in"
    (folder / "inside.txt").symlink_to("a.txt")
    (folder / "outside.txt").symlink_to(tmp_path / "secret" / "c.txt")
    (folder / "sub" / "chain.txt").symlink_to(folder / "outside.txt")
    (folder / "outside").symlink_to(tmp_path / "secret")
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "nothing.txt").symlink_to("nothing-there.txt")
    (folder / "folder").symlink_to("sub")
    (folder / "device.txt").symlink_to("/dev/zero")
    documents, rejects = read(folder)
    assert [document.id for document in documents] == ["a", "inside", "sub/b"]
    assert told(rejects) == [
        ("device.txt", None, "link_outside"),
        ("folder", None, "link_to_folder"),
        ("nothing.txt", None, "broken_link"),
        ("outside", None, "link_outside"),
        ("outside.txt", None, "link_outside"),
        ("self.txt", None, "link_loop"),
        ("sub/chain.txt", None, "link_outside"),
        ("sub/loop", None, "link_loop"),
    ]


@links
def test_links_that_are_named(tmp_path: Path) -> None:
    """The user means what a link leads to."""
    write(tmp_path, {"real/a.txt": "One."})
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "file.txt").symlink_to("real/a.txt")
    documents, rejects = read(tmp_path / "folder", tmp_path / "file.txt")
    assert ([document.id for document in documents], rejects) == (["a", "file"], [])


@links
def test_a_link_is_read_where_it_is_named(tmp_path: Path) -> None:
    """Also when the folder that it leads out of is an input too."""
    write(tmp_path, {"real/a.txt": "One.", "in/b.txt": "Two."})
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "real" / "a.txt")
    documents, rejects = read(tmp_path / "in", tmp_path / "in" / "link.txt")
    assert ([document.id for document in documents], rejects) == (["b", "link"], [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("a.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("b.txt")
        _, rejects = read(".", "/dev/null")
    assert told(rejects) == [(name, None, "not_a_file") for name in ("a.txt", "b.txt", "null")]
    assert "named pipe" in rejects[0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_place_of_a_file(tmp_path: Path) -> None:
    """Even one that takes the place of a file between finding and reading is not waited for."""
    from pipeline.config import Config
    from pipeline.readers import read_inputs

    write(tmp_path, {"a.txt": "One."})
    inputs = read_inputs(Config(inputs=(str(tmp_path),)))
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")
    assert [getattr(item, "error", None) for item in inputs] == ["not_a_file"]


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    from pipeline.config import Config
    from pipeline.readers import read_inputs

    write(tmp_path, {"a.txt": "One.", "b.txt": "Two."})
    inputs = read_inputs(Config(inputs=(str(tmp_path),)))
    (tmp_path / "a.txt").unlink()
    assert [getattr(item, "error", item.path) for item in inputs] == ["vanished", "b.txt"]


def test_files_and_folders_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told by the system, as the tests may run as a user who may read everything."""
    write(tmp_path, {"a.txt": "One.", "b.txt": "Two.", "sub/c.txt": "Three.", "d.jsonl": '{"id": 1, "text": "x"}'})
    opened, scanned = os.open, os.scandir

    def refuse_open(path: Any, *args: Any, **kwargs: Any) -> int:
        if Path(path).name in ("a.txt", "d.jsonl"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    def refuse_scan(path: Any) -> Any:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied")
        return scanned(path)

    monkeypatch.setattr(os, "open", refuse_open)
    monkeypatch.setattr(os, "scandir", refuse_scan)
    documents, rejects = read(tmp_path)
    assert [document.id for document in documents] == ["b"]
    assert sorted(told(rejects)) == [
        ("a.txt", None, "unreadable"),
        ("d.jsonl", None, "unreadable"),
        ("sub", None, "unreadable_folder"),
    ]
    assert "permission denied" in rejects[0].message


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="file names are UTF-8 here")
def test_file_names_that_are_not_utf8(tmp_path: Path) -> None:
    """They are shown escaped, so that every output can be written."""
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:  # noqa: PTH123 - a name in bytes
        file.write(b"One.")
    [document], _ = read(tmp_path)
    assert (document.id, document.path) == ("caf\\xe9", "caf\\xe9.txt")


def test_deep_folders(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder = folder / "d"
    folder.mkdir(parents=True)
    write(folder, {"a.txt": "One."})
    [document], _ = read(tmp_path)
    assert document.id == "d/" * 300 + "a"
