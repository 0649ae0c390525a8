"""The spellings of units and currencies: CLDR's names (through Babel), and what the lexicon adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.lexicon.amounts import AmountWords
from pipeline.lexicon.units import CurrencyRow, MinorRow, UnitRow, UnitTables
from pipeline.records import Dimension
from pipeline.values.units import cldr

_SIGNS_OF_SHARES = ("%", "‰")
_LEAST_NOUN = 4  # letters of a currency's noun that may stand alone; CLDR's shorter ones are words ("won", "lek")
_LETTERS_OF_CODE = 3


class Unit(NamedTuple):
    """A unit as found in text: its name, its dimension, and what the number is to be multiplied by (cents: 0.01).

    Units are named in lower case with underscores ("square_kilometer"), money by ISO 4217 codes.
    noun: of a currency that several countries share. per: a rate that the spelling holds ("bpd").
    guarded: the spelling is a word or a letter too ("COP", "R"): it counts only next to a large amount.
    """

    name: str
    dimension: Dimension
    factor: float = 1.0
    noun: str = ""
    per: str = ""
    guarded: bool = False


@dataclass(frozen=True)
class Spellings:
    """Units by their spellings.

    words: in lower case, after a number and a gap. exact: the case matters. symbols: only next to digits.
    before: codes by what stands in front of an amount of money; guarded: those of them that are words or letters too.
    shared: codes by a noun that several currencies have ("rupees").
    """

    words: dict[str, Unit] = field(default_factory=dict)
    exact: dict[str, Unit] = field(default_factory=dict)
    symbols: dict[str, Unit] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    guarded: set[str] = field(default_factory=set)
    shared: dict[str, tuple[str, ...]] = field(default_factory=dict)


def spellings_of(tables: UnitTables, words: AmountWords) -> Spellings:
    """All spellings. Later steps overrule earlier ones: what the lexicon has, CLDR; codes, units."""
    found = Spellings(guarded=set(words.currency_codes_that_are_words))
    _add_named_units(found, cldr.unit_names())
    codes = cldr.currencies_in_use()
    _add_currency_names(found, cldr.currency_names(codes), words.currency_nouns_that_are_words)
    for unit_row in tables.units:
        _add_unit(found, unit_row)
    for sign in _SIGNS_OF_SHARES:
        found.symbols[sign] = found.words[sign]
    for code in codes:
        _add_code(found, code)
    for currency_row in tables.currencies:
        _add_currency(found, currency_row)
    for minor_row in tables.minor:
        _add_minor(found, minor_row)
    return found


def _add_named_units(found: Spellings, names: Iterable[cldr.UnitName]) -> None:
    """Units by their names in CLDR; a unit has one dimension, that of its first name."""
    dimensions: dict[str, Dimension] = {}
    for name, dimension, spelling in names:
        found.words.setdefault(spelling, Unit(name, dimensions.setdefault(name, dimension)))


def _add_currency_names(found: Spellings, names: Mapping[str, tuple[str, ...]], words: frozenset[str]) -> None:
    """Currencies by their names in CLDR, and by the nouns of these: "rupees" of several, "kwacha" of one.

    names: by code, in lower case. words: nouns that are English words too, and mean no currency alone.
    """
    by_noun: dict[str, set[str]] = {}
    for code, spelt in names.items():
        for name in spelt:
            found.words.setdefault(name, Unit(code, "money"))
            for form in _number_forms(name.split()[-1]):
                by_noun.setdefault(form, set()).add(code)
    for noun, codes in by_noun.items():
        if len(codes) > 1:
            found.shared[noun] = tuple(sorted(codes))
        elif noun not in words and len(noun) >= _LEAST_NOUN:
            found.words.setdefault(noun, Unit(min(codes), "money"))


def _number_forms(noun: str) -> set[str]:
    """A currency's noun as it stands, in the singular and in the plural, where that differs."""
    plural = noun if noun.endswith(("s", "en", "an", "ng")) else noun + "s"
    return {noun, noun.removesuffix("s"), plural}


def _add_unit(found: Spellings, row: UnitRow) -> None:
    unit = Unit(row.unit, row.dimension, per=row.per)
    for spelling in row.spellings:
        plain = spelling.replace("-", " ")
        if spelling.endswith("!"):
            found.symbols[spelling[:-1]] = unit
        elif spelling == spelling.lower():
            found.words[plain] = unit
        else:
            found.exact[plain] = unit
            found.words.setdefault(plain.lower(), unit)
    if not row.per:
        name = row.unit.replace("_", " ")
        found.words.setdefault(name, unit)
        found.words.setdefault(name + "s", unit)


def _add_code(found: Spellings, code: str) -> None:
    """A currency by its code, and millions of it: "5 MEUR"."""
    found.exact[code] = found.symbols[code] = Unit(code, "money")
    found.exact["M" + code] = found.symbols["M" + code] = Unit(code, "money", 1e6)
    found.before[code] = code


def _add_currency(found: Spellings, row: CurrencyRow) -> None:
    for spelling in row.spellings:
        if spelling in row.guarded:
            found.before[spelling] = row.code
            found.guarded.add(spelling)
        else:
            _add_behind(found, row.code, spelling)
            _add_in_front(found, row.code, spelling)


def _add_behind(found: Spellings, code: str, spelling: str) -> None:
    """A spelling of a currency behind its amount: a noun or a phrase is a word, anything else a sign."""
    alone = " " not in spelling
    unit = Unit(code, "money", noun=spelling if alone else "")
    if not alone and spelling[-1].isalpha():
        found.words[spelling.lower()] = unit
    elif _is_noun(spelling):
        found.words[spelling] = unit
    else:
        found.exact[spelling] = found.symbols[spelling] = unit


def _add_in_front(found: Spellings, code: str, spelling: str) -> None:
    """A spelling of a currency in front of its amount: a sign, with or without a blank before its "$", or a code."""
    if _is_noun(spelling):
        if len(spelling) == _LETTERS_OF_CODE:  # "eur 5"
            found.before[spelling] = code
    elif " dollar" not in spelling.lower():
        found.before[spelling] = code
        if spelling.endswith("$") and len(spelling) > 1:
            found.before[spelling[:-1].rstrip() + " $"] = code


def _is_noun(spelling: str) -> bool:
    return spelling.isalpha() and spelling == spelling.lower()


def _add_minor(found: Spellings, row: MinorRow) -> None:
    unit = Unit(row.code, "money", 1 / row.parts)
    for spelling in row.spellings:
        (found.symbols if len(spelling) == 1 else found.words)[spelling] = unit
