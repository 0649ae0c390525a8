"""How one record came to be: its quotes in context, and the steps from the document to it. Read from the outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.records import Claim, Entity, Offsets, Point, Quantity, Side, Speaker
from pipeline.store import dossier, outputs
from pipeline.store.dossier import Dossier
from pipeline.text.terminal import safe

CONTEXT = 120  # characters on each side of a quote
LABEL = 13  # columns of a line's name


def explain(prefix: str, folder: Path) -> Iterator[str]:
    """Lines, safe for a terminal, on the claim, conflict or corroboration whose id begins with ``prefix``.

    folder: the output files of a run; claims can be explained without a comparison.
    Raises UsageError when no record or more than one fits, OutputError when files are absent or broken.
    """
    outputs.require(folder, "extract")
    found = dossier.find(prefix, folder)
    yield from _claim_alone(found, folder) if isinstance(found, Claim) else _point(found, folder)


def _claim_alone(claim: Claim, folder: Path) -> Iterator[str]:
    """A claim: the steps to it, and the points that it is on."""
    yield f"claim {claim.id}"
    yield from _indented(_steps(claim, dossier.of_claims([claim], folder)))
    points = [point for point in dossier.points(folder) if any(claim.id in side.claim_ids for side in point.sides)]
    yield "compared"
    yield from _indented([f"{point.id} {_kind(point)}: {point.explanation}" for point in points] or ["in no point"])


def _point(point: Point, folder: Path) -> Iterator[str]:
    """A conflict or corroboration: the check, then the claims of each side."""
    found = dossier.of_point(point, folder)
    yield f"{'corroboration' if point.relation == 'corroborates' else 'conflict'} {point.id}"
    yield from _indented(_check(point))
    for number, side in enumerate(point.sides, 1):
        yield ""
        yield from _side(number, side, found)


def _check(point: Point) -> Iterator[str]:
    """What was found, and by which check."""
    yield _line("question", point.question)
    yield _line("explanation", point.explanation)
    yield _line("check", f"{point.rule}: {_kind(point)}, {point.severity} ({point.score:g}), {point.scope}")
    yield _line("may be", ", ".join(point.benign) or "nothing that would make it harmless is known")
    yield _line("status", point.status)


def _side(number: int, side: Side, found: Dossier) -> Iterator[str]:
    """A side of a point: who gives it, and the steps to each of its claims."""
    sources = ", ".join(side.sources or side.doc_ids)
    origins = f"{side.origins} independent {'origin' if side.origins == 1 else 'origins'}"
    yield safe(f"side {number}: {side.value} ({sources}; {origins}; published {side.published or 'unknown'})")
    if not side.claim_ids and side.quote:
        yield from _indented([f"…{side.quote.prefix}[[{side.quote.text}]]{side.quote.suffix}…"])
    for claim_id in side.claim_ids:
        if claim_id in found.claims:
            yield safe(f"  claim {claim_id}")
            yield from _indented(_steps(found.claims[claim_id], found), 4)


def _kind(point: Point) -> str:
    return f"{point.relation}, {point.type}"


# ---------------------------------------------------------------- the steps to a claim


def _steps(claim: Claim, found: Dossier) -> Iterator[str]:
    """The steps to a claim: document, segment, mentions, values, attribution, claim."""
    for name, step in STEPS:
        for said in step(claim, found):
            yield _line(name, said)


def _document(claim: Claim, found: Dossier) -> Iterator[str]:
    document = found.documents[claim.doc_id]
    published = document.published
    date = f"published {published.value} (from {published.basis})" if published else "date unknown"
    source = f"{document.source.name} (from {document.source.basis})" if document.source else "source unknown"
    yield f"{document.id}: {document.title or 'no title'}; {source}; {date}; origin {document.origin}"


def _segment(claim: Claim, found: Dossier) -> Iterator[str]:
    if segment := found.segments.get(claim.segment_id):
        yield f"{segment.kind} {segment.start}–{segment.end}{_by(segment.speaker)}"


def _quote(claim: Claim, found: Dossier) -> Iterator[str]:
    yield _in_context(found.documents[claim.doc_id].text, (claim.start, claim.end))


def _mentions(claim: Claim, found: Dossier) -> Iterator[str]:
    """Those of the claim's sentence."""
    start, end = claim.sentence
    for entity in found.mentions[claim.doc_id]:
        if start <= entity.start and entity.end <= end:
            yield _entity(entity)


def _values(claim: Claim, found: Dossier) -> Iterator[str]:
    return map(_quantity, claim.quantities)


def _times(claim: Claim, found: Dossier) -> Iterator[str]:
    for time in claim.times:
        yield f"“{time.text}” is {time.value} ({time.basis.replace('_', ' ')})"


def _attribution(claim: Claim, found: Dossier) -> Iterator[str]:
    if attribution := found.attributions.get(claim.attribution_id or ""):
        text = found.documents[claim.doc_id].text
        cue = f" by “{text[slice(*attribution.cue)]}”" if attribution.cue else ""
        yield f"{attribution.kind}{cue}{_by(attribution.speaker)}"


def _statement(claim: Claim, found: Dossier) -> Iterator[str]:
    yield claim.statement


def _core(claim: Claim, found: Dossier) -> Iterator[str]:
    subject = f"“{claim.subject.text}”" if claim.subject else "no subject"
    yield f"{claim.kind} by rule {claim.rule}: {subject}, {claim.predicate.lemma}"


def _arguments(claim: Claim, found: Dossier) -> Iterator[str]:
    for argument in claim.arguments:
        yield f"{argument.role}: “{argument.text}”"


def _stance(claim: Claim, found: Dossier) -> Iterator[str]:
    hedges = f", hedged by {', '.join(claim.hedges)}" if claim.hedges else ""
    yield f"{claim.polarity}, {claim.modality}, {claim.voice}{_by(claim.speaker)}{hedges}"


def _worth(claim: Claim, found: Dossier) -> Iterator[str]:
    worth = claim.checkworthiness
    yield f"{worth.score:g}: {', '.join(worth.reasons) or 'no reason'}"


def _repeats(claim: Claim, found: Dossier) -> Iterator[str]:
    if claim.duplicate_of:
        yield f"claim {claim.duplicate_of}"


STEPS: tuple[tuple[str, Callable[[Claim, Dossier], Iterator[str]]], ...] = (
    ("document", _document),
    ("segment", _segment),
    ("quote", _quote),
    ("mention", _mentions),
    ("value", _values),
    ("time", _times),
    ("attribution", _attribution),
    ("statement", _statement),
    ("claim", _core),
    ("argument", _arguments),
    ("stance", _stance),
    ("checkworthy", _worth),
    ("repeats", _repeats),
)


# ---------------------------------------------------------------- parts of lines


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


def _in_context(text: str, span: Offsets) -> str:
    """The words of a span between double brackets, with the text around them."""
    start, end = span
    before, after = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    opening, closing = "…" if before else "", "…" if after < len(text) else ""
    return f"{opening}{text[before:start]}[[{text[start:end]}]]{text[end:after]}{closing}"


def _line(name: str, text: str) -> str:
    return f"{name:<{LABEL}}{text}"


def _indented(lines: Iterable[str], by: int = 2) -> Iterator[str]:
    return (" " * by + safe(line) for line in lines)
