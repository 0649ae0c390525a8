"""The date that a document gives for itself: on a line of its head, in a dateline, in the name of its file."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from pipeline.lexicon.furniture import DateWords
from pipeline.readers import metadata
from pipeline.records import Published
from pipeline.segment.phrases import any_of
from pipeline.text.expressions import expression

Basis = Literal["text", "dateline", "path"]

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ISO = r"\d{4}-\d{1,2}-\d{1,2}"
_NAMED = rf"{_DAY}[\s-]{MONTH}\s?,?[\s-]\d{{4}}|{MONTH}\s{_DAY}\s?,?\s?\d{{4}}"
_NUMBERS = r"(?P<first>\d{1,2})\s?(?P<mark>[/.])\s?(?P<second>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d{2})"
FULL_DATE = rf"(?:{_ISO}|{_NAMED})(?!\d)"
MONTH_DAY = rf"(?:{MONTH}\s{_DAY}|{_DAY}\s{MONTH})"
_DATE = expression(rf"(?<![\w.])(?:{FULL_DATE}|{MONTH},?\s\d{{4}}(?!\d)|{_NUMBERS}(?!\d))", re.I)
_TIME = expression(
    r"\b\d{1,2}\s?[:.h]\s?\d{2}(?:\s?[:.]\s?\d{2})?(?:\.\d{1,6})?|\b\d{1,2}\s?(?:am|pm|a\.m|p\.m)\b"
    r"|[+-]\d{2}:?\d{2}\b|\b\d{1,2}\s(?:min|hour|day|week|month|year)s?\b",
    re.I,
)
_WORD = expression(r"[^\W_]+")
_PLACE = expression(r"(?:[^\W\d_][\w.'’-]*\s?){1,3},?\s?\Z")
_PATH_DATE = expression(r"(?<![^\W_])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?![^\W_])")

# By hand.
_LONGEST_LINE = 120  # characters of a line that gives a date and nothing else
_LONGEST_PATH = 300  # characters of a path, from its end, in which a date is looked for
_FILE_YEARS = range(1990, 2100)  # other numbers in the name of a file are no years
_LAST_MONTH = 12


def of_text(words: str, basis: Basis) -> Published | None:
    """The first date in some words, to the day or the month; never one in numbers that could be read in two ways."""
    match = _DATE.search(words)
    if match is None:
        return None
    plain = (
        _in_words(match) if match["year"] else " ".join(match.group().replace(",", ", ").replace(" , ", ", ").split())
    )
    found = metadata.published(plain) if plain else None
    return msgspec.structs.replace(found, basis=basis) if found else None


def of_path(path: str) -> Published | None:
    """The date in the name of a file: 2026-02-04-title.txt, title_20260204.md, 2026/02/04/title.txt."""
    for match in _PATH_DATE.finditer(path.replace("/", "-").replace("\\", "-")[-_LONGEST_PATH:]):
        year, _, month, day = match.groups()
        found = metadata.published(f"{year}-{month}-{day}") if int(year) in _FILE_YEARS else None
        if found:
            return msgspec.structs.replace(found, basis="path")
    return None


class DateRules:
    """How the lines that give the date of an article look."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        self._beside = frozenset(word for phrase in (*words.beside, *words.label) for word in phrase.split())
        label = rf"(?:{any_of(words.label)})\s?[:–—-]?\s{{0,3}}"
        iso = r"\d{4}-\d{2}-\d{2}(?!\d)"
        self._stamp = re.compile(
            rf"(?:{label}{FULL_DATE}|{iso})(?:[,T\s]{{1,2}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?Z?)?\s?[|–—-]?\s", re.I
        )

    def is_line(self, text: str) -> bool:
        """Whether a line gives a date and nothing else but words such as "Published", a weekday, a time, a place."""
        if len(text) > _LONGEST_LINE or not any(map(str.isdigit, text)):
            return False
        match = _DATE.search(text)
        if match is None:
            return False
        before, after = text[: match.start()], text[match.end() :]
        if before.rstrip().endswith(",") and _PLACE.match(before) and before[0].isupper():
            before = ""
        rest = _TIME.sub(" ", _DATE.sub(" ", f"{before} {after}"))
        return all(word.casefold() in self._beside for word in _WORD.findall(rest))

    def stamp_end(self, text: str) -> int:
        """Where a date that a block begins with, and the rest does not belong to, ends: "date 2026-02-04 The …".

        0 when there is none: it takes a word such as "date" before it, or the digits of ISO 8601.
        """
        match = self._stamp.match(text[:_LONGEST_LINE])
        return match.end() if match and match.end() < len(text) else 0

    def is_labelled(self, text: str) -> bool:
        """Whether a line says that its date is the article's: "Published", "Date" …"""
        low = text.casefold()
        return any(word in low for word in self._words.label)

    def is_update(self, text: str) -> bool:
        """Whether a line gives the date of a later version."""
        low = text.casefold()
        return any(word in low for word in self._words.updated)


def _in_words(match: re.Match[str]) -> str | None:
    """A date of numbers in ISO 8601, if only one of the first two can be the month, and the year is whole."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if len(year) != 4 or (first <= _LAST_MONTH and second <= _LAST_MONTH and first != second):
        return None
    month, day = (first, second) if second > _LAST_MONTH or first == second else (second, first)
    return f"{year}-{month:02}-{day:02}"
