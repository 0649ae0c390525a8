"""Which country's money is meant by a name or a sign that several share: "rupees", "Rs", "pounds", "$"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

import msgspec

from pipeline.lexicon.vocabulary import lines
from pipeline.text.expressions import expression
from pipeline.values.units.units import Unit, tables

_US_DOLLAR = expression(r"\bU\.?S\.? ?\$|\bUSD\b|\b(?:US|U\.S\.|American) dollars?\b")
_OTHER_DOLLAR = expression(r"\b(?:A|AU|Aus|C|CA|Can|NZ|HK|S|SG|NT|TT|J|N|F|EC|Z) ?\$")
_STERLING = expression(
    r"£|\b(?:sterling|pence|Brit\w+|UK|U\.K\.|England|English|Scot\w+|Wales|Welsh|London|United Kingdom)\b"
)
_PAID = expression(
    r"\b(?:cost|pay|paid|pric|worth|spen|fine|earn|salar|wage|budget|loan|tax|fee|charg|rais|donat|invest|debt)\w*\b[^.\n]*$",
    re.IGNORECASE,
)
# signs that stand for the noun of several countries
_SIGNS = {"Rs": "rupees", "Rs.": "rupees", "Re": "rupees"}


def of_sign(sign: str, code: str, text: str) -> str:
    """The currency of a sign in front of an amount; ``code`` is what it means where the text tells nothing else."""
    if sign == "$":
        return _dollar(text)
    noun = _SIGNS.get(sign)
    return (_of_the_country(text, tables().shared.get(noun, ())) or code) if noun else code


def of_noun(unit: Unit, text: str, start: int, end: int) -> Unit | None:
    """What a noun of several currencies ("rupees") means at [start, end): the money of the country named most.

    ``unit`` comes back as it is where no such country, or two as often, are named, and None where it has no country
    either ("pesos"). Pounds are a weight where nothing around speaks of British money.
    """
    shared = tables().shared.get(unit.noun)
    if unit.dimension != "money" or not shared or unit.noun in ("dollar", "dollars"):
        return unit
    if code := _of_the_country(text, shared):
        return unit._replace(name=code)
    if unit.name == "GBP" and unit.noun in ("pound", "pounds"):
        weighs = text.startswith(" of ", end)
        if weighs or not (_speaks_of_sterling(text) or _PAID.search(text, max(0, start - 80), start)):
            return Unit("pound", "mass")
    return None if unit.name == unit.noun else unit


@lru_cache(maxsize=16)  # asked again for each amount of a document
def _of_the_country(text: str, codes: tuple[str, ...]) -> str | None:
    """The one of the currencies whose country, or else whose cities, the text names most."""
    for names in (_countries(), _places()):
        counts = Counter({code: sum(text.count(name) for name in names.get(code, ())) for code in codes})
        ranked = counts.most_common(2)
        if ranked and ranked[0][1]:
            return ranked[0][0] if len(ranked) == 1 or ranked[1][1] < ranked[0][1] else None
    return None


@lru_cache(maxsize=8)
def _dollar(text: str) -> str:
    """What a bare "$" is: not the American one where the text marks that ("US$") and has one other dollar."""
    if not _US_DOLLAR.search(text):
        return "USD"
    spellings = tables().before
    codes = {spellings[mark[0]] for mark in _OTHER_DOLLAR.finditer(text) if mark[0] in spellings} - {"USD"}
    if len(codes) == 1:
        return codes.pop()
    return "USD" if codes else (_of_the_country(text, _dollars()) or "USD")


@cache
def _dollars() -> tuple[str, ...]:
    """The codes of all dollars but the American one."""
    return tuple(code for code in tables().shared.get("dollars", ()) if code != "USD")


@lru_cache(maxsize=8)
def _speaks_of_sterling(text: str) -> bool:
    return _STERLING.search(text) is not None


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """What tells of a currency that one country or more have alone: "Pakistan", "Pakistani" and "PKR" of PKR."""
    from babel import Locale
    from babel.numbers import get_currency_name

    english = Locale.parse("en")
    found = {code: {*names, code} for code, names in _owners().items()}
    for code, names in found.items():
        adjective = get_currency_name(code, 2, english).rsplit(" ", 1)[0]
        if adjective and adjective[0].isupper():
            names.add(adjective)
    # a name inside another is counted once ("Pakistan" in "Pakistani")
    return {
        code: tuple(sorted(n for n in names if not any(o != n and o in n for o in names)))
        for code, names in found.items()
    }


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """The countries of each currency, by their English names."""
    from babel import Locale
    from babel.core import get_global

    english = Locale.parse("en")
    found: dict[str, set[str]] = {}
    for territory, rows in get_global("territory_currencies").items():
        codes = [code for code, _, until, tender in rows if until is None and tender]
        if len(codes) == 1 and (name := english.territories.get(territory)):
            found.setdefault(codes[0], set()).add(name)
    return {code: tuple(sorted(names)) for code, names in found.items()}


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """States and cities of the countries of each currency, those of one country only."""
    code_of = {name: code for code, names in _owners().items() for name in names}
    found: dict[str, set[str]] = {}
    for line in lines("gazetteer.jsonl"):
        place = msgspec.json.decode(line)
        code = code_of.get(place.get("country", ""))
        if code and place.get("subtype") != "country" and len(place["name"]) > 4:
            found.setdefault(place["name"], set()).add(code)
    places: dict[str, list[str]] = {}
    for name, codes in found.items():
        if len(codes) == 1:
            places.setdefault(next(iter(codes)), []).append(name)
    return {code: tuple(sorted(names)) for code, names in places.items()}
