"""Cheap stages that stand in for the real ones: no model, and texts that ask for trouble get it.

A line of a text is a segment, a capitalised word a name, a line with a figure a claim. Orders in a text:
``raise:STAGE`` raises there, ``unparsed`` has no parse, ``sleep`` takes a moment, ``kill`` ends the process,
``kill-once:FILE`` does so unless FILE is there.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import msgspec

from pipeline.article import Article, Make, Step
from pipeline.config import Config
from pipeline.lexicon.lexicon import Lexicon
from pipeline.records import (
    Attribution,
    Checkworthiness,
    Claim,
    Document,
    Entity,
    Point,
    Predicate,
    Quantity,
    Quote,
    Segment,
    Side,
    Speaker,
    record_id,
)

if TYPE_CHECKING:
    import pytest


def _step(name: str, work: Callable[[Article], None]) -> Step:
    def step(articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            if f"raise:{name}" in article.document.text:
                raise ValueError(f"asked to\nraise \x1b[31min {name}")
            work(article)
            yield article

    return step


def parse(config: Config) -> Step:
    """A parse is any object; this is where documents end their process."""

    def work(article: Article) -> None:
        text = article.document.text
        once = re.search(r"kill-once:(\S+)", text)
        if once and not Path(once[1]).exists():
            Path(once[1]).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if re.search(r"kill\b(?!-)", text):
            os.kill(os.getpid(), signal.SIGKILL)
        if "sleep" in text:
            time.sleep(0.05)
        article.doc = None if "unparsed" in text else cast(Any, object())

    return _step("parse", work)


def parse_never_starts(config: Config) -> Step:
    """A stage whose process dies while it starts."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def parse_not_installed(config: Config) -> Step:
    """A stage that cannot be made."""
    raise LookupError("no such model")


def segment(config: Config) -> Step:
    """A segment a line; "Name: " at its beginning is its speaker."""

    def work(article: Article) -> None:
        doc = article.document
        article.document = msgspec.structs.replace(doc, title=doc.text.split("\n", 1)[0][:40])
        for line in re.finditer(r"[^\n]+", doc.text):
            label = re.match(r"(\w+): ", line[0])
            article.segments.append(
                Segment(
                    id=record_id("s", doc.id, line.start()),
                    doc_id=doc.id,
                    start=line.start(),
                    end=line.end(),
                    text=line[0],
                    kind="paragraph",
                    speaker=Speaker(entity_id=None, name=label[1], basis="label") if label else None,
                    sentences=(line.span(),),
                )
            )

    return _step("segment", work)


def tag(config: Config) -> Step:
    """Capitalised words."""

    def work(article: Article) -> None:
        for part in article.segments:
            for word in re.finditer(r"\b[A-Z]\w+", part.text):
                start, end = part.start + word.start(), part.start + word.end()
                article.entities.append(
                    Entity(
                        id=record_id("e", part.doc_id, start, end),
                        doc_id=part.doc_id,
                        segment_id=part.id,
                        start=start,
                        end=end,
                        text=word[0],
                        label="PERSON",
                        basis="rule",
                    )
                )

    return _step("tag", work)


def extract(config: Config) -> Step:
    """Lines with a figure, each with an attribution."""

    def work(article: Article) -> None:
        for part in article.segments:
            figure = re.search(r"\d+", part.text)
            if not figure:
                continue
            span = (part.start, part.end)
            at = part.start + figure.start()
            attribution = Attribution(
                id=record_id("a", part.doc_id, *span),
                doc_id=part.doc_id,
                kind="indirect",
                content=(span,),
                cue=None,
                source=None,
                speaker=None,
            )
            article.attributions.append(attribution)
            article.claims.append(
                Claim(
                    id=record_id("c", part.doc_id, *span),
                    doc_id=part.doc_id,
                    segment_id=part.id,
                    sentence=span,
                    start=span[0],
                    end=span[1],
                    text=part.text,
                    statement=part.text,
                    kind="count",
                    attribution_id=attribution.id,
                    speaker=None,
                    voice="narration",
                    subject=None,
                    predicate=Predicate(lemma="be", text=figure[0], start=at, end=at + len(figure[0])),
                    arguments=(),
                    entities=(),
                    quantities=(
                        Quantity(
                            text=figure[0],
                            start=at,
                            end=at + len(figure[0]),
                            low=int(figure[0]),
                            high=int(figure[0]),
                            bound="eq",
                            approx=False,
                            unit="count",
                            dimension="count",
                            of=None,
                            of_head=None,
                            per=None,
                            change=None,
                        ),
                    ),
                    times=(),
                    polarity="positive",
                    modality="asserted",
                    hedges=(),
                    checkworthiness=Checkworthiness(score=0.5, reasons=("number",)),
                    duplicate_of=None,
                    rule="figure",
                )
            )

    return _step("extract", work)


def gather(article: Article) -> tuple[str, ...]:
    """The names of an article."""
    return tuple(entity.text for entity in article.entities)


def build_table(evidence: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """All names."""
    return frozenset(name for names in evidence for name in names)


def finish_tag(article: Article, table: frozenset[str]) -> Article:
    """A name's id tells how many names the corpus has, so that it cannot be had without the whole corpus."""
    if "raise:finish" in article.document.text:
        raise ValueError("asked to raise at the end")
    article.entities = [
        msgspec.structs.replace(entity, entity_id=f"person/{entity.text.lower()}-{len(table)}", name=entity.text)
        for entity in article.entities
    ]
    ids = {entity.text: entity.entity_id for entity in article.entities}
    article.segments = [
        msgspec.structs.replace(
            part,
            speaker=part.speaker and msgspec.structs.replace(part.speaker, entity_id=ids.get(part.speaker.name or "")),
        )
        for part in article.segments
    ]
    return article


def finish_extract(article: Article) -> Article:
    """The speaker of a claim is that of its segment."""
    speakers = {part.id: part.speaker for part in article.segments}
    article.claims = [msgspec.structs.replace(claim, speaker=speakers[claim.segment_id]) for claim in article.claims]
    return article


def origins(sketches: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Documents of the same text share the first one's id."""
    first: dict[str, str] = {}
    return {doc_id: first.setdefault(text, doc_id) for doc_id, text in sketches}


def compare(documents: Iterable[Document], claims: Iterable[Claim], lexicon: Lexicon) -> Any:
    """All claims are on one point, and those with the same figure on one side."""
    by_id = {document.id: document for document in documents}
    sides: dict[str, list[Claim]] = {}
    for claim in claims:
        sides.setdefault(claim.predicate.text, []).append(claim)
    points = [
        Point(
            id=record_id("x", *sides),
            relation="differs",
            type="numeric",
            severity="high",
            score=0.9,
            question="How many are there?",
            sides=tuple(
                Side(
                    value=value,
                    claim_ids=tuple(claim.id for claim in found),
                    doc_ids=tuple(claim.doc_id for claim in found),
                    sources=(),
                    origins=len({by_id[claim.doc_id].origin for claim in found}),
                    published=None,
                    quote=Quote(
                        doc_id=found[0].doc_id,
                        start=found[0].start,
                        end=found[0].end,
                        text=found[0].text,
                        prefix="",
                        suffix="",
                    ),
                )
                for value, found in sides.items()
            ),
            explanation=f"The figures are {', '.join(sides)}.",
            benign=(),
            scope="cross_source",
            rule="figures",
        )
    ]
    return SimpleNamespace(conflicts=points if len(sides) > 1 else [], corroborations=[])


STAGES: tuple[tuple[str, Make], ...] = (("parse", parse), ("segment", segment), ("tag", tag), ("extract", extract))


def sketch(document: Document) -> tuple[str, str]:
    """What near-copies are found by."""
    return document.id, document.text


def use(monkeypatch: pytest.MonkeyPatch, **changed: Make) -> None:
    """Let ``pipeline.run`` work with these stages, some of them ``changed``."""
    from pipeline import compare as real_compare  # not above: the workers of a test have no use for these
    from pipeline import extract as real_extract
    from pipeline import run
    from pipeline import tag as real_tag

    stages = tuple(SimpleNamespace(name=name, make=changed.get(name, make)) for name, make in STAGES)
    monkeypatch.setattr(run, "stages", SimpleNamespace(STAGES=stages, gather=gather, sketch=sketch))
    monkeypatch.setattr(run, "parse", SimpleNamespace(model_version=lambda name: "0"))
    monkeypatch.setattr(real_tag, "build_table", build_table)
    monkeypatch.setattr(real_tag, "finish", finish_tag)
    monkeypatch.setattr(real_extract, "finish", finish_extract)
    monkeypatch.setattr(real_compare, "origins", origins)
    monkeypatch.setattr(real_compare, "compare", compare)
