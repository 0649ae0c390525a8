"""Bylines: who wrote an article."""

from __future__ import annotations

import re

from pipeline.lexicon import furniture
from pipeline.segment import dates
from pipeline.segment.media import MediaNames
from pipeline.segment.phrases import any_of
from pipeline.text.expressions import expression

_WORD = expression(r"[^\W\d_][\w.'’-]*")
_SMALL = frozenset(
    {"and", "of", "for", "the", "in", "de", "da", "van", "von", "der", "al", "el", "bin", "at", "to", "y"}
)
_MARK = expression(r"\s?[|,/]\s|\s[–—-]{1,2}\s")
_CONTRIBUTED = expression(
    r".{3,240}\scontributed\s(?:reporting\s)?(?:to\sthis\s(?:report|story|article)|from\s[^.]{3,40})\.?\Z"
    r"|(?:\S+\s){1,4}contributed\.\Z"
)

# By hand, from bylines of news pages.
_LONGEST = 140  # characters of a byline with names alone
_LONGEST_LIST = 400  # characters of one that lists who did what: "Reporting by …; editing by …"
_MOST_WORDS = 7  # of a name with its role behind it: "Herald Staff Writer"
_NAME_WORDS = range(2, 5)  # of a person's name before a mark


class BylineRules:
    """How bylines look: the words that they begin with, and the roles and outlets behind a name."""

    def __init__(self, words: furniture.Bylines, media: MediaNames) -> None:
        self._whole = words.whole
        self._media = media
        role = any_of(words.role)
        self._start = re.compile(rf"(?:{any_of(words.start)})")
        self._role = re.compile(rf"(?:{role})")
        self._last_role = re.compile(rf"\s(?:{role})\Z")

    def is_byline(self, text: str) -> bool:
        """Whether a line tells who wrote the article.

        1. By Jane Doe  2. Reporting by Jane Doe; editing by John Roe  3. Jane Doe contributed to this report.
        4. Staff Reporter  5. Jane Doe, Staff Writer  6. Jane Doe | The Herald  7. Herald Staff Writer
        """
        words = text.strip("()[]—–-*_# ")
        if not words or len(words) > _LONGEST_LIST or words[-1] == ":":
            return False
        low = words.casefold()
        if low.rstrip(".") in self._whole or _CONTRIBUTED.match(low):
            return True
        start = self._start.match(low)
        if start:
            return _follow_start(words[start.end() :].lstrip(": "), bracketed=text[0] in "([")
        if len(words) > _LONGEST or words[-1] in ".!?":
            return False
        mark = _MARK.search(words)
        if mark is None:
            return self._ends_with_role(words)
        return _is_person(words[: mark.start()]) and self._is_role_or_outlet(words[mark.end() :])

    def _ends_with_role(self, words: str) -> bool:
        """Whether some words are names with a role behind them: "Herald Staff Writer"."""
        return (
            len(words.split()) <= _MOST_WORDS
            and are_names(words)
            and self._last_role.search(words.casefold()) is not None
        )

    def _is_role_or_outlet(self, words: str) -> bool:
        """Whether some words are what stands behind a writer's name: "Staff Writer", "The Herald"."""
        low = words.casefold()
        return low in self._media.folded or self._role.match(low) is not None or self._media.is_outlet(words)


def are_names(words: str) -> bool:
    """Whether some words are names: each has a capital, but for the small words between names."""
    found = _WORD.findall(words)
    return any(word[0].isupper() for word in found) and all(word[0].isupper() or word in _SMALL for word in found)


def _follow_start(names: str, *, bracketed: bool) -> bool:
    """Whether what follows "by" and the like are names, or names and a date; in brackets or a list it takes less."""
    if not names[:1].isupper():
        return False
    if bracketed or ";" in names:
        return True
    return len(names) <= _LONGEST and (are_names(names) or dates.of_text(names, "text") is not None)


def _is_person(words: str) -> bool:
    """Whether some words may be one person's name."""
    return len(words.split()) in _NAME_WORDS and are_names(words)
