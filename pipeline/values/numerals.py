"""Numbers in English text, in digits and words, and their values.

``read(text, at)`` reads the longest numeral that begins at one place; ``starts(text)`` gives the places worth a look.
Separators are read by evidence: "15,000" is 15000, "6,5" is 6.5, "1.234.567,8" and "12,34,567" are grouped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.text.expressions import expression
from pipeline.values.number_words import (
    ABBREVIATED,
    LETTERS,
    ORDINALS,
    PARTS,
    PLURALS,
    SCALE_WORDS,
    SCALES,
    TENS,
    TENS_WORDS,
    UNITS,
    VULGAR,
)

Form = Literal["cardinal", "ordinal", "fraction"]


_STARTERS = sorted({*UNITS, *TENS, *SCALES, *PLURALS, *ORDINALS, "half", "quarter"} - ABBREVIATED, key=len)
_STARTS = (
    rf"(?<![^\W_])(?:[-−](?=\.?\d))?\.?\d|(?<=[^\W\d_])\d|[{''.join(VULGAR)}]"
    rf"|\b(?=[abcdefhlmnoqstz])(?:{'|'.join(reversed(_STARTERS))}"
    r"|an?[ -](?:hundred|thousand|million|billion|trillion|dozen)"
    r")(?![^\W_])"
)
_START, _START_ANY_CASE = expression(_STARTS), expression(_STARTS, re.IGNORECASE)
_DIGITS = expression(
    r"(?P<sign>[-−])?"
    r"(?P<body>\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,3}(?:, 0\d\d(?!\d))+|\d+ \. \d+(?= (?:%|percent|per cent|[mbtr]+illion)\b|(?= %))|\d+(?:[.,]\d+)*|\.\d+)"
)
# what OCR and tokenisers make of "10,500": only where the text holds a plainer case of it
_SPACED_GROUPS = expression(r"\d{1,3}(?: ?, \d{3}(?!\d))+(?! ?[,.]\d| ?, \d)")
_SPACED_EVIDENCE = expression(r"(?<!\d)\d{1,3} ?, 0\d\d(?!\d)")
# a decimal comma somewhere ("6,5 percent", "1.234,5") and no decimal point: "15.000" is fifteen thousand there
_COMMA_DECIMALS = expression(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,]|, ?\d)|\d\.\d{3},\d{1,2}(?!\d)|\d\.\d{3}\.\d{3}(?!\d)")
_POINT_DECIMALS = expression(r"(?<![\d.,])\d+\.\d{1,2}(?![\d.]|,\d)|\d,\d{3}(?![\d,])")
_POINT_GROUP = expression(r"[1-9]\d{0,2}\.\d{3}")
_LISTED = expression(r"\d,$")
_EXPONENT = expression(r"(?:\s?[x×]\s?10\s?\^?\s?([-−+]?\d+)|e([-−+]?\d+))(?![\w.])", re.IGNORECASE)
_SLASH = expression(r"(?:(?P<whole>\d+)(?: |-)+)?(?P<top>\d+) ?[/⁄] ?(?P<bottom>\d+)(?![\w/]|[.,]\d)")
_WORD = expression(r"[^\W\d_]+")
_GAP = expression(r"(?: ?- ?|[ \u00a0\u202f]+|\n(?!\n))")
_PLURAL = expression(r" (?:people|(?![tw]as |is |his |this |across |as )[a-z]+s)\b")
_AND_A_PART = expression(r" and (?:a|one) (half|quarter|third)\b(?! (?:million|billion|thousand|hundred))")

# after "2 crore": a number with a multiplier of its own; after "3 hundred and": one below a hundred
_SCALED_REST = expression(
    rf" (?:and )?(?=(?:\d[\d.,]*|{'|'.join(UNITS)}|{'|'.join(TENS)}) (?:{SCALE_WORDS})\b)", re.IGNORECASE
)
_SMALL_REST = expression(
    rf"(?<=hundred) and (?=\d{{1,2}}\b(?![.,%]\d|%)|(?:{'|'.join(UNITS)}|{'|'.join(TENS)})\b(?! (?:{SCALE_WORDS})))",
    re.IGNORECASE,
)
_SPACED_LETTER = expression(r" (m|b|bn|mn|k)\b(?! ?[.\d])| (K)(?= [a-z]+s\b)")
_RATE_BEHIND = expression(r" (?:bpd|b/d|boe|boepd|cfd|tpa|tpd|hectares|sq)\b")
SOME = expression(r"\b(?:several|(?:a |quite a )?few|(?:a )?couple(?: of)?|many) $", re.IGNORECASE)
_CUT_OFF = expression(r"\d[\w-]* $")  # "40-plus thousand"
_A = expression(r"\b[Aa]\s$")
_OF = expression(r"\sof\b")
_SIZE_BEFORE = expression(r"\b(?:by|about|nearly|almost|over|than|roughly|around|only|just|to) [Aa]\s$")
_OF_A_SCALE = expression(r"(?: of an?)? (million|billion|trillion|crore|lakh|dozen|thousand|hundred)\b", re.IGNORECASE)
_PART_WORD = expression(rf"(?: |-)((?:{TENS_WORDS.replace(' ', '|')})-[a-z]+|[a-z]+)\b", re.IGNORECASE)
_ORDINAL_SUFFIX = expression(r"(?:st|nd|rd|th)(?![^\W_])")


class Numeral(NamedTuple):
    """A number in text; ``vague`` for "dozens": at least that; ``scale``: the multiplier ("million") behind digits."""

    start: int
    end: int
    value: float
    form: Form = "cardinal"
    digits: bool = False
    vague: bool = False
    scale: float = 1.0


@lru_cache(maxsize=4)
def lower(text: str) -> str:
    """``text`` in lower case with the same offsets, or ``text`` itself where a letter would become two ("İ").

    Searches that heed no case take three times as long.
    """
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def starts(text: str) -> Iterator[int]:
    """The places where a numeral may begin."""
    lowered = lower(text)
    pattern = _START_ANY_CASE if lowered is text else _START
    return (match.start() for match in pattern.finditer(lowered))


def separated(body: str, continental: bool = False) -> tuple[float, int] | None:
    """The value of digits with separators, and how many characters of them belong to it.

    continental: the text writes decimals with a comma, so that a point between groups of three separates thousands.
    None where the form tells that it is no amount (an address, a version, a dotted date).
    """
    plain = re.sub(r"[ \u00a0\u202f\u2009'’]", "", body)
    commas, points = plain.count(","), plain.count(".")
    if not commas and not points:
        return float(plain), len(body)
    if plain.startswith("."):
        return (float(plain), len(body)) if points == 1 and not commas else None
    groups = re.split("[.,]", plain)
    grouped = 1 <= len(groups[0]) <= 3 and not (groups[0] == "0" and len(groups) == 2)
    thousands = grouped and all(len(group) == 3 for group in groups[1:])
    if commas and points:
        mark = max(",", ".", key=plain.rfind)
        whole, _, decimals = plain.rpartition(mark)
        if mark in whole or not _groups(re.split("[.,]", whole)):
            return None
        return float(re.sub("[.,]", "", whole) + "." + decimals), len(body)
    if commas:
        if _groups(groups) and groups[0] != "0":
            return float("".join(groups)), len(body)
        if commas == 1 and len(groups[1]) <= 2:
            return float(".".join(groups)), len(body)
        return float(groups[0]), len(groups[0])
    if points > 1:
        return (float("".join(groups)), len(body)) if thousands else None
    return float("".join(groups) if continental and _POINT_GROUP.fullmatch(plain) else plain), len(body)


@lru_cache(maxsize=8)  # asked again for each number of a document
def _continental(text: str) -> bool:
    return bool(_COMMA_DECIMALS.search(text)) and not _POINT_DECIMALS.search(text)


@lru_cache(maxsize=8)
def _spaces_groups(text: str) -> bool:
    return bool(_SPACED_EVIDENCE.search(text))


def _groups(groups: list[str]) -> bool:
    """True for thousands groups, western (1,234,567) or Indian (12,34,567)."""
    if not 1 <= len(groups[0]) <= 3 or (len(groups[-1]) != 3 and len(groups) > 1):
        return False
    inner = {len(group) for group in groups[1:-1]}
    return inner <= {3} or (inner <= {2} and len(groups[0]) <= 2)


def read(text: str, at: int, money: bool = False) -> Numeral | None:
    """The numeral that begins at ``at``, or None.

    money: the amount follows a currency sign, so that a single letter can be its multiplier ("$5m").
    """
    character = text[at]
    if character in VULGAR:
        return _scaled(text, Numeral(at, at + 1, VULGAR[character], "fraction", True), money)
    if character.isalpha():
        return _read_words(text, at)
    return _read_digits(text, at, money)


def _read_digits(text: str, at: int, money: bool) -> Numeral | None:
    match = _DIGITS.match(text, at)
    if not match or len(match["body"]) > 40:
        return None
    body = match["body"]
    if body.isdecimal() and (groups := _SPACED_GROUPS.match(text, match.start("body"))) and _spaces_groups(text):
        body = groups[0]
    sign = -1 if match["sign"] else 1
    first = match.start("body")
    slash = _SLASH.match(text, first)
    if slash and int(slash["bottom"]) and not text[:first].endswith("/"):
        part = int(slash["top"]) / int(slash["bottom"])
        if slash["whole"] is None or part < 1:
            value = sign * (int(slash["whole"] or 0) + part)
            return _scaled(text, Numeral(at, slash.end(), value, "fraction", True), money)
    listed = _LISTED.search(text, max(0, first - 8), first)  # "22,24,26": each a number of its own
    found = separated(body.split(",")[0] if listed else body, "." in body and _continental(text))
    if found is None:
        return None
    value, length = sign * found[0], found[1]
    end = first + length
    if (exponent := _EXPONENT.match(text, end)) and len(exponent[1] or exponent[2]) <= 4:
        power = int((exponent[1] or exponent[2]).replace("−", "-"))
        if abs(power) < 300:
            return Numeral(at, exponent.end(), value * 10.0**power, "cardinal", True)
    if suffix := _ORDINAL_SUFFIX.match(text, end):
        return Numeral(at, suffix.end(), value, "ordinal", True)
    for gap in (0, 1):
        if text[end + gap : end + gap + 1] in VULGAR and (gap == 0 or text[end] in " -\u00a0"):
            vulgar = VULGAR.get(text[end + gap : end + gap + 1])
            if vulgar:
                value, end = value + sign * vulgar, end + gap + 1
                break
    return _scaled(text, Numeral(at, end, value, "cardinal", True), money)


def _scaled(text: str, number: Numeral, money: bool) -> Numeral:
    """The number with the multipliers that follow it ("2.5 million", "3 lakh crore", "$5m", "3 million and a half")."""
    end, value = number.end, number.value
    letters = _WORD.match(text, end)
    if letters is None and (spaced := _SPACED_LETTER.match(text, end)) and (money or spaced[2]):
        letters = _WORD.match(text, end + 1)  # "$ 1.65 m grant", "2 K followers"
    if letters and (found := _letter(letters[0], money, text, letters.end())):
        return number._replace(end=letters.end(), value=value * found, form="cardinal", scale=found)
    scale = 1
    while (word := _next_word(text, end)) is not None:
        name, word_end = word
        factor = SCALES.get(name) or PLURALS.get(name) if name != "score" else None
        if factor is None or (name in ("tn", "mil", "bil", "mm", "mio") and not number.digits):
            break
        end, scale = word_end, scale * factor
    if end == number.end:
        return number
    number = number._replace(end=end, value=value * scale, form="cardinal", scale=scale)
    return _tail(text, number, scale)


def _letter(letters: str, money: bool, text: str, end: int) -> int | None:
    """The multiplier of letters that are glued to digits: 5m after a currency sign, 10k or 10K, 3bn anywhere."""
    name = letters.lower()
    if name in ("bn", "bln", "mln", "mn", "tn", "trn", "mil", "tln"):
        return SCALES[name]
    if letters == "m" and (_PLURAL.match(text, end) or _RATE_BEHIND.match(text, end)):
        return LETTERS["m"]
    if letters == "b" and "." in text[max(0, end - 5) : end]:
        return LETTERS["b"]
    if name == "k" or (money and name in ("m", "b", "t", "mm")) or (letters in ("M", "B", "MM") and end <= len(text)):
        return LETTERS[name]
    return None


def _tail(text: str, number: Numeral, scale: float) -> Numeral:
    """What follows a multiplier: "3 million and a half", "4 thousand 3 hundred and 21", "2 crore 50 lakh"."""
    if half := _AND_A_PART.match(text, number.end):
        return number._replace(end=half.end(), value=number.value + scale / PARTS[half[1]])
    if scale < 100:
        return number
    if more := _SMALL_REST.match(text, number.end):
        rest = _read_digits(text, more.end(), False) if text[more.end()].isdecimal() else _read_words(text, more.end())
    elif more := _SCALED_REST.match(text, number.end):
        rest = read(text, more.end())
    else:
        return number
    if rest and rest.form == "cardinal" and 0 < rest.value < scale:
        return rest._replace(start=number.start, value=number.value + rest.value, scale=number.scale, digits=True)
    return number


def _next_word(text: str, at: int) -> tuple[str, int] | None:
    """The word after a gap (a blank, a hyphen, a line break), in lower case, and where it ends."""
    gap = _GAP.match(text, at)
    if not gap:
        return None
    word = _WORD.match(text, gap.end())
    return (word[0].lower(), word.end()) if word else None


def _read_words(text: str, at: int) -> Numeral | None:
    """A numeral in words: "two hundred and three", "a dozen", "half a million", "two thirds", "twenty-first"."""
    first = _WORD.match(text, at)
    if not first:
        return None
    name = first[0].lower()
    if name in SCALES and _CUT_OFF.search(text, max(0, at - 12), at):
        return None
    if name in SCALES and SOME.search(text, max(0, at - 16), at):
        return Numeral(at, first.end(), SCALES[name], vague=True)
    if name in ORDINALS and name in PARTS and _is_part(text, at, first.end()):
        return _of_a_scale(text, Numeral(at, first.end(), 1 / PARTS[name], "fraction"))
    if name in PLURALS:
        return _vague(text, at, first.end(), PLURALS[name])
    if name in ("half", "quarter"):
        return _part(text, at, first.end(), 1 / PARTS[name])
    if name in ("a", "an"):
        word = _next_word(text, first.end())
        if word is None or word[0] not in SCALES:
            return None
        return _compose(text, at, first.end(), 1.0, bare=True)
    return _compose(text, at, at, None)


def _vague(text: str, at: int, end: int, value: float) -> Numeral:
    """ "dozens", "hundreds of thousands": at least one of them."""
    while match := re.compile(r" of ([a-z]+)", re.IGNORECASE).match(text, end):
        factor = PLURALS.get(match[1].lower())
        if factor is None:
            break
        value, end = value * factor, match.end()
    return Numeral(at, end, value, vague=True)


def _part(text: str, at: int, end: int, part: float) -> Numeral:
    """ "half a million", "half a dozen", "a quarter million", "half"."""
    match = re.compile(r"(?:[ -]an?)?[ -]+([a-z]+)", re.IGNORECASE).match(text, end)
    factor = SCALES.get(match[1].lower()) if match else None
    if match and factor and match[1].lower() not in ABBREVIATED:
        return Numeral(at, match.end(), part * factor)
    return _of_a_scale(text, Numeral(at, end, part, "fraction"))


_NO_NOUN = expression(
    r"\s?(?:[.,;:!?)]|$|[-–—]|(?:to|from|in|since|over|and|after|between|on|by|compared|this|last)\b)"
)
_COMPARED = expression(
    r" (?:more|less|fewer|bigger|larger|higher|lower|smaller|faster|slower|longer|shorter|cheaper)\b"
)


def _is_part(text: str, start: int, end: int) -> bool:
    """ "a third of", "by a fifth", "a third bigger": not "a third attempt", "won a third", "by a fifth wave"."""
    if not _A.search(text, max(0, start - 3), start):
        return False
    if _OF.match(text, end) or _COMPARED.match(text, end):
        return True
    return bool(_SIZE_BEFORE.search(text, max(0, start - 16), start) and _NO_NOUN.match(text, end))


def _of_a_scale(text: str, part: Numeral) -> Numeral:
    """ "two thirds of a million", "three quarters billion": a fraction of a number is a number."""
    match = _OF_A_SCALE.match(text, part.end)
    if match is None:
        return part
    factor = SCALES[match[1].lower()]
    return part._replace(end=match.end(), value=part.value * factor, form="cardinal", scale=factor)


def _compose(text: str, at: int, position: int, current: float | None, bare: bool = False) -> Numeral | None:
    """Reads number words as far as they make one number.

    current: what has been read of the group below the next scale word; None before the first word.
    bare: the group is an article ("a hundred").
    """
    total, end, last_scale, joined = 0.0, position, float("inf"), False
    digit = None if current is None else "unit"
    while True:
        if digit is None and current is None and end == at:
            word: tuple[str, int] | None = None
            if match := _WORD.match(text, at):
                word = (match[0].lower(), match.end())
        else:
            word = _next_word(text, end)
        if word is None:
            break
        name, word_end = word
        if name in ("and",) or (name == "point"):
            if name == "point" and current is not None:
                decimal = _decimals(text, word_end)
                if decimal:
                    return _scaled(text, Numeral(at, decimal[1], total + current + decimal[0]), False)
                break
            # "two hundred and five", never "five and six"
            if joined or digit not in ("scale", "hundred"):
                fraction = _mixed(text, word_end) if current is not None or total else None
                if fraction and not joined:
                    base = total + (current or 0)
                    return _scaled(text, Numeral(at, fraction[1], base + fraction[0]), False)
                break
            following = _next_word(text, word_end)
            if following is None:
                break
            fraction = _mixed(text, word_end)
            if fraction:
                size = last_scale if digit == "scale" and last_scale < float("inf") else 1.0
                own = _next_word(text, fraction[1])  # "one billion and a half million"
                if own and SCALES.get(own[0], size) < size and own[0] not in ABBREVIATED:
                    return Numeral(at, own[1], total + (current or 0) + fraction[0] * SCALES[own[0]])
                return Numeral(at, fraction[1], total + (current or 0) + fraction[0] * size)
            if following[0] not in UNITS and following[0] not in TENS and following[0] not in ORDINALS:
                break
            if digit == "hundred" and _scale_after(text, following[1]) in ("hundred",):
                break
            joined = True
            end_before_and, end = end, word_end
            name, word_end = following
            if name in ORDINALS and not _ordinal_ok(name, digit):
                end = end_before_and
                break
        if name in UNITS:
            value = UNITS[name]
            if digit == "unit" or digit == "teen" or (digit == "tens" and not 0 < value < 10):
                break
            current = (current or 0) + value
            digit = "unit" if value < 10 else "teen"
        elif name in TENS:
            if digit in ("unit", "teen", "tens"):
                break
            current, digit = (current or 0) + TENS[name], "tens"
        elif name == "hundred":
            if current is None or digit == "hundred" or (digit == "scale" and not current):
                if total:
                    break
                current = 1.0
            current, digit = current * 100, "hundred"
        elif (name in SCALES and name not in ABBREVIATED) or (name in PLURALS and end > at and name != "scores"):
            factor = SCALES.get(name) or PLURALS[name]
            if current is None and total and factor > 100:
                total, last_scale = total * factor, min(last_scale, factor)
            elif factor >= last_scale:
                break
            else:
                total, current, last_scale = total + (1.0 if current is None else current) * factor, None, factor
            digit = "scale"
        elif name in ORDINALS and _ordinal_ok(name, digit):
            if digit is None and current is None and not total:
                return Numeral(at, word_end, ORDINALS[name], "ordinal")
            rank, base = ORDINALS[name], total + (current or 0)
            return Numeral(at, word_end, base * rank if rank >= 100 else base + rank, "ordinal")
        elif current is not None and (part := _fraction_word(name)) and end > at:
            return _of_a_scale(text, Numeral(at, word_end, (total + current) / part, "fraction"))
        else:
            break
        end, joined = word_end, False
    if end == at or (bare and end == position):
        return None
    amount = total + (current or 0)
    number = Numeral(at, end, amount)
    if digit in ("unit", "teen", "tens") and (part_word := _part_word(text, end)):
        part, end = part_word
        return _of_a_scale(text, number._replace(end=end, value=amount / part, form="fraction"))
    return number


def _ordinal_ok(name: str, digit: str | None) -> bool:
    """True where the ordinal ends the number: "twenty-first", not "two third"."""
    value = ORDINALS[name]
    if digit == "tens":
        return value < 10
    if digit == "unit":
        return value >= 100
    return digit != "teen"


def _fraction_word(name: str) -> int | None:
    """The denominator of "thirds", "halves", "fifth" …"""
    singular = "half" if name == "halves" else name.removesuffix("s")
    return PARTS.get(singular)


def _part_word(text: str, at: int) -> tuple[int, int] | None:
    """The denominator behind a number ("thirds", "twenty-fifth"), and where it ends."""
    match = _PART_WORD.match(text, at)
    if match is None:
        return None
    tens, _, unit = match[1].lower().rpartition("-")
    if not tens:
        part = _fraction_word(unit)
        return (part, match.end()) if part else None
    last = ORDINALS.get(unit.removesuffix("s"), 10)
    return (TENS[tens] + last, match.end()) if last < 10 else None


def _mixed(text: str, at: int) -> tuple[float, int] | None:
    """The fraction of a mixed number: "(two and) a half", "(three and) three quarters"."""
    match = re.compile(r" (an?|one|two|three|four|five|seven|nine)[ -]([a-z]+)", re.IGNORECASE).match(text, at)
    if not match or not (part := _fraction_word(match[2].lower())):
        return None
    return UNITS.get(match[1].lower(), 1) / part, match.end()


def _scale_after(text: str, at: int) -> str:
    word = _next_word(text, at)
    return word[0] if word else ""


def _decimals(text: str, at: int) -> tuple[float, int] | None:
    """The decimals after "point": digits one by one ("zero three") or a number ("seventy-one")."""
    digits, end = "", at
    while (word := _next_word(text, end)) is not None:
        name = word[0]
        if name in UNITS and (UNITS[name] < 10 or not digits):
            digits += str(UNITS[name])
        elif name in TENS and not digits:
            unit = _next_word(text, word[1])
            if unit and 0 < UNITS.get(unit[0], 0) < 10:
                digits, word = str(TENS[name] + UNITS[unit[0]]), unit
            else:
                digits = str(TENS[name])
        else:
            break
        end = word[1]
    return (float("0." + digits), end) if digits else None
