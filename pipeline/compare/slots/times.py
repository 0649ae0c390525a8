"""Times beside each other."""

from __future__ import annotations

from pipeline.records import Time


def share_no_day(one: Time, other: Time) -> bool:
    """True when two dated times have no day in common; False where a day is not known."""
    if None in (one.start_date, one.end_date, other.start_date, other.end_date):
        return False
    return str(one.end_date) <= str(other.start_date) or str(other.end_date) <= str(one.start_date)


def is_dated(time: Time) -> bool:
    """True for a date or a time of day whose first day is known; durations and habits are none."""
    return time.start_date is not None and time.kind in ("date", "time")
