"""The engines that a job runs on: this process, or a pool of spawned ones. Each takes batches and gives outcomes.

A new engine is a function ``(job, batches) -> outcomes`` and its row in ``RUNNERS``.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.config import Config
from pipeline.engine.worker import Batch, Job, Outcome, Worker, worker_killed
from pipeline.errors import PipelineError

if TYPE_CHECKING:
    from pipeline.engine.pool import Pool

STARTS = 3  # pools in a row that end before they are ready
DEATHS = 2  # ends of a process that a document must cause alone before it is given up

NEVER_READY = (
    "the worker processes end while they start, most likely for want of memory: use one (--workers 1) or a smaller "
    "model; a script that calls run() with workers needs 'if __name__ == \"__main__\":' around its work"
)

log = logging.getLogger(__name__)

Runner = Callable[[Job, Iterable[Batch]], Iterator[Outcome]]


def engine_for(config: Config) -> str:
    """The name of the engine for this configuration."""
    return "local" if config.workers == 1 else "processes"


def local(job: Job, batches: Iterable[Batch]) -> Iterator[Outcome]:
    """Everything in this process, one batch after the other."""
    yield from map(Worker(job), batches)


def processes(job: Job, batches: Iterable[Batch]) -> Iterator[Outcome]:
    """A pool of ``job.config.workers`` spawned processes; outcomes come in any order.

    A worker that is killed takes its whole pool with it, and nobody can tell which of the batches on their way it had.
    So each of them is tried alone in a new pool. One that ends that pool too is split in two, down to the document; a
    document that does so twice is a reject. Workers that cannot even start end the run with one error.
    """
    from pipeline.engine.pool import Pool  # one process alone has no need of it

    todo = _Todo(batches)
    failed_starts = 0
    pool = Pool(job)
    try:
        while True:
            todo.send(pool)
            if pool.idle:
                return
            outcomes, lost = pool.wait()
            yield from outcomes
            if not lost:
                continue
            failed_starts = 0 if pool.ready else failed_starts + 1
            if failed_starts == STARTS:
                raise PipelineError(NEVER_READY)
            log.warning("a worker process ended; the documents that it may have had are tried again")
            yield from todo.after_death(lost, began=pool.ready)
            pool.close()
            pool = Pool(job)
    finally:
        pool.close()


RUNNERS: dict[str, Runner] = {"local": local, "processes": processes}


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A batch that may have ended a process, and how often it has done so while it was alone."""

    batch: Batch
    deaths: int = 0

    @property
    def given_up(self) -> bool:
        """Whether one more death is the last that it causes."""
        return len(self.batch) == 1 and self.deaths + 1 == DEATHS

    def after_death(self) -> list[_Suspect]:
        """What is left to try when it has ended one more process."""
        if len(self.batch) == 1:
            return [] if self.given_up else [_Suspect(self.batch, self.deaths + 1)]
        half = len(self.batch) // 2
        return [_Suspect(self.batch[:half]), _Suspect(self.batch[half:])]


class _Todo:
    """The batches that are left; those that may have ended a process come first, each of them alone."""

    def __init__(self, batches: Iterable[Batch]) -> None:
        self._batches = iter(batches)
        self._suspects: deque[_Suspect] = deque()
        self._alone: _Suspect | None = None

    def send(self, pool: Pool) -> None:
        """Send what the pool may have now: one suspect, or all that it has room for."""
        self._alone = self._suspects.popleft() if self._suspects else None
        if self._alone:
            pool.submit(self._alone.batch)
            return
        while pool.room and (batch := next(self._batches, None)) is not None:
            pool.submit(batch)

    def after_death(self, lost: list[Batch], *, began: bool) -> Iterator[Outcome]:
        """Take back what was lost with a pool; the reject of a document that is given up.

        began: whether the pool had begun to work, so that a suspect has ended it.
        """
        if not (self._alone and began):
            self._suspects.extend(map(_Suspect, lost))
            return
        if self._alone.given_up:
            yield Outcome(1, (), (worker_killed(self._alone.batch[0]),), {})
        self._suspects.extendleft(reversed(self._alone.after_death()))
