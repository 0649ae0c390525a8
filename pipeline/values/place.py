"""Transitional: the former names of ``pipeline.values.context``, for the exclusions."""

from __future__ import annotations

from pipeline.values.context import NAME_LABELS, NumeralInContext, counted_right, in_capitals

__all__ = ["NAME_LABELS", "Place", "counted_right", "in_capitals"]

Place = NumeralInContext
