"""Disjoint sets."""

from __future__ import annotations

from pipeline.compare.groups.disjoint import DisjointSets


def test_sets_do_not_depend_on_the_order_of_uniting() -> None:
    pairs = [(0, 3), (4, 3), (1, 2)]
    for order in (pairs, pairs[::-1]):
        sets = DisjointSets(6)
        for one, other in order:
            sets.unite(one, other)
        assert sets.members() == [[0, 3, 4], [1, 2], [5]]
        assert [sets.first(number) for number in range(6)] == [0, 1, 1, 0, 0, 5]
