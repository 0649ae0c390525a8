"""The engines that a job runs on: this process, or a pool of spawned ones. Each takes batches and gives outcomes.

A new engine is a function ``(job, batches) -> outcomes`` and its row in ``RUNNERS``.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.engine.worker import Batch, Job, Outcome, Worker, killed
from pipeline.errors import PipelineError

AHEAD = 2  # batches a worker that are on their way, so that no worker waits and the parent's memory stays bounded
STARTS = 3  # pools in a row that end before they are ready
DEATHS = 2  # ends of a process that a document must cause alone before it is given up

log = logging.getLogger(__name__)

Runner = Callable[[Job, Iterable[Batch]], Iterator[Outcome]]


def choose(config: Config) -> str:
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
    todo = iter(batches)
    suspects: deque[_Suspect] = deque()
    failed_starts = 0
    pool = _Pool(job)
    try:
        while True:
            suspect = suspects.popleft() if suspects else None
            if suspect:
                pool.submit(suspect.batch)
            else:
                while pool.room and (batch := next(todo, None)) is not None:
                    pool.submit(batch)
            if pool.idle:
                return
            outcomes, lost = pool.wait()
            yield from outcomes
            if not lost:
                continue
            failed_starts = 0 if pool.ready else failed_starts + 1
            if failed_starts == STARTS:
                raise PipelineError(
                    "the worker processes end while they start, most likely for want of memory: "
                    "use one (--workers 1) or a smaller model; a script that calls run() with workers needs "
                    "'if __name__ == \"__main__\":' around its work"
                )
            log.warning("a worker process ended; the documents that it may have had are tried again")
            if suspect and pool.ready:
                if suspect.given_up:
                    yield Outcome(1, (), (killed(suspect.batch[0]),), {})
                suspects.extendleft(reversed(suspect.after_death()))
            else:
                suspects.extend(map(_Suspect, lost))
            pool.close()
            pool = _Pool(job)
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


class _Pool:
    """Worker processes that share one fate: none outlives the pool or the process that made it."""

    def __init__(self, job: Job) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._ahead = AHEAD * job.config.workers
        self._running: dict[Future[Outcome], Batch] = {}
        self._sign = Path(tempfile.mkdtemp(prefix="pool-", dir=job.folder)) / "ready"
        self._end_of_workers, self._our_end = spawn.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(
            job.config.workers, spawn, initializer=_start, initargs=(job, self._sign, self._end_of_workers)
        )
        self._executor.submit(int)  # nothing to do: the processes start now, while this one looks through the inputs

    @property
    def ready(self) -> bool:
        """Whether a worker has ever got to the point where it can work."""
        return self._sign.exists()

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way."""
        return not self._running

    @property
    def room(self) -> bool:
        """Whether one more batch may be sent."""
        return len(self._running) < self._ahead

    def _free_queue(self) -> None:
        """Let go of what was being sent to a worker that has ended, or Python before 3.12 waits for it for ever.

        The thread that sends stands in a full pipe whose last reader is this process (CPython issue 94777).
        """
        queue: Any = getattr(self._executor, "_call_queue", None)
        if sys.version_info < (3, 12) and queue is not None and getattr(self._executor, "_broken", False):
            queue._ignore_epipe = True
            queue._reader.close()

    def submit(self, batch: Batch) -> None:
        """Send a batch to the next free worker; if the pool has ended, ``wait`` tells."""
        try:
            future = self._executor.submit(_work, batch)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        self._running[future] = batch

    def wait(self) -> tuple[list[Outcome], list[Batch]]:
        """Wait until something is done: the outcomes, and the batches that were lost with the pool."""
        done = wait(self._running, return_when=FIRST_COMPLETED).done
        if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
            done = wait(self._running).done
        outcomes: list[Outcome] = []
        lost: list[Batch] = []
        for future, batch in list(self._running.items()):
            if future in done:
                del self._running[future]
                try:
                    outcomes.append(future.result())
                except BrokenProcessPool:
                    lost.append(batch)
        return outcomes, lost

    def close(self) -> None:
        """End all workers, those in the middle of a batch too."""
        if self._running:
            self._our_end.close()
        self._free_queue()
        self._executor.shutdown(cancel_futures=True)
        self._our_end.close()
        self._end_of_workers.close()


_worker: Worker | Exception | None = None  # of a spawned process


def _start(job: Job, sign: Path, life_line: Connection) -> None:
    """Get a spawned process ready. An error waits until it can be told: the first batch raises it in the parent."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it as well and ends us
    threading.Thread(target=_end_with_parent, args=(life_line,), daemon=True).start()
    try:
        _worker = Worker(job)
    except Exception as error:
        _worker = error
    sign.touch()


def _end_with_parent(life_line: Connection) -> None:
    """Nothing is ever sent on the line; it ends when the parent closes it or is gone, and so do we."""
    try:
        life_line.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)


def _work(batch: Batch) -> Outcome:
    assert _worker is not None, "the pool starts every worker"
    if isinstance(_worker, Exception):
        raise _worker
    return _worker(batch)
