"""What an input record says of itself: title, outlet, date. What is not understood is unknown, and refuses nothing."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from pipeline.records import Published, Source
from pipeline.text.expressions import expression

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_TIME = r"(?:[T ]\s?\d{1,2}:?\d{2}.*)?"
_WEEKDAY = r"(?:[A-Za-z]{3,9}\.?,?\s)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?,?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    expression(form, re.ASCII)
    for form in (
        rf"{_YEAR}(?:(?P<mark>[-/.])(?P<month>\d{{1,2}})(?:(?P=mark)(?P<day>\d{{1,2}}){_TIME})?)?",  # 2016-12-07T10:00Z
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T.*|\d{{6}})?",  # 20161207, 20161207T100000Z, 20161207100000
        rf"{_WEEKDAY}{_DAY}[ -]{_MONTH}[ -]{_YEAR}\b.*",  # Wed, 07 Dec 2016 10:00:00 GMT
        rf"{_WEEKDAY}{_MONTH}\s{_DAY},?\s{_YEAR}\b.*",  # December 7, 2016
        rf"[A-Za-z]{{3}}\s{_MONTH}\s{_DAY}\s\d\d:\d\d:\d\d(?:\s[A-Z]{{3,5}}|\s[+-]\d{{4}})?\s{_YEAR}",  # ctime
        rf"{_MONTH}\s{_YEAR}",  # December 2016
    )
)
_BEYOND_DATES = 10**14  # a whole number is a date of eight digits, or of fourteen with the time
_LONGEST_DATE = 100  # characters of a date with all that stands beside it
_YEARS = range(1600, 3000)  # that a document may be of


def published(value: object) -> Published | None:
    """The date that a record gives as its own: the day as written, whatever its time zone, as precise as it is given.

    value: a string in ISO 8601 (any precision, any time zone), as in e-mail, or with an English month; a whole number
        such as 20161207; or an object with such a ``value``. Day and month as numbers before the year ("07/12/2016")
        could be read in two ways and are not read.
    """
    if isinstance(value, Mapping):
        value = value.get("value")
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < _BEYOND_DATES:
        value = str(value)
    if not isinstance(value, str) or len(value) > _LONGEST_DATE:
        return None
    text = " ".join(value.split())
    for form in _FORMS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            return _date(int(parts["year"]), parts.get("month"), parts.get("day"))
    return None


def source(value: object) -> Source | None:
    """The outlet that a record names, as a string or as an object with a ``name``."""
    name = one_line(value.get("name") if isinstance(value, Mapping) else value)
    identifier = slug(name) if name else ""
    return Source(id=identifier, name=name, basis="metadata") if name and identifier else None


def one_line(value: object) -> str | None:
    """A string on one line; None for what is no string, is blank, or cannot be written as UTF-8."""
    if not isinstance(value, str):
        return None
    text = " ".join(value.replace("\0", " ").split())
    return text if text and not any("\ud800" <= char <= "\udfff" for char in text) else None


def slug(name: str) -> str:
    """A name as an id: letters and digits of any script in lower case, without accents, joined by "-"."""
    folded = unicodedata.normalize("NFKD", name.casefold().replace("'", "").replace("’", ""))
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def _date(year: int, month: str | None, day: str | None) -> Published | None:
    """The date in ISO 8601, if there is such a day."""
    number = 1 if month is None else _month(month)
    if number is None or year not in _YEARS:
        return None
    try:
        date = datetime.date(year, number, int(day or 1))
    except ValueError:
        return None
    precision: Literal["day", "month", "year"] = "day" if day else "month" if month else "year"
    return Published(
        value=date.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]], precision=precision, basis="metadata"
    )


def _month(month: str) -> int | None:
    """The number of a month that is given in digits or by (the beginning of) its English name."""
    if month.isdecimal():
        return int(month)
    name = month.lower()
    return next((number for number, full in enumerate(_MONTHS, 1) if full.startswith(name)), None)
