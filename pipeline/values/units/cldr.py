"""The English names of units and currencies in CLDR, through Babel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.records import Dimension

if TYPE_CHECKING:
    from babel import Locale

_CATEGORIES: dict[str, Dimension] = {
    name: name for name in ("length", "area", "mass", "volume", "speed", "temperature", "energy", "power", "duration")
}
# CLDR's keys of units whose names mean something else in news, or nothing
_NOT_UNITS = {"length-point", "temperature-generic", "graphics-dot", "volume-drop", "volume-pinch", "volume-cup-metric",
              "concentr-item", "volume-jigger", "graphics-em", "duration-night", "mass-grain", "speed-beaufort",
              "mass-earth-mass", "mass-solar-mass", "length-earth-radius", "length-solar-radius"}  # fmt: skip
_RENAMED = {"metric_ton": "tonne"}
_COUNTS = (1, 2)  # what gives CLDR's singular and plural


class UnitName(NamedTuple):
    """A unit of CLDR and one of its spellings, in lower case without hyphens."""

    name: str
    dimension: Dimension
    spelling: str


def unit_names() -> list[UnitName]:
    """The names of CLDR's units in American and British English, in the singular and the plural."""
    from babel import Locale

    american, british = Locale.parse("en_US"), Locale.parse("en_GB")
    found: list[UnitName] = []
    for key in map(str, american.unit_display_names):
        category, _, name = key.partition("-")
        if key in _NOT_UNITS or not name or category == "concentr":
            continue
        name = name.replace("-", "_")
        dimension = _CATEGORIES.get(category, "other")
        spellings = [one for locale in (american, british) for one in _long_names(key, locale)]
        found += [UnitName(_RENAMED.get(name, name), dimension, spelling) for spelling in spellings]
    return found


def currencies_in_use() -> set[str]:
    """The codes of the currencies that are legal tender somewhere today."""
    from babel import Locale

    known = Locale.parse("en").currencies
    return {code for codes in _tenders().values() for code in codes if code in known}


def currency_names(codes: set[str]) -> dict[str, tuple[str, ...]]:
    """The English names of currencies by their codes, these in order: singular and plural, in lower case."""
    from babel.numbers import get_currency_name

    return {code: tuple(get_currency_name(code, count, "en").lower() for count in _COUNTS) for code in sorted(codes)}


def currency_adjectives(codes: set[str]) -> dict[str, str]:
    """What stands before the noun of a currency's name, where that is a name itself: "Pakistani" of PKR."""
    from babel.numbers import get_currency_name

    before_noun = {code: get_currency_name(code, 2, "en").rsplit(" ", 1)[0] for code in codes}
    return {code: words for code, words in before_noun.items() if words[:1].isupper()}


def countries_by_currency() -> dict[str, set[str]]:
    """The English names of the countries that have one currency alone, by its code."""
    from babel import Locale

    names = Locale.parse("en").territories
    found: dict[str, set[str]] = {}
    for territory, codes in _tenders().items():
        if len(codes) == 1 and (name := names.get(territory)):
            found.setdefault(codes[0], set()).add(name)
    return found


def _tenders() -> dict[str, list[str]]:
    """The codes of what is legal tender today, by territory."""
    from babel.core import get_global

    return {
        territory: [code for code, _, until, tender in rows if until is None and tender]
        for territory, rows in get_global("territory_currencies").items()
    }


def _long_names(key: str, locale: Locale) -> list[str]:
    """The unit's name behind one of it and behind two."""
    from babel.units import format_unit

    found = []
    for count in _COUNTS:
        text = format_unit(count, key, "long", locale=locale)
        spelling = text.removeprefix(str(count)).strip().lower().replace("-", " ")
        if spelling and not text.endswith(str(count)):
            found.append(spelling)
    return found
