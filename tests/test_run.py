"""A run from end to end with cheap stages: what is written, what is counted, what is left when it fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from pipeline import run
from pipeline.config import Config
from pipeline.errors import OutputError, UsageError
from pipeline.records import Claim, Document, Entity, Point, Reject, Run, Segment
from pipeline.store import jsonl, outputs
from pipeline.store.outputs import COMMANDS, FILES
from tests import fakes

TEXTS = {
    "a": "Anna: we count 12 boats.\nNobody else is here.",
    "b": "Boris said there were 15 boats.\nAnna was there.",
    "c": "Nothing is counted here by Carla.",
}


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    fakes.use(monkeypatch)


def config(folder: Path, texts: dict[str, str] | None = None, **settings: Any) -> Config:
    """A configuration whose input is these texts, a file each."""
    source = folder / "in"
    source.mkdir(exist_ok=True)
    for name, text in (TEXTS if texts is None else texts).items():
        (source / f"{name}.txt").write_text(text, encoding="utf-8")
    return Config(**{"inputs": (str(source),), "out": str(folder / "out"), "any_language": True, **settings})


def content(folder: Path) -> dict[str, bytes]:
    """All files but run.json, which has times in it."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "run.json"}


def test_a_run_writes_every_file_of_the_contract(tmp_path: Path) -> None:
    result = run.run(config(tmp_path))
    out = tmp_path / "out"
    assert sorted(path.name for path in out.iterdir()) == sorted([*(file.file for file in FILES), "run.json"])
    assert outputs.read_run(out) == result
    assert (result.documents, result.claims, result.conflicts, result.corroborations, result.rejects) == (3, 2, 1, 0, 0)
    assert result.complete
    assert [document.id for document in outputs.read(out, "documents", Document)] == ["a", "b", "c"]
    for file in FILES:
        found = list(outputs.read(out, file.name, file.record))
        assert found or file.name in ("corroborations", "rejects")


def test_what_needs_the_whole_corpus_is_in_the_files(tmp_path: Path) -> None:
    run.run(config(tmp_path, TEXTS | {"d": TEXTS["c"]}))
    out = tmp_path / "out"
    origins = {document.id: document.origin for document in outputs.read(out, "documents", Document)}
    assert origins == {"a": "a", "b": "b", "c": "c", "d": "c"}
    ids = {entity.text: entity.entity_id for entity in outputs.read(out, "entities", Entity)}
    assert ids["Anna"] == "person/anna-5"
    speakers = [segment.speaker for segment in outputs.read(out, "segments", Segment) if segment.speaker]
    assert [speaker.entity_id for speaker in speakers] == ["person/anna-5"]
    first = next(outputs.read(out, "claims", Claim))
    assert first.speaker == speakers[0]


def test_the_counts_of_every_step_add_up(tmp_path: Path) -> None:
    texts = TEXTS | {"d": "raise:tag 1", "e": "unparsed", "f": "raise:finish 3", "g": ""}
    result = run.run(config(tmp_path, texts))
    counts = {count.stage: (count.read, count.written, count.rejected) for count in result.stages}
    assert counts == {
        "read": (7, 6, 1),
        "parse": (6, 5, 1),
        "segment": (5, 5, 0),
        "tag": (5, 6, 2),
        "extract": (3, 4, 0),
        "compare": (2, 1, 0),
    }
    assert result.documents == 3
    assert result.rejects == 4
    rejects = list(outputs.read(tmp_path / "out", "rejects", Reject))
    assert [(reject.path, reject.stage, reject.error) for reject in rejects] == [
        ("d.txt", "tag", "internal_error"),
        ("e.txt", "parse", "not_parsed"),
        ("f.txt", "tag", "internal_error"),
        ("g.txt", "read", "empty"),
    ]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS | {"d": "raise:tag 1", "e": "raise:finish 3", "f": "raise:extract 4"}])
def test_the_commands_in_turn_give_the_files_of_a_run(tmp_path: Path, texts: dict[str, str]) -> None:
    settings = config(tmp_path, texts)
    whole = run.run(settings)
    in_turn = msgspec.structs.replace(settings, out=str(tmp_path / "in-turn"))
    results = [run.step(command, in_turn) for command in COMMANDS]
    assert content(tmp_path / "in-turn") == content(tmp_path / "out")
    assert [result.complete for result in results] == [False, False, False, True]
    if texts is TEXTS:  # a step alone has also counted what a later one has rejected
        assert untimed(results[-1]) == untimed(whole)


def untimed(result: Run) -> dict[str, object]:
    """What does not depend on the clock or the folder."""
    told: dict[str, Any] = msgspec.to_builtins(result)
    del told["wall_seconds"]
    del told["config"]["out"]
    for count in told["stages"]:
        del count["wall_seconds"], count["documents_per_second"]
    return told


@pytest.mark.parametrize("command", COMMANDS[1:])
def test_a_command_done_again_changes_nothing(tmp_path: Path, command: str) -> None:
    settings = config(tmp_path)
    run.run(settings)
    before = content(tmp_path / "out")
    for again in COMMANDS[COMMANDS.index(command) :]:
        run.step(again, settings)
    assert content(tmp_path / "out") == before


def test_files_of_later_commands_are_taken_away(tmp_path: Path) -> None:
    settings = config(tmp_path)
    run.run(settings)
    (tmp_path / "out" / "notes.txt").write_text("mine")
    result = run.step("tag", settings)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "documents.jsonl",
        "segments.jsonl",
        "entities.jsonl",
        "rejects.jsonl",
        "run.json",
        "notes.txt",
    }
    assert not result.complete


@pytest.mark.parametrize(
    ("command", "missing", "said"),
    [
        ("tag", "segments", "no segments.jsonl; run `pipeline segment`"),
        ("extract", "entities", "no entities.jsonl; run `pipeline tag`"),
        ("compare", "claims", "no claims.jsonl; run `pipeline extract`"),
    ],
)
def test_a_command_says_which_files_it_misses(tmp_path: Path, command: str, missing: str, said: str) -> None:
    settings = config(tmp_path)
    run.run(settings)
    (tmp_path / "out" / f"{missing}.jsonl").unlink()
    with pytest.raises(OutputError, match=said):
        run.step(command, settings)


def test_a_command_without_run_json_works_and_is_not_complete(tmp_path: Path) -> None:
    settings = config(tmp_path)
    run.run(settings)
    before = content(tmp_path / "out")
    (tmp_path / "out" / "run.json").unlink()
    assert not run.step("compare", settings).complete
    assert content(tmp_path / "out") == before


def test_a_command_goes_on_with_the_settings_of_the_folder(tmp_path: Path) -> None:
    settings = config(tmp_path, model="some_model", limit=2)
    run.step("segment", settings)
    result = run.step("tag", Config(out=settings.out))
    assert (result.model, result.config["limit"], result.documents) == ("some_model", 2, 2)


def test_a_folder_of_another_version_is_refused(tmp_path: Path) -> None:
    settings = config(tmp_path)
    result = run.run(settings)
    other = msgspec.structs.replace(result, version="0.0.0")
    (tmp_path / "out" / "run.json").write_bytes(msgspec.json.encode(other))
    with pytest.raises(UsageError, match=r"was made by version 0\.0\.0"):
        run.step("compare", settings)


def test_files_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    settings = config(tmp_path)
    run.run(settings)
    segments = tmp_path / "out" / "segments.jsonl"
    lines = segments.read_bytes().splitlines(keepends=True)
    segments.write_bytes(b"".join(reversed(lines)))
    with pytest.raises(OutputError, match=r"segments\.jsonl: .* is of document"):
        run.step("tag", settings)


@pytest.mark.parametrize("failing", ["compare", "origins"])
def test_a_run_that_fails_leaves_the_earlier_files_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    settings = config(tmp_path)
    run.run(settings)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"pipeline.compare.{failing}", fail)
    with pytest.raises(KeyboardInterrupt):
        run.run(settings)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_a_first_run_that_fails_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = config(tmp_path, out=str(tmp_path / "new" / "folder"))
    monkeypatch.setattr("pipeline.compare.compare", None)
    with pytest.raises(TypeError):
        run.run(settings)
    assert not (tmp_path / "new").exists()


def test_a_crash_between_two_files_never_looks_complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = config(tmp_path)
    run.run(settings)
    replaced: list[str] = []
    replace = Path.replace

    def crash(self: Path, target: Path) -> Path:
        if self.parent.name.startswith(".run-"):
            replaced.append(self.name)
            if len(replaced) == 3:
                raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(OSError, match="No space"):
        run.run(settings)
    assert outputs.read_run(tmp_path / "out") is None


def test_a_run_replaces_an_earlier_one(tmp_path: Path) -> None:
    settings = config(tmp_path)
    run.run(settings)
    (tmp_path / "in" / "a.txt").write_text("Anna counts 99 boats.")
    (tmp_path / "in" / "b.txt").unlink()
    result = run.run(settings)
    assert [document.id for document in outputs.read(tmp_path / "out", "documents", Document)] == ["a", "c"]
    assert (result.claims, result.conflicts) == (1, 0)
    assert list(outputs.read(tmp_path / "out", "conflicts", Point)) == []


@pytest.mark.parametrize("settings", [{"workers": 2}, {"batch_size": 1}, {"workers": 2, "batch_size": 2}])
def test_neither_workers_nor_batches_show(tmp_path: Path, settings: dict[str, int]) -> None:
    texts = {f"{number:02}": f"Name{number % 7} counts {number % 5} boats." for number in range(30)}
    run.run(config(tmp_path, texts))
    run.run(config(tmp_path, texts, out=str(tmp_path / "other"), **settings))
    assert content(tmp_path / "other") == content(tmp_path / "out")


def test_a_killed_worker_in_mid_run_costs_nothing_but_the_killer(tmp_path: Path) -> None:
    texts = {f"{number:02}": f"Name{number} counts {number} boats." for number in range(20)}
    run.run(config(tmp_path, texts, out=str(tmp_path / "well")))
    texts["05"] += f" kill-once:{tmp_path / 'done'}"
    (tmp_path / "well" / "run.json").unlink()
    result = run.run(config(tmp_path, texts | {"99": "kill"}, workers=2, batch_size=4))
    assert (result.documents, result.rejects, result.complete) == (20, 1, True)
    (reject,) = outputs.read(tmp_path / "out", "rejects", Reject)
    assert (reject.path, reject.error) == ("99.txt", "worker_killed")
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")] == []


def test_long_documents_make_short_batches() -> None:
    def drafts(*lengths: int) -> Iterator[Any]:
        for length in lengths:
            yield SimpleNamespace(document=SimpleNamespace(text="x" * length))

    assert [len(batch) for batch in run._batches(drafts(1, 1, 1, 300_000, 300_000, 1), 3)] == [3, 1, 1, 1]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        run.run(config(tmp_path, out=str(tmp_path / "file" / "out")))


def test_every_new_file_is_on_the_disk_before_it_is_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    run.run(config(tmp_path))
    assert len(synced) >= len(FILES) + 1


def test_records_are_in_order(tmp_path: Path) -> None:
    run.run(config(tmp_path))
    for name, record in (("segments", Segment), ("entities", Entity), ("claims", Claim)):
        found: list[Any] = list(jsonl.read(tmp_path / "out" / f"{name}.jsonl", record))
        assert [(it.doc_id, it.start) for it in found] == sorted((it.doc_id, it.start) for it in found)
