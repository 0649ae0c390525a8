"""Who says what, and what of it can be checked."""

from pipeline.extract.corpus.finish import finish
from pipeline.extract.stage import make

__all__ = ["finish", "make"]
