"""Records joined again."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import run
from pipeline.config import Config
from pipeline.errors import UsageError
from pipeline.records import Claim, Point
from pipeline.store import dossier, outputs
from tests import fakes


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The output of a run with cheap stages: two documents, a claim each, one conflict."""
    fakes.use(monkeypatch)
    for name, text in {"a": "Some news.\nAnna: we count 12 boats.", "b": "Boris counts 15 boats."}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    run.run(Config(inputs=(str(tmp_path),), out=str(tmp_path / "out"), any_language=True))
    return tmp_path / "out"


def test_a_point_comes_with_its_claims_and_all_that_they_were_made_of(out: Path) -> None:
    point = next(outputs.read(out, "conflicts", Point))
    found = dossier.of_point(point, out)
    assert set(found.claims) == {claim_id for side in point.sides for claim_id in side.claim_ids}
    assert set(found.documents) == set(found.mentions) == {"a", "b"}
    for claim in found.claims.values():
        assert found.segments[claim.segment_id].start <= claim.start
        assert claim.attribution_id in found.attributions
        assert any(entity.doc_id == claim.doc_id for entity in found.mentions[claim.doc_id])


def test_one_claim_comes_without_the_others(out: Path) -> None:
    first, *_ = outputs.read(out, "claims", Claim)
    found = dossier.of_claims([first], out)
    assert (list(found.claims), list(found.documents)) == ([first.id], [first.doc_id])
    assert list(found.segments) == [first.segment_id]


def test_a_record_is_found_by_the_beginning_of_its_id(out: Path) -> None:
    records: list[Claim | Point] = [*outputs.read(out, "claims", Claim), *outputs.read(out, "conflicts", Point)]
    for record in records:
        assert dossier.find(record.id, out) == dossier.find(record.id[:10], out) == record


@pytest.mark.parametrize(("prefix", "said"), [("c-", "fits 2 ids"), ("zzz", "has no claim"), ("", "has no claim")])
def test_none_or_several_are_told(out: Path, prefix: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        dossier.find(prefix, out)


def test_points_are_none_before_anything_is_compared(out: Path) -> None:
    assert len(list(dossier.points(out))) == 1
    for name in ("conflicts", "corroborations"):
        (out / f"{name}.jsonl").unlink()
    assert list(dossier.points(out)) == []
