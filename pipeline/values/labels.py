"""The OntoNotes labels of values."""

from __future__ import annotations

from pipeline.records import Dimension, Label, Quantity, Time

_SHARES = ("percent", "percentage_point", "basis_point", "permille")
_BELOW_A_DAY = ("hour", "minute", "second", "millisecond")
_OF_DIMENSIONS: dict[Dimension, Label] = {
    "money": "MONEY", "rank": "ORDINAL", "count": "CARDINAL", "ratio": "CARDINAL", "duration": "DATE", "age": "DATE",
}  # fmt: skip


def label_of(quantity: Quantity) -> Label:
    """The label of a quantity; durations and ages are dates in OntoNotes, hours and less are times."""
    if quantity.dimension == "ratio" and quantity.unit in _SHARES:
        return "PERCENT"
    if quantity.dimension in ("duration", "age") and quantity.unit in _BELOW_A_DAY:
        return "TIME"
    return _OF_DIMENSIONS.get(quantity.dimension, "QUANTITY")


def label_of_time(time: Time) -> Label:
    """The label of a time: TIME below a day, else DATE."""
    return "TIME" if time.kind == "time" or time.value.startswith("PT") else "DATE"
