"""How a run tells where it is: a bar on a terminal, log lines elsewhere, or nothing."""

from __future__ import annotations

import logging
import time
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from pipeline.text.terminal import safe

if TYPE_CHECKING:
    from rich.console import Console

EVERY = 10.0  # seconds between two log lines: some for each minute, and no more

log = logging.getLogger(__name__)


class Reporter(Protocol):
    """Who is told of the progress. Used as a context around the run."""

    def __enter__(self) -> Reporter: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...

    def phase(self, name: str, total: int | None) -> None:
        """A part of the work begins, with so many documents (None: not known)."""

    def advance(self, documents: int) -> None:
        """So many more documents are done in this phase."""


class Silent:
    """Tells nothing."""

    def __enter__(self) -> Silent:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def phase(self, name: str, total: int | None) -> None:
        """Tell nothing."""

    def advance(self, documents: int) -> None:
        """Tell nothing."""


class Lines(Silent):
    """A log line where a phase begins, and every few seconds in it: documents, rate and time left."""

    def phase(self, name: str, total: int | None) -> None:
        """Begin anew."""
        self._name, self._total, self._done = name, total, 0
        self._begun = self._told = time.monotonic()
        log.info("%s: %s documents", name, "some" if total is None else total)

    def advance(self, documents: int) -> None:
        """Count, and tell when it is time."""
        self._done += documents
        now = time.monotonic()
        if now - self._told < EVERY:
            return
        self._told = now
        rate = self._done / (now - self._begun)
        left = "" if self._total is None else f", {(self._total - self._done) / rate:.0f} s left"
        of = "" if self._total is None else f" of {self._total}"
        log.info("%s: %d%s documents, %.1f/s%s", self._name, self._done, of, rate, left)


class Bar(Silent):
    """A bar for each phase on a terminal: documents, rate, time gone and time left."""

    def __init__(self, console: Console) -> None:
        from rich import progress  # a run that shows no bar has no need of it

        self._progress = progress.Progress(
            progress.TextColumn("{task.description:<8}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TextColumn("{task.fields[rate]:>10}"),
            progress.TimeElapsedColumn(),
            progress.TimeRemainingColumn(),
            console=console,
        )

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def phase(self, name: str, total: int | None) -> None:
        """A new bar."""
        self._task = self._progress.add_task(name, total=total, rate="")

    def advance(self, documents: int) -> None:
        """Move the bar on."""
        self._progress.advance(self._task, documents)
        speed = self._progress.tasks[self._task].speed
        self._progress.update(self._task, rate=f"{speed:.1f} docs/s" if speed else "")


class SafeFormatter(logging.Formatter):
    """Log lines may hold names of files, and words of articles."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole line, safe for a terminal."""
        return safe(super().format(record))


def handler(console: Console) -> logging.Handler:
    """What takes the log lines: above the bar on a terminal, plain lines elsewhere."""
    if console.is_terminal:
        from rich.highlighter import NullHighlighter
        from rich.logging import RichHandler

        found: logging.Handler = RichHandler(
            console=console, show_path=False, markup=False, highlighter=NullHighlighter()
        )
        found.setFormatter(SafeFormatter("%(message)s"))
    else:
        found = logging.StreamHandler(console.file)
        found.setFormatter(SafeFormatter("%(asctime)s %(levelname)s %(message)s", "%H:%M:%S"))
    return found


def reporter(console: Console, quiet: bool) -> Reporter:
    """What suits where the progress goes to."""
    if quiet:
        return Silent()
    return Bar(console) if console.is_terminal else Lines()
