"""A name in the text, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.lexicon.entries import Entry
from pipeline.records import Label


@dataclass(slots=True)
class Mention:
    """A name in the text. ``entity_id`` and ``name`` are known here only from the gazetteer and the grammars.

    entries: all that the gazetteer has for the name, where that is more than one.
    """

    start: int
    end: int
    label: Label
    subtype: str | None
    basis: Literal["model", "gazetteer", "rule", "alias"]
    entity_id: str | None = None
    name: str | None = None
    entries: tuple[Entry, ...] = ()
