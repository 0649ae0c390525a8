"""Names with canonical ids, and values."""

from pipeline.tag.finish import build_table, finish
from pipeline.tag.stage import make
from pipeline.tag.table import NameEvidence, NameTable, gather

__all__ = ["NameEvidence", "NameTable", "build_table", "finish", "gather", "make"]
