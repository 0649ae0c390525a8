"""The whole pipeline on one screen.

A stage is ``make(config) -> (Iterable[Article] -> Iterator[Article])``. ``make`` runs in the process that will do the
work (so no model is ever pickled); the function that it returns reads no file, clock or global and looks at one
document at a time. What needs the whole corpus is done after it, on records alone: ``tag.finish`` (names),
``extract.finish`` (speakers, statements) and ``compare`` (conflicts).

Each part is imported where it works: the process that only hands out documents needs none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.article import Article, Make, Step
from pipeline.config import Config
from pipeline.records import Document

if TYPE_CHECKING:
    from pipeline.compare.groups.origins import Sketch
    from pipeline.tag import NameEvidence


@dataclass(frozen=True)
class Stage:
    """A named step that looks at one document at a time."""

    name: str
    make: Make


def make_parse(config: Config) -> Step:
    """One spaCy parse of each document, for all the others."""
    from pipeline import parse

    return parse.make(config)


def make_segment(config: Config) -> Step:
    """Segments with one role each; title, outlet and date where they are unknown."""
    from pipeline import segment

    return segment.make(config)


def make_tag(config: Config) -> Step:
    """Names and values."""
    from pipeline import tag

    return tag.make(config)


def make_extract(config: Config) -> Step:
    """Who says what, and what of it can be checked."""
    from pipeline import extract

    return extract.make(config)


STAGES = (
    Stage("parse", make_parse),
    Stage("segment", make_segment),
    Stage("tag", make_tag),
    Stage("extract", make_extract),
)


def gather(article: Article) -> NameEvidence:
    """What the corpus must know of the names of an article that went through the stages."""
    from pipeline import tag

    return tag.gather(article)


def sketch(document: Document) -> Sketch:
    """What near-copies of a document are found by."""
    from pipeline import compare

    return compare.sketch(document)
