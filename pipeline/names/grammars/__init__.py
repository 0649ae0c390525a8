"""Names that follow a pattern no statistical model knows: one row a grammar, one module a kind of thing.

Each row has a cheap test for its presence, a regular expression over levelled text (``folding.level``), and what makes
an entity of a match: label, subtype and a stable id. The cases are in ``tests/cases/names/grammars.jsonl``.
"""

from pipeline.names.grammars.grammars import Grammars
from pipeline.names.grammars.row import Found, Grammar

__all__ = ["Found", "Grammar", "Grammars"]
