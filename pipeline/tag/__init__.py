"""Names with canonical ids, and values."""

from pipeline.names.linking.corpus import NameTable
from pipeline.names.linking.evidence import NameEvidence
from pipeline.tag.finish import build_table, finish, gather
from pipeline.tag.stage import make

__all__ = ["NameEvidence", "NameTable", "build_table", "finish", "gather", "make"]
