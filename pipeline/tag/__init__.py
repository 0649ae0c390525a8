"""Names with canonical ids, and values."""

from pipeline.names.linking.corpus import NameEvidence, NameTable, gather
from pipeline.tag.finish import build_table, finish
from pipeline.tag.stage import make

__all__ = ["NameEvidence", "NameTable", "build_table", "finish", "gather", "make"]
