"""A text as the grammar of time reads it: in lower case, with plain blanks, and a way to look left."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.text.expressions import expression

_BLANKS = "\t\r\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"
_WRAP = expression(r"\n(?<![\n ]\n)(?![\n ])")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and its lower-case copy of the same length, in which a line break inside a paragraph is a blank.

    Patterns run on ``low``: they need no flags and no classes of blanks. Capitals are looked up in ``text``; a text
    that has none at all is ``uncased``.
    """

    text: str
    low: str
    uncased: bool = False

    @staticmethod
    def of(text: str) -> Source:
        """The source of ``text``."""
        low = text.lower()
        if len(low) != len(text):  # a few capitals have two letters in lower case
            low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        for blank in _BLANKS:
            low = low.replace(blank, " ")
        return Source(text, _WRAP.sub(" ", low), text.islower())

    def left(self, at: int, floor: int, reach: int = 56) -> str:
        """What stands before ``at``, not further back than ``floor``."""
        return self.low[max(floor, at - reach) : at]

    def name(self, at: int) -> bool:
        """True where a word can be a name: it has a capital, or no word of the text has one."""
        return self.uncased or self.capital(at)

    def capital(self, at: int) -> bool:
        """True when a capital letter stands at ``at``."""
        return self.text[at : at + 1].isupper()
