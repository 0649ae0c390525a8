"""The lines that a run ends with."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import run
from pipeline.config import Config
from pipeline.records import Point, Run
from pipeline.report.summary import summary
from pipeline.store import outputs
from tests import fakes


def ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **texts: str) -> tuple[Run, list[str]]:
    """The result of a run with cheap stages, and the lines of its summary."""
    fakes.use(monkeypatch)
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    result = run.run(Config(inputs=(str(tmp_path),), out=str(tmp_path / "out"), any_language=True))
    return result, list(summary(result, tmp_path / "out"))


def test_conflicts_are_counted_and_the_gravest_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result, lines = ended(tmp_path, monkeypatch, a="Anna: 12 boats.", b="Boris counts 15 boats.")
    assert lines[0] == f"2 documents, 2 claims in {result.wall_seconds:.1f} s"
    assert lines[1].startswith("1 conflict, ")
    assert [line.split() for line in lines[3:5]] == [["conflicts", "high", "medium", "low"], ["numeric", "1", "-", "-"]]
    at = lines.index("The gravest:")
    assert lines[at + 1] == "1. [high] The figures are 12, 15."
    assert all(line.startswith("     ") for line in lines[at + 2 : at + 4])
    (point,) = outputs.read(tmp_path / "out", "conflicts", Point)
    assert lines[-1] == f"Look closer: pipeline explain {point.id} --out {tmp_path / 'out'}"


def test_rejects_are_counted_by_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, lines = ended(tmp_path, monkeypatch, a="Anna: no figure.", b="", c="")
    assert "2 not processed (2 empty): see rejects.jsonl" in lines
    assert "run.json" in lines[-1], "without a conflict there is nothing to look at closer"
