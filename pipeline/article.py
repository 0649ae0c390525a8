"""An article on its way through the stages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.records import Attribution, Claim, Document, Entity, Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Article:
    """A document and what the stages have added to it so far.

    doc: the one spaCy parse of ``document.text`` that all stages share; it never leaves its process.
    homes: the country (its name) of each person that one is known of, by entity id; what "our country" means.
    """

    document: Document
    doc: Doc | None = None
    segments: list[Segment] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    homes: dict[str, str] = field(default_factory=dict)

    @property
    def parse(self) -> Doc:
        """The parse; an error of ours, not of the user's, when a stage runs without it."""
        assert self.doc is not None, "the parse comes before every stage"
        return self.doc
