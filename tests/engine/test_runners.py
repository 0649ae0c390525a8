"""Workers and pools: what fails is told, and nothing else is lost."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from pipeline.article import Article, Draft, Make, Step
from pipeline.config import Config
from pipeline.engine.runners import local, processes
from pipeline.engine.worker import Batch, Job, Outcome
from pipeline.errors import PipelineError
from pipeline.records import Document, Reject
from pipeline.store import jsonl
from tests import fakes


def job(folder: Path, workers: int = 2, parse: Make = fakes.parse) -> Job:
    stages = (("parse", parse), *fakes.STAGES[1:])
    return Job(Config(workers=workers), stages, folder, fakes.gather, fakes.sketch)


def batches(texts: list[str], size: int = 4) -> list[Batch]:
    drafts = [
        Draft(document=Document(id=f"d{number:02}", path=f"d{number:02}.txt", sha256="0", text=text))
        for number, text in enumerate(texts)
    ]
    return [tuple(drafts[at : at + size]) for at in range(0, len(drafts), size)]


def ids(outcomes: Iterable[Outcome]) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The documents that went through, and the rejects."""
    found = list(outcomes)
    rejects = [reject for outcome in found for reject in outcome.rejects]
    return (
        sorted(one.doc_id for outcome in found for one in outcome.shelved),
        sorted((reject.path, reject.stage, reject.error) for reject in rejects),
    )


@pytest.mark.parametrize("stage", ["parse", "segment", "tag", "extract"])
def test_a_document_at_which_a_stage_raises_is_a_reject_and_the_rest_of_its_batch_goes_on(
    tmp_path: Path, stage: str
) -> None:
    outcomes = list(local(job(tmp_path), batches(["one 1", f"raise:{stage}", "three 3", "four 4"])))
    assert ids(outcomes) == (["d00", "d02", "d03"], [("d01.txt", stage, "internal_error")])
    message = outcomes[0].rejects[0].message
    assert message == (
        f"document d01: ValueError: asked to raise \x1b[31min {stage}; an error of the pipeline: "
        "please report it with the document"
    )


def test_a_document_without_a_parse_is_a_reject(tmp_path: Path) -> None:
    assert ids(local(job(tmp_path), batches(["one", "unparsed", "three"]))) == (
        ["d00", "d02"],
        [("d01.txt", "parse", "not_parsed")],
    )


def loses_one(config: Config) -> Step:
    def step(articles: Iterable[Article]) -> Iterator[Article]:
        return (article for article in articles if "lose" not in article.document.text)

    return step


def test_a_stage_that_loses_a_document_is_found_out(tmp_path: Path) -> None:
    plan = Job(Config(), (*fakes.STAGES, ("more", loses_one)), tmp_path, fakes.gather, fakes.sketch)
    found, rejects = ids(local(plan, batches(["one", "lose", "three"])))
    assert (found, rejects) == (["d00", "d02"], [("d01.txt", "more", "internal_error")])


def test_text_that_cannot_be_written_is_a_reject(tmp_path: Path) -> None:
    found, rejects = ids(local(job(tmp_path), batches(["one", "half a pair \ud800", "three"])))
    assert (found, rejects) == (["d00", "d02"], [("d01.txt", "extract", "internal_error")])


def test_shards_hold_what_was_found(tmp_path: Path) -> None:
    (outcome,) = local(job(tmp_path), batches(["One has 1", "no", "Two has 2"]))
    drafts = [jsonl.read_at(tmp_path / one.shard, Draft, one.offset) for one in outcome.shelved]
    assert [draft.document.id for draft in drafts] == ["d00", "d01", "d02"]
    assert [len(draft.claims) for draft in drafts] == [1, 0, 1]
    assert [one.names for one in outcome.shelved] == [("One",), (), ("Two",)]
    assert not list(tmp_path.glob("*.part"))


def test_a_pool_does_the_same_as_one_process(tmp_path: Path) -> None:
    texts = [f"Text {number}" for number in range(20)]
    alone, pooled = tmp_path / "alone", tmp_path / "pooled"
    alone.mkdir()
    pooled.mkdir()
    assert ids(local(job(alone), batches(texts))) == ids(processes(job(pooled), batches(texts)))
    shards = {path.name: path.read_bytes() for path in alone.iterdir()}
    assert {path.name: path.read_bytes() for path in pooled.glob("*.jsonl")} == shards


def test_a_pool_is_not_sent_more_than_it_can_take(tmp_path: Path) -> None:
    sent = 0

    def counted() -> Iterator[Batch]:
        nonlocal sent
        for batch in batches(["text"] * 60, size=1):
            sent += 1
            yield batch

    done = 0
    for _ in processes(job(tmp_path), counted()):
        done += 1
        assert sent - done <= 2 * 2 + 1
    assert done == 60


def test_documents_of_a_killed_worker_are_tried_again(tmp_path: Path) -> None:
    texts = [f"Text {number}" for number in range(12)]
    texts[5] = f"kill-once:{tmp_path / 'done'}"
    found, rejects = ids(processes(job(tmp_path), batches(texts)))
    assert (len(found), rejects) == (12, [])


def test_a_document_that_kills_twice_is_a_reject_and_nothing_else_is_lost(tmp_path: Path) -> None:
    texts = [f"Text {number}" for number in range(12)]
    texts[6] = "kill"
    found, rejects = ids(processes(job(tmp_path), batches(texts)))
    assert len(found) == 11
    assert rejects == [("d06.txt", "parse", "worker_killed")]


def test_workers_that_cannot_start_end_in_one_error(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="end while they start"):
        list(processes(job(tmp_path, parse=fakes.parse_never_starts), batches(["one"])))


def test_a_stage_that_cannot_be_made_tells_its_own_error(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="no such model"):
        list(processes(job(tmp_path, parse=fakes.parse_not_installed), batches(["one"])))


def test_no_worker_is_left_when_the_caller_stops(tmp_path: Path) -> None:
    outcomes = processes(job(tmp_path), iter(batches(["text"] * 400, size=1)))
    next(outcomes)
    assert multiprocessing.active_children()
    outcomes.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_the_reject_of_a_killer_says_what_to_do(tmp_path: Path) -> None:
    rejects: list[Reject] = []
    for outcome in processes(job(tmp_path, workers=2), batches(["kill"], size=1)):
        rejects += outcome.rejects
    assert rejects[0].message == (
        "document d00 ended the process that parsed it twice (most likely for want of memory); "
        "split it, lower max_characters, or give the machine more memory"
    )
