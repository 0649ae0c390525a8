"""Regular expressions that are compiled when they are first used.

The program has some hundreds, and compiling them takes longer than anything else at its start; the process that only
hands out work uses a few, ``pipeline --help`` none.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class _Expression(Generic[AnyStr]):
    """Stands in for a ``re.Pattern`` and takes its attributes over at the first use."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._given: tuple[AnyStr, int] = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copy, pickle and inspect ask for
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The expression as ``re.compile`` gives it, but compiled at its first use.

    For expressions of modules; what is built from the lexicon is compiled in ``make``. Raises re.error at first use;
    tests/text/test_expressions.py compiles each.
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))
