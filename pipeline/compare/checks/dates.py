"""The check of an event's date."""

from __future__ import annotations

from pipeline.compare.checks.check import Difference, StatementPair
from pipeline.compare.findings import Item
from pipeline.compare.slots.statements import Statement
from pipeline.compare.slots.times import share_no_day
from pipeline.records import Time


def different_dates(pair: StatementPair) -> Difference | None:
    """The same event on two days: the same verb and subject, most words the same, and dates with no day in common."""
    first, second = only_date(pair.one), only_date(pair.other)
    if first is None or second is None or first.text == second.text or not share_no_day(first, second):
        return None
    return Difference("contradicts", "high", f"the dates are {first.value} and {second.value}")


def only_date(statement: Statement) -> Time | None:
    """The one date of a claim; None when it has none, or several."""
    dates = statement.dated_times
    return dates[0] if len(dates) == 1 else None


def shown_date(statement: Statement) -> Item:
    """The claim with its date, and that alone."""
    time = only_date(statement)
    assert time is not None, "the check looked at it"
    span = time.start, time.end
    return Item(statement, time.text, span, "when", span, says=time.value)
