"""What has been found out about a token, kept for the next one of its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Keys: TypeAlias = NDArray[np.uint64]
Places: TypeAlias = NDArray[np.intp]
Value = TypeVar("Value", np.float32, np.uint64)

REMEMBERED = 1 << 15  # rows that are kept; beyond, all are forgotten
MIX = np.uint64(0x9E3779B97F4A7C15)  # an odd number whose bits look like chance (2 ** 64 over the golden ratio)


class Memory(Generic[Value]):
    """Rows of ``width`` numbers, each computed once for its key."""

    def __init__(self, width: int, kind: type[Value]) -> None:
        self._width = width
        self._kind: type[Value] = kind
        self._forget(REMEMBERED)

    def __call__(self, keys: Keys, compute: Callable[[Places], NDArray[Value]]) -> NDArray[Value]:
        """A row for each of ``keys``; ``compute`` gives the rows of those at some places, when they are not known."""
        wanted = mixed(keys)
        places = list(map(self._places.get, wanted))
        if None in places:
            new = {key: at for at, (key, place) in enumerate(zip(wanted, places, strict=True)) if place is None}
            if len(self._places) + len(new) > len(self._rows):
                new = {key: at for at, key in enumerate(wanted)}
                self._forget(max(REMEMBERED, len(new)))
            first = len(self._places)
            self._rows[first : first + len(new)] = compute(np.fromiter(new.values(), dtype=np.intp, count=len(new)))
            self._places.update(zip(new, range(first, first + len(new)), strict=True))
            places = list(map(self._places.get, wanted))
        return self._rows[np.array(places, dtype=np.intp)]

    def _forget(self, room: int) -> None:
        """Begin anew, with memory for so many rows."""
        self._places: dict[int, int] = {}
        self._rows: NDArray[Value] = np.empty((room, self._width), dtype=self._kind)


def attributes(doc: Doc, names: list[str]) -> Keys:
    """These attributes of a document, a row for each token."""
    return cast(Keys, doc.to_array(cast("list[int | str]", names)).reshape(len(doc), len(names)))


def set_attributes(doc: Doc, names: list[str], values: Keys) -> None:
    """Set these attributes of a document from rows as ``attributes`` gives them."""
    doc.from_array(cast("list[int | str]", names), cast(Any, values))


def mixed(rows: Keys) -> list[int]:
    """One key of 64 bits for each row; rows that differ have keys that differ, as surely as spaCy's own hashes do."""
    key = np.zeros(len(rows), dtype=np.uint64)
    for column in rows.T:
        key ^= column
        key *= MIX
        key ^= key >> np.uint64(32)
    return key.tolist()
