"""One measured process: the whole run, or plain spaCy, over the documents of one file. Prints what it took as JSON.

Usage: python -m tests.bench.child (plain|run) FILE.jsonl OUT_FOLDER WORKERS
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from pipeline.config import Config
from pipeline.engine.progress import Silent


def peak_megabytes() -> float:
    """The most memory that this process has ever held."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


class BeforeCompare(Silent):
    """Sees the memory at the moment when claims begin to be compared."""

    megabytes = 0.0

    def phase(self, name: str, total: int | None) -> None:
        """A phase begins."""
        if name == "compare":
            self.megabytes = peak_megabytes()


def plain(documents: Path, out: Path, workers: int) -> dict[str, object]:
    """spaCy as it comes, with its own batch size; the parses are kept, as in the usual ``list(nlp.pipe(texts))``."""
    import spacy

    with documents.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    docs = list(spacy.load(Config().model).pipe(texts))
    return {"tokens": sum(map(len, docs))}


def run(documents: Path, out: Path, workers: int) -> dict[str, object]:
    """The whole run, reading and writing included."""
    from pipeline import run as pipeline_run

    memory = BeforeCompare()
    config = Config(inputs=(str(documents),), out=str(out), workers=workers, any_language=True)
    result = pipeline_run.run(config, memory)
    return {
        "stages": {count.stage: count.wall_seconds for count in result.stages},
        "seconds_inside": result.wall_seconds,
        "claims": result.claims,
        "rejects": result.rejects,
        "before_compare": memory.megabytes,
    }


KINDS: dict[str, Callable[[Path, Path, int], dict[str, object]]] = {"plain": plain, "run": run}

if __name__ == "__main__":
    kind, documents, out, workers = sys.argv[1:]
    found = KINDS[kind](Path(documents), Path(out), int(workers))
    sys.stdout.write(json.dumps(found | {"peak": peak_megabytes()}))
