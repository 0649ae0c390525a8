"""The OntoNotes labels of values."""

from __future__ import annotations

import pytest

from pipeline.records import Dimension, Label
from pipeline.values.draft import quantity
from pipeline.values.labels import label_of


@pytest.mark.parametrize(
    ("dimension", "unit", "label"),
    [
        ("money", "EUR", "MONEY"), ("ratio", "percent", "PERCENT"), ("ratio", "basis_point", "PERCENT"),
        ("ratio", "fraction", "CARDINAL"), ("ratio", "multiple", "CARDINAL"), ("rank", "rank", "ORDINAL"),
        ("count", "count", "CARDINAL"), ("duration", "year", "DATE"), ("duration", "hour", "TIME"),
        ("age", "year", "DATE"), ("length", "meter", "QUANTITY"), ("other", "magnitude", "QUANTITY"),
    ],
)  # fmt: skip
def test_quantities(dimension: Dimension, unit: str, label: Label) -> None:
    """By what they measure, shares and times by their unit too."""
    found = quantity("5", (0, 1), (5, 5), bound="eq", approx=False, unit=unit, dimension=dimension, counted=None)
    assert label_of(found) == label
