"""The whole run against plain spaCy, on the same documents, Python and machine.

    python -m tests.bench.bench [--data FOLDER] [--sizes 50,200,800] [--rounds 3]

Each figure is the wall time of a process of its own, from the start of Python to its end: imports and the loading of
the model are counted on both sides, on ours reading, all stages and writing as well. Plain is what most people write:
``list(nlp.pipe(texts))``. All take turns, round by round, and the median of the ratios of each round counts: on a busy
machine absolute times say little, and the time of the processor more than that on the wall.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Annotated, Any, NoReturn, TypeAlias

import typer

ROOT = Path(__file__).parents[2]
DEVELOPMENT = [ROOT.parent / "shared/dev/stories" / name for name in ("gva_incidents.jsonl", "neus_allsides.jsonl")]
SEEDS = ROOT / "seeds"

Round: TypeAlias = dict[str, dict[str, Any]]  # what was measured of plain, run and workers


def main(
    data: Annotated[Path | None, typer.Option(help="A folder of articles (.txt, .jsonl) or one such file.")] = None,
    sizes: Annotated[str, typer.Option(help="How many documents, several with commas.")] = "50,200,800",
    rounds: Annotated[int, typer.Option(help="How often each is measured.", min=1)] = 3,
) -> None:
    """Time the whole run against plain spaCy, and show where the time and the memory go."""
    try:
        counts = sorted({int(size) for size in sizes.split(",")})
    except ValueError:
        _fail(f"--sizes {sizes}: give whole numbers, as in --sizes 50,200")
    if counts[0] < 1:
        _fail(f"--sizes {sizes}: give numbers from 1")
    documents = list(documents_of(data))
    if not documents:
        _fail(f"no articles in {data or SEEDS}: give --data a folder of .txt files or a .jsonl file with texts")
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    typer.echo(f"Python {sys.version.split()[0]}, {load}, rounds: {rounds}; the loading of the model is in all times")
    with tempfile.TemporaryDirectory() as folder:
        files = {count: _written(documents, count, Path(folder)) for count in counts}
        measured = [_round(files, Path(folder)) for _ in range(rounds)]
    for count in counts:
        _show(count, [one[count] for one in measured])
    _show_workers(counts, measured)


def _round(files: dict[int, Path], folder: Path) -> dict[int, Round]:
    """Everything once: for each size plain spaCy, the run, and the run with two workers."""
    jobs = {"plain": ("plain", 1), "run": ("run", 1), "workers": ("run", 2)}
    return {
        count: {name: _measured(kind, file, folder / "out", workers) for name, (kind, workers) in jobs.items()}
        for count, file in files.items()
    }


def _measured(kind: str, file: Path, out: Path, workers: int) -> dict[str, Any]:
    begun, worked = time.perf_counter(), _processor()
    command = [sys.executable, "-m", "tests.bench.child", kind, str(file), str(out), str(workers)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - begun
    if done.returncode:
        _fail(f"{' '.join(command)} ended with {done.returncode}")
    return {"seconds": seconds, "processor": _processor() - worked, **json.loads(done.stdout)}


def _processor() -> float:
    """The seconds that processes which have ended, and those that they had started, kept a processor busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _show(count: int, rounds: list[Round]) -> None:
    run, last = _median(rounds, "run", "seconds"), rounds[-1]["run"]
    tokens = rounds[-1]["plain"]["tokens"]
    typer.echo(f"\n{count} documents ({tokens} tokens, {last['claims']} claims, {last['rejects']} rejects)")
    _compare(rounds, "run", "plain")
    typer.echo(
        f"  peak MB            run {_median(rounds, 'run', 'peak'):.0f}, plain {_median(rounds, 'plain', 'peak'):.0f}"
    )
    stages = {name: median(one["run"]["stages"][name] for one in rounds) for name in last["stages"]}
    stages["start, load, rest"] = run - sum(stages.values())
    for name, seconds in stages.items():
        typer.echo(f"  {name:18}{seconds:7.2f} s {seconds / run:5.0%}")


def _show_workers(counts: list[int], measured: list[dict[int, Round]]) -> None:
    typer.echo(f"\n{counts[-1]} documents, --workers 2 against 1")
    _compare([one[counts[-1]] for one in measured], "workers", "run")
    typer.echo("\nthe parent's peak MB before compare")
    for kind, workers in (("run", 1), ("workers", 2)):
        peaks = (
            f"{count}: {_median([one[count] for one in measured], kind, 'before_compare'):.0f}" for count in counts
        )
        typer.echo(f"  --workers {workers}        {', '.join(peaks)}")


def _compare(rounds: list[Round], one: str, other: str) -> None:
    """The ratio of two that have taken turns."""
    for what, unit in (("wall", "seconds"), ("processor", "processor")):
        ratios = [measured[one][unit] / measured[other][unit] for measured in rounds]
        times = f"{_median(rounds, one, unit):.1f} s / {_median(rounds, other, unit):.1f} s"
        typer.echo(f"  {what:19}{median(ratios):.2f}   ({', '.join(f'{ratio:.2f}' for ratio in ratios)}; {times})")


def _median(rounds: list[Round], kind: str, what: str) -> float:
    return float(median(one[kind][what] for one in rounds))


def documents_of(data: Path | None) -> Iterator[dict[str, object]]:
    """Articles as records to read; by default the development data beside the checkout, or the seeds."""
    if data is not None and not data.exists():
        _fail(f"{data} is not there: give --data a folder of .txt files or a .jsonl file with texts")
    sources = [data] if data else [path for path in DEVELOPMENT if path.exists()] or [SEEDS]
    for source in sources:
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.suffix == ".txt":
                yield {"text": path.read_text(encoding="utf-8", errors="replace")}
            elif path.suffix == ".jsonl":
                with path.open(encoding="utf-8") as lines:
                    for line in lines:
                        yield from _articles(json.loads(line))


def _articles(record: dict[str, Any]) -> Iterator[dict[str, object]]:
    """The articles in a line: one, or a story with several."""
    for article in record.get("docs") or record.get("articles") or [record]:
        if isinstance(text := article.get("text"), str) and text.strip():
            known = {"title": article.get("title"), "published": article.get("published") or article.get("dct")}
            yield {"text": text} | {name: value for name, value in known.items() if value}


def _written(documents: list[dict[str, object]], count: int, folder: Path) -> Path:
    """A file of so many documents; they are repeated where there are fewer."""
    if count > len(documents):
        typer.echo(f"note: only {len(documents)} documents, so that {count} are repeats, which makes compare slower")
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for number, document in enumerate(islice(cycle(documents), count)):
            lines.write(json.dumps({"id": f"b{number:05}", **document}) + "\n")
    return path


def _fail(problem: str) -> NoReturn:
    typer.echo(f"error: {problem}", err=True)
    raise typer.Exit(2)


if __name__ == "__main__":
    typer.run(main)
