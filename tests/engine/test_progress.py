"""How a run tells where it is."""

from __future__ import annotations

import io
import logging

import pytest
from rich.console import Console

from pipeline.engine import progress
from pipeline.engine.progress import Bar, Lines, Silent, handler, reporter


def console(*, terminal: bool) -> Console:
    return Console(file=io.StringIO(), force_terminal=terminal, width=100)


@pytest.mark.parametrize(
    ("terminal", "quiet", "kind"), [(True, False, Bar), (False, False, Lines), (True, True, Silent)]
)
def test_who_is_told(terminal: bool, quiet: bool, kind: type) -> None:
    assert type(reporter(console(terminal=terminal), quiet)) is kind


def test_lines_tell_documents_rate_and_time_left(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where a phase begins, and when some seconds have gone by."""
    clock = iter([0.0, 1.0, progress.EVERY + 10.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with caplog.at_level(logging.INFO, "pipeline"), Lines() as lines:
        lines.phase("parse", 40)
        lines.advance(5)
        lines.advance(5)
    assert caplog.messages == ["parse: 40 documents", "parse: 10 of 40 documents, 0.5/s, 60 s left"]


def test_lines_know_no_end_without_a_total(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    clock = iter([0.0, 20.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with caplog.at_level(logging.INFO, "pipeline"), Lines() as lines:
        lines.phase("compare", None)
        lines.advance(10)
    assert caplog.messages == ["compare: some documents", "compare: 10 documents, 0.5/s"]


@pytest.mark.parametrize("terminal", [True, False])
def test_no_log_line_reaches_the_terminal_as_it_is(terminal: bool) -> None:
    """Names of files and words of articles may hold orders to a terminal."""
    screen = console(terminal=terminal)
    record = logging.LogRecord("pipeline", logging.WARNING, "x", 1, "a \x1b[31mname\x07", (), None)
    handler(screen).emit(record)
    assert isinstance(screen.file, io.StringIO)
    shown = screen.file.getvalue()
    assert "name" in shown
    assert "\x1b[31mname" not in shown and "\x07" not in shown


def test_a_bar_moves_on() -> None:
    screen = console(terminal=True)
    with Bar(screen) as bar:
        bar.phase("parse", 2)
        bar.advance(1)
        bar.advance(1)
    assert isinstance(screen.file, io.StringIO)
    assert "2/2" in screen.file.getvalue()
