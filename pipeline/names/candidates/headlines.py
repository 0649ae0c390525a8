"""Lines in which nearly every word has a capital, so that a capital tells nothing."""

from __future__ import annotations

from pipeline.text.expressions import expression

WORD = expression(r"[^\W\d_]{3,}")
# by hand, from headlines and leads of several outlets
_LONGEST = 300  # characters of a headline
_FEWEST = 3  # words that tell
_CAPITALS = 0.8  # the share of words with a capital from which a line is a headline


class Headlines:
    """The headlines of one text, each line looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, bool] = {}
        self._loud: set[int] = set()

    def is_loud(self, offset: int) -> bool:
        """True where the offset lies in a line that is all in capitals."""
        return self.holds(offset) and self._text.rfind("\n", 0, offset) + 1 in self._loud

    def holds(self, offset: int) -> bool:
        """True where the offset lies in a headline."""
        start = self._text.rfind("\n", 0, offset) + 1
        if start not in self._known:
            end = self._text.find("\n", offset)
            self._known[start] = self._is_headline(start, len(self._text) if end < 0 else end)
        return self._known[start]

    def _is_headline(self, start: int, end: int) -> bool:
        line = self._text[start:end]
        words = WORD.findall(self._text, start, end) if end - start < _LONGEST else []
        if words and line.isupper():
            self._loud.add(start)
            return True
        sentence = line.rstrip(" \"'”’").endswith(".")
        capitals = sum(word[0].isupper() for word in words)
        return not sentence and len(words) >= _FEWEST and capitals >= _CAPITALS * len(words)
