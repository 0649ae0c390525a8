"""Numbers in digits: "15,000", "6,5", "1.234.567,8", "2 1/2", "3 x 10^6", "21st".

Separators are read by evidence: "15,000" is 15000, "6,5" is 6.5, "1.234.567,8" and "12,34,567" are grouped.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.text.expressions import expression
from pipeline.values.number_words import VULGAR
from pipeline.values.numerals.numeral import Numeral, Reading

_DIGITS = expression(
    r"(?P<sign>[-−])?"
    r"(?P<body>\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,3}(?:, 0\d\d(?!\d))+|\d+ \. \d+(?= (?:%|percent|per cent|[mbtr]+illion)\b|(?= %))|\d+(?:[.,]\d+)*|\.\d+)"
)
_GROUP_BLANKS = expression(r"[ \u00a0\u202f\u2009'’]")
_SEPARATOR = expression(r"[.,]")
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
_ORDINAL_SUFFIX = expression(r"(?:st|nd|rd|th)(?![^\W_])")
_VULGAR_BEHIND = expression(rf"[ \-\u00a0]?([{''.join(VULGAR)}])")

_MOST_CHARACTERS = 40  # of digits with separators; longer runs are keys and noise. By hand.
_MOST_POWER = 300  # of ten; a float holds no more than 10**308
_LONGEST_POWER = 4  # characters of a power, its sign with them; so that no int of a thousand digits is made
_LIST_REACH = 8  # characters before a number in which "22," of "22,24,26" is looked for


def read_digits(text: str, at: int) -> Reading | None:
    """The number in digits that begins at a place, its sign with it.

    None where no digit stands, and where the form tells that it is no amount.
    """
    match = _DIGITS.match(text, at)
    if not match or len(match["body"]) > _MOST_CHARACTERS:
        return None
    sign, first = -1 if match["sign"] else 1, match.start("body")
    body = _with_spaced_groups(text, match["body"], first)
    if fraction := _slash_fraction(text, at, first, sign):
        return Reading(fraction, open=True)
    found = separated(_unlisted(text, body, first), "." in body and _continental(text))
    if found is None:
        return None
    value, end = sign * found[0], first + found[1]
    if closed := _with_power(text, at, end, value) or _ordinal(text, at, end, value):
        return Reading(closed)
    if vulgar := _VULGAR_BEHIND.match(text, end):  # "2½", "2 ½"
        value, end = value + sign * VULGAR[vulgar[1]], vulgar.end()
    return Reading(Numeral(at, end, value, digits=True), open=True)


def _with_spaced_groups(text: str, body: str, first: int) -> str:
    """The digits with the groups behind them in a text that writes "10 , 500"."""
    groups = _SPACED_GROUPS.match(text, first) if body.isdecimal() else None
    return groups[0] if groups and _spaces_groups(text) else body


def _unlisted(text: str, body: str, first: int) -> str:
    """The digits up to the first comma where the number is one of a list: "22,24,26"."""
    return body.split(",")[0] if _LISTED.search(text, max(0, first - _LIST_REACH), first) else body


def _slash_fraction(text: str, at: int, first: int, sign: int) -> Numeral | None:
    """The fraction with a slash ("3/4", "2 1/2"), not a part of "1/2/3"; less than one behind a whole number."""
    slash = _SLASH.match(text, first)
    if not slash or not int(slash["bottom"]) or text[max(0, first - 1) : first] == "/":
        return None
    part = int(slash["top"]) / int(slash["bottom"])
    if slash["whole"] is not None and part >= 1:
        return None
    return Numeral(at, slash.end(), sign * (int(slash["whole"] or 0) + part), "fraction", digits=True)


def _with_power(text: str, at: int, end: int, value: float) -> Numeral | None:
    """The number with the power of ten behind it: "3 x 10^6", "3e6"."""
    exponent = _EXPONENT.match(text, end)
    written = (exponent[1] or exponent[2]) if exponent else ""
    if not exponent or len(written) > _LONGEST_POWER:
        return None
    power = int(written.replace("−", "-"))
    return Numeral(at, exponent.end(), value * 10.0**power, digits=True) if abs(power) < _MOST_POWER else None


def _ordinal(text: str, at: int, end: int, value: float) -> Numeral | None:
    """The number as an ordinal: "21st"."""
    suffix = _ORDINAL_SUFFIX.match(text, end)
    return Numeral(at, suffix.end(), value, "ordinal", digits=True) if suffix else None


# ---------------------------------------------------------------- separators


def separated(body: str, continental: bool = False) -> tuple[float, int] | None:
    """The value of digits with separators, and how many characters of them belong to it.

    continental: the text writes decimals with a comma, so that a point between groups of three separates thousands.
    None where the form tells that it is no amount (an address, a version, a dotted date).
    """
    plain = _GROUP_BLANKS.sub("", body)
    commas, points = plain.count(","), plain.count(".")
    if not commas and not points:
        return float(plain), len(body)
    if plain.startswith("."):
        return (float(plain), len(body)) if points == 1 and not commas else None
    if commas and not points:
        value = _with_commas(plain.split(","))
        if value is None:
            listed = plain.partition(",")[0]  # "22,2456": only its first number
            return float(listed), len(listed)
        return value, len(body)
    value = _with_both(plain) if commas else _with_points(plain, points, continental)
    return None if value is None else (value, len(body))


def _with_commas(groups: list[str]) -> float | None:
    """The value of "15,000", "12,34,567", "6,5"; None where the commas neither group nor begin decimals."""
    if _are_thousands(groups) and groups[0] != "0":
        return float("".join(groups))
    return float(".".join(groups)) if len(groups) == 2 and len(groups[1]) <= 2 else None


def _with_both(plain: str) -> float | None:
    """The value of "1,234.5", "1.234,5": the last of the two marks begins the decimals."""
    mark = max(",", ".", key=plain.rfind)
    whole, _, decimals = plain.rpartition(mark)
    groups = _SEPARATOR.split(whole)
    return None if mark in whole or not _are_thousands(groups) else float("".join(groups) + "." + decimals)


def _with_points(plain: str, points: int, continental: bool) -> float | None:
    """The value of "2.5", "1.234.567"; None for a dotted date or a version."""
    groups = plain.split(".")
    if points > 1:
        return float("".join(groups)) if _are_western(groups) else None
    return float("".join(groups) if continental and _POINT_GROUP.fullmatch(plain) else plain)


def _are_western(groups: list[str]) -> bool:
    """True for thousands groups of three (1,234,567)."""
    return 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def _are_thousands(groups: list[str]) -> bool:
    """True for thousands groups, western (1,234,567) or Indian (12,34,567)."""
    if not 1 <= len(groups[0]) <= 3 or (len(groups[-1]) != 3 and len(groups) > 1):
        return False
    inner = {len(group) for group in groups[1:-1]}
    return inner <= {3} or (inner <= {2} and len(groups[0]) <= 2)


@lru_cache(maxsize=8)  # asked again for each number of a document
def _continental(text: str) -> bool:
    """True where the text writes decimals with a comma."""
    return bool(_COMMA_DECIMALS.search(text)) and not _POINT_DECIMALS.search(text)


@lru_cache(maxsize=8)
def _spaces_groups(text: str) -> bool:
    """True where the text has a blank before the comma of its thousands."""
    return bool(_SPACED_EVIDENCE.search(text))
