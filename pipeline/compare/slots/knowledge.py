"""What is known when claims are compared: the tables of the lexicon that figures and statements are read with."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.compare.slots.words import Words
from pipeline.lexicon.comparators import ComparatorReader
from pipeline.lexicon.lexicon import Lexicon


class Knowledge:
    """The readers and tables that a comparison needs, made once for it and shared by all its statements."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = Words(lexicon.comparing, lexicon.kinds)
        self.comparators = ComparatorReader(lexicon.comparators)
        self.conversions = lexicon.conversions
        self._lexicon = lexicon

    @property
    def countries(self) -> Mapping[str, str]:
        """The country (its name) of each known place, people or person, by id.

        Read when it is first asked for: it comes from the lists of names, the largest that there are.
        """
        return self._lexicon.countries
