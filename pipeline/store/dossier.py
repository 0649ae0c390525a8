"""Records of an output folder joined again: points with their claims, and claims with all that they were made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pipeline.errors import UsageError
from pipeline.records import Attribution, Claim, Document, Entity, Point, Segment
from pipeline.store import outputs

CANDIDATES = 5  # ids that are shown when a prefix fits several

T = TypeVar("T", Document, Segment, Attribution, Claim)


@dataclass(frozen=True)
class Dossier:
    """Claims and what they were made of, by id. mentions: the entities of their documents, by document."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    segments: Mapping[str, Segment]
    attributions: Mapping[str, Attribution]
    mentions: Mapping[str, list[Entity]]


def find(prefix: str, folder: Path) -> Claim | Point:
    """The one claim, conflict or corroboration with this id, or whose id begins so.

    Raises UsageError when none or more than one fits, OutputError when files are absent or broken.
    """
    fitting: dict[str, Claim | Point] = {}
    for record in chain[Claim | Point](outputs.read(folder, "claims", Claim), points(folder)):
        if record.id == prefix:
            return record
        if record.id.startswith(prefix):
            fitting[record.id] = record
    if not prefix or not fitting:
        raise UsageError(f"{folder} has no claim, conflict or corroboration whose id begins with '{prefix}'")
    if len(fitting) > 1:
        some = ", ".join(list(fitting)[:CANDIDATES]) + (" …" if len(fitting) > CANDIDATES else "")
        raise UsageError(f"'{prefix}' fits {len(fitting)} ids: {some}; give more of the id")
    return next(iter(fitting.values()))


def points(folder: Path) -> Iterator[Point]:
    """The conflicts and corroborations of a folder; none before anything was compared."""
    for file in outputs.FILES:
        if file.record is Point and (folder / file.file).is_file():
            yield from outputs.read(folder, file.name, Point)


def of_point(point: Point, folder: Path) -> Dossier:
    """The claims of a point, and what they were made of."""
    wanted = {claim_id for side in point.sides for claim_id in side.claim_ids}
    return of_claims(_by_id(outputs.read(folder, "claims", Claim), wanted).values(), folder)


def of_claims(claims: Iterable[Claim], folder: Path) -> Dossier:
    """Claims, and what they were made of."""
    by_id = {claim.id: claim for claim in claims}
    doc_ids = {claim.doc_id for claim in by_id.values()}
    mentions: dict[str, list[Entity]] = {doc_id: [] for doc_id in doc_ids}
    for entity in outputs.read(folder, "entities", Entity):
        if entity.doc_id in mentions:
            mentions[entity.doc_id].append(entity)
    attribution_ids = {claim.attribution_id for claim in by_id.values() if claim.attribution_id is not None}
    return Dossier(
        claims=by_id,
        documents=_by_id(outputs.read(folder, "documents", Document), doc_ids),
        segments=_by_id(outputs.read(folder, "segments", Segment), {claim.segment_id for claim in by_id.values()}),
        attributions=_by_id(outputs.read(folder, "attributions", Attribution), attribution_ids),
        mentions=mentions,
    )


def _by_id(records: Iterable[T], wanted: Set[str]) -> dict[str, T]:
    return {record.id: record for record in records if record.id in wanted}
