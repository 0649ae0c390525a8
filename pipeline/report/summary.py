"""What a run has found, in the few lines that it ends with. Read back from the files that it wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pipeline.records import Point, Reject, Run, Severity, Side
from pipeline.store import outputs
from pipeline.text.terminal import clipped, safe

GRAVEST = 3  # conflicts that are shown, with two sides each
SIDES = 2
EXPLANATION = 300  # characters of an explanation
QUOTE = 110  # characters of a quote, and of the names of its sources
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # the gravest first


def summary(run: Run, folder: Path) -> Iterator[str]:
    """The lines, made safe for a terminal."""
    read = f"{run.documents} {_plural('document', run.documents)}"
    yield f"{read}, {run.claims} {_plural('claim', run.claims)} in {run.wall_seconds:.1f} s"
    if run.complete:
        yield from _points(run, folder)
    if run.rejects:
        yield from _rejects(run, folder)
    yield ""
    yield safe(f"Files: {folder}/ ({', '.join(_file_names(folder))})")
    if run.conflicts:
        yield safe(f"Look closer: pipeline explain {_first_conflict(folder).id} --out {folder}")


def _points(run: Run, folder: Path) -> Iterator[str]:
    """Conflicts by type and severity, and the gravest of them."""
    types: dict[str, Counter[str]] = {}
    gravest: list[Point] = []
    for point in outputs.read(folder, "conflicts", Point):
        types.setdefault(point.type, Counter())[point.severity] += 1
        if len(gravest) < GRAVEST:
            gravest.append(point)
    agreed = f"{run.corroborations} agreed {_plural('point', run.corroborations)}"
    yield f"{run.conflicts} {_plural('conflict', run.conflicts)}, {agreed}"
    if not types:
        return
    yield ""
    yield f"{'conflicts':<16}" + "".join(f"{severity:>8}" for severity in SEVERITIES)
    for name, counts in sorted(types.items(), key=lambda it: (-it[1].total(), it[0])):
        yield f"{name:<16}" + "".join(f"{counts[severity] or '-':>8}" for severity in SEVERITIES)
    yield ""
    yield "The gravest:"
    for number, point in enumerate(gravest, 1):
        yield f"{number}. [{point.severity}] {clipped(safe(point.explanation), EXPLANATION)}"
        for side in point.sides[:SIDES]:
            yield f"     {_side(side)}"


def _side(side: Side) -> str:
    where = ", ".join(side.sources or side.doc_ids)
    quote = f": “{clipped(safe(side.quote.text), QUOTE)}”" if side.quote else ""
    return f"{clipped(safe(where), QUOTE)}{quote}"


def _rejects(run: Run, folder: Path) -> Iterator[str]:
    codes = Counter(reject.error for reject in outputs.read(folder, "rejects", Reject))
    counted = ", ".join(f"{count} {code}" for code, count in codes.most_common())
    yield safe(f"{run.rejects} not processed ({counted}): see rejects.jsonl")


def _file_names(folder: Path) -> list[str]:
    names = [file.file for file in outputs.FILES] + [outputs.RUN]
    return [name for name in names if (folder / name).is_file()]


def _first_conflict(folder: Path) -> Point:
    return next(outputs.read(folder, "conflicts", Point))


def _plural(word: str, number: int) -> str:
    return word if number == 1 else word + "s"
