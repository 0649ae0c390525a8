"""Explaining a record: every step that led to it, from the files alone."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from pipeline import run
from pipeline.config import Config
from pipeline.errors import OutputError, UsageError
from pipeline.records import Claim, Entity, Point, Time
from pipeline.report.explain import explain
from pipeline.store import jsonl, outputs
from tests import fakes


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The output of a run with cheap stages."""
    fakes.use(monkeypatch)
    texts = {"a": "Some news.\nAnna: we count 12 boats in the harbour.\nMore news.", "b": "Boris counts 15 boats."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    run.run(Config(inputs=(str(tmp_path),), out=str(tmp_path / "out"), any_language=True))
    return tmp_path / "out"


def claim(out: Path) -> Claim:
    return next(outputs.read(out, "claims", Claim))


def test_a_claim_is_explained_step_by_step(out: Path) -> None:
    found = claim(out)
    point = next(outputs.read(out, "conflicts", Point))
    assert list(explain(found.id, out)) == [
        f"claim {found.id}",
        "  document     a: Some news.; source unknown; date unknown; origin a",
        "  segment      paragraph 11–50, speaker Anna (from label)",
        "  quote        Some news. [[Anna: we count 12 boats in the harbour.]] More news.",
        "  mention      “Anna” PERSON is person/anna-4 (Anna), by rule",
        "  value        “12” is 12 (eq) count",
        "  attribution  indirect",
        "  statement    Anna: we count 12 boats in the harbour.",
        "  claim        count by rule figure: no subject, be",
        "  stance       positive, asserted, narration, speaker Anna (from label)",
        "  checkworthy  0.5: number",
        "compared",
        f"  {point.id} differs, numeric: The figures are 12, 15.",
    ]


def test_a_conflict_is_explained_with_the_steps_of_each_side(out: Path) -> None:
    point = next(outputs.read(out, "conflicts", Point))
    lines = list(explain(point.id, out))
    assert lines[:8] == [
        f"conflict {point.id}",
        "  question     How many are there?",
        "  explanation  The figures are 12, 15.",
        "  check        figures: differs, numeric, high (0.9), cross_source",
        "  may be       nothing that would make it harmless is known",
        "  status       unreviewed",
        "",
        "side 1: 12 (a; 1 independent origin; published unknown)",
    ]
    assert f"  claim {claim(out).id}" in lines
    assert sum(line.strip().startswith("quote ") for line in lines) == 2


def test_the_beginning_of_an_id_is_enough_when_it_is_the_only_one(out: Path) -> None:
    found = claim(out)
    assert next(iter(explain(found.id[:8], out))) == f"claim {found.id}"
    with pytest.raises(UsageError, match=r"'c-' fits 2 ids: c-\w+, c-\w+; give more of the id"):
        list(explain("c-", out))


@pytest.mark.parametrize("prefix", ["zzz", ""])
def test_an_id_that_is_not_there_is_told(out: Path, prefix: str) -> None:
    with pytest.raises(UsageError, match=r"no claim, conflict or corroboration whose id begins with|fits"):
        list(explain(prefix, out))


def test_a_claim_can_be_explained_before_anything_is_compared(out: Path) -> None:
    found = claim(out)
    for name in ("conflicts", "corroborations"):
        (out / f"{name}.jsonl").unlink()
    assert list(explain(found.id, out))[-1] == "  in no point"


def test_a_folder_without_claims_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no documents\.jsonl"):
        list(explain("c-1", tmp_path))


def test_values_are_told_as_they_are_meant(out: Path) -> None:
    """An open interval, a counted object, a date that was inferred, a hedge, a repeat."""
    claims = list(outputs.read(out, "claims", Claim))
    quantity = msgspec.structs.replace(
        claims[0].quantities[0], high=None, bound="gt", approx=True, of="boats", per="day", change="up"
    )
    time = Time(
        text="last year",
        start=0,
        end=4,
        value="2025",
        start_date="2025-01-01",
        end_date="2026-01-01",
        basis="document_date",
        kind="date",
    )
    claims[0] = msgspec.structs.replace(
        claims[0], quantities=(quantity,), times=(time,), hedges=("perhaps",), duplicate_of=claims[1].id
    )
    jsonl.write(out / "claims.jsonl", claims)
    told = "\n".join(explain(claims[0].id, out))
    assert "“12” is about 12 to open (gt) count of “boats” per day, a change up" in told
    assert "“last year” is 2025 (document date)" in told
    assert "hedged by perhaps" in told
    assert f"repeats      claim {claims[1].id}" in told


def test_mentions_of_other_sentences_are_left_out(out: Path) -> None:
    entities = list(outputs.read(out, "entities", Entity))
    told = "\n".join(explain(claim(out).id, out))
    assert {entity.text for entity in entities} > {"Anna"}
    assert re.findall(r"mention +“(\w+)”", told) == ["Anna"]
