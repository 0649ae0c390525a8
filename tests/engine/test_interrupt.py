"""A run that is ended from outside: no process and no file is left, and the earlier files are as they were."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import pytest
from pipeline import cli
from tests import fakes

if __name__ == "__main__":
    fakes.use(pytest.MonkeyPatch())
    cli.main()
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and process groups")


@pytest.fixture
def started(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A run on two workers, in the middle of its work, in a process group of its own."""
    (tmp_path / "script.py").write_text(SCRIPT)
    (tmp_path / "in").mkdir()
    for number in range(200):
        (tmp_path / "in" / f"{number}.txt").write_text(f"sleep We count {number} boats here.")
    process = subprocess.Popen(
        [sys.executable, "script.py", "run", "in", "--any-language", "--workers", "2"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_for(lambda: bool(list(tmp_path.glob("outputs/.run-*/shards/*.jsonl"))))
    yield process
    process.kill()
    process.communicate()


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def group_is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(
    ("sign", "whole_group", "code"),
    [(signal.SIGINT, True, 130), (signal.SIGINT, False, 130), (signal.SIGTERM, False, 143)],
)
def test_a_run_that_is_interrupted_ends_cleanly(
    started: subprocess.Popen[str], tmp_path: Path, sign: signal.Signals, whole_group: bool, code: int
) -> None:
    (os.killpg if whole_group else os.kill)(started.pid, sign)
    stdout, stderr = started.communicate(timeout=30)
    assert started.returncode == code
    assert (stdout, "Traceback" in stderr) == ("", False)
    wait_for(lambda: group_is_gone(started.pid))
    assert not (tmp_path / "outputs").exists()


def test_no_worker_outlives_a_run_that_is_killed(started: subprocess.Popen[str]) -> None:
    os.kill(started.pid, signal.SIGKILL)
    started.communicate(timeout=30)
    wait_for(lambda: group_is_gone(started.pid))
