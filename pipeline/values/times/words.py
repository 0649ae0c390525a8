"""The words that time expressions are made of, and the pieces of patterns built from them."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of the words, which may be patterns themselves, the longest first."""
    return "(?:" + "|".join(sorted(names, key=lambda name: (-len(name), name))) + ")"


def any_phrase(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases of a data file, with either apostrophe."""
    return any_of(re.escape(phrase).replace("'", "['’]") for phrase in phrases)


def _numbered(rows: str) -> dict[str, int]:
    """The number of each word: rows with commas between them, several words of one number in a row."""
    return {name: number for number, names in enumerate(rows.split(","), start=1) for name in names.split()}


MONTHS = _numbered(
    "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept sep,"
    "october oct, november nov, december dec"
)
SHORT_MONTHS = {name for name in MONTHS if len(name) <= 4} - {"may", "june", "july"}
WEEKDAYS = _numbered(
    "monday mon, tuesday tue tues, wednesday wed, thursday thu thur thurs, friday fri, saturday sat, sunday sun"
)
FULL_WEEKDAYS = {name for name in WEEKDAYS if name.endswith("day")}
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO", "dusk": "TEV",
         "lunchtime": "TMI", "daytime": "TDT", "overnight": "TNI"}  # fmt: skip
HOURS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
TIMES_OF_DAY = PARTS | HOURS
# unit noun: code ("T" first for those of a day's parts)
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q",
    "decade": "DE", "century": "CE", "fortnight": "2W", "weekend": "WE", "millennium": "ML", "night": "NI",
    "hr": "TH", "hrs": "TH", "min": "TM", "mins": "TM", "sec": "TS", "secs": "TS", "yr": "Y", "yrs": "Y",
}  # fmt: skip
PLURALS = {name + "s": code for name, code in UNITS.items() if len(name) > 3 and name[-1] not in "sm"} | {
    "days": "D", "centuries": "CE", "millennia": "ML",
}  # fmt: skip
ORDINALS = _numbered(
    "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth,"
    "fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty-first, twenty-second,"
    "twenty-third, twenty-fourth, twenty-fifth, twenty-sixth, twenty-seventh, twenty-eighth, twenty-ninth, thirtieth,"
    "thirty-first"
)
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
           "nineties": 9}  # fmt: skip
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}

MONTH = any_of(MONTHS) + r"(?![^\W\d_])\.?"
WEEKDAY_OR_SHORT = any_of(WEEKDAYS) + r"(?![^\W\d_])\.?"
ORDINAL = any_of(ORDINALS)
SUFFIX = r"(?:st|nd|rd|th)"
YEAR = r"(?:1\d|20)\d\d(?!\d|[.,]\d)"
BC = r" ?(?:b\.c\.(?:e\.)?|b\.c\b|bce?(?![^\W_]))"
EARLY = r"(?:(?:very )?(?:early|late|mid|earlier|later|sometime|some time)(?: in)?)"
# parts of a period that belong to the expression and leave its value as it is
PART_OF = (
    r"(?:the )?(?:very )?(?:beginning|start|middle|end|close|rest|remainder|turn|final days|early days|closing days"
    r"|opening days|last days|first days|latter part|early part|first part|better part|good part|bulk|first half"
    r"|second half|last half|latter half|back half|run-up to the end) of"
)
RELATION = (
    r"(?:this past|this coming|this very|this|the current|current|the last|last|the past|past|the next|next"
    r"|the coming|the upcoming|coming|upcoming|the previous|previous|the preceding|the following|following"
    r"|the subsequent|that same|that very|that|this same|the same|the latest)"
)
DAY_PART = any_of(TIMES_OF_DAY)
_LAST_OF_THIS_CENTURY = 40  # by hand: texts tell of the wars of the '40s more often than of the 2040s


def month_of(name: str) -> int:
    """The number of a month as ``MONTH`` finds it."""
    return MONTHS[name.rstrip(".")]


def year_of_two_digits(number: int) -> int:
    """The year that two digits behind an apostrophe mean: '41 to '99 of the last century, '00 to '40 of this one."""
    return number + (1900 if number > _LAST_OF_THIS_CENTURY else 2000)


def numbered_part(unit: str, ordinal: str) -> str:
    """The code of a part of a year: ("quarter", "third") is "Q3"."""
    return f"{'Q' if unit == 'quarter' else 'H'}{ORDINALS[ordinal]}"


def half_named(modifier: str) -> str:
    """The half of a year that the words before it name: "H1" for "the first half of"; "" where they name none."""
    if "half of" not in modifier:
        return ""
    return "H1" if "first half of" in modifier else "H2"
