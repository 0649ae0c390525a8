"""What amounts that stand next to each other say of one another: lists, bounds from both sides, conversions."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pipeline.lexicon import bounds
from pipeline.lexicon.bounds import LOWER, UPPER
from pipeline.records import Quantity
from pipeline.text.expressions import expression

_JOINED_BOUNDS = expression(r"\s?,?\s?(?:and|but|or|to)?\s?", re.IGNORECASE)
_LIST_GAP = expression(r" ?,? (?:and |or )?")
_LIST_END = expression(r"\s?(?:[.;:!?)]|$|(?:will|would|was|were|is|are|has|have|had)\b)")
_LEAST_LIST = 4
_IN_BRACKETS = expression(r"\s?\(\s?(?:about |around |or |some |roughly )?")


def without_lists(text: str, found: list[Quantity]) -> list[Quantity]:
    """Without the numbers of a list that count nothing: "picked 4, 11, 23, 30 and 41"."""
    kept: list[Quantity] = []
    run: list[Quantity] = []
    for quantity in [*found, None]:
        bare = quantity is not None and quantity.unit == "count" and quantity.bound == "eq"
        if bare and quantity and (not run or _LIST_GAP.fullmatch(text, run[-1].end, quantity.start)):
            run.append(quantity)
            continue
        kept += run if len(run) < _LEAST_LIST or not _LIST_END.match(text, run[-1].end) else []
        run = []
        if bare and quantity:
            run = [quantity]
        elif quantity is not None:
            kept.append(quantity)
    return kept


def bound_pairs(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "more than 100 but fewer than 300": two bounds of one amount are a range."""
    joined: list[Quantity] = []
    for quantity in found:
        left = joined[-1] if joined else None
        if left is not None and (merged := _interval(text, left, quantity)):
            joined[-1] = merged
        else:
            joined.append(quantity)
    return joined


def _interval(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    lower, upper = (left, right) if left.bound in LOWER else (right, left)
    if lower.bound not in LOWER or upper.bound not in UPPER or lower.low is None or upper.high is None:
        return None
    if lower.low >= upper.high or right.start - left.end > 48:
        return None
    if left.unit != right.unit and not (left.unit == "count" and left.of is None):
        return None
    cue = bounds.before(text, right.start)
    if cue is None or not _JOINED_BOUNDS.fullmatch(text, left.end, cue.start):
        return None
    return replace(
        right, text=text[left.start : right.end], start=left.start, low=lower.low, high=upper.high, bound="range"
    )


def conversions(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "less than 50 km (30 miles)": what stands in brackets is the same amount, with the same bound."""
    done: list[Quantity] = []
    for quantity in found:
        left = done[-1] if done else None
        same = left is not None and left.dimension == quantity.dimension and left.unit != quantity.unit
        if (
            left is not None
            and same
            and quantity.bound == "eq"
            and _IN_BRACKETS.fullmatch(text, left.end, quantity.start)
        ):
            value = quantity.low
            quantity = replace(
                quantity,
                bound="eq" if left.bound == "range" else left.bound,
                low=None if left.bound in UPPER else value,
                high=None if left.bound in LOWER else value,
                approx=left.approx,
                of=left.of,
                of_head=left.of_head,
                change=left.change,
            )
        done.append(quantity)
    return done
