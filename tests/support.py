"""What the tests share: the repository's root, tables of cases, articles without the stages before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from pipeline.article import Article
from pipeline.records import Document, Published, Segment, record_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PRECISIONS: dict[int, Literal["day", "month", "year"]] = {10: "day", 7: "month", 4: "year"}
ROOT = Path(__file__).parent.parent


def cases(name: str) -> list[dict[str, Any]]:
    """The rows of a table of ``tests/cases/``, one case a line: cases("values/quantities")."""
    lines = (ROOT / "tests" / "cases" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    return [msgspec.json.decode(line) for line in lines if line.strip()]


def published(day: str | None) -> Published | None:
    """A document's date, as its metadata give it: a day, a month or a year."""
    if not day:
        return None
    return Published(value=day, precision=_PRECISIONS[len(day)], basis="metadata")


def article(text: str, doc: Doc | None = None, *, name: str = "a", day: str | None = None) -> Article:
    """A parsed article whose segments are its lines; "Name: " at the head of a line is a speaker's label."""
    document = Document(id=name, path=f"{name}.txt", sha256="", text=text, published=published(day))
    segments = [
        Segment(
            id=record_id("s", name, line.start()),
            doc_id=name,
            start=line.start(),
            end=line.end(),
            text=line[0],
            kind="paragraph",
        )
        for line in re.finditer(r"[^\n]+", text)
        if line[0].strip()
    ]
    return Article(document, doc=doc, segments=segments)


def lacking(expected: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The fields of ``expected`` that ``found`` has otherwise, with what it has."""
    return {name: found.get(name) for name, value in expected.items() if found.get(name) != value}
