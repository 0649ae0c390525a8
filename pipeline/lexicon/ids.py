"""Canonical ids: a kind and the slug of a canonical name."""

from __future__ import annotations

from pipeline.records import record_id
from pipeline.text.folding import fold, slug, spelling

KINDS = {
    "PERSON": "person", "NORP": "norp", "FAC": "fac", "ORG": "org", "GPE": "gpe", "LOC": "loc", "PRODUCT": "product",
    "EVENT": "event", "WORK_OF_ART": "work", "LAW": "law", "LANGUAGE": "language",
}  # fmt: skip


def entity_id(label: str, name: str) -> str | None:
    """The id of an entity by its canonical name; None when nothing of the name is left."""
    part = slug(name if label == "PERSON" else spelling(fold(name)))
    return f"{KINDS[label]}/{part}" if part else None


def local_id(label: str, name: str, doc_id: str) -> str | None:
    """The id of an entity that is known by a part of its name only, in one document: never shared with another."""
    part = slug(name)
    return f"{KINDS[label]}/{part}.{record_id('', doc_id)[1:9]}" if part else None
