"""Two numbers that are a result: a score or a vote ("lost 2-3", "a 52-48 vote")."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.lexicon.amounts import AmountWords, pattern
from pipeline.text.expressions import expression
from pipeline.values.amount import Amount
from pipeline.values.amounts import AmountReader

_LINK = expression(r"(?:\s?[-–—]\s?| to )(?=\d)")
# characters around a result in which a word tells what it is, by hand: about a clause
_BEFORE = 60
_LAST_WORD = 48  # between that word and the numbers
_VOTE_BEFORE, _VOTE_BEHIND = 40, 12


class Result(NamedTuple):
    """A score or a vote whose first number was read. second: where its second one starts."""

    second: int
    is_vote: bool


class Results:
    """Tells results from ranges."""

    def __init__(self, amounts: AmountReader, words: AmountWords) -> None:
        self._amounts = amounts
        self._before = re.compile(rf"\b(?:{pattern(words.before_a_result)})\b[^.;\n]{{0,{_LAST_WORD}}}$", re.IGNORECASE)
        self._behind = re.compile(rf"\s(?:{pattern(words.behind_a_result)})\b", re.IGNORECASE)
        self._vote = re.compile(rf"\b(?:{pattern(words.vote)})\b", re.IGNORECASE)

    def begun_by(self, text: str, first: Amount) -> Result | None:
        """The result whose first number is ``first``; None where it begins none."""
        link = _LINK.match(text, first.end)
        second = self._amounts.read(text, link.end(), link.end(), is_linked=True) if link else None
        if link is None or second is None or not self.is_result(text, first, second, by_to=link[0] == " to "):
            return None
        return Result(second.start, self._is_vote(text, first, second))

    def is_result(self, text: str, first: Amount, second: Amount, *, by_to: bool = False) -> bool:
        """True for two bare numbers that are a result: "lost 2-3", "won 3–1", "a 219 to 212 vote".

        by_to: "to" stands between them, not a dash.
        """
        if not (_is_figure(first) and _is_figure(second)):
            return False
        if self._behind.match(text, second.end):
            return True
        if by_to:
            return False
        if first.value >= second.value:
            return True
        return self._before.search(text, max(0, first.start - _BEFORE), first.start) is not None

    def _is_vote(self, text: str, first: Amount, second: Amount) -> bool:
        """True where a vote is spoken of: "passed by 224-206 votes"."""
        before = text[max(0, first.start - _VOTE_BEFORE) : first.start]
        return self._vote.search(before + text[second.end : second.end + _VOTE_BEHIND]) is not None


def _is_figure(amount: Amount) -> bool:
    return amount.dimension == "count" and amount.number.digits
