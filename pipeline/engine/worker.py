"""What one process does: take a batch of documents through the stages and leave them in a shard, on the disk.

Nothing that a document holds can stop a worker: a document whose stage raises becomes a reject. What goes back to the
parent is small, so that its memory stays small too: where each document lies, and what the corpus must know of it.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.article import Article, Draft, Make, Step
from pipeline.config import Config
from pipeline.records import Document, Reject, record_id
from pipeline.store import jsonl

MESSAGE_LIMIT = 300  # characters of an exception that are told: a line of a terminal or two, whatever it holds

Batch = tuple[Draft, ...]


@dataclass(frozen=True)
class Job:
    """All that a worker needs to begin; it is sent to a new process by name, never with a model in it.

    stages: what each document goes through, in order: the names and their ``make``.
    folder: where the shards go.
    gather: what the corpus must know of the names of an article; None before names are tagged.
    sketch: what near-copies of a document are found by.
    """

    config: Config
    stages: tuple[tuple[str, Make], ...]
    folder: Path
    gather: Callable[[Article], Any] | None
    sketch: Callable[[Document], Any]


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document that went through all stages: where its draft lies, and what the corpus must know of it.

    shard: the name of the file. offset: the byte that its line begins at. names, sketch: what the job's ``gather`` and
    ``sketch`` have made of it.
    """

    doc_id: str
    shard: str
    offset: int
    names: Any
    sketch: Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a batch; every document of it is either in ``shelved`` or in ``rejects``.

    size: how many documents it had. seconds: the time that went into each stage.
    """

    size: int
    shelved: tuple[Shelved, ...]
    rejects: tuple[Reject, ...]
    seconds: dict[str, float]


class StageFailed(Exception):
    """A stage raised, or lost a document: an error of ours."""

    def __init__(self, stage: str, cause: str) -> None:
        super().__init__(f"{cause} in stage {stage}")
        self.stage = stage
        self.cause = cause


class Worker:
    """The stages of a job, made once in the process that runs them."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._steps: list[tuple[str, Step]] = [(name, make(job.config)) for name, make in job.stages]
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def __call__(self, batch: Batch) -> Outcome:
        """Take a batch through the stages. Doing it again is harmless: the shard's name is made of what is in it."""
        self._seconds.clear()
        rejects: list[Reject] = []
        shelved: list[Shelved] = []
        name = record_id("shard", *(draft.document.id for draft in batch)) + ".jsonl"
        shard = self._job.folder / name
        part = shard.with_suffix(f".{os.getpid()}.part")
        offset = 0
        with jsonl.writer(part) as lines:
            for draft, article in self._through_stages(batch, rejects):
                try:
                    names = self._job.gather(article) if self._job.gather else None
                    sketch = self._job.sketch(article.document)
                    size = lines.write(Draft.of(article))
                except Exception as error:
                    rejects.append(internal_error(draft.document, self._steps[-1][0], described(error)))
                    continue
                shelved.append(Shelved(draft.document.id, name, offset, names, sketch))
                offset += size
        part.replace(shard)
        return Outcome(len(batch), tuple(shelved), tuple(rejects), dict(self._seconds))

    def _through_stages(self, batch: Batch, rejects: list[Reject]) -> list[tuple[Draft, Article]]:
        """The whole batch at once, which is fastest; where a stage raises, each document anew and alone."""
        try:
            articles = self._apply(batch)
        except StageFailed as failed:
            if len(batch) == 1:
                rejects.append(internal_error(batch[0].document, failed.stage, failed.cause))
                return []
            return [pair for draft in batch for pair in self._through_stages((draft,), rejects)]
        done = []
        for draft, article in zip(batch, articles, strict=True):
            if article is None:
                rejects.append(_not_parsed(draft.document))
            else:
                article.doc = None
                done.append((draft, article))
        return done

    def _apply(self, batch: Batch) -> list[Article | None]:
        """The batch after all stages; None for a document that has no parse. Raises StageFailed and nothing else."""
        articles: list[Article | None] = [draft.article() for draft in batch]
        for name, step in self._steps:
            gone = iter(self._through(name, step, [article for article in articles if article is not None]))
            articles = [article and next(gone) for article in articles]
            if name == "parse":
                articles = [article and _parsed(article) for article in articles]
        return articles

    def _through(self, name: str, step: Step, articles: list[Article]) -> list[Article]:
        """The articles after one stage, as many and in the same order. Raises StageFailed."""
        begun = time.perf_counter()
        try:
            gone = list(step(articles))
        except Exception as error:
            raise StageFailed(name, described(error)) from error
        finally:
            self._seconds[name] += time.perf_counter() - begun
        if [article.document.id for article in gone] != [article.document.id for article in articles]:
            raise StageFailed(name, "not the same documents came out")
        return gone


def _parsed(article: Article) -> Article | None:
    """The article, if it has a parse."""
    return article if article.doc is not None else None


def described(error: Exception) -> str:
    """An exception on one short line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:MESSAGE_LIMIT]


def internal_error(document: Document, stage: str, cause: str) -> Reject:
    """The reject of a document at which a stage of ours failed."""
    message = f"document {document.id}: {cause}; an error of the pipeline: please report it with the document"
    return Reject(path=document.path, line=None, stage=stage, error="internal_error", message=message)


def _not_parsed(document: Document) -> Reject:
    """The reject of a document that spaCy gives no parse of."""
    message = f"document {document.id} could not be parsed; please report it with the document"
    return Reject(path=document.path, line=None, stage="parse", error="not_parsed", message=message)


def worker_killed(draft: Draft) -> Reject:
    """The reject of a document that has ended the process that worked on it, twice."""
    message = (
        f"document {draft.document.id} ended the process that parsed it twice (most likely for want of memory); "
        "split it, lower max_characters, or give the machine more memory"
    )
    return Reject(path=draft.document.path, line=None, stage="parse", error="worker_killed", message=message)
