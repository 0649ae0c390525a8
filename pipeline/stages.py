"""The whole pipeline on one screen.

A stage is ``make(config) -> (Iterable[Article] -> Iterator[Article])``. ``make`` runs in the process that will do the
work (so no model is ever pickled); the function that it returns reads no file, clock or global and looks at one
document at a time. What needs the whole corpus is done after it, on records alone: ``tag.finish`` (names),
``extract.finish`` (speakers, statements) and ``compare`` (conflicts).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline import extract, parse, segment, tag
from pipeline.article import Make


@dataclass(frozen=True)
class Stage:
    """A named step that looks at one document at a time."""

    name: str
    make: Make


STAGES = (
    Stage("parse", parse.make),
    Stage("segment", segment.make),
    Stage("tag", tag.make),
    Stage("extract", extract.make),
)
