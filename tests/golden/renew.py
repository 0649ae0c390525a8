"""Writes tests/golden/seeds.txt: what a run on seeds/ finds, in a form whose diff a person can read (`make golden`)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline import run
from pipeline.config import Config
from pipeline.records import VALUE_LABELS, Attribution, Claim, Document, Entity, Point, Segment, Speaker
from pipeline.store import outputs

ROOT = Path(__file__).parent.parent.parent
GOLDEN = Path(__file__).parent / "seeds.txt"


def digest(folder: Path) -> str:
    """The records of an output folder as text, a line each, without ids that hash offsets."""
    return "\n".join(_lines(folder)) + "\n"


def _lines(folder: Path) -> Iterator[str]:
    for point in (*outputs.read(folder, "conflicts", Point), *outputs.read(folder, "corroborations", Point)):
        yield from _point(point)
    segments = list(outputs.read(folder, "segments", Segment))
    entities = list(outputs.read(folder, "entities", Entity))
    attributions = list(outputs.read(folder, "attributions", Attribution))
    claims = list(outputs.read(folder, "claims", Claim))
    for document in outputs.read(folder, "documents", Document):
        own = document.id
        yield _document(document)
        yield "--- segments"
        yield from (_segment(one) for one in segments if one.doc_id == own)
        yield "--- names"
        yield from _names(one for one in entities if one.doc_id == own)
        yield "--- values"
        yield from _values(one for one in entities if one.doc_id == own)
        yield "--- attributions"
        yield from (_attribution(document, one) for one in attributions if one.doc_id == own and one.kind != "turn")
        yield "--- claims"
        yield from (_claim(one) for one in claims if one.doc_id == own)


def _document(document: Document) -> str:
    published = document.published and f"{document.published.value} ({document.published.basis})"
    source = document.source and f"{document.source.name} ({document.source.basis})"
    return f"\n=== {document.id}: {document.title} | {source} | {published} | origin {document.origin}"


def _segment(segment: Segment) -> str:
    return f"{segment.kind}{_by(segment.speaker)}, {len(segment.sentences)} sentences: {_short(segment.text)}"


def _names(entities: Iterable[Entity]) -> Iterator[str]:
    names = (one for one in entities if one.label not in VALUE_LABELS)
    rows = sorted({(one.entity_id or "-", one.label, one.subtype or "", one.text) for one in names})
    return (f"{identity} {label} {subtype}: {_short(text)}" for identity, label, subtype, text in rows)


def _values(entities: Iterable[Entity]) -> Iterator[str]:
    for entity in entities:
        if entity.value is not None:
            value = entity.value
            about = "about " if value.approx else ""
            per = f" per {value.per}" if value.per else ""
            change = f", {value.change}" if value.change else ""
            amount = f"{about}{value.low}..{value.high} {value.bound} {value.unit}{per}"
            yield f"{_short(entity.text)}: {amount} of {value.of}{change}"
        if entity.time is not None:
            yield f"{_short(entity.text)}: {entity.time.value} ({entity.time.basis})"


def _attribution(document: Document, attribution: Attribution) -> str:
    said = " … ".join(document.text[start:end] for start, end in attribution.content)
    return f"{attribution.kind}{_by(attribution.speaker)}: {_short(said)}"


def _claim(claim: Claim) -> str:
    repeats = " (repeats)" if claim.duplicate_of else ""
    return (
        f"{claim.kind}, {claim.voice}, {claim.modality}, {claim.polarity}{_by(claim.speaker)}, "
        f"{claim.checkworthiness.score:g}{repeats}: {' '.join(claim.statement.split())}"
    )


def _point(point: Point) -> Iterator[str]:
    kind = f"{point.relation} {point.type} {point.severity} {point.score:g} {point.scope}"
    yield f"{kind} ({', '.join(point.benign)}): {point.question}"
    yield f"    {point.explanation}"
    for side in point.sides:
        documents = ", ".join(side.doc_ids)
        yield f"    {_short(side.value)} | {len(side.claim_ids)} claims of {documents} | {side.origins} origins"


def _by(speaker: Speaker | None) -> str:
    return f" by {speaker.name or speaker.entity_id} ({speaker.basis})" if speaker is not None else ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 90 else text[:89] + "…"


def main() -> None:
    """Run on seeds/ and write the file."""
    with tempfile.TemporaryDirectory() as folder:
        run.run(Config(inputs=(str(ROOT / "seeds"),), out=folder))
        GOLDEN.write_text(digest(Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
