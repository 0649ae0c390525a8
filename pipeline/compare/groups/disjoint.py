"""Disjoint sets of numbered things (union-find), each known by its first member."""

from __future__ import annotations


class DisjointSets:
    """Every thing is a set of its own until sets are united; the order of uniting does not show in the result."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def first(self, one: int) -> int:
        """The smallest number of the set that a thing is in."""
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def unite(self, one: int, other: int) -> None:
        """Make one set of two."""
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low

    def members(self) -> list[list[int]]:
        """All sets, in order of their first members."""
        found: dict[int, list[int]] = {}
        for one in range(len(self._above)):
            found.setdefault(self.first(one), []).append(one)
        return list(found.values())
