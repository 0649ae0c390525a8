"""What a run counts."""

from __future__ import annotations

from pipeline.config import Config
from pipeline.engine.ledger import STEPS, Ledger
from pipeline.records import Document, Reject


def document(name: str) -> Document:
    return Document(id=name, path=f"{name}.txt", sha256=name, text=name)


def filled(steps: tuple[str, ...] = STEPS) -> Ledger:
    """A run that has read three files, lost one of them in reading and one in a stage, and written some records."""
    ledger = Ledger(steps, None)
    for name in ("a", "b"):
        ledger.add_document(document(name))
    ledger.rejects += [
        Reject(path="c.txt", line=None, stage="read", error="empty", message=""),
        Reject(path="b.txt", line=None, stage="tag", error="internal_error", message=""),
    ]
    ledger.add_written("documents", 1)
    ledger.add_written("segments", 4)
    assert list(ledger.counting("claims", iter("xy"))) == ["x", "y"]
    ledger.add_seconds({"parse": 2.0})
    return ledger


def test_what_a_step_rejects_does_not_go_on() -> None:
    result = filled().result(Config(), "local", "1", 2)
    counts = {count.stage: (count.read, count.written, count.rejected) for count in result.stages}
    assert counts == {
        "read": (3, 2, 1),
        "parse": (2, 2, 0),
        "segment": (2, 4, 0),
        "tag": (2, 0, 1),
        "extract": (1, 2, 0),
        "compare": (2, 0, 0),
    }
    assert (result.documents, result.claims, result.rejects, result.complete) == (1, 2, 2, True)


def test_a_rate_takes_time() -> None:
    rates = {count.stage: count.documents_per_second for count in filled().result(Config(), "local", "1", 2).stages}
    assert (rates["parse"], rates["segment"]) == (1.0, None)


def test_one_command_goes_on_from_those_before_it_and_has_the_time_of_its_parse() -> None:
    before = filled().result(Config(), "local", "1", 2)
    ledger = Ledger(("tag",), before)
    ledger.add_document(document("a"))
    ledger.add_seconds({"parse": 2.0, "tag": 1.0})
    result = ledger.result(Config(), "local", "1", 0)
    assert [count.stage for count in result.stages] == ["read", "parse", "segment", "tag"]
    assert (result.stages[-1].wall_seconds, result.complete) == (3.0, False)
    assert result.input_digest == before.input_digest


def test_the_digest_is_that_of_the_documents() -> None:
    one, two = Ledger(STEPS, None), Ledger(STEPS, None)
    one.add_document(document("a"))
    two.add_document(document("b"))
    digests = {ledger.result(Config(), "local", "1", 0).input_digest for ledger in (one, two)}
    assert len(digests) == 2
