"""An article on its way through the stages, what a stage does with it, and how it waits between processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from pipeline.config import Config
from pipeline.records import Attribution, Claim, Document, Entity, Record, Segment

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


Step: TypeAlias = Callable[[Iterable[Article]], Iterator[Article]]
Make: TypeAlias = Callable[[Config], Step]


class Draft(Record, frozen=True, kw_only=True):
    """An article without its parse: how it travels between processes and waits until the whole corpus is known.

    Its records are in the order in which they are written.
    """

    document: Document
    segments: tuple[Segment, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()

    @classmethod
    def of(cls, article: Article) -> Draft:
        """The draft of an article: its records by their place in the text."""
        return cls(
            document=article.document,
            segments=tuple(sorted(article.segments, key=_start)),
            entities=tuple(sorted(article.entities, key=_start)),
            attributions=tuple(sorted(article.attributions, key=lambda attribution: attribution.content[:1])),
            claims=tuple(sorted(article.claims, key=_start)),
        )

    def article(self) -> Article:
        """The article that the stages work on; without a parse."""
        return Article(
            self.document,
            segments=list(self.segments),
            entities=list(self.entities),
            attributions=list(self.attributions),
            claims=list(self.claims),
        )


def _start(record: Segment | Entity | Claim) -> int:
    """What records are sorted by: their place in the text."""
    return record.start
