"""Numbers as they are written out."""

from __future__ import annotations

import pytest

from pipeline.text.numbers import plain_number


@pytest.mark.parametrize(("value", "plain"), [(3.0, 3), (0.1 + 0.2, 0.3), (2.5e12, 2500000000000), (1e30, 1e30)])
def test_integral_numbers_are_ints_and_nothing_shows_that_floats_are_binary(value: float, plain: float) -> None:
    assert plain_number(value) == plain
    assert type(plain_number(value)) is type(plain)
