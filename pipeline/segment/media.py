"""Names of outlets and agencies, and how such names look."""

from __future__ import annotations

from pipeline.lexicon.furniture import Media

_MOST_WORDS = 6  # of an outlet's name; by hand: longer ones are sentences or lists


class MediaNames:
    """The known names of outlets and agencies, and the words that tell others of their kind.

    folded: the known names in small letters. as_written: the known names by their small letters.
    """

    def __init__(self, words: Media) -> None:
        self.as_written = {name.casefold(): name for name in words.plain}
        self.folded = frozenset(self.as_written)
        self.unmistakable = words.unmistakable
        self._kinds = frozenset(map(str.casefold, words.word))

    def is_outlet(self, name: str) -> bool:
        """Whether a name is that of a known outlet, or ends or begins as outlets' names do: The X Times, Radio X."""
        words = name.rstrip(".").split()
        if not words or len(words) > _MOST_WORDS or not words[0][0].isupper():
            return False
        return name.rstrip(".").casefold() in self.folded or (len(words) > 1 and self._has_kind(words))

    def _has_kind(self, words: list[str]) -> bool:
        """Whether a name begins or ends with a word such as "Times" or "Radio"."""
        return words[-1].casefold() in self._kinds or words[0].casefold() in self._kinds
