"""Names of units and currencies in CLDR."""

from __future__ import annotations

from pipeline.values.units import cldr


def test_unit_names_in_both_spellings_and_numbers() -> None:
    names = {(found.name, found.spelling) for found in cldr.unit_names()}
    assert {("kilometer", "kilometer"), ("kilometer", "kilometres"), ("tonne", "metric tons")} <= names
    assert not {name for name, spelling in names if spelling in ("drop", "night", "item")}


def test_currencies_are_those_of_today() -> None:
    codes = cldr.currencies_in_use()
    assert {"EUR", "KZT"} <= codes
    assert not {"DEM", "XAU"} & codes


def test_currency_names() -> None:
    names = cldr.currency_names({"PKR", "KES"})
    assert list(names) == ["KES", "PKR"]
    assert names["PKR"] == ("pakistani rupee", "pakistani rupees")


def test_adjectives_are_names() -> None:
    assert cldr.currency_adjectives({"PKR", "EUR"}) == {"PKR": "Pakistani"}


def test_countries_have_one_currency() -> None:
    countries = cldr.countries_by_currency()
    assert "Pakistan" in countries["PKR"]
    assert {"France", "Spain"} <= countries["EUR"]
