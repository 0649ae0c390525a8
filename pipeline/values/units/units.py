"""Units and currencies: what a spelling means, and what an amount is in base units.

Names come from CLDR (through Babel); models/units.txt, currencies.txt and minor_currencies.txt add what it lacks.
Conversions are Pint's. Units are named in lower case with underscores ("square_kilometer"), money by ISO 4217 codes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from pipeline.lexicon.vocabulary import lines
from pipeline.records import Dimension, Number
from pipeline.text.expressions import expression
from pipeline.text.numbers import tidy
from pipeline.values.number_words import LETTERS, SCALES

_CATEGORIES: dict[str, Dimension] = {
    name: name for name in ("length", "area", "mass", "volume", "speed", "temperature", "energy", "power", "duration")
}
_NOT_UNITS = {"length-point", "temperature-generic", "graphics-dot", "volume-drop", "volume-pinch", "volume-cup-metric",
              "concentr-item", "volume-jigger", "graphics-em", "duration-night", "mass-grain", "speed-beaufort",
              "mass-earth-mass", "mass-solar-mass", "length-earth-radius", "length-solar-radius"}  # fmt: skip
# currency nouns that are English words: they count only with their adjective ("South Korean won")
_COMMON_WORDS = {"won", "gold", "real", "soles", "sole", "som", "soms", "top", "lei", "kip", "dong", "tala", "sum"}
# currency codes that are words or names too ("ALL 5", "COP 29")
_WORD_CODES = {"ALL", "TOP", "TRY", "CUP", "COP", "SOS", "MOP", "PEN", "GEL", "ANG", "BAM", "BOB", "MAD", "BIF", "LAK",
               "RON", "SHP", "SAR", "STN"}  # fmt: skip
_SCALE = expression(r" (million|billion|trillion|crore|lakh|mn|bn|mln|bln|m|b)\b")
_SAME = {"metric_ton": "tonne"}
_PHRASE = expression(r"[^\W\d_]+\.?(?:(?: |-|\n)[^\W\d_]+\.?){0,4}")
_GAP = expression(r" - |[ \u00a0\u202f-]|\n(?!\n)|(?= ?[\[({<][^\W\d_°%])")
_PER = expression(
    r"(?: - | |-)(?:per|an?|every|each)(?: - | |-)(?:100,000 |10,000 |1,000 |million )?(?:of the )?|(?: ?/ ?)| per "
)
_INCH = expression(r" ?[\"″”](?= ?(?:long|wide|tall|deep|thick|high|in diameter|x \d|by \d)\b)")
_NAMED = expression(r" [A-Z]")  # "seven Kilo Class submarines"
_NOUN = expression(r"[^\W\d_]+")
_RATE_MEASURE = expression(r"(\d[\d.,]*) ?")
_RATE_UNIT = expression(r"(?:square|cubic|nautical|metric) [a-z]+|kilowatt[ -]hour|megawatt[ -]hour", re.IGNORECASE)
_PLURAL_NEXT = expression(r" [a-z]+s\b")  # "per 1,000 live births"
_NO_RATE = expression(r"\s(?:ago|earlier|later|before|after|from now)\b")  # "$3bn a year earlier"


class Unit(NamedTuple):
    """A unit as found in text: its name, its dimension, and what the number is to be multiplied by (cents: 0.01).

    noun: of a currency that several countries share. per: a rate that the spelling holds ("bpd").
    guarded: the spelling is a word or a letter too ("COP", "R"): it counts only next to a large amount.
    """

    name: str
    dimension: Dimension
    factor: float = 1.0
    noun: str = ""
    per: str = ""
    guarded: bool = False


@dataclass(frozen=True)
class Tables:
    """Spellings of units and currencies.

    words: in lower case, after a number and a gap. exact: the case matters. symbols: only next to digits.
    before: what stands in front of an amount of money; guarded: those of them that are words or letters too.
    shared: currencies by a noun that several have ("rupees").
    longest: the length of the longest symbol.
    """

    words: Mapping[str, Unit]
    exact: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    before: Mapping[str, str]
    guarded: frozenset[str]
    shared: Mapping[str, tuple[str, ...]]
    codes: frozenset[str]
    longest: int


@cache
def tables() -> Tables:
    """All spellings, built once a process."""
    words: dict[str, Unit] = {}
    exact: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    before: dict[str, str] = {}
    dimensions: dict[str, Dimension] = {}
    for name, dimension, spelling in _cldr_units():
        dimensions.setdefault(name, dimension)
        words.setdefault(spelling, Unit(name, dimensions[name]))
    codes, shared = _cldr_currencies(words)
    for line in lines("units.txt"):
        name, kind, spellings = (part.strip() for part in line.split("|"))
        name, _, rate = name.partition("/")
        unit = Unit(name, cast(Dimension, kind), per=rate)
        for spelling in filter(None, map(str.strip, spellings.split(","))):
            if spelling.endswith("!"):
                symbols[spelling[:-1]] = unit
            elif spelling == spelling.lower():
                words[spelling.replace("-", " ")] = unit
            else:
                exact[spelling.replace("-", " ")] = unit
                words.setdefault(spelling.replace("-", " ").lower(), unit)
        if not rate:
            for spelling in (name.replace("_", " "), name.replace("_", " ") + "s"):
                words.setdefault(spelling, unit)
    for symbol in ("%", "‰"):
        symbols[symbol] = words[symbol]
    guarded = set(_WORD_CODES)
    for code in codes:
        exact[code] = symbols[code] = Unit(code, "money")
        exact["M" + code] = symbols["M" + code] = Unit(code, "money", 1e6)
        before[code] = code
    for line in lines("currencies.txt"):
        code, spellings = (part.strip() for part in line.split("|"))
        for spelling in map(str.strip, spellings.split(",")):
            if spelling.endswith("?"):
                before[spelling[:-1]] = code
                guarded.add(spelling[:-1])
                continue
            unit = Unit(code, "money", noun=spelling.split()[-1] if len(spelling.split()) == 1 else "")
            plain = spelling.isalpha() and spelling == spelling.lower()
            if " " in spelling and spelling[-1].isalpha():
                words[spelling.lower()] = unit
            elif plain:
                words[spelling] = unit
            else:
                exact[spelling] = symbols[spelling] = unit
            if not plain and " dollar" not in spelling.lower():
                before[spelling] = code
                if spelling.endswith("$") and len(spelling) > 1:
                    before[spelling[:-1].rstrip() + " $"] = code
            if plain and len(spelling) == 3:
                before[spelling] = code
    for line in lines("minor_currencies.txt"):
        spellings, parts, code = (part.strip() for part in line.split("|"))
        for spelling in map(str.strip, spellings.split(",")):
            target = symbols if len(spelling) == 1 else words
            target[spelling] = Unit(code, "money", 1 / int(parts))
    return Tables(words, exact, symbols, before, frozenset(guarded), shared, frozenset(codes), max(map(len, symbols)))


def _cldr_units() -> list[tuple[str, Dimension, str]]:
    """Unit names of CLDR in British and American English: (name, dimension, spelling)."""
    from babel import Locale
    from babel.units import format_unit

    found: list[tuple[str, Dimension, str]] = []
    american = Locale.parse("en_US")
    for key in american.unit_display_names:
        category, _, name = str(key).partition("-")
        if key in _NOT_UNITS or not name or category == "concentr":
            continue
        name = name.replace("-", "_")
        dimension = _CATEGORIES.get(category, "other")
        for locale in (american, Locale.parse("en_GB")):
            for count in (1, 2):
                text = format_unit(count, str(key), "long", locale=locale)
                spelling = text.removeprefix(str(count)).strip().lower().replace("-", " ")
                if spelling and not text.endswith(str(count)):
                    found.append((_SAME.get(name, name), dimension, spelling))
    return found


def _cldr_currencies(words: dict[str, Unit]) -> tuple[set[str], dict[str, tuple[str, ...]]]:
    """Adds the currency names of CLDR to ``words``; returns the codes in use, and the codes by shared noun."""
    from babel import Locale
    from babel.core import get_global
    from babel.numbers import get_currency_name

    english = Locale.parse("en")
    used = {
        code
        for rows in get_global("territory_currencies").values()
        for code, _, until, tender in rows
        if until is None and tender and code in english.currencies
    }
    shared: dict[str, set[str]] = {}
    for code in sorted(used):
        for count in (1, 2):
            name = get_currency_name(code, count, english).lower()
            words.setdefault(name, Unit(code, "money"))
            noun = name.split()[-1]
            for form in {noun, noun.removesuffix("s"), noun if noun.endswith(("s", "en", "an", "ng")) else noun + "s"}:
                shared.setdefault(form, set()).add(code)
    for noun, codes in shared.items():
        if len(codes) == 1 and noun not in _COMMON_WORDS and len(noun) > 3:
            words.setdefault(noun, Unit(min(codes), "money"))
    return used, {noun: tuple(sorted(codes)) for noun, codes in shared.items() if len(codes) > 1}


def after(text: str, at: int, digits: bool) -> tuple[Unit, int] | None:
    """The unit that follows a number, and where it ends.

    digits: the number is written in digits, so that a symbol ("km", "%") can be a unit.
    """
    found = tables()
    if digits and (inch := _INCH.match(text, at)):
        return Unit("inch", "length"), inch.end()
    if digits:
        for gap in (0, 1) if text[at : at + 1] in " \u00a0\u202f-" else (0,):
            for length in range(min(found.longest, len(text) - at - gap), 0, -1):
                unit = found.symbols.get(text[at + gap : at + gap + length])
                end = at + gap + length
                if unit and _ends(text, end) and not (gap and _risky(text, at + gap, length)):
                    return unit, end
    gap_match = _GAP.match(text, at)
    start = gap_match.end() if gap_match else at
    if gap_match is None and not (digits and text[at : at + 1].isalpha()):
        return None
    if text[start : start + 2].strip()[:1] in ("[", "(", "{", "<") and gap_match:
        return _bracketed(text, start + (text[start] == " "))
    if text[start : start + 1] in ("$", "€", "£", "%"):
        return None
    phrase = _PHRASE.match(text, start)
    if not phrase:
        return None
    words = phrase[0]
    while words:
        plain = words.replace("-", " ").replace("\n", " ")
        unit = found.exact.get(plain) or found.words.get(plain.lower()) or _shared(plain)
        if unit is None and plain.endswith("."):
            unit = found.words.get(plain[:-1].lower())
            if unit:
                words = words[:-1]
        if unit and not _names(unit, words, text, start + len(words)):
            if gap_match and gap_match[0] == " - " and words.endswith("s"):
                return None  # a dash: "The total was 30 - years of work"
            return unit, start + len(words)
        cut = max(words.rfind(" "), words.rfind("-"), words.rfind("\n"))
        words = words[: max(cut, 0)]
    return None


def _shared(noun: str) -> Unit | None:
    """Money by a noun that several countries share and none is known for ("pesos"): its name is that noun."""
    codes = tables().shared.get(noun)
    return Unit(noun, "money", noun=noun) if codes and noun not in _COMMON_WORDS and noun.isalpha() else None


def _names(unit: Unit, words: str, text: str, end: int) -> bool:
    """True for a unit that is the first word of a name: capital, singular, and a capital behind it ("Kilo Class")."""
    capital = words[0].isupper() and words not in tables().exact and not words.endswith("s")
    return capital and unit.dimension != "ratio" and _NAMED.match(text, end) is not None


def _risky(text: str, start: int, length: int) -> bool:
    """True for one or two letters after a blank that are more often a word: "5 in", "10 a", "3 C"."""
    symbol = text[start : start + length]
    return symbol in (
        "C",
        "F",
        "K",
        "V",
        "W",
        "J",
        "h",
        "s",
        "pt",
        "p",
        "b",
        "B",
        "MP",
        "mi",
        "hp",
        "cal",
        "kt",
        "cl",
    ) and (symbol not in ("C", "F", "V", "W", "J") or text[start + 1 : start + 2] not in ("", ".", ",", " ", ")"))


def _bracketed(text: str, start: int) -> tuple[Unit, int] | None:
    """A unit in brackets: "20 (kg)"."""
    match = re.compile(r"[\[({<]([^\W\d_°%]{1,4}|[°%][CF]?)[\])}>]").match(text, start)
    unit = tables().symbols.get(match[1]) if match else None
    return (unit, match.end()) if match and unit else None


def _ends(text: str, end: int) -> bool:
    """True where a symbol ends: not in the middle of a word or number ("5m2" is no 5 m)."""
    following = text[end : end + 1]
    if not following or not (following.isalnum() or following in "_²³^"):
        return True
    return text[end - 1] in "%°$€£₹" and not following.isdecimal()


def scale_after(text: str, at: int) -> tuple[int, int] | None:
    """A multiplier behind a currency ("75 USD million"), and where it ends."""
    match = _SCALE.match(text, at)
    return (SCALES.get(match[1]) or LETTERS[match[1]], match.end()) if match else None


def before(text: str, at: int) -> tuple[str, int, bool] | None:
    """The currency in front of an amount that starts at ``at``: its code, where it starts, and whether it is guarded.

    A guarded one ("COP", "R") is a word or a letter too; the caller asks whether the amount is large enough.
    """
    end = at
    while end > 0 and text[end - 1] in " \u00a0\u202f" and at - end < 2:
        end -= 1
    found = tables()
    spellings = found.before
    for length in range(min(6, end), 0, -1):
        start = end - length
        code = spellings.get(text[start:end])
        if code is None and length == 4 and text[start] == "M":
            code = None
        if code and (start == 0 or not (text[start].isalnum() and text[start - 1].isalnum())):
            if text[start].isalpha() and end == at and start and text[start - 1] in "-_":
                continue
            return code, start, text[start:end] in found.guarded
    return None


def per(text: str, at: int) -> tuple[str, int] | None:
    """What an amount is per ("a barrel", "per capita", "/hour"): the name, and where it ends."""
    match = _PER.match(text, at)
    if not match:
        return None
    if measure := _RATE_MEASURE.match(text, match.end()):  # "per 40 kg"
        unit_of = after(text, measure.end(1), True)
        known = unit_of is not None and unit_of[0].dimension not in ("money", "duration", "ratio")
        return (f"{measure[1]} {unit_of[0].name}", unit_of[1]) if known and unit_of else None
    noun = _RATE_UNIT.match(text, match.end()) or _NOUN.match(text, match.end())
    if not noun:
        return None
    word = noun[0].lower()
    if _NO_RATE.match(text, noun.end()):
        return None
    explicit = "per" in match[0] or "/" in match[0]
    count = match[0].strip(" -").removeprefix("per").strip()
    unit = tables().words.get(word.replace("-", " "))
    if unit is not None and unit.dimension == "money":
        return None
    if "/" in match[0]:
        unit = unit or tables().symbols.get(noun[0])
        if unit is None:
            return None
    if not explicit and unit is None and word not in _PER_NOUNS:
        return None
    name = {"annum": "year"}.get(word, unit.name if unit else word)
    if count and count[0].isdecimal():
        if not word.endswith("s") and (plural := _PLURAL_NEXT.match(text, noun.end())):
            return f"{count} {word}{plural[0]}", plural.end()
        name = f"{count} {word}"
    return name, noun.end()


_PER_NOUNS = {"share", "head", "person", "piece", "unit", "night", "dozen", "game", "household", "ride", "ticket"}


# ---------------------------------------------------------------- conversion


def to_base(value: Number, unit: str) -> tuple[Number, str]:
    """An amount in the base unit of its dimension, to compare: (1.2, "kilotonne") is (1200000, "kilogram").

    Durations come in seconds (a year is 365.25 days), ratios in percent. Money, counts and unknown units come back as
    they are: currencies are not converted.
    """
    if unit not in _conversions():
        return value, unit
    factor, zero, base = _conversions()[unit]
    return tidy(value * factor + zero), base


@cache
def _conversions() -> dict[str, tuple[float, float, str]]:
    """How a unit becomes the base unit of its dimension: times the first number, plus the second."""
    rows = (line.split("\t") for line in lines("conversions.tsv"))
    return {unit: (float(factor), float(zero), base) for unit, factor, zero, base in rows}
