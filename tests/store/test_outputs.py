"""The output folder: what must be in it, and how it is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.records import Document, Run, Segment
from pipeline.store import jsonl, outputs
from pipeline.store.outputs import COMMANDS, FILES, RUN, Staging

RUN_RECORD = Run(
    version="0", config={}, config_hash="", model="", model_version="", input_digest="", documents=0, claims=0,
    conflicts=0, corroborations=0, rejects=0, stages=(), wall_seconds=0.0, workers=1, engine="serial", complete=True,
)  # fmt: skip


def document(name: str) -> Document:
    return Document(id=name, path=f"{name}.txt", sha256="", text="Some news.")


def segment(name: str, doc_id: str) -> Segment:
    return Segment(id=name, doc_id=doc_id, start=0, end=4, text="Some", kind="paragraph")


def write(folder: Path, documents: list[str], segments: list[tuple[str, str]]) -> None:
    jsonl.write(folder / "documents.jsonl", map(document, documents))
    jsonl.write(folder / "segments.jsonl", [segment(*names) for names in segments])


@pytest.mark.parametrize(
    ("last", "lacking"),
    [("segment", {"entities", "attributions", "claims", "conflicts", "corroborations"}), ("compare", set())],
)
def test_each_command_adds_its_files(last: str, lacking: set[str]) -> None:
    assert {file.name for file in FILES} - {file.name for file in outputs.files(last)} == lacking


def test_what_lacks_is_told_with_the_command_that_makes_it(tmp_path: Path) -> None:
    write(tmp_path, [], [])
    with pytest.raises(OutputError, match=r"no rejects\.jsonl; run `pipeline segment`"):
        outputs.require(tmp_path, "segment")


def test_segments_come_with_their_documents(tmp_path: Path) -> None:
    write(tmp_path, ["a", "b", "c"], [("s1", "a"), ("s2", "a"), ("s3", "c")])
    drafts = list(outputs.drafts(tmp_path, "segment"))
    assert [[one.id for one in draft.segments] for draft in drafts] == [["s1", "s2"], [], ["s3"]]


@pytest.mark.parametrize(
    ("documents", "segments", "said"),
    [
        (["b", "a"], [], "ids must rise"),
        (["a", "a"], [], "ids must rise"),
        (["a"], [("s1", "z")], "s1 is of document 'z'"),
    ],
)
def test_files_that_do_not_belong_together_are_told(
    tmp_path: Path, documents: list[str], segments: list[tuple[str, str]], said: str
) -> None:
    write(tmp_path, documents, segments)
    with pytest.raises(OutputError, match=said):
        list(outputs.drafts(tmp_path, "segment"))


def test_run_json_is_read_back_and_may_lack(tmp_path: Path) -> None:
    assert outputs.read_run(tmp_path) is None
    with Staging(tmp_path) as staging:
        staging.commit("segment", RUN_RECORD)
    assert outputs.read_run(tmp_path) == RUN_RECORD
    (tmp_path / RUN).write_text("{}")
    with pytest.raises(OutputError, match=r"run\.json: .*run it again"):
        outputs.read_run(tmp_path)


def test_what_is_not_committed_leaves_no_trace(tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    with Staging(out) as staging:
        (staging.folder / "documents.jsonl").write_bytes(b"")
    assert not (tmp_path / "new").exists()


def test_a_commit_replaces_files_and_takes_away_those_of_later_commands(tmp_path: Path) -> None:
    for file in FILES:
        (tmp_path / file.file).write_text("old")
    with Staging(tmp_path) as staging:
        for file in outputs.files(COMMANDS[1]):
            (staging.folder / file.file).write_text("new")
        staging.commit(COMMANDS[1], RUN_RECORD)
    left = {path.name: path.read_text() for path in tmp_path.iterdir() if path.name != RUN}
    assert left == {file.file: "new" for file in outputs.files(COMMANDS[1])}
