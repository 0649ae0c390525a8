"""Numbers in names that the text alone tells: "9/11", "a 999 call", "10 Downing Street", "H.R. 3684", "50 Cent"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.lexicon.numbers import NumberWords
from pipeline.text.expressions import expression
from pipeline.values.context import NumeralInContext, counted_right

_NUMBERED = expression(r"(?:\bnos? ?\.|№|\bnumber|#|(?-i:\bNo\s))\s*$", re.IGNORECASE)
_PAGED = expression(r"([^\W\d_]+)\s+\d{1,4}\s*(?:of|/)\s*/?\s*$", re.IGNORECASE)  # "Image 24 of " 33
_DIALLED = expression(r"\b(?:call|dial)(?:s|ed|led|ing|ling)?\s(?:to\s)?$", re.IGNORECASE)
_BLOCK = expression(r"\s+blocks?\s+of\b", re.IGNORECASE)
_LINE_HEAD = expression(r"(?:^|\n)\s*$")  # "6. João Días": a place in a list
_LIST_MARK = expression(r"\s?[.)]\s+(?=\S)")
_PARENTHESIS = expression(r"\([^)]*$")
_STREET = expression(
    r"[a-zA-Z]?,?\s+(?:(?:[NSEW]\.?|North|South|East|West)\s+)?(?:[A-Z][\w'’]*\.?\s+){1,3}?(?P<type>[A-Z][a-z]+)\b"
)
_MODEL = expression(r"\s[A-Z]{2,}\s\d")  # "737 MAX 9"
_NEXT_WORDS = expression(r"[\s-]([a-z]+)(?:\s([a-z]+))?")
_CODE_BEFORE = expression(r"\b(?:[A-HJ-Z] |[A-Z]{1,3} \. )$")  # "Maverick X 3", "BA . 5"
_WORD = expression(r"[^\W\d_]+")
_OPENS, _CLOSES = "\"“‘'", "\"”’'"

# characters before a number in which what must end at it is looked for; by hand
_NUMBERED_REACH = 10
_PAGED_REACH = 24
_DIALLED_REACH = 12
_LAW_REACH = 12
_CODE_REACH = 8
_LIST_REACH = 4
_PARENTHESIS_REACH = 60
_QUOTE_REACH = 60  # characters on each side in which the marks of a title are looked for; by hand
_LEAST_LONG = 4  # letters of a word that has its capital in a title: "of" and "the" have none
_BLOCK_SIZE = 100  # house numbers of a block: "the 4200 block of"
_END_OF_LISTS = 100  # "6." at the head of a line is a place in a list, "1984." is none; by hand


class WrittenNames:
    """Names of models/named_numbers.txt, and forms that hold a number which counts nothing."""

    def __init__(self, numbers: NumberWords) -> None:
        self._known, self._names, self._identifiers = numbers.named, numbers.names, numbers.identifiers
        self._street_first = re.compile(rf"\s(?:{_alternatives(numbers.names.street_first)})\s[A-Zd]")

    def is_known(self, place: NumeralInContext) -> bool:
        """True in a name that named_numbers.txt has: "50 Cent", "the Six Nations", "Maroon 5"."""
        text, number = place.text, place.number
        return any(
            text.endswith(left, 0, number.start) and _stands(text, right, number.end)
            for left, right in self._known.get(text[number.start : number.end], ())
        )

    def is_one_of_pages(self, place: NumeralInContext) -> bool:
        """True for the last number of "Image 24 of 33"."""
        start = place.number.start
        paged = _PAGED.search(place.text, max(0, start - _PAGED_REACH), start)
        return bool(paged and paged[1].lower() in self._identifiers)

    def is_a_name_alone(self, place: NumeralInContext) -> bool:
        """True for "9/11", "24/7"."""
        return any(_stands(place.text, name, place.number.start) for name in self._names.alone)

    def is_called(self, place: NumeralInContext) -> bool:
        """True for an emergency number before what is called: "a 999 call", "the 911 dispatcher"."""
        if place.text[place.number.start : place.number.end] not in self._names.called:
            return False
        behind = _NEXT_WORDS.match(place.text, place.number.end)
        return bool(behind and not self._names.caller.isdisjoint(behind.groups()))

    def is_of_a_law(self, place: NumeralInContext) -> bool:
        """True behind the abbreviation of a law or a docket: "H.R. 3684"."""
        head = place.text[max(0, place.number.start - _LAW_REACH) : place.number.start].rstrip()
        return any(head.endswith(name) and not head[: -len(name)][-1:].isalnum() for name in self._names.law)

    def is_of_a_street(self, place: NumeralInContext) -> bool:
        """True for a house number: "10 Downing Street", "12 Rue Mouffetard"."""
        end = place.number.end
        street = _STREET.match(place.text, end)
        if street and street["type"].lower() in self._names.street:
            return True
        return self._street_first.match(place.text, end) is not None


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _stands(text: str, name: str, at: int) -> bool:
    """True where a name stands at a place, and no longer word."""
    return text.startswith(name, at) and not text[at + len(name) :][:1].isalnum()


def is_numbered(place: NumeralInContext) -> bool:
    """True behind what says that a number follows: "No. 5", "number 5", "#5"."""
    start = place.number.start
    return _NUMBERED.search(place.text, max(0, start - _NUMBERED_REACH), start) is not None


def is_block(place: NumeralInContext) -> bool:
    """True in an address: "the 4200 block of"."""
    value = place.number.value
    return bool(value and value % _BLOCK_SIZE == 0 and _BLOCK.match(place.text, place.number.end))


def is_dialled(place: NumeralInContext) -> bool:
    """True for what is called or dialled, unless it counts a noun: "dial 116", "call to 112"."""
    start = place.number.start
    dialled = _DIALLED.search(place.text, max(0, start - _DIALLED_REACH), start)
    return dialled is not None and counted_right(place.inner) is None


def is_code(place: NumeralInContext) -> bool:
    """True beside capitals of a code or a model: "BA . 5", "737 MAX 9", "f)(3"."""
    text, start = place.text, place.number.start
    if _CODE_BEFORE.search(text, max(0, start - _CODE_REACH), start) or _MODEL.match(text, place.number.end):
        return True
    return text[max(0, start - 2) : start] == ")("


def is_list_mark(place: NumeralInContext) -> bool:
    """True for the number of a list: "6. João Días" at the head of a line, "2) the second" anywhere."""
    text, (start, end) = place.text, place.number[:2]
    if place.number.value >= _END_OF_LISTS or not text[start:end].isdecimal():
        return False
    mark = _LIST_MARK.match(text, end)
    if mark is None or not (")" in mark[0] or _LINE_HEAD.search(text, max(0, start - _LIST_REACH), start)):
        return False
    return not _PARENTHESIS.search(text, max(0, start - _PARENTHESIS_REACH), start)


def is_in_a_title(place: NumeralInContext) -> bool:
    """True inside quotation marks around words with capitals: "Three Billboards Outside Ebbing"."""
    text, start = place.text, place.number.start
    quoted = _quoted(text, start, place.number.end)
    if text[start].isalpha() and not text[start].isupper():
        return False
    long = [word for word in _WORD.findall(quoted) if len(word) >= _LEAST_LONG]
    return bool(long) and all(word[0].isupper() for word in long)


def _quoted(text: str, start: int, end: int) -> str:
    """What stands between the quotation marks around a place; "" where none are near."""
    left = max(text.rfind(mark, max(0, start - _QUOTE_REACH), start) for mark in _OPENS)
    if left < 0 or (left and text[left - 1].isalnum()) or any(mark in text[left + 1 : start] for mark in '”"'):
        return ""
    closes = [at for mark in _CLOSES if (at := text.find(mark, end, end + _QUOTE_REACH)) >= 0]
    return text[left + 1 : min(closes)] if closes else ""
