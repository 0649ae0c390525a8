"""The words that time expressions are made of, and the pieces of patterns built from them."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1
    )
    for name in names.split()
}  # fmt: skip
SHORT_MONTHS = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
         "sunday sun"), start=1
    )
    for name in names.split()
}  # fmt: skip
FULL_WEEKDAYS = {name for name in WEEKDAYS if name.endswith("day")}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "dawn": "TMO",
         "midnight": "T24:00", "midday": "T12:00", "lunchtime": "TMI", "daytime": "TDT",
         "overnight": "TNI"}  # fmt: skip
# unit noun: code ("T" first for those of a day's parts)
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q",
    "decade": "DE", "century": "CE", "fortnight": "2W", "weekend": "WE", "millennium": "ML",
    "hr": "TH", "hrs": "TH", "min": "TM", "mins": "TM", "sec": "TS", "secs": "TS", "yr": "Y", "yrs": "Y",
}  # fmt: skip
PLURALS = {
    name + "s": code for name, code in UNITS.items() if len(name) > 4 or name in ("day", "week", "hour", "year")
} | {"centuries": "CE", "millennia": "ML", "nights": "NI"}
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
           "nineties": 9}  # fmt: skip
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF", "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF",
    "past": "PAST_REF", "term": "FUTURE_REF", "future": "FUTURE_REF",
}  # fmt: skip
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
SETS = {"daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "quarterly": "P3M", "annually": "XXXX",
        "yearly": "XXXX", "annual": "XXXX", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI"}  # fmt: skip

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
WEEKDAY = "(?:" + "|".join(sorted(FULL_WEEKDAYS)) + ")"
# what may stand before a length of time and belongs to it
AMOUNT_MODIFIER = (
    r"(?:(?:a little |slightly |just |well )?(?:more than|less than|over|under)|at least|at most|no more than"
    r"|no less than"
    r"|fewer than|up to|nearly|almost|about|around|roughly|approximately|some|close to|as long as|as little as|only"
    r"|just)"
)
