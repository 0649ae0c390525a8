"""All that models/ holds, each table read and checked when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from pipeline.lexicon import (
    amounts,
    changes,
    claim_words,
    comparators,
    comparing,
    counting,
    entries,
    furniture,
    holidays,
    kinds,
    name_words,
    numbers,
    source,
    time_words,
    units,
)
from pipeline.lexicon.amounts import AmountWords
from pipeline.lexicon.changes import ChangeWords
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.lexicon.comparators import Comparators
from pipeline.lexicon.comparing import ComparingWords
from pipeline.lexicon.counting import CountingWords
from pipeline.lexicon.entries import Entry
from pipeline.lexicon.furniture import Furniture
from pipeline.lexicon.holidays import Feast
from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords
from pipeline.lexicon.numbers import MultipleWords, NumberWords
from pipeline.lexicon.time_words import TimeWords
from pipeline.lexicon.units import Conversions, UnitTables


class Lexicon:
    """The tables of a folder of data files.

    A stage's ``make``, and what works on the whole corpus, take it and hand down what each rule needs; nothing
    below them asks for it. A table raises LexiconError, with file, line and what was expected, when it is first read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def amounts(self) -> AmountWords:
        """Words around amounts."""
        return amounts.load(self.folder)

    @cached_property
    def comparators(self) -> Comparators:
        """ "more than", "or so"."""
        return comparators.load(self.folder)

    @cached_property
    def changes(self) -> ChangeWords:
        """ "rose", "an increase"."""
        return changes.load(self.folder)

    @cached_property
    def claim_words(self) -> ClaimWords:
        """Verbs of saying, hedges, opinions."""
        return claim_words.load(self.folder)

    @cached_property
    def comparing(self) -> ComparingWords:
        """Stop words, kinds of events."""
        return comparing.load(self.folder)

    @cached_property
    def counting(self) -> CountingWords:
        """Words around numbers."""
        return counting.load(self.folder)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The known names."""
        return entries.load(self.folder)

    @cached_property
    def countries(self) -> dict[str, str]:
        """The country of each known place, people or person, by id."""
        return entries.countries(self.entries)

    @cached_property
    def furniture(self) -> Furniture:
        """What stands around an article."""
        return furniture.load(self.folder)

    @cached_property
    def holidays(self) -> Mapping[str, Feast]:
        """Feasts and the rules of their days."""
        return holidays.load(self.folder)

    @cached_property
    def kinds(self) -> Kinds:
        """What kind of thing a noun names."""
        return kinds.load(self.folder)

    @cached_property
    def names(self) -> NameWords:
        """Titles, roles, heads of names."""
        return name_words.load(self.folder)

    @cached_property
    def numbers(self) -> NumberWords:
        """Numerals that are no amounts."""
        return numbers.load(self.folder)

    @cached_property
    def multiples(self) -> MultipleWords:
        """ "twice", "doubled"."""
        return numbers.load_multiples(self.folder)

    @cached_property
    def time_words(self) -> TimeWords:
        """Words that time expressions depend on."""
        return time_words.load(self.folder)

    @cached_property
    def units(self) -> UnitTables:
        """Spellings of units and currencies."""
        return units.load(self.folder)

    @cached_property
    def conversions(self) -> Conversions:
        """Amounts in base units."""
        return units.load_conversions(self.folder)


@cache
def packaged() -> Lexicon:
    """The packaged tables, one for each process."""
    return Lexicon(source.models_folder())
