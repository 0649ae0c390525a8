"""The main job on real stages, through the command line: what it finds in the sample articles, and that nothing but the
input decides what it writes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import psutil
import pytest

from pipeline.records import VALUE_LABELS, Attribution, Claim, Document, Entity, Point, Record, Reject, Segment
from pipeline.store import outputs
from pipeline.store.outputs import FILES
from pipeline.store.schema import schema
from tests.golden.renew import GOLDEN, digest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


def pipeline(*args: str | Path, code: int = 0, stdin: str | None = None, **environment: str) -> str:
    """Run the command in a process of its own; what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, args)],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | environment,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stdout


def content(folder: Path) -> dict[str, bytes]:
    """All files but run.json, which has times in it."""
    return {file.file: (folder / file.file).read_bytes() for file in FILES}


def records(out: Path, name: str, record: type[Any]) -> list[Any]:
    return list(outputs.read(out, name, record))


@pytest.fixture(scope="session")
def texts(out: Path) -> dict[str, str]:
    return {document.id: document.text for document in outputs.read(out, "documents", Document)}


# ---------------------------------------------------------------- the contract


def test_every_line_is_as_its_schema_says(out: Path) -> None:
    for file in FILES:
        check = jsonschema.Draft202012Validator(schema(file.name))
        for line in (out / file.file).read_text(encoding="utf-8").splitlines():
            check.validate(json.loads(line))
    jsonschema.Draft202012Validator(schema("run")).validate(json.loads((out / "run.json").read_text()))


def test_documents_are_the_files_themselves(texts: dict[str, str]) -> None:
    assert texts == {path.stem: path.read_bytes().decode("utf-8-sig") for path in SEEDS.glob("*.txt")}


def test_every_span_of_every_record_holds(out: Path, texts: dict[str, str]) -> None:
    def walk(value: object, text: str | None) -> None:
        """Whatever has start, end and text holds them of its document."""
        if isinstance(value, dict):
            text = texts.get(value.get("doc_id", ""), text)
            if {"start", "end", "text"} <= value.keys():
                assert text is not None
                assert value["text"] == text[value["start"] : value["end"]]
                assert value["start"] < value["end"]
            for inner in value.values():
                walk(inner, text)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, text)

    for file in FILES:
        for line in (out / file.file).read_text(encoding="utf-8").splitlines():
            if file.name != "documents":
                walk(json.loads(line), None)


def test_ids_are_there_once_and_lead_somewhere(out: Path, texts: dict[str, str]) -> None:
    ids: dict[str, set[str]] = {}
    for file in FILES:
        if file.record is not Reject:
            found = [record.id for record in records(out, file.name, file.record)]
            assert len(found) == len(set(found)), file.name
            ids[file.name] = set(found)
    for claim in records(out, "claims", Claim):
        assert claim.segment_id in ids["segments"]
        assert claim.attribution_id is None or claim.attribution_id in ids["attributions"]
        assert claim.duplicate_of is None or claim.duplicate_of in ids["claims"]
    for name in ("conflicts", "corroborations"):
        for point in records(out, name, Point):
            for side in point.sides:
                assert side.claim_ids and set(side.claim_ids) <= ids["claims"]
                assert side.doc_ids and set(side.doc_ids) <= texts.keys()


def test_segments_hold_all_that_is_written_and_entities_lie_inside(out: Path, texts: dict[str, str]) -> None:
    segments: dict[str, list[Segment]] = {}
    for segment in records(out, "segments", Segment):
        segments.setdefault(segment.doc_id, []).append(segment)
    for doc_id, text in texts.items():
        end = 0
        for segment in segments[doc_id]:
            assert not text[end : segment.start].strip()
            end = segment.end
            assert all(segment.start <= start < stop <= segment.end for start, stop in segment.sentences)
        assert not text[end:].strip()
    by_id = {segment.id: segment for found in segments.values() for segment in found}
    for entity in records(out, "entities", Entity):
        home = by_id[entity.segment_id]
        assert home.start <= entity.start < entity.end <= home.end
        assert (entity.value is not None or entity.time is not None) == (entity.label in VALUE_LABELS)


# ---------------------------------------------------------------- what is found in the sample


def test_the_outputs_are_the_golden_ones(out: Path) -> None:
    """When they change on purpose: `make golden`, and read the diff."""
    assert digest(out).splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_thirty_memoranda_stand_beside_sixty_documents(out: Path) -> None:
    found = [point for point in records(out, "conflicts", Point) if point.type == "counted_object"]
    (point,) = [point for point in found if "60" in point.explanation]
    assert point.severity == "high"
    sixty, thirty = sorted(point.sides, key=lambda side: -len(side.doc_ids))
    assert "more than 60 bilateral documents" in sixty.quote.text
    assert "over 30 memoranda of understanding" in thirty.quote.text
    assert set(thirty.doc_ids) < set(sixty.doc_ids), "one article has both"
    assert "different_object" in point.benign
    assert "document" in point.explanation


def test_a_figure_in_two_spellings_is_one_agreed_fact_of_one_origin(out: Path) -> None:
    claims = {claim.id: claim for claim in records(out, "claims", Claim)}
    (point,) = [
        point
        for point in records(out, "corroborations", Point)
        if any(q.of == "GDP" and q.unit == "USD" for c in point.sides[0].claim_ids for q in claims[c].quantities)
    ]
    (side,) = point.sides
    assert (len(side.doc_ids), side.origins) == (3, 1)
    spellings = {q.text for c in side.claim_ids for q in claims[c].quantities if q.of == "GDP"}
    assert spellings == {"$300 billion", "300 billion US dollars"}


@pytest.mark.parametrize(
    ("words", "prefix"),
    [
        (("Resolution 2803",), "law/"),
        (("corridor",), "route/"),
        (("Trump",), "person/"),
        (("Sharif",), "person/"),
        (("Tokayev",), "person/"),
    ],
)
def test_an_entity_has_one_id_in_all_spellings(out: Path, words: tuple[str, ...], prefix: str) -> None:
    found = [e for e in records(out, "entities", Entity) if any(word in e.text for word in words)]
    ids = {entity.entity_id for entity in found if entity.label in ("LAW", "PERSON", "FAC")}
    assert len(ids) == 1, ids
    assert str(ids.pop()).startswith(prefix)
    assert len({entity.doc_id for entity in found}) > 1


def test_answers_are_the_interviewee_s_and_questions_never(out: Path) -> None:
    turns = [segment for segment in records(out, "segments", Segment) if segment.kind in ("question", "answer")]
    speakers = {kind: {str(s.speaker.entity_id) for s in turns if s.kind == kind} for kind in ("question", "answer")}
    assert len(speakers["answer"]) == 1
    assert speakers["answer"].pop().startswith("person/")
    assert speakers["question"] == {"None"}
    for claim in records(out, "claims", Claim):
        if claim.voice == "question":
            assert claim.speaker is not None
            assert claim.speaker.entity_id is None


def test_attributions_name_who_says_it(out: Path) -> None:
    kinds = {attribution.kind for attribution in records(out, "attributions", Attribution)}
    assert {"direct", "indirect", "turn"} <= kinds


# ---------------------------------------------------------------- the same bytes


def test_neither_the_order_of_files_nor_hash_seed_nor_workers_show(out: Path, tmp_path: Path) -> None:
    files = sorted(SEEDS.glob("*.txt"), reverse=True)
    config = tmp_path / "small.toml"
    config.write_text("batch_size = 1")
    pipeline("run", *files, "--out", tmp_path / "a", "--config", config, "--quiet", PYTHONHASHSEED="7")
    pipeline("run", SEEDS, "--out", tmp_path / "b", "--workers", "2", "--quiet", PYTHONHASHSEED="8")
    assert content(tmp_path / "a") == content(out)
    assert content(tmp_path / "b") == content(out)


def test_stages_one_by_one_give_the_same(out: Path, tmp_path: Path) -> None:
    pipeline("segment", SEEDS, "--out", tmp_path, "--quiet")
    for command in ("tag", "extract", "compare"):
        pipeline(command, "--out", tmp_path, "--quiet")
    assert content(tmp_path) == content(out)


def test_a_worker_killed_in_mid_run_costs_nothing(tmp_path: Path) -> None:
    text = (SEEDS / "003_18bf5ba02db8aaf5.txt").read_text(encoding="utf-8")
    rows = [json.dumps({"id": f"d{number:03}", "text": f"{text}\n\nEdition {number}."}) for number in range(40)]
    (tmp_path / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "run", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out")]
    process = subprocess.Popen(
        [*command, "--workers", "2", "--quiet"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    end = time.monotonic() + 60
    while not list(tmp_path.glob("out/.run-*/shards/*.jsonl")):  # the first batch is done
        assert time.monotonic() < end and process.poll() is None
        time.sleep(0.02)
    workers = [child for child in psutil.Process(process.pid).children() if "spawn_main" in " ".join(child.cmdline())]
    workers[0].kill()
    assert process.wait(timeout=120) == 0, process.communicate()
    assert len(records(tmp_path / "out", "documents", Document)) == 40
    assert records(tmp_path / "out", "rejects", Reject) == []


# ---------------------------------------------------------------- hostile input


HOSTILE = (
    '{"id": "plain", "text": "The mayor said on Monday that 12 bridges were closed."}\n'
    '{"id": "broken", "text": \n'
    '{"id": "untold"}\n'
    '{"id": "plain", "text": "The same id once more, and 13 bridges."}\n'
    '{"id": "surrogate", "text": "Half a pair: \\ud800 and 3 bridges."}\n'
    '{"id": "null", "text": "Nothing \\u0000 but 4 bridges were shut in the city on Tuesday evening."}\n'
    '{"id": "german", "text": "Der Bürgermeister sagte am Montag, dass zwölf Brücken für den Verkehr gesperrt sind."}\n'
)


def test_bad_records_are_told_with_their_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    pipeline("run", "-", "--out", tmp_path, "--quiet", code=3, stdin=HOSTILE)
    assert "plain" in {document.id for document in records(tmp_path, "documents", Document)}
    rejects = {reject.line: reject for reject in records(tmp_path, "rejects", Reject)}
    assert {2, 3, 4, 5, 7} <= rejects.keys()
    assert rejects[7].error == "not_english"
    for reject in rejects.values():
        assert "\n" not in reject.message
        assert len(reject.message) < 400


@pytest.mark.parametrize(
    "text", ["1" * 3000, "“" * 500, "Q: " * 300, "said " * 400, "a\u2028b\u0085c\r\rd", "(" * 999, "$" * 999]
)
def test_odd_text_ends_in_files_like_any_other(text: str, tmp_path: Path) -> None:
    from pipeline import run
    from pipeline.config import Config

    (tmp_path / "odd.txt").write_text(text, encoding="utf-8", newline="")
    result = run.run(
        Config(inputs=(str(tmp_path / "odd.txt"),), out=str(tmp_path / "out"), any_language=True, tuned=False)
    )
    assert (result.documents, result.rejects, result.complete) == (1, 0, True)


# ---------------------------------------------------------------- the package


def test_the_wheel_carries_the_data(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"pipeline/models/{path.name}" for path in (ROOT / "models").iterdir() if path.is_file()} <= names
    assert not [name for name in names if "recipes" in name]
    assert "pipeline/cli.py" in names


def test_records_are_the_schema() -> None:
    assert all(issubclass(file.record, Record) for file in FILES)
