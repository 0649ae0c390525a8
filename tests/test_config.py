"""Settings: a file under flags, and all that is wrong told at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.config import Config, config_hash, load
from pipeline.errors import ConfigError
from pipeline.settings import settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrong(problems: list[str], starts: list[str]) -> bool:
    return len(problems) == len(starts) and all(map(str.startswith, problems, starts))


def test_flags_go_over_the_file_and_none_is_not_given(folder: Path) -> None:
    (folder / "pipeline.toml").write_text('workers = 2\nlimit = 3\nmodel = "one"')
    assert load(None, workers="4", limit=None) == Config(workers=4, limit=3, model="one")


@pytest.mark.parametrize(
    ("toml", "flags", "starts"),
    [
        ("workers = 0", {}, ["workers is 0: give a whole number from 1 to 256"]),
        ("batch_size = 5000\nlimit = 0", {}, ["batch_size is 5000", "limit is 0"]),
        ('model = " "', {}, ["model is empty"]),
        ("workers = [", {}, ["x.toml: not valid TOML"]),
        (
            "colour = 1",
            {"workers": "many"},
            ["workers: Expected `int`", "unknown setting 'colour'; the settings are: "],
        ),
    ],
)
def test_every_problem_is_named(folder: Path, toml: str, flags: dict[str, Any], starts: list[str]) -> None:
    (folder / "x.toml").write_text(toml)
    with pytest.raises(ConfigError) as caught:
        load(Path("x.toml"), **flags)
    assert wrong(caught.value.problems, starts), caught.value.problems


def test_a_file_that_is_not_there_is_a_problem() -> None:
    with pytest.raises(ConfigError, match="give an existing file to --config"):
        load(Path("nowhere.toml"))


def test_problems_of_settings_and_of_paths_come_together(folder: Path) -> None:
    (folder / "file").touch()
    with pytest.raises(ConfigError) as caught:
        settings(None, reads_inputs=True, inputs=("nowhere",), out="file", gazetteers=("none.jsonl",), workers="0")
    assert wrong(caught.value.problems, ["workers is 0", "input nowhere", "out file", "gazetteer none.jsonl"])


def test_nothing_is_said_of_the_inputs_of_a_file_that_cannot_be_read() -> None:
    with pytest.raises(ConfigError) as caught:
        settings(Path("nowhere.toml"), reads_inputs=True)
    assert wrong(caught.value.problems, ["nowhere.toml: cannot be read"])


def test_seeds_are_read_where_nothing_is_named(folder: Path) -> None:
    with pytest.raises(ConfigError, match="nothing to read"):
        settings(None, reads_inputs=True)
    (folder / "seeds").mkdir()
    assert settings(None, reads_inputs=True).inputs == ("seeds",)
    assert settings(None, reads_inputs=False).inputs == ()


@pytest.mark.parametrize(
    ("changed", "same"),
    [({"workers": 3}, True), ({"out": "x"}, True), ({"inputs": ("a",)}, True), ({"tuned": False}, False)],
)
def test_the_hash_is_that_of_what_can_change_the_output(changed: dict[str, Any], *, same: bool) -> None:
    assert (config_hash(Config(**changed)) == config_hash(Config())) == same
