"""What CLDR's names of units and currencies lack, and how units become others.

models/units.txt, currencies.txt, minor_currencies.txt, conversions.tsv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args

from pipeline.lexicon.source import by_comma, rows
from pipeline.records import Dimension, Number
from pipeline.text.numbers import plain_number

_DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)


class UnitRow(NamedTuple):
    """A unit of units.txt. per: the rate that its spellings hold ("barrel/day"), "" for none."""

    unit: str
    per: str
    dimension: Dimension
    spellings: tuple[str, ...]


class CurrencyRow(NamedTuple):
    """A currency of currencies.txt by its ISO 4217 code. guarded: spellings that are words or letters too."""

    code: str
    spellings: tuple[str, ...]
    guarded: frozenset[str]


class MinorRow(NamedTuple):
    """A minor unit: its spellings, how many make one of the major unit, and that unit's code."""

    spellings: tuple[str, ...]
    parts: int
    code: str


class Conversion(NamedTuple):
    """How an amount becomes one of the base unit of its dimension: times ``factor``, plus ``zero``."""

    factor: float
    zero: float
    base: str


@dataclass(frozen=True)
class UnitTables:
    """The rows of the four files, in their order."""

    units: tuple[UnitRow, ...]
    currencies: tuple[CurrencyRow, ...]
    minor: tuple[MinorRow, ...]


class Conversions:
    """Amounts in the base units of their dimensions."""

    def __init__(self, table: Mapping[str, Conversion]) -> None:
        self._table = table

    def to_base(self, value: float, unit: str) -> tuple[Number, str]:
        """An amount of a unit as an amount of the base unit of its dimension, and that unit's name.

        Durations come in seconds (a year is 365.25 days), ratios in percent. Money, counts and unknown units come back
        as they are: currencies are not converted.
        """
        row = self._table.get(unit)
        return (value, unit) if row is None else (plain_number(value * row.factor + row.zero), row.base)


def load(folder: Path) -> UnitTables:
    """Units and currencies. Raises LexiconError for an unknown dimension or a code that is not three capitals."""
    units = []
    for row in rows(folder, "units.txt"):
        name, dimension, spellings = row.columns("|", "unit", "dimension", "spellings", optional=1)
        unit, _, per = name.partition("/")
        units.append(UnitRow(unit, per, row.choice(dimension, _DIMENSIONS, "dimension"), _spellings(spellings)))
    currencies = []
    for row in rows(folder, "currencies.txt"):
        code, spellings = row.columns("|", "code", "spellings")
        if not (len(code) == 3 and code.isascii() and code.isupper()):
            raise row.wrong(f"{code!r} is no code of ISO 4217; expected three capitals")
        found = _spellings(spellings)
        plain = tuple(one.removesuffix("?") for one in found)
        currencies.append(CurrencyRow(code, plain, frozenset(one[:-1] for one in found if one.endswith("?"))))
    minor = []
    for row in rows(folder, "minor_currencies.txt"):
        spellings, parts, code = row.columns("|", "spellings", "how many make one", "code")
        if not parts.isdecimal() or not int(parts):
            raise row.wrong(f"{parts!r} is no number of parts; expected a whole number")
        minor.append(MinorRow(_spellings(spellings), int(parts), code))
    return UnitTables(tuple(units), tuple(currencies), tuple(minor))


def load_conversions(folder: Path) -> Conversions:
    """The conversions of conversions.tsv. Raises LexiconError for a line without two numbers and a base unit."""
    table = {}
    for row in rows(folder, "conversions.tsv"):
        unit, factor, zero, base = row.columns("\t", "unit", "factor", "zero", "base unit")
        table[unit] = Conversion(row.number_of(factor, "factor"), row.number_of(zero, "zero"), base)
    return Conversions(table)


def _spellings(text: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, by_comma(text)) if part)
