"""How one record came to be: its quotes in context, and the steps from the document to it. Read from the outputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pipeline.errors import UsageError
from pipeline.records import Attribution, Claim, Document, Entity, Offsets, Point, Quantity, Segment, Speaker
from pipeline.store import outputs
from pipeline.text.terminal import safe

CONTEXT = 120  # characters on each side of a quote
CANDIDATES = 5  # ids that are shown when a prefix fits several

T = TypeVar("T", Document, Segment, Entity, Attribution, Claim, Point)


def explain(prefix: str, folder: Path) -> Iterator[str]:
    """Lines, safe for a terminal, on the claim, conflict or corroboration whose id begins with ``prefix``.

    folder: the output files of a run; claims can be explained without a comparison.
    Raises UsageError when no record or more than one fits, OutputError when files are absent or broken.
    """
    outputs.require(folder, "extract")
    found = _find(prefix, folder)
    if isinstance(found, Claim):
        basis = _basis([found], folder)
        yield f"claim {found.id}"
        yield from _indented(_claim(found, basis))
        points = [point for point in _points(folder) if any(found.id in side.claim_ids for side in point.sides)]
        yield "compared"
        yield from _indented([f"{point.id} {_kind(point)}: {point.explanation}" for point in points] or ["in no point"])
    else:
        yield from _point(found, folder)


@dataclass(frozen=True)
class _Basis:
    """What claims were made of, by id."""

    documents: dict[str, Document]
    segments: dict[str, Segment]
    attributions: dict[str, Attribution]
    entities: dict[str, list[Entity]]  # by document


def _find(prefix: str, folder: Path) -> Claim | Point:
    """The one record with this id, or whose id begins so."""
    fitting: dict[str, Claim | Point] = {}
    for record in chain[Claim | Point](outputs.read(folder, "claims", Claim), _points(folder)):
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


def _points(folder: Path) -> Iterator[Point]:
    for file in outputs.FILES:
        if file.record is Point and (folder / file.file).is_file():
            yield from outputs.read(folder, file.name, Point)


def _basis(claims: list[Claim], folder: Path) -> _Basis:
    doc_ids = {claim.doc_id for claim in claims}
    entities: dict[str, list[Entity]] = {doc_id: [] for doc_id in doc_ids}
    for entity in outputs.read(folder, "entities", Entity):
        if entity.doc_id in entities:
            entities[entity.doc_id].append(entity)
    return _Basis(
        documents=_by_id(outputs.read(folder, "documents", Document), doc_ids),
        segments=_by_id(outputs.read(folder, "segments", Segment), {claim.segment_id for claim in claims}),
        attributions=_by_id(
            outputs.read(folder, "attributions", Attribution), {claim.attribution_id for claim in claims}
        ),
        entities=entities,
    )


def _by_id(records: Iterable[T], wanted: set[str] | set[str | None]) -> dict[str, T]:
    return {record.id: record for record in records if record.id in wanted}


def _point(point: Point, folder: Path) -> Iterator[str]:
    """A conflict or corroboration: the check, then the claims of each side."""
    wanted = {claim_id for side in point.sides for claim_id in side.claim_ids}
    claims = _by_id(outputs.read(folder, "claims", Claim), wanted)
    basis = _basis(list(claims.values()), folder)
    yield f"{'corroboration' if point.relation == 'corroborates' else 'conflict'} {point.id}"
    yield from _indented(
        [
            f"question     {point.question}",
            f"explanation  {point.explanation}",
            f"check        {point.rule}: {_kind(point)}, {point.severity} ({point.score:g}), {point.scope}",
            f"may be       {', '.join(point.benign) or 'nothing that would make it harmless is known'}",
            f"status       {point.status}",
        ]
    )
    for number, side in enumerate(point.sides, 1):
        sources = ", ".join(side.sources or side.doc_ids)
        origins = f"{side.origins} independent {'origin' if side.origins == 1 else 'origins'}"
        yield ""
        yield safe(f"side {number}: {side.value} ({sources}; {origins}; published {side.published or 'unknown'})")
        if not side.claim_ids and side.quote:
            yield from _indented([f"…{side.quote.prefix}[[{side.quote.text}]]{side.quote.suffix}…"])
        for claim_id in side.claim_ids:
            if claim_id in claims:
                yield safe(f"  claim {claim_id}")
                yield from _indented(_claim(claims[claim_id], basis), 4)


def _claim(claim: Claim, basis: _Basis) -> Iterator[str]:
    """The steps to a claim: document, segment, mentions, values, attribution, claim."""
    document = basis.documents[claim.doc_id]
    text = document.text
    yield f"document     {_document(document)}"
    if segment := basis.segments.get(claim.segment_id):
        yield f"segment      {segment.kind} {segment.start}–{segment.end}{_by(segment.speaker)}"
    yield f"quote        {_in_context(text, (claim.start, claim.end))}"
    for entity in basis.entities[claim.doc_id]:
        if claim.sentence[0] <= entity.start and entity.end <= claim.sentence[1]:
            yield f"mention      {_entity(entity)}"
    for quantity in claim.quantities:
        yield f"value        {_quantity(quantity)}"
    for time in claim.times:
        yield f"time         “{time.text}” is {time.value} ({time.basis.replace('_', ' ')})"
    if attribution := basis.attributions.get(claim.attribution_id or ""):
        cue = f" by “{text[slice(*attribution.cue)]}”" if attribution.cue else ""
        yield f"attribution  {attribution.kind}{cue}{_by(attribution.speaker)}"
    yield f"statement    {claim.statement}"
    subject = f"“{claim.subject.text}”" if claim.subject else "no subject"
    yield f"claim        {claim.kind} by rule {claim.rule}: {subject}, {claim.predicate.lemma}"
    for argument in claim.arguments:
        yield f"argument     {argument.role}: “{argument.text}”"
    hedges = f", hedged by {', '.join(claim.hedges)}" if claim.hedges else ""
    yield f"stance       {claim.polarity}, {claim.modality}, {claim.voice}{_by(claim.speaker)}{hedges}"
    worth = claim.checkworthiness
    yield f"checkworthy  {worth.score:g}: {', '.join(worth.reasons) or 'no reason'}"
    if claim.duplicate_of:
        yield f"repeats      claim {claim.duplicate_of}"


def _document(document: Document) -> str:
    published = document.published
    date = f"published {published.value} (from {published.basis})" if published else "date unknown"
    source = f"{document.source.name} (from {document.source.basis})" if document.source else "source unknown"
    return f"{document.id}: {document.title or 'no title'}; {source}; {date}; origin {document.origin}"


def _entity(entity: Entity) -> str:
    label = entity.label if entity.subtype is None else f"{entity.label}/{entity.subtype}"
    link = f" is {entity.entity_id} ({entity.name})" if entity.entity_id else ""
    if entity.candidates:
        link = f" may be {' or '.join(entity.candidates)}"
    return f"“{entity.text}” {label}{link}, by {entity.basis}"


def _quantity(quantity: Quantity) -> str:
    exact = quantity.low == quantity.high
    amount = f"{quantity.low}" if exact else f"{_end(quantity.low)} to {_end(quantity.high)}"
    about = "about " if quantity.approx else ""
    of = f" of “{quantity.of}”" if quantity.of else ""
    per = f" per {quantity.per}" if quantity.per else ""
    change = f", a change {quantity.change}" if quantity.change else ""
    return f"“{quantity.text}” is {about}{amount} ({quantity.bound}) {quantity.unit}{of}{per}{change}"


def _end(number: float | None) -> str:
    return "open" if number is None else f"{number}"


def _by(speaker: Speaker | None) -> str:
    if speaker is None or not (speaker.name or speaker.entity_id):
        return ""
    return f", speaker {speaker.name or speaker.entity_id} (from {speaker.basis})"


def _kind(point: Point) -> str:
    return f"{point.relation}, {point.type}"


def _in_context(text: str, span: Offsets) -> str:
    """The words of a span between double brackets, with the text around them."""
    start, end = span
    before, after = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    opening, closing = "…" if before else "", "…" if after < len(text) else ""
    return f"{opening}{text[before:start]}[[{text[start:end]}]]{text[end:after]}{closing}"


def _indented(lines: Iterable[str], by: int = 2) -> Iterator[str]:
    return (" " * by + safe(line) for line in lines)
