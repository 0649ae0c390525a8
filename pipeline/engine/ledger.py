"""What is counted on the way of a run, and run.json made of it."""

from __future__ import annotations

import hashlib
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import msgspec

from pipeline import __version__
from pipeline.config import Config, config_hash
from pipeline.records import Document, Reject, Run, StageCount
from pipeline.store.outputs import COMMANDS

STEPS = ("read", "parse", *COMMANDS)  # what run.json counts
# The files whose records each step makes; a step without any hands on documents.
WRITTEN_BY = {
    "read": (),
    "parse": (),
    "segment": ("segments",),
    "tag": ("entities",),
    "extract": ("attributions", "claims"),
    "compare": ("conflicts", "corroborations"),
}

T = TypeVar("T")


class Ledger:
    """The counts of one run or command.

    before: run.json of the commands before this one, where there is one.
    steps: what this run does, in order.
    """

    def __init__(self, steps: tuple[str, ...], before: Run | None) -> None:
        self.rejects: list[Reject] = []
        self._steps = steps
        self._before = before
        self._documents = 0
        self._written: Counter[str] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._digest = hashlib.sha256()
        self._begun = time.perf_counter()

    def add_document(self, document: Document) -> None:
        """A document comes in; they come in order of their ids."""
        self._documents += 1
        self._digest.update(f"{document.id}\0{document.sha256}\n".encode())

    def add_written(self, name: str, records: int) -> None:
        """So many records more went to an output file."""
        self._written[name] += records

    def counting(self, name: str, records: Iterable[T]) -> Iterator[T]:
        """The records, counted as they go by."""
        for record in records:
            self._written[name] += 1
            yield record

    def add_seconds(self, seconds: dict[str, float]) -> None:
        """So many seconds more went into stages."""
        for step, amount in seconds.items():
            self._seconds[step] += amount

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Count the time in this context for a step."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[step] += time.perf_counter() - begun

    def result(self, config: Config, engine: str, model_version: str, rejects: int) -> Run:
        """Everything as run.json says it."""
        before = self._before
        counts = (*self._counts_before(), *self._counts())
        return Run(
            version=__version__,
            config=msgspec.json.decode(msgspec.json.encode(config)),
            config_hash=config_hash(config),
            model=config.model,
            model_version=model_version,
            input_digest=before.input_digest if before else self._digest.hexdigest(),
            documents=self._written["documents"],
            claims=self._written["claims"],
            conflicts=self._written["conflicts"],
            corroborations=self._written["corroborations"],
            rejects=rejects,
            stages=counts,
            wall_seconds=round(time.perf_counter() - self._begun + (before.wall_seconds if before else 0), 3),
            workers=config.workers,
            engine=engine,
            complete=tuple(count.stage for count in counts) == STEPS,
        )

    def _counts_before(self) -> Iterator[StageCount]:
        """The steps before this run, as run.json has them."""
        if self._before:
            earlier = STEPS[: STEPS.index(self._steps[0])]
            yield from (count for count in self._before.stages if count.stage in earlier)

    def _counts(self) -> Iterator[StageCount]:
        """A step reads documents and writes records (a comparison reads claims); what it rejects does not go on."""
        rejected = Counter(reject.stage for reject in self.rejects)
        documents = self._documents
        if "parse" not in self._steps:  # it was done again for one command, and belongs to that
            self._seconds[self._steps[0]] += self._seconds["parse"]
        for step in self._steps:
            read = documents
            if step == "read":
                read += rejected[step]
            elif step == "compare":
                documents, read = self._written["documents"], self._written["claims"]
            else:
                documents -= rejected[step]
            seconds = self._seconds[step]
            yield StageCount(
                stage=step,
                read=read,
                written=sum(self._written[name] for name in WRITTEN_BY[step]) if WRITTEN_BY[step] else documents,
                rejected=rejected[step],
                wall_seconds=round(seconds, 3),
                documents_per_second=round(documents / seconds, 1) if seconds else None,
            )
