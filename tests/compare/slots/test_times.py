"""Times beside each other."""

from __future__ import annotations

import msgspec

from pipeline.compare.slots.times import is_dated, share_no_day
from tests.compare.support import time

TEXT = "On 5 March 2024, in March 2024, on 6 March 2024"
DAY = time(TEXT, "5 March 2024", "2024-03-05", "2024-03-06")
MONTH = time(TEXT, "March 2024,", "2024-03-01", "2024-04-01")
NEXT_DAY = time(TEXT, "6 March 2024", "2024-03-06", "2024-03-07")


def test_days_and_months() -> None:
    assert not share_no_day(DAY, MONTH) and not share_no_day(MONTH, DAY)
    assert share_no_day(DAY, NEXT_DAY) and share_no_day(NEXT_DAY, DAY)


def test_what_is_not_known_is_no_other_day() -> None:
    assert not share_no_day(DAY, msgspec.structs.replace(NEXT_DAY, start_date=None))


def test_durations_and_open_times_are_not_dated() -> None:
    assert is_dated(DAY)
    assert not is_dated(msgspec.structs.replace(DAY, kind="duration"))
    assert not is_dated(msgspec.structs.replace(DAY, start_date=None))
