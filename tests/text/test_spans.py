"""Spans by place: what bisection finds is what a look at each finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Offsets
from pipeline.text.spans import Ordered, Taken

CUTS = st.lists(st.integers(0, 40), max_size=16, unique=True).map(sorted)
PLACES = st.tuples(st.integers(0, 41), st.integers(0, 41)).map(lambda pair: (min(pair), max(pair)))


def spans(cuts: list[int]) -> list[Offsets]:
    """Spans between every second pair of cuts, none empty, none overlapping."""
    return list(zip(cuts[::2], cuts[1::2], strict=False))


@given(cuts=CUTS, asked=PLACES)
def test_ordered_is_a_look_at_each(cuts: list[int], asked: Offsets) -> None:
    items = spans(cuts)
    ordered = Ordered(items, lambda span: span)
    start, end = asked
    assert list(ordered.inside(start, end)) == [(a, b) for a, b in items if start <= a and b <= end]
    if start < end:
        assert list(ordered.meeting(start, end)) == [(a, b) for a, b in items if a < end and start < b]
    holding = [number for number, (a, b) in enumerate(items) if a <= start < b]
    assert ordered.number_at(start) == (holding[0] if holding else None)
    assert ordered.at(start) == (items[holding[0]] if holding else None)


@given(wanted=st.lists(PLACES, max_size=8))
def test_what_is_taken_is_taken_once(wanted: list[Offsets]) -> None:
    taken = Taken(41)
    places: set[int] = set()
    for start, end in wanted:
        free = places.isdisjoint(range(start, end))
        assert taken.take(start, end) is free
        if free:
            places.update(range(start, end))
    assert [place for place in range(41) if taken[place]] == sorted(places)
    assert taken.holds(0, 41) is bool(places)
