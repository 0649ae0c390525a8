"""The names of a document, to be asked by span."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.records import VALUE_LABELS, Entity
from pipeline.text.expressions import expression
from pipeline.text.spans import Ordered

# where the head of a noun phrase ends
HEAD_END = expression(r",|;|\s[—–-]\s|\b(?:of|in|for|at|from|with|who|which|that|to|on|by|near|as|whose)\b")
DESCRIPTION = expression(r"(?:an?|the|his|her|its|their)\s", re.IGNORECASE)  # how one that is no name begins


class Mentions:
    """The names of a document, to be asked by span. people: the ids of its persons."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.names = [entity for entity in entities if entity.label not in VALUE_LABELS]
        self.people = {entity.entity_id for entity in self.names if entity.label == "PERSON" and entity.entity_id}
        self._by_place = Ordered(self.names, lambda name: (name.start, name.end))

    def inside(self, start: int, end: int) -> Sequence[Entity]:
        """The names that lie in a span, in order."""
        return self._by_place.inside(start, end)

    def head(self, text: str, start: int, end: int) -> Entity | None:
        """The name that a noun phrase is: "President Jane Doe of Ruritania" is Jane Doe, "officials in Kyiv" is none.

        The name must end where the phrase's head ends: at its end, or before its first comma, preposition or relative.
        Or it is added to what the person is: "a spokesman for the bank, John Doe".
        """
        found = self.inside(start, end)
        if not found:
            return None
        stop = _head_end(text, start, end, found)
        for name in reversed(found):
            if name.end <= stop + 1 and not text[name.end : stop].strip(" \n’'s"):
                return name
        return found[-1] if _is_added(text, start, end, found[-1]) else None


def _head_end(text: str, start: int, end: int, names: Sequence[Entity]) -> int:
    """Where the head of a noun phrase ends, outside of the names in it."""
    for cut in HEAD_END.finditer(text, start, end):
        in_name = any(name.start <= cut.start() < name.end for name in names)
        if not in_name and text[start : cut.start()].strip():
            return cut.start()
    return end


def _is_added(text: str, start: int, end: int, name: Entity) -> bool:
    """Whether a noun phrase is a description with the name of the person behind its last comma."""
    if name.label != "PERSON" or name.end != end or DESCRIPTION.match(text, start, end) is None:
        return False
    return text[start : name.start].rstrip().endswith(",")
