"""A text as the grammar of time reads it, and a word of it with a look to its left and right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.text.expressions import expression

_BLANKS = "\t\r\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"
_WRAP = expression(r"\n(?<![\n ]\n)(?![\n ])")
_REACH = 56  # characters that a reader sees to the left of its word: the longest modifiers of the grammar fit, by hand


@dataclass(frozen=True, slots=True)
class CasedText:
    """A text and its lower-case copy of the same length, in which a line break inside a paragraph is a blank.

    Patterns run on ``low``: they need no flags and no classes of blanks. Capitals are looked up in ``text``; a text
    that has none at all is ``uncased``.
    """

    text: str
    low: str
    uncased: bool = False

    @staticmethod
    def of(text: str) -> CasedText:
        """``text`` with its copy."""
        low = text.lower()
        if len(low) != len(text):  # a few capitals have two letters in lower case
            low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        for blank in _BLANKS:
            low = low.replace(blank, " ")
        return CasedText(text, _WRAP.sub(" ", low), text.islower())

    def can_be_name(self, at: int) -> bool:
        """True where a word can be a name: it has a capital, or no word of the text has one."""
        return self.uncased or self.is_capital(at)

    def is_capital(self, at: int) -> bool:
        """True when a capital letter stands at ``at``."""
        return self.text[at : at + 1].isupper()


@dataclass(slots=True)  # not frozen: one is made for each number, and a frozen one takes twice as long
class Trigger:
    """A word or number that reading starts from.

    floor: where the expression before it ends; nothing is read further left. left: what stands before the word, as far
    as a reader looks. name: the word in lower case.
    """

    text: CasedText
    start: int
    end: int
    floor: int
    left: str
    name: str

    @staticmethod
    def at(text: CasedText, start: int, end: int, floor: int) -> Trigger:
        """The word at [start, end)."""
        return Trigger(text, start, end, floor, text.low[max(floor, start - _REACH) : start], text.low[start:end])

    @property
    def is_capital(self) -> bool:
        """True when the word is written with a capital."""
        return self.text.is_capital(self.start)

    @property
    def can_be_name(self) -> bool:
        """True when the word has a capital, or no word of the text has one."""
        return self.text.can_be_name(self.start)

    @property
    def has_the(self) -> bool:
        """True when "the" stands before the word."""
        return self.left.endswith("the ")

    @property
    def start_with_the(self) -> int:
        """Where the word begins, together with the "the" before it."""
        return self.start - 4 if self.has_the else self.start

    def before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What of ``pattern`` stands before the word."""
        return pattern.search(self.left)

    def after(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What of ``pattern`` stands right behind the word."""
        return pattern.match(self.text.low, self.end)

    def is_followed_by(self, words: str) -> bool:
        """True when ``words`` stand right behind the word."""
        return self.text.low.startswith(words, self.end)

    def place(self, in_left: int) -> int:
        """Where a place of ``left`` is in the text."""
        return self.start - len(self.left) + in_left


def length(match: re.Match[str] | None) -> int:
    """How many characters a match takes; 0 for none."""
    return len(match[0]) if match else 0
