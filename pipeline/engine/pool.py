"""Spawned processes that work on batches and share one fate."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pipeline.engine.worker import Batch, Job, Outcome, Worker

AHEAD = 2  # batches a worker that are on their way, so that no worker waits and the parent's memory stays bounded


class Pool:
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
    """What became of a batch, in a spawned process. Raises what kept the process from getting ready."""
    assert _worker is not None, "the pool starts every worker"
    if isinstance(_worker, Exception):
        raise _worker
    return _worker(batch)
