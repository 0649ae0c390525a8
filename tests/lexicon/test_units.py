"""Conversions into base units."""

from __future__ import annotations

import pytest

from pipeline.lexicon.lexicon import packaged
from tests.support import ROOT
from tests.values.support import SPELLINGS


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
    value, unit = packaged().conversions.to_base(*amount)
    assert value == pytest.approx(base[0])
    assert unit == base[1]


def test_the_conversions_are_those_of_the_recipe() -> None:
    """When a unit is added: `python -m models.recipes.conversions`."""
    from models.recipes import conversions

    kept = _rows((ROOT / "models" / conversions.FILE).read_text(encoding="utf-8"))
    made = _rows(conversions.table())
    assert made.keys() <= kept.keys()  # an older Pint knows fewer units
    assert kept.keys() <= {unit.name for unit in SPELLINGS.words.values()} | conversions.RATIOS.keys()
    for unit, (factor, zero, base) in made.items():
        assert kept[unit][:2] == pytest.approx((factor, zero), rel=1e-5), unit
        assert kept[unit][2] == base


def _rows(text: str) -> dict[str, tuple[float, float, str]]:
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {unit: (float(factor), float(zero), base) for unit, factor, zero, base in rows}
