"""The spellings of units and currencies."""

from __future__ import annotations

from typing import get_args

import pytest

from pipeline.records import Dimension
from pipeline.values.units.spellings import Unit
from tests.values.support import SPELLINGS


def test_every_unit_has_one_known_dimension() -> None:
    """Two spellings of a unit never disagree on what it measures."""
    dimensions: dict[str, set[str]] = {}
    for unit in (*SPELLINGS.words.values(), *SPELLINGS.exact.values(), *SPELLINGS.symbols.values()):
        dimensions.setdefault(unit.name, set()).add(unit.dimension)
    assert {name: kinds for name, kinds in dimensions.items() if len(kinds) > 1} == {}
    assert set().union(*dimensions.values()) <= set(get_args(Dimension))


@pytest.mark.parametrize(
    ("spelling", "unit"),
    [
        ("kilometres", Unit("kilometer", "length")), ("square feet", Unit("square_foot", "area")),
        ("kwacha", None), ("zambian kwacha", Unit("ZMW", "money")), ("hryvnias", Unit("UAH", "money", noun="hryvnias")),
        ("us dollars", Unit("USD", "money")), ("cents", Unit("USD", "money", 0.01)), ("won", None),
        ("south korean won", Unit("KRW", "money")), ("foot", Unit("foot", "length")),
    ],
)  # fmt: skip
def test_words(spelling: str, unit: Unit | None) -> None:
    """CLDR's names, what the lexicon adds, and nouns of one currency alone."""
    assert SPELLINGS.words.get(spelling) == unit


def test_symbols_and_codes() -> None:
    assert SPELLINGS.symbols["%"] == Unit("percent", "ratio")
    assert SPELLINGS.symbols["p"] == Unit("GBP", "money", 0.01)
    assert SPELLINGS.symbols["EUR"] == SPELLINGS.exact["EUR"] == Unit("EUR", "money")
    assert SPELLINGS.symbols["MEUR"].factor == 1e6
    assert "km" in SPELLINGS.symbols
    assert "km" not in SPELLINGS.words


def test_what_stands_in_front() -> None:
    assert {"$", "US$", "US $", "eur", "EUR"} <= SPELLINGS.before.keys()
    assert not {"dollars", "US dollar", "buck"} & SPELLINGS.before.keys()
    assert "COP" in SPELLINGS.guarded
    assert SPELLINGS.before["R"] == "ZAR"
    assert "R" in SPELLINGS.guarded


def test_nouns_of_several_currencies() -> None:
    assert {"INR", "PKR"} <= set(SPELLINGS.shared["rupees"])
    assert SPELLINGS.shared["rupee"] == SPELLINGS.shared["rupees"]
    assert "hryvnia" not in SPELLINGS.shared
