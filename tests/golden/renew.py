"""Writes tests/golden/seeds.txt: what a run on seeds/ finds, in a form whose diff a person can read (`make golden`)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
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
    segments = list(outputs.read(folder, "segments", Segment))
    entities = list(outputs.read(folder, "entities", Entity))
    attributions = list(outputs.read(folder, "attributions", Attribution))
    claims = list(outputs.read(folder, "claims", Claim))
    for point in outputs.read(folder, "conflicts", Point):
        yield from _point(point)
    for point in outputs.read(folder, "corroborations", Point):
        yield from _point(point)
    for document in outputs.read(folder, "documents", Document):
        published = document.published and f"{document.published.value} ({document.published.basis})"
        source = document.source and f"{document.source.name} ({document.source.basis})"
        yield f"\n=== {document.id}: {document.title} | {source} | {published} | origin {document.origin}"
        yield "--- segments"
        for segment in segments:
            if segment.doc_id == document.id:
                count = len(segment.sentences)
                yield f"{segment.kind}{_by(segment.speaker)}, {count} sentences: {_short(segment.text)}"
        yield "--- names"
        mine = [entity for entity in entities if entity.doc_id == document.id]
        named = sorted(
            {(e.entity_id or "-", e.label, e.subtype or "", e.text) for e in mine if e.label not in VALUE_LABELS}
        )
        yield from (f"{identity} {label} {subtype}: {_short(text)}" for identity, label, subtype, text in named)
        yield "--- values"
        for entity in mine:
            if entity.value is not None:
                value = entity.value
                about = "about " if value.approx else ""
                per = f" per {value.per}" if value.per else ""
                change = f", {value.change}" if value.change else ""
                amount = f"{about}{value.low}..{value.high} {value.bound} {value.unit}{per}"
                yield f"{_short(entity.text)}: {amount} of {value.of}{change}"
            if entity.time is not None:
                yield f"{_short(entity.text)}: {entity.time.value} ({entity.time.basis})"
        yield "--- attributions"
        for attribution in attributions:
            if attribution.doc_id == document.id and attribution.kind != "turn":
                said = " … ".join(document.text[start:end] for start, end in attribution.content)
                yield f"{attribution.kind}{_by(attribution.speaker)}: {_short(said)}"
        yield "--- claims"
        for claim in claims:
            if claim.doc_id == document.id:
                repeats = " (repeats)" if claim.duplicate_of else ""
                yield (
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
