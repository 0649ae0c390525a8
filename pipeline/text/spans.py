"""Which span holds, meets or takes what, by half-open offsets [start, end): of characters or of tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from pipeline.records import Offsets

T = TypeVar("T")


class Taken:
    """Which places belong to something already."""

    def __init__(self, size: int) -> None:
        """size: the length of the text or document."""
        self._marks = bytearray(size)

    def __getitem__(self, place: int) -> bool:
        return bool(self._marks[place])

    def holds(self, start: int, end: int) -> bool:
        """True when one of the places in [start, end) was taken before."""
        return any(self._marks[start:end])

    def mark(self, start: int, end: int) -> None:
        """Take the places, taken before or not."""
        self._marks[start:end] = b"\1" * (end - start)

    def take(self, start: int, end: int) -> bool:
        """Take the places; False, and nothing is taken, when one of them was taken before."""
        if self.holds(start, end):
            return False
        self.mark(start, end)
        return True


class Ordered(Generic[T]):
    """Things with a span each, by growing starts and without overlaps, to be asked by place."""

    def __init__(self, items: Sequence[T], span: Callable[[T], Offsets]) -> None:
        """span: where a thing stands."""
        self.items = items
        self._starts = [span(item)[0] for item in items]
        self._ends = [span(item)[1] for item in items]

    def number_at(self, place: int) -> int | None:
        """The number of the thing that holds a place; None where none does."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self._ends[number] else None

    def at(self, place: int) -> T | None:
        """The thing that holds a place; None where none does."""
        number = self.number_at(place)
        return None if number is None else self.items[number]

    def inside(self, start: int, end: int) -> Sequence[T]:
        """The things that lie in [start, end), in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if first < last and self._ends[last - 1] > end:
            last -= 1
        return self.items[first:last]

    def meeting(self, start: int, end: int) -> Sequence[T]:
        """The things that share a place with [start, end), in order."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return self.items[first:last]
