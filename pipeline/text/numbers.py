"""Numbers as they are written out."""

from __future__ import annotations


def plain_number(value: float) -> int | float:
    """An int where the number is integral, else a float without binary noise."""
    if abs(value) < 1e15:
        value = round(value, 9) if abs(value) > 1e-4 else float(f"{value:.12g}")
    return int(value) if value == int(value) and abs(value) < 1e18 else value
