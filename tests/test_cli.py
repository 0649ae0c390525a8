"""The command line, option by option, with cheap stages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner, Result

from pipeline import __version__
from pipeline.cli import app
from pipeline.records import Document, Point, Run
from pipeline.store import outputs
from pipeline.store.outputs import COMMANDS, FILES
from tests import fakes

ROOT = Path(__file__).parent.parent
ARTICLES = {"a": "Anna counts 12 boats in the harbour.", "b": "Boris counts 15 boats in the harbour."}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with articles/, and cheap stages."""
    fakes.use(monkeypatch)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / f"{name}.txt").write_text(text)
    return tmp_path


def pipeline(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, args, input=stdin)


def result(out: str = "outputs") -> Run:
    found = outputs.read_run(Path(out))
    assert found is not None
    return found


def documents(out: str = "outputs") -> list[str]:
    return [document.id for document in outputs.read(Path(out), "documents", Document)]


def subcommands() -> dict[str, Any]:
    import typer.main

    return dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


# -- what a run takes


def test_input_can_be_files_and_folders(folder: Path) -> None:
    assert pipeline("run", "articles/a.txt", "--quiet").exit_code == 0
    assert documents() == ["a"]
    assert pipeline("run", "articles", "--quiet").exit_code == 0
    assert documents() == ["a", "b"]


def test_a_dash_is_json_lines_on_standard_input(folder: Path) -> None:
    lines = "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in ARTICLES.items())
    assert pipeline("run", "-", "--quiet", stdin=lines).exit_code == 0
    assert documents() == ["a", "b"]


def test_input_is_the_configuration_file_s_by_default(folder: Path) -> None:
    (folder / "pipeline.toml").write_text('inputs = ["articles/b.txt"]')
    assert pipeline("run", "--quiet").exit_code == 0
    assert documents() == ["b"]


def test_input_is_seeds_where_there_is_one(folder: Path) -> None:
    (folder / "articles").rename(folder / "seeds")
    assert pipeline("run", "--quiet").exit_code == 0
    assert documents() == ["a", "b"]


def test_nothing_to_read_is_wrong_use(folder: Path) -> None:
    found = pipeline("run")
    assert found.exit_code == 2
    assert "error: nothing to read: name files, folders or '-'" in found.stderr
    assert not (folder / "outputs").exists()


def test_out_names_the_folder_of_the_files(folder: Path) -> None:
    assert pipeline("run", "articles", "--out", "some/where", "--quiet").exit_code == 0
    assert {path.name for path in Path("some/where").iterdir()} == {*(file.file for file in FILES), "run.json"}


def test_config_is_a_toml_file_and_flags_go_over_it(folder: Path) -> None:
    (folder / "my.toml").write_text('inputs = ["articles"]\nlimit = 2\nout = "mine"\nmodel = "one"')
    assert pipeline("run", "--config", "my.toml", "--limit", "1", "--model", "two", "--quiet").exit_code == 0
    assert documents("mine") == ["a"]
    assert (result("mine").model, result("mine").config["limit"]) == ("two", 1)


@pytest.mark.parametrize(
    ("args", "setting", "value"),
    [
        ([], "tuned", True),
        (["--no-tuning"], "tuned", False),
        ([], "any_language", False),
        (["--any-language"], "any_language", True),
        (["--limit", "1"], "limit", 1),
        (["--model", "en_core_web_trf"], "model", "en_core_web_trf"),
        (["--workers", "2"], "workers", 2),
        (["--gazetteer", "x.jsonl", "--gazetteer", "y.jsonl"], "gazetteers", ["x.jsonl", "y.jsonl"]),
    ],
)
def test_an_option_is_a_setting(folder: Path, args: list[str], setting: str, value: object) -> None:
    for name in ("x.jsonl", "y.jsonl"):
        (folder / name).touch()
    assert pipeline("run", "articles", "--quiet", *args).exit_code == 0
    assert result().config[setting] == value


def test_switches_leave_the_configuration_file_s_settings_alone(folder: Path) -> None:
    (folder / "pipeline.toml").write_text("any_language = true\ntuned = false")
    assert pipeline("run", "articles", "--quiet").exit_code == 0
    assert (result().config["any_language"], result().config["tuned"]) == (True, False)


def test_any_language_processes_what_is_rejected_without_it(folder: Path) -> None:
    german = (
        "Die Bundesregierung hat am Mittwoch im Kabinett den Entwurf des neuen Gesetzes über die Häfen beschlossen."
    )
    Path("articles/c.txt").write_text(german)
    assert pipeline("run", "articles", "--quiet").exit_code == 3
    assert documents() == ["a", "b"]
    assert pipeline("run", "articles", "--any-language", "--quiet").exit_code == 0
    assert documents() == ["a", "b", "c"]


# -- what a run says


def test_the_summary_is_on_standard_output_and_the_progress_is_not(folder: Path) -> None:
    found = pipeline("run", "articles")
    assert found.exit_code == 0
    assert found.stdout.startswith("2 documents, 2 claims in ")
    assert "1 conflict, 0 agreed points" in found.stdout
    assert re.search(r"^numeric +1 +- +-$", found.stdout, re.MULTILINE)
    assert "1. [high] The figures are 12, 15." in found.stdout
    assert "“Anna counts 12 boats in the harbour.”" in found.stdout
    assert "Files: outputs/ (documents.jsonl, segments.jsonl" in found.stdout
    assert "parse: 2 documents" in found.stderr
    assert "parse" not in found.stdout


def test_quiet_shows_no_progress(folder: Path) -> None:
    found = pipeline("run", "articles", "--quiet")
    assert found.stderr == ""
    assert found.stdout.startswith("2 documents")


def test_json_prints_run_json_and_nothing_else(folder: Path) -> None:
    found = pipeline("run", "articles", "--json")
    assert found.stdout == Path("outputs/run.json").read_text()
    assert msgspec.json.decode(found.stdout, type=Run).complete


def test_rejects_are_told_and_end_in_exit_code_3(folder: Path) -> None:
    Path("articles/empty.txt").touch()
    Path("articles/bad.txt").write_text("raise:tag")
    found = pipeline("run", "articles", "--quiet")
    assert found.exit_code == 3
    assert "2 not processed (1 internal_error, 1 empty): see rejects.jsonl" in found.stdout
    assert pipeline("run", "articles", "--json").exit_code == 3


def test_hostile_text_does_not_reach_the_terminal(folder: Path) -> None:
    hostile = "Anna \x1b]0;owned\x07 [red]counts[/red] \u202e12\r boats in the harbour, as we are told. \x9b31m"
    Path("articles/a.txt").write_text(hostile + "\n" + "We are told so. " * 50)
    shown = pipeline("run", "articles").output
    point = next(outputs.read(Path("outputs"), "conflicts", Point))
    explained = pipeline("explain", point.id).output
    for text in (shown, explained):
        assert "[red]counts[/red]" in text
        assert "\\x1b]0;owned\\x07" in text
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


# -- what is wrong


def test_everything_wrong_is_told_at_once(folder: Path) -> None:
    (folder / "my.toml").write_text("max_characters = 0\ncolour = 1")
    (folder / "file").touch()
    found = pipeline(
        *("run", "nowhere", "never.txt", "--config", "my.toml", "--workers", "many", "--limit", "0"),
        *("--out", "file", "--gazetteer", "none.jsonl"),
    )
    assert found.exit_code == 2
    assert found.stdout == ""
    told = found.stderr.splitlines()
    assert all(line.startswith("error: ") for line in told)
    for part in ("max_characters", "colour", "nowhere", "never.txt", "workers", "limit", "out file", "none.jsonl"):
        assert sum(part in line.split(";")[0] for line in told) == 1, (part, told)


@pytest.mark.parametrize("args", [["run", "--colour"], ["walk"], ["explain"], ["run", "articles", "--config"]])
def test_wrong_use_is_exit_code_2(folder: Path, args: list[str]) -> None:
    assert pipeline(*args).exit_code == 2


def test_a_missing_configuration_file_is_told(folder: Path) -> None:
    found = pipeline("run", "articles", "--config", "none.toml")
    assert found.exit_code == 2
    assert "error: none.toml: cannot be read" in found.stderr


def test_failing_is_exit_code_1_and_leaves_the_earlier_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pipeline("run", "articles", "--quiet").exit_code == 0
    before = {path.name: path.read_bytes() for path in Path("outputs").iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.compare.compare", full)
    found = pipeline("run", "articles")
    assert found.exit_code == 1
    assert "error: the output: No space left on device" in found.stderr
    assert {path.name: path.read_bytes() for path in Path("outputs").iterdir()} == before


# -- the other commands


def test_the_commands_in_turn_give_the_files_of_a_run(folder: Path) -> None:
    assert pipeline("run", "articles", "--out", "whole", "--quiet").exit_code == 0
    assert pipeline("segment", "articles", "--out", "turn", "--quiet").exit_code == 0
    for command in COMMANDS[1:]:
        found = pipeline(command, "--out", "turn")
        assert found.exit_code == 0, found.output
        assert f"{command}: " in found.stderr
    for file in FILES:
        assert Path("turn", file.file).read_bytes() == Path("whole", file.file).read_bytes()
    assert result("turn").complete


@pytest.mark.parametrize("command", COMMANDS[1:])
def test_a_command_without_its_files_fails_in_one_line(folder: Path, command: str) -> None:
    found = pipeline(command, "--out", "nothing")
    assert found.exit_code == 1
    assert re.fullmatch(r"error: nothing: no documents\.jsonl.*; run `pipeline \w+` .*\n", found.stderr)


def test_schema_prints_one_or_all(folder: Path) -> None:
    everything = json.loads(pipeline("schema").stdout)
    assert list(everything) == [*(file.name for file in FILES), "run"]
    for name in ("claims", "Claim", "claims.jsonl"):
        assert json.loads(pipeline("schema", name).stdout) == everything["claims"]
    found = pipeline("schema", "clams")
    assert found.exit_code == 2
    assert "no record 'clams'; there are documents, " in found.stderr


def test_version() -> None:
    found = pipeline("--version")
    assert (found.exit_code, found.stdout) == (0, f"claim-pipeline {__version__}\n")


@pytest.mark.parametrize("command", ["run", "segment", "tag", "extract", "compare", "schema", "explain"])
def test_every_command_and_option_has_help_with_an_example(command: str) -> None:
    found = subcommands()[command]
    assert "Example: pipeline " in found.help
    for option in found.params:
        if option.name != "help":
            assert option.help, option.name
            assert "xample: " in option.help or option.name == "record_id", option.name


@pytest.mark.parametrize("args", [["--help"], ["run", "--help"], ["compare", "--help"]])
def test_help_tells_the_exit_codes(args: list[str]) -> None:
    found = pipeline(*args)
    assert found.exit_code == 0
    assert "Exit codes: 0 everything was read; 3 finished with rejects" in " ".join(found.stdout.split())


# -- in a process of its own


def command_line(*args: str, **settings: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *args],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        **settings,
    )


def test_it_runs_as_a_module() -> None:
    found = command_line("--version")
    assert (found.returncode, found.stdout, found.stderr) == (0, f"claim-pipeline {__version__}\n", "")


def test_help_does_not_wait_for_heavy_imports() -> None:
    code = "import sys, pipeline.cli; print(sorted({'spacy', 'numpy', 'msgspec', 'babel'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert found.stdout == "[]\n"
