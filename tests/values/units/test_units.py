"""Units, currencies and their conversion."""

from __future__ import annotations

from typing import get_args

import pytest

from pipeline.records import Dimension
from pipeline.values.units.units import after, before, per, tables, to_base


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" square kilometres", "square_kilometer"), (" km²", "square_kilometer"), ("kg", "kilogram"), ("%", "percent"),
        (" per cent", "percent"), (" percentage points", "percentage_point"), (" US dollars", "USD"), (" euros", "EUR"),
        (" barrels", "barrel"), ("-mile", "mile"), (" yen", "JPY"), (" tenge", "KZT"), (" metric tons", "tonne"),
    ],
)  # fmt: skip
def test_after_a_number(text: str, name: str) -> None:
    """The unit behind digits."""
    unit = after("5" + text, 1, digits=True)
    assert unit is not None
    assert unit[0].name == name
    assert unit[1] == len(text) + 1


@pytest.mark.parametrize("text", [" in the house", " a day out", " people", " won the race"])
def test_no_unit(text: str) -> None:
    """Words that only look like one."""
    assert after("5" + text, 1, digits=True) is None


@pytest.mark.parametrize(
    ("text", "code"), [("$", "USD"), ("US$ ", "USD"), ("€", "EUR"), ("A$", "AUD"), ("Rs ", "INR"), ("USD ", "USD")]
)
def test_before_a_number(text: str, code: str) -> None:
    """The currency in front of digits."""
    assert before(text + "5", len(text)) == (code, 0, False)


@pytest.mark.parametrize(
    ("text", "name"), [(" per capita", "capita"), (" a barrel", "barrel"), ("/hour", "hour"), (" per year", "year")]
)
def test_rates(text: str, name: str) -> None:
    """What an amount is per."""
    assert per(text, 0) == (name, len(text))


def test_every_unit_has_one_known_dimension() -> None:
    """Two spellings of a unit never disagree on what it measures."""
    found = tables()
    dimensions: dict[str, set[str]] = {}
    for unit in (*found.words.values(), *found.exact.values(), *found.symbols.values()):
        dimensions.setdefault(unit.name, set()).add(unit.dimension)
    assert {name: kinds for name, kinds in dimensions.items() if len(kinds) > 1} == {}
    assert set().union(*dimensions.values()) <= set(get_args(Dimension))


@pytest.mark.parametrize(
    ("amount", "base"),
    [
        ((1.2, "kilotonne"), (1_200_000, "kilogram")), ((2, "kilometer"), (2000, "meter")),
        ((1, "hour"), (3600, "second")), ((1, "mile_per_hour"), (0.44704, "meter_per_second")),
        ((50, "basis_point"), (0.5, "percentage_point")), ((5, "USD"), (5, "USD")), ((20, "celsius"), (20, "celsius")),
        ((3, "square_kilometer"), (3_000_000, "square_meter")), ((7, "count"), (7, "count")),
    ],
)  # fmt: skip
def test_base_units(amount: tuple[float, str], base: tuple[float, str]) -> None:
    """What amounts are compared in."""
    value, unit = to_base(*amount)
    assert value == pytest.approx(base[0])
    assert unit == base[1]


def test_the_conversions_are_those_of_the_recipe() -> None:
    """When a unit is added: `python -m models.recipes.conversions`."""
    from models.recipes import conversions
    from pipeline.lexicon.source import models_folder

    kept = _rows((models_folder() / conversions.FILE).read_text(encoding="utf-8"))
    made = _rows(conversions.table())
    assert made.keys() <= kept.keys()  # an older Pint knows fewer units
    assert kept.keys() <= {unit.name for unit in tables().words.values()} | conversions.RATIOS.keys()
    for unit, (factor, zero, base) in made.items():
        assert kept[unit][:2] == pytest.approx((factor, zero), rel=1e-5), unit
        assert kept[unit][2] == base


def _rows(text: str) -> dict[str, tuple[float, float, str]]:
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {unit: (float(factor), float(zero), base) for unit, factor, zero, base in rows}
