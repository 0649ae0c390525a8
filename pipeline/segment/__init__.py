"""The layout of a document: segments with one role each, their sentences, and what the text tells of itself."""

from pipeline.segment.stage import make

__all__ = ["make"]
