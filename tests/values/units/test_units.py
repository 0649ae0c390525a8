"""Units behind numbers, currencies in front of them, rates behind amounts: tests/cases/values/units/."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline.values.units.units import CurrencyMark, multiplier_after
from tests.support import cases
from tests.values.support import UNITS


@pytest.mark.parametrize("case", cases("values/units/after"), ids=lambda case: case["text"])
def test_after_a_number(case: dict[str, Any]) -> None:
    """The unit behind the number that begins the text; null: none. rest: what stands behind the unit."""
    text = case["text"]
    number = re.match(r"\d+|ten", text)
    assert number is not None
    found = UNITS.after(text, number.end(), case.get("digits", True))
    assert (found and found.unit.name) == case["unit"]
    if found is not None:
        assert text[found.end :] == case.get("rest", "")


@pytest.mark.parametrize("case", cases("values/units/before"), ids=lambda case: case["text"])
def test_before_a_number(case: dict[str, Any]) -> None:
    """The currency that the text ends with, in front of digits; null: none."""
    expected = case["code"] and CurrencyMark(case["code"], case.get("start", 0), case.get("guarded", False))
    assert UNITS.before(case["text"] + "5", len(case["text"])) == expected


@pytest.mark.parametrize("case", cases("values/units/rates"), ids=lambda case: case["text"])
def test_rates(case: dict[str, Any]) -> None:
    """What an amount in front of the text is per; null: nothing."""
    found = UNITS.rate(case["text"], 0)
    assert found == (case["rate"] and (case["rate"], len(case["text"])))


@pytest.mark.parametrize(("text", "times"), [(" million", 10**6), (" bn", 10**9), (" b", 10**9), (" boats", None)])
def test_multipliers(text: str, times: int | None) -> None:
    assert multiplier_after(text, 0) == (times and (times, len(text)))
