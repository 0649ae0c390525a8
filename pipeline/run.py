"""A whole run, or one command of it: documents in, the files of the contract out.

Documents go through the stages batch by batch on an engine and wait in shards on the disk. Then, in the order of their
ids, what needs the whole corpus is added (names, origins) and they are written; claims are compared last. The parent
holds a few small facts of each document, and never more than some batches of texts. ``pipeline run`` and the commands
of single stages are the same work between different ends. What works on the whole corpus is imported where it is used,
so that the workers start first.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from pipeline import __version__, parse, readers, stages
from pipeline.article import Article, Draft
from pipeline.config import Config
from pipeline.engine import runners
from pipeline.engine.ledger import STEPS, Ledger
from pipeline.engine.progress import Reporter, Silent
from pipeline.engine.worker import Batch, Job, Shelved, described, internal_error
from pipeline.errors import OutputError, UsageError
from pipeline.records import Claim, Document, Reject, Run
from pipeline.store import jsonl, outputs
from pipeline.store.outputs import COMMANDS, Staging

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jsonlines import Writer

BATCH_CHARACTERS = 200_000  # a batch of long documents is cut short, for the sake of memory; by hand

log = logging.getLogger(__name__)


def run(config: Config, progress: Reporter | None = None) -> Run:
    """The main job: read ``config.inputs``, write every file of the contract to ``config.out``.

    Returns what run.json says. Earlier files of the folder are replaced when all is done, and left alone when it fails.
    Raises PipelineError for what the user can mend.
    """
    return _Task(config, COMMANDS[0], COMMANDS[-1], progress or Silent()).carry_out()


def step(command: str, config: Config, progress: Reporter | None = None) -> Run:
    """One command alone, from the files that those before it have left in ``config.out``.

    command: segment (which reads ``config.inputs``), tag, extract or compare.
    The files are the same bytes as those of ``run``. Files of later commands are taken away, as they no longer fit.
    """
    return _Task(config, command, command, progress or Silent()).carry_out()


class _Finisher(NamedTuple):
    """The second half of a stage: it adds what needs the whole corpus."""

    stage: str
    finish: Callable[[Article], Article]


class _Task:
    """The commands from ``first`` to ``last``, on one output folder."""

    def __init__(self, config: Config, first: str, last: str, progress: Reporter) -> None:
        """Raises OutputError when the folder lacks a file of the command before, UsageError when it is another's."""
        self._out = Path(config.out)
        self._first, self._last = first, last
        self._commands = COMMANDS[COMMANDS.index(first) : COMMANDS.index(last) + 1]
        self._progress = progress
        self._before: Run | None = None
        if first != COMMANDS[0]:
            outputs.require(self._out, _before(first))
            self._before = outputs.read_run(self._out)
            config = _continued(config, self._before, self._out)
        self._config = config
        self._ledger = Ledger(("read", "parse", *self._commands) if first == COMMANDS[0] else (first,), self._before)

    def carry_out(self) -> Run:
        """Read, work and write: what run.json says of it. The output folder changes at the very end, all at once."""
        with Staging(self._out) as staging:
            model_version = self._before.model_version if self._before else ""
            if self._first != "compare":
                model_version = parse.model_version(self._config.model)  # a missing model is told before all else
                self._finish(self._through_stages(staging.folder), staging.folder)
            if self._last == "compare":
                self._compare(staging.folder)
            rejects = self._write_rejects(staging.folder)
            result = self._ledger.result(self._config, runners.engine_for(self._config), model_version, rejects)
            staging.commit(self._last, result)
        return result

    def _through_stages(self, folder: Path) -> list[Shelved]:
        """Take every document through the stages that look at one at a time: where each lies then, in order of id."""
        shards = folder / "shards"
        shards.mkdir()
        names = ("parse", *self._commands)
        job = Job(
            config=self._config,
            stages=tuple((stage.name, stage.make) for stage in stages.STAGES if stage.name in names),
            folder=shards,
            gather=None if self._last == "segment" else stages.gather,
            sketch=stages.sketch,
        )
        drafts = self._input() if self._first == "segment" else self._earlier()
        engine = runners.RUNNERS[runners.engine_for(self._config)]
        shelved: list[Shelved] = []
        for outcome in engine(job, _batches(drafts, self._config.batch_size)):
            shelved += outcome.shelved
            self._ledger.rejects += outcome.rejects
            self._ledger.add_seconds(outcome.seconds)
            self._progress.advance(outcome.size)
        return sorted(shelved, key=lambda one: one.doc_id)

    def _input(self) -> Iterator[Draft]:
        """The documents that the user gives."""
        with self._ledger.timed("read"):
            found = readers.read_inputs(self._config)
        self._progress.phase("parse", found.total)
        while True:
            with self._ledger.timed("read"):
                item = next(found, None)
            if item is None:
                return
            if isinstance(item, Reject):
                self._ledger.rejects.append(item)
            else:
                self._ledger.add_document(item)
                yield Draft(document=item)

    def _earlier(self) -> Iterator[Draft]:
        """The documents of the output folder, with what the commands before this one have found in them."""
        self._progress.phase(self._first, self._before.documents if self._before else None)
        again = STEPS[STEPS.index(self._first) :]
        self._ledger.rejects += [
            reject for reject in outputs.read(self._out, "rejects", Reject) if reject.stage not in again
        ]
        for draft in outputs.drafts(self._out, _before(self._first)):
            self._ledger.add_document(draft.document)
            yield draft

    def _finish(self, shelved: Sequence[Shelved], folder: Path) -> None:
        """Add to each document, in order of id, what needs the whole corpus, and write its records."""
        from pipeline import compare

        self._progress.phase("write", len(shelved))
        finishers = self._finishers(shelved)
        origins = compare.origins(one.sketch for one in shelved)
        with ExitStack() as stack:
            writers = {
                file.name: stack.enter_context(jsonl.writer(folder / file.file))
                for file in outputs.files(self._last)
                if file.command != "compare" and file.name != "rejects"
            }
            for one in shelved:
                article = jsonl.read_at(folder / "shards" / one.shard, Draft, one.offset).article()
                article.document = msgspec.structs.replace(article.document, origin=origins[one.doc_id])
                finished = self._finished(article, finishers)
                if finished is not None:
                    self._write(finished, writers)
                self._progress.advance(1)

    def _finishers(self, shelved: Sequence[Shelved]) -> list[_Finisher]:
        """What adds to an article what the whole corpus knows, one for each stage that has it."""
        found: list[_Finisher] = []
        if self._last != "segment":
            from pipeline import tag

            with self._ledger.timed("tag"):
                table = tag.build_table(one.names for one in shelved)
            found.append(_Finisher("tag", partial(tag.finish, table=table)))
        if "extract" in self._commands:
            from pipeline import extract

            found.append(_Finisher("extract", extract.finish))
        return found

    def _write(self, article: Article, writers: Mapping[str, Writer]) -> None:
        """Write the records of an article, each kind to its file."""
        for name, lines in writers.items():
            records = getattr(article, name) if name != "documents" else (article.document,)
            lines.write_all(records)
            self._ledger.add_written(name, len(records))

    def _finished(self, article: Article, finishers: Iterable[_Finisher]) -> Article | None:
        """The article with what the corpus knows; None, and a reject, when that fails."""
        stage = ""
        try:
            for stage, finish in finishers:
                with self._ledger.timed(stage):
                    article = finish(article)
        except Exception as error:
            log.debug("document %s", article.document.id, exc_info=True)
            self._ledger.rejects.append(internal_error(article.document, stage, described(error)))
            return None
        return article

    def _compare(self, folder: Path) -> None:
        """Compare all claims, as they are written, and write what was found."""
        from pipeline import compare
        from pipeline.lexicon.lexicon import packaged

        self._progress.phase("compare", None)
        source = self._out if self._first == "compare" else folder
        documents: Iterable[Document] = outputs.read(source, "documents", Document)
        claims: Iterable[Claim] = outputs.read(source, "claims", Claim)
        if self._first == "compare":
            documents, claims = self._ledger.counting("documents", documents), self._ledger.counting("claims", claims)
        with self._ledger.timed("compare"):
            found = compare.compare(documents, claims, packaged())
            self._ledger.add_written("conflicts", jsonl.write(folder / "conflicts.jsonl", found.conflicts))
            self._ledger.add_written(
                "corroborations", jsonl.write(folder / "corroborations.jsonl", found.corroborations)
            )

    def _write_rejects(self, folder: Path) -> int:
        """Write what was not processed; how many there are."""
        if self._first == "compare":
            return sum(1 for _ in outputs.read(self._out, "rejects", Reject))
        order = sorted(self._ledger.rejects, key=lambda it: (it.path, it.line or 0, it.stage, it.error, it.message))
        return jsonl.write(folder / "rejects.jsonl", order)


def _before(command: str) -> str:
    """The command that comes before this one."""
    return COMMANDS[COMMANDS.index(command) - 1]


def _batches(drafts: Iterable[Draft], size: int) -> Iterator[Batch]:
    """Documents in groups for one call of spaCy; what is found in one does not depend on its group."""
    batch: list[Draft] = []
    characters = 0
    for draft in drafts:
        batch.append(draft)
        characters += len(draft.document.text)
        if len(batch) == size or characters > BATCH_CHARACTERS:
            yield tuple(batch)
            batch, characters = [], 0
    if batch:
        yield tuple(batch)


def _continued(config: Config, before: Run | None, folder: Path) -> Config:
    """The settings of a command that goes on where others have stopped: theirs."""
    if before is None:
        log.warning("%s has no run.json: nobody can tell what its files were made with", folder)
        return config
    if before.version != __version__:
        raise UsageError(
            f"{folder} was made by version {before.version}, not {__version__}: begin with pipeline segment"
        )
    try:
        earlier = msgspec.convert(before.config, Config)
    except msgspec.ValidationError as error:
        raise OutputError(f"{folder / outputs.RUN}: {error}; begin again with `pipeline segment`") from error
    return msgspec.structs.replace(earlier, out=config.out, workers=config.workers)
