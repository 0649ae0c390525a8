"""Spellings made alike, for matching only: what is folded never reaches an output, and a slug only an id."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pipeline.text.expressions import expression

BREAK = "¶"  # in a levelled text: here a line ends that the next does not go on
_DASHES = "‐‑‒–—―−﹘﹣－"
_QUOTES = "‘’‚‛ʼʻʹ′´`＇"
_BLANKS = "\t\n\r\x0b\x0c\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
_LETTERS = str.maketrans("øØłŁđĐıİðÐþÞæÆœŒßħĦŋ", "oOlLdDiIdDtTaAoOshHn")
# letters of other scripts that look like Latin ones; a typist's slip in a Latin word
_LOOKALIKES = str.maketrans("аеорсухіјѕһкАВЕКМНОРСТХУІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijshkABEKMHOPCTXYIJSABEZHIKMNOPTYX")


def _table() -> dict[int, int | str]:
    """One character for one character, so that offsets stay what they are."""
    table: dict[int, int | str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii():
            table[code] = base
    table.update(_LETTERS)
    table.update(_LOOKALIKES)
    table.update(dict.fromkeys(map(ord, _DASHES), "-"))
    table.update(dict.fromkeys(map(ord, _QUOTES), "'"))
    table.update(dict.fromkeys(map(ord, _BLANKS), " "))
    table.update(dict.fromkeys(range(0xD800, 0xE000), "?"))
    return table


_TABLE = _table()
_BRITISH = tuple(
    (expression(rf"\b{pattern}\b"), other)
    for pattern, other in (
        (r"(\w{3,})isation(s?)", r"\1ization\2"), ("centre", "center"), ("defence", "defense"), ("labour", "labor"),
        ("harbour", "harbor"), ("programme", "program"), ("theatre", "theater"),
    )
)  # fmt: skip
_SPACES = expression(r" +")
_NOT_WORD = expression(r"[\W_]+")


def level(text: str) -> str:
    """``text`` with one kind of dash, quote and blank, without diacritics and look-alikes: same length, same case."""
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def apart(levelled: str, starts: Iterable[int]) -> str:
    """A levelled text with ``BREAK`` before each offset of ``starts`` where a blank stands."""
    characters = list(levelled)
    for start in starts:
        if start and characters[start - 1] == " ":
            characters[start - 1] = BREAK
    return "".join(characters)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """What two spellings of a name share: levelled, lower case, single blanks."""
    return sys.intern(_SPACES.sub(" ", level(text)).strip().casefold())


def spelling(folded: str) -> str:
    """A folded name in one of the spellings that differ between British and American English only."""
    for pattern, other in _BRITISH:
        folded = pattern.sub(other, folded)
    return folded


def slug(text: str) -> str:
    """``text`` as a part of an id: words of letters and digits joined by hyphens."""
    plain = level(unicodedata.normalize("NFKD", fold(text).replace("'", ""))).casefold()
    return _NOT_WORD.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
