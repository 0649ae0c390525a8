"""The names of a document, to be asked by span."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.records import VALUE_LABELS, Entity
from pipeline.text.expressions import expression

CUT = expression(r",|;|\s[—–-]\s|\b(?:of|in|for|at|from|with|who|which|that|to|on|by|near|as|whose)\b")
DETERMINED = expression(r"(?:an?|the|his|her|its|their)\s", re.IGNORECASE)


class Mentions:
    """The names of a document, to be asked by span."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.names = [entity for entity in entities if entity.label not in VALUE_LABELS]
        self._starts = [entity.start for entity in self.names]
        self.people = {entity.entity_id for entity in self.names if entity.label == "PERSON" and entity.entity_id}

    def inside(self, start: int, end: int) -> list[Entity]:
        """The names that lie in a span, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [entity for entity in self.names[low:high] if entity.end <= end]

    def head(self, text: str, start: int, end: int) -> Entity | None:
        """The name that a noun phrase is: "President Jane Doe of Ruritania" is Jane Doe, "officials in Kyiv" is none.

        The name must end where the phrase's head ends: at its end, or before its first comma, preposition or relative.
        Or it is added to what the person is: "a spokesman for the bank, John Doe".
        """
        found = self.inside(start, end)
        if not found:
            return None
        stop = end
        for cut in CUT.finditer(text, start, end):
            if not any(name.start <= cut.start() < name.end for name in found) and text[start : cut.start()].strip():
                stop = cut.start()
                break
        for name in reversed(found):
            if name.end <= stop + 1 and not text[name.end : stop].strip(" \n’'s"):
                return name
        last = found[-1]
        added = (
            text[start : last.start].rstrip().endswith(",") and last.end == end and DETERMINED.match(text, start, end)
        )
        return last if added and last.label == "PERSON" else None
