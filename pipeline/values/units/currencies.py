"""Which country's money is meant by a name or a sign that several share: "rupees", "Rs", "pounds", "$"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from pipeline.lexicon.amounts import AmountWords, pattern
from pipeline.lexicon.entries import Entry
from pipeline.text.expressions import expression
from pipeline.values.units import cldr
from pipeline.values.units.spellings import Spellings, Unit

_US_DOLLAR = expression(r"\bU\.?S\.? ?\$|\bUSD\b|\b(?:US|U\.S\.|American) dollars?\b")
_SIGNS = {"Rs": "rupees", "Rs.": "rupees", "Re": "rupees"}  # signs that stand for the noun of several countries
_DOLLAR_NOUNS = ("dollar", "dollars")
_POUND_NOUNS = ("pound", "pounds")
_PLACE_LABELS = ("GPE", "NORP")

_PAID_REACH = 80  # characters before "pounds" in which a word of paying makes them money; by hand
_LEAST_PLACE = 5  # letters of a place that tells of its country; shorter ones are parts of other words ("Male")
_TEXTS_KEPT = 8  # texts whose answers are kept: the finder asks again for each amount of a document

Names = Mapping[str, tuple[str, ...]]
"""What tells of a currency, by its code."""


class Currencies:
    """Settles what a noun or a sign of several currencies means, by the countries and places that its text names."""

    def __init__(self, spellings: Spellings, entries: Iterable[Entry], words: AmountWords) -> None:
        """entries: the known names, of which places and peoples count."""
        self._before = spellings.before
        self._shared = spellings.shared
        self._dollars = tuple(code for code in spellings.shared.get("dollars", ()) if code != "USD")
        self._entries = entries
        self._other_dollar = re.compile(rf"\b(?:{pattern(words.dollar_marks)}) ?\$")
        self._sterling = re.compile(rf"£|\b(?:{pattern(words.british)})\b")
        self._paid = re.compile(rf"\b(?:{pattern(words.paying)})\b[^.\n]*$", re.IGNORECASE)
        self._named_most = lru_cache(maxsize=2 * _TEXTS_KEPT)(self._count_names)
        self._bare_dollar = lru_cache(maxsize=_TEXTS_KEPT)(self._read_dollar)
        self._is_british = lru_cache(maxsize=_TEXTS_KEPT)(self._speaks_of_sterling)

    def of_sign(self, sign: str, code: str, text: str) -> str:
        """The currency of a sign in front of an amount; ``code`` is what it means where the text tells nothing else."""
        if sign == "$":
            return self._bare_dollar(text)
        noun = _SIGNS.get(sign)
        return (self._named_most(text, self._shared.get(noun, ())) or code) if noun else code

    def of_noun(self, unit: Unit, text: str, start: int, end: int) -> Unit | None:
        """What a noun of several currencies ("rupees") means at [start, end): the money of the country named most.

        ``unit`` comes back as it is where no such country, or two as often, are named, and None where it has no country
        either ("pesos"). Pounds are a weight where nothing around speaks of British money.
        """
        shared = self._shared.get(unit.noun)
        if unit.dimension != "money" or not shared or unit.noun in _DOLLAR_NOUNS:
            return unit
        if code := self._named_most(text, shared):
            return unit._replace(name=code)
        if unit.name == "GBP" and unit.noun in _POUND_NOUNS and self._weighs(text, start, end):
            return Unit("pound", "mass")
        return None if unit.name == unit.noun else unit

    def _weighs(self, text: str, start: int, end: int) -> bool:
        """True for pounds that are no money: something has them, or nothing speaks of Britain or of paying."""
        if text.startswith(" of ", end):
            return True
        return not (self._is_british(text) or self._paid.search(text, max(0, start - _PAID_REACH), start))

    def _speaks_of_sterling(self, text: str) -> bool:
        return self._sterling.search(text) is not None

    def _read_dollar(self, text: str) -> str:
        """What a bare "$" is: not the American one where the text marks that ("US$") and has one other dollar."""
        if not _US_DOLLAR.search(text):
            return "USD"
        marks = (mark[0] for mark in self._other_dollar.finditer(text))
        codes = {self._before[mark] for mark in marks if mark in self._before} - {"USD"}
        if len(codes) == 1:
            return codes.pop()
        return "USD" if codes else (self._named_most(text, self._dollars) or "USD")

    def _count_names(self, text: str, codes: tuple[str, ...]) -> str | None:
        """The one of the currencies whose country, or else whose cities, the text names most; None for a draw."""
        for names in (self._countries, self._places):
            counts = Counter({code: sum(text.count(name) for name in names.get(code, ())) for code in codes})
            ranked = counts.most_common(2)
            if ranked and ranked[0][1]:
                return ranked[0][0] if len(ranked) == 1 or ranked[1][1] < ranked[0][1] else None
        return None

    @cached_property
    def _owners(self) -> Mapping[str, set[str]]:
        """The countries that have one currency alone, by its code."""
        return cldr.countries_by_currency()

    @cached_property
    def _countries(self) -> Names:
        """Of a currency that one country or more have alone: "Pakistan", "Pakistani" and "PKR" of PKR."""
        adjectives = cldr.currency_adjectives(set(self._owners))
        names = {
            code: {*countries, code, *([adjectives[code]] if code in adjectives else [])}
            for code, countries in self._owners.items()
        }
        return {code: _shortest(found) for code, found in names.items()}

    @cached_property
    def _places(self) -> Names:
        """States, cities and peoples of the countries of each currency, those of one country only."""
        code_of = {country: code for code, countries in self._owners.items() for country in countries}
        codes: dict[str, set[str]] = {}
        for entry in self._entries:
            code = code_of.get(entry.country or "")
            if code and _is_place(entry):
                codes.setdefault(entry.name, set()).add(code)
        names: dict[str, set[str]] = {}
        for name, found in codes.items():
            if len(found) == 1:
                names.setdefault(min(found), set()).add(name)
        return {code: tuple(sorted(places)) for code, places in names.items()}


def _is_place(entry: Entry) -> bool:
    return entry.label in _PLACE_LABELS and entry.subtype != "country" and len(entry.name) >= _LEAST_PLACE


def _shortest(names: set[str]) -> tuple[str, ...]:
    """Names without those that hold another, so that none is counted twice ("Pakistan" in "Pakistani"), in order."""
    return tuple(sorted(name for name in names if not any(other != name and other in name for other in names)))
