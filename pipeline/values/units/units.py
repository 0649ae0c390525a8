"""Units, currencies and rates where they stand: behind a number, in front of an amount, behind an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.lexicon.amounts import AmountWords, pattern
from pipeline.records import Dimension
from pipeline.text.expressions import expression
from pipeline.values.number_words import LETTERS, SCALES
from pipeline.values.units.spellings import Spellings, Unit

_SCALE = expression(r" (million|billion|trillion|crore|lakh|mn|bn|mln|bln|m|b)\b")
_PHRASE = expression(r"[^\W\d_]+\.?(?:(?: |-|\n)[^\W\d_]+\.?){0,4}")
_GAP = expression(r" - |[ \u00a0\u202f-]|\n(?!\n)|(?= ?[\[({<][^\W\d_°%])")
_IN_BRACKETS = expression(r" ?[\[({<]([^\W\d_°%]{1,4}|[°%][CF]?)[\])}>]")
_PER = expression(
    r"(?: - | |-)(?:per|an?|every|each)(?: - | |-)(?:100,000 |10,000 |1,000 |million )?(?:of the )?|(?: ?/ ?)| per "
)
_NAMED = expression(r" [A-Z]")  # "seven Kilo Class submarines"
_NOUN = expression(r"[^\W\d_]+")
_RATE_MEASURE = expression(r"(\d[\d.,]*) ?")
_RATE_UNIT = expression(r"(?:square|cubic|nautical|metric) [a-z]+|kilowatt[ -]hour|megawatt[ -]hour", re.IGNORECASE)
_PLURAL_NEXT = expression(r" [a-z]+s\b")  # "per 1,000 live births"
_NO_RATE = expression(r"\s(?:ago|earlier|later|before|after|from now)\b")  # "$3bn a year earlier"
_RATE_NAMES = {"annum": "year"}
_NOT_MEASURED: tuple[Dimension, ...] = ("money", "duration", "ratio")  # no rates with a number: "per 5 percent"

_BRACKETS = ("[", "(", "{", "<")
_BLANKS = " \u00a0\u202f"
_MOST_BLANKS = 2  # between a currency and its amount
_LONGEST_CURRENCY = 6  # characters in front of an amount; of the longer ones none is written there


class UnitMatch(NamedTuple):
    """A unit in a text, and where it ends."""

    unit: Unit
    end: int


class CurrencyMark(NamedTuple):
    """The currency in front of an amount: its code, and where it starts.

    guarded: it is a word or a letter too ("COP", "R"), so that it counts only where the amount is large.
    """

    code: str
    start: int
    guarded: bool


class Rate(NamedTuple):
    """What an amount is per ("barrel", "100,000 people"), and where that ends."""

    name: str
    end: int


class Multiplier(NamedTuple):
    """How many times as much a word makes an amount, and where it ends."""

    value: int
    end: int


class Units:
    """Finds units, currencies and rates by their spellings."""

    def __init__(self, spellings: Spellings, words: AmountWords) -> None:
        self._words = spellings.words
        self._exact = spellings.exact
        self._symbols = spellings.symbols
        self._in_front = spellings.before
        self._guarded = spellings.guarded
        self._shared_nouns = {noun for noun in spellings.shared if noun.isalpha()} - words.currency_nouns_that_are_words
        self._longest_symbol = max(map(len, spellings.symbols))
        self._never_apart = words.symbols_that_are_words
        self._before_an_end = words.symbols_before_an_end
        self._rate_nouns = words.rate
        self._inch_sign = re.compile(rf" ?[\"″”](?= ?(?:{pattern(words.size)}|x \d|by \d)\b)")

    # ---------------------------------------------------------------- behind a number

    def after(self, text: str, at: int, digits: bool) -> UnitMatch | None:
        """The unit that follows a number which ends at ``at``; None where none does.

        digits: the number is written in digits, so that a symbol ("km", "%") can be a unit.
        """
        if digits and (symbol := self._sign_of_inches(text, at) or self._symbol(text, at)):
            return symbol
        gap = _GAP.match(text, at)
        if gap is not None:
            return self._behind_gap(text, gap)
        return self._phrase(text, at) if digits and text[at : at + 1].isalpha() else None

    def _behind_gap(self, text: str, gap: re.Match[str]) -> UnitMatch | None:
        """The unit behind a blank, a hyphen or a line break: words, or what brackets hold."""
        start = gap.end()
        if text[start : start + 2].strip()[:1] in _BRACKETS:
            return self._bracketed(text, start)
        found = self._phrase(text, start)
        is_plural = found is not None and text[found.end - 1] == "s"
        return None if is_plural and gap[0] == " - " else found  # a dash: "The total was 30 - years of work"

    def _sign_of_inches(self, text: str, at: int) -> UnitMatch | None:
        match = self._inch_sign.match(text, at)
        return UnitMatch(Unit("inch", "length"), match.end()) if match else None

    def _symbol(self, text: str, at: int) -> UnitMatch | None:
        """The longest symbol next to digits or behind one blank or hyphen."""
        symbols = self._symbols
        for start in (at, at + 1) if text[at : at + 1] in f"{_BLANKS}-" else (at,):
            for end in range(min(start + self._longest_symbol, len(text)), start, -1):
                unit = symbols.get(text[start:end])
                if unit and _is_whole(text, end) and not (start > at and self._is_word(text, start, end)):
                    return UnitMatch(unit, end)
        return None

    def _is_word(self, text: str, start: int, end: int) -> bool:
        """True for one or two letters after a blank that are more often a word: "5 in", "10 a", "3 C"."""
        symbol = text[start:end]
        if symbol in self._before_an_end:
            return text[start + 1 : start + 2] not in ("", ".", ",", " ", ")")
        return symbol in self._never_apart

    def _bracketed(self, text: str, at: int) -> UnitMatch | None:
        """A unit in brackets: "20 (kg)"."""
        match = _IN_BRACKETS.match(text, at)
        unit = self._symbols.get(match[1]) if match else None
        return UnitMatch(unit, match.end()) if match and unit else None

    def _phrase(self, text: str, start: int) -> UnitMatch | None:
        """The unit of most words that begins at ``start``."""
        phrase = _PHRASE.match(text, start)
        for words in _beginnings(phrase[0]) if phrase else ():
            found = self._spelt(text, start, words)
            if found and not self._begins_a_name(found, text, start):
                return found
        return None

    def _spelt(self, text: str, start: int, words: str) -> UnitMatch | None:
        """What the words at ``start`` mean, as one unit; a point behind them may be its own or the sentence's.

        A noun that several countries share and none is known for ("pesos") is money by the name of that noun.
        """
        plain = words.replace("-", " ").replace("\n", " ")
        end = start + len(words)
        unit = self._exact.get(plain) or self._words.get(plain.lower())
        if unit is None and plain in self._shared_nouns:
            unit = Unit(plain, "money", noun=plain)
        if unit is None and plain.endswith("."):
            unit, end = self._words.get(plain[:-1].lower()), end - 1
        return UnitMatch(unit, end) if unit else None

    def _begins_a_name(self, found: UnitMatch, text: str, start: int) -> bool:
        """True for a unit that is the first word of a name: capital, singular, and a capital behind ("Kilo Class")."""
        words = text[start : found.end]
        capital = words[0].isupper() and words not in self._exact and not words.endswith("s")
        return capital and found.unit.dimension != "ratio" and _NAMED.match(text, found.end) is not None

    # ---------------------------------------------------------------- in front of an amount

    def before(self, text: str, at: int) -> CurrencyMark | None:
        """The currency in front of an amount that starts at ``at``; None where none stands there."""
        end = at
        while end > 0 and text[end - 1] in _BLANKS and at - end < _MOST_BLANKS:
            end -= 1
        for start in range(max(0, end - _LONGEST_CURRENCY), end):
            code = self._in_front.get(text[start:end])
            if code and not _begins_inside(text, start, glued=end == at):
                return CurrencyMark(code, start, text[start:end] in self._guarded)
        return None

    # ---------------------------------------------------------------- behind an amount

    def rate(self, text: str, at: int) -> Rate | None:
        """What the amount that ends at ``at`` is per ("a barrel", "per capita", "/hour"); None where it is per none."""
        link = _PER.match(text, at)
        if link is None:
            return None
        if measure := _RATE_MEASURE.match(text, link.end()):
            return self._rate_of_a_measure(text, measure)
        noun = _RATE_UNIT.match(text, link.end()) or _NOUN.match(text, link.end())
        if noun is None or _NO_RATE.match(text, noun.end()):
            return None
        name = self._rate_name(noun[0], link[0])
        return _with_its_number(text, link[0], noun, name) if name else None

    def _rate_of_a_measure(self, text: str, measure: re.Match[str]) -> Rate | None:
        """The rate by a number with a unit: "per 40 kg"; None for any other."""
        found = self.after(text, measure.end(1), digits=True)
        if found is None or found.unit.dimension in _NOT_MEASURED:
            return None
        return Rate(f"{measure[1]} {found.unit.name}", found.end)

    def _rate_name(self, noun: str, link: str) -> str | None:
        """What a rate is called: a unit by its name, another noun as it is; None for what is no rate.

        Behind "per" any noun makes one, behind a stroke a unit, behind "a" and "each" a unit or a noun of the lexicon.
        """
        word = noun.lower()
        unit = self._words.get(word.replace("-", " "))
        if unit is not None and unit.dimension == "money":
            return None
        if unit is None and "/" in link:
            unit = self._symbols.get(noun)
            allowed = unit is not None
        else:
            allowed = unit is not None or "per" in link or word in self._rate_nouns
        if not allowed:
            return None
        return _RATE_NAMES.get(word) or (unit.name if unit else word)


def multiplier_after(text: str, at: int) -> Multiplier | None:
    """A multiplier behind a currency ("75 USD million"); None where none stands there."""
    match = _SCALE.match(text, at)
    return Multiplier(SCALES.get(match[1]) or LETTERS[match[1]], match.end()) if match else None


def _beginnings(words: str) -> Iterator[str]:
    """A phrase, and what is left of it as one word after the other goes from its end."""
    while words:
        yield words
        words = words[: max(words.rfind(" "), words.rfind("-"), words.rfind("\n"), 0)]


def _is_whole(text: str, end: int) -> bool:
    """True where a symbol ends: not in the middle of a word or number ("5m2" is no 5 m)."""
    following = text[end : end + 1]
    if not following or not (following.isalnum() or following in "_²³^"):
        return True
    return text[end - 1] in "%°$€£₹" and not following.isdecimal()


def _begins_inside(text: str, start: int, *, glued: bool) -> bool:
    """True for a currency in the middle of a word, or of a code that goes on into the digits ("X-R5").

    glued: no blank stands between it and the digits.
    """
    if start == 0 or not text[start].isalnum():
        return False
    left = text[start - 1]
    return left.isalnum() or (glued and text[start].isalpha() and left in "-_")


def _with_its_number(text: str, link: str, noun: re.Match[str], name: str) -> Rate:
    """The rate with the number between "per" and its noun: "per 100,000 people", "per 1,000 live births"."""
    number = link.strip(" -").removeprefix("per").strip()
    if not number[:1].isdecimal():
        return Rate(name, noun.end())
    word = noun[0].lower()
    if not word.endswith("s") and (plural := _PLURAL_NEXT.match(text, noun.end())):
        return Rate(f"{number} {word}{plural[0]}", plural.end())
    return Rate(f"{number} {word}", noun.end())
