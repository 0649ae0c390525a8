"""What amounts that stand next to each other say of one another: lists, bounds from both sides, conversions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from pipeline.lexicon.comparators import ComparatorReader
from pipeline.records import LOWER, UPPER, Quantity
from pipeline.text.expressions import expression
from pipeline.values.bounds import open_ends

_BETWEEN_BOUNDS = expression(r"\s?,?\s?(?:and|but|or|to)?\s?", re.IGNORECASE)
_LIST_GAP = expression(r" ?,? (?:and |or )?")
_LIST_END = expression(r"\s?(?:[.;:!?)]|$|(?:will|would|was|were|is|are|has|have|had)\b)")
_OPENING_BRACKET = expression(r"\s?\(\s?(?:about |around |or |some |roughly )?")

_LEAST_LIST = 4  # bare numbers in a row that are a list ("picked 4, 11, 23, 30 and 41"), not counts; by hand
_BOUNDS_APART = 48  # characters between two bounds of one amount; by hand


class Neighbours:
    """Settles what quantities in a row are."""

    def __init__(self, comparators: ComparatorReader) -> None:
        self._comparators = comparators

    def settle(self, text: str, found: Sequence[Quantity]) -> list[Quantity]:
        """The quantities of a text, in order, without lists, with two bounds as a range and conversions alike."""
        return _conversions(text, self._ranges(text, _without_lists(text, found)))

    def _ranges(self, text: str, found: Iterable[Quantity]) -> list[Quantity]:
        """With two bounds of one amount as a range: "more than 100 but fewer than 300"."""
        joined: list[Quantity] = []
        for quantity in found:
            merged = self._range(text, joined[-1], quantity) if joined else None
            if merged is not None:
                joined[-1] = merged
            else:
                joined.append(quantity)
        return joined

    def _range(self, text: str, left: Quantity, right: Quantity) -> Quantity | None:
        lower, upper = (left, right) if left.bound in LOWER else (right, left)
        if lower.bound not in LOWER or upper.bound not in UPPER or not _is_interval(lower, upper):
            return None
        if not _may_be_one(left, right):
            return None
        cue = self._comparators.before(text, right.start)
        if cue is None or not _BETWEEN_BOUNDS.fullmatch(text, left.end, cue.start):
            return None
        whole = text[left.start : right.end]
        return replace(right, text=whole, start=left.start, low=lower.low, high=upper.high, bound="range")


def _is_interval(lower: Quantity, upper: Quantity) -> bool:
    return lower.low is not None and upper.high is not None and lower.low < upper.high


def _may_be_one(left: Quantity, right: Quantity) -> bool:
    """True for two bounds near each other in one unit, or where only the second has one."""
    is_bare = left.unit == "count" and left.of is None
    return right.start - left.end <= _BOUNDS_APART and (left.unit == right.unit or is_bare)


def _without_lists(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """Without the numbers of a list that count nothing: "picked 4, 11, 23, 30 and 41"."""
    kept: list[Quantity] = []
    row: list[Quantity] = []
    for quantity in found:
        is_bare = quantity.unit == "count" and quantity.bound == "eq"
        if row and not (is_bare and _LIST_GAP.fullmatch(text, row[-1].end, quantity.start)):
            kept += _unlisted(text, row)
            row = []
        (row if is_bare else kept).append(quantity)
    return kept + _unlisted(text, row)


def _unlisted(text: str, row: list[Quantity]) -> list[Quantity]:
    """The numbers of a row; none where it is a list."""
    return row if len(row) < _LEAST_LIST or not _LIST_END.match(text, row[-1].end) else []


def _conversions(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """With what stands in brackets as the same amount, with the same bound: "less than 50 km (30 miles)"."""
    done: list[Quantity] = []
    for quantity in found:
        is_conversion = bool(done) and _converts(text, done[-1], quantity)
        done.append(_as_before(done[-1], quantity) if is_conversion else quantity)
    return done


def _converts(text: str, left: Quantity, right: Quantity) -> bool:
    if left.dimension != right.dimension or left.unit == right.unit or right.bound != "eq":
        return False
    return _OPENING_BRACKET.fullmatch(text, left.end, right.start) is not None


def _as_before(left: Quantity, right: Quantity) -> Quantity:
    low, high = open_ends(right.low, right.low, left.bound)
    return replace(
        right,
        bound="eq" if left.bound == "range" else left.bound,
        low=low,
        high=high,
        approx=left.approx,
        of=left.of,
        of_head=left.of_head,
        change=left.change,
    )
