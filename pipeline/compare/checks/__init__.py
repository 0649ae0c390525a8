"""The checks: each looks at two things that are on one point and says how they differ, or nothing.

A check is a function and its row in ``table``; the function's docstring is its documentation for users. Missing data is
never a conflict; what could make a difference harmless is named with it.
"""

from pipeline.compare.checks.check import FigurePair, StatementPair, first_found
from pipeline.compare.checks.table import FIGURE_CHECKS, STATEMENT_CHECKS

__all__ = ["FIGURE_CHECKS", "STATEMENT_CHECKS", "FigurePair", "StatementPair", "first_found"]
