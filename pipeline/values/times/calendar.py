"""Values of the calendar, and counting on it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

Tense = Literal["past", "present", "future", ""]
Basis = Literal["stated", "document_date", "context"]
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}


@dataclass(frozen=True)
class Resolved:
    """A TIMEX3 value, its days [from, to) where it has any, and how we know."""

    value: str
    first: date | None = None
    after: date | None = None
    basis: Basis = "stated"


def one_day(day: date, time: str, basis: Basis) -> Resolved:
    """A day with the TIMEX time of it; "" for none."""
    return Resolved(day.isoformat() + time, day, add_days(day, 1), basis)


def is_one_day(resolved: Resolved) -> bool:
    """True for what lasts a day, or is a time of one."""
    return bool(resolved.first and resolved.after and (resolved.after - resolved.first).days == 1)


def safe_date(year: int, month: int = 1, day: int = 1) -> date | None:
    """A date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, days: int) -> date:
    """The day some days away; the same where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def add_months(day: date, months: int) -> date | None:
    """The same day of the month some months away (the last day where the month is shorter)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, amount: int) -> date | None:
    """``day`` moved by so many units; None where the calendar ends."""
    try:
        if unit == "D":
            return day + timedelta(days=amount)
        if unit in ("W", "WE", "2W"):
            return day + timedelta(weeks=amount * (2 if unit == "2W" else 1))
    except OverflowError:
        return None
    months = _MONTHS.get(unit)
    return add_months(day, amount * months) if months and abs(amount) < 10**6 else None


def weekend(day: date, basis: Basis) -> Resolved:
    """The weekend of the week that holds ``day``."""
    saturday = add_days(day, 5 - day.weekday())
    year, week, _ = day.isocalendar()
    return Resolved(f"{year}-W{week:02}-WE", saturday, add_days(saturday, 2), basis)


def unit_value(day: date, unit: str, basis: Basis) -> Resolved:
    """The calendar unit that holds ``day``: its value and days."""
    if unit == "D":
        return Resolved(day.isoformat(), day, add_days(day, 1), basis)
    if unit in ("W", "2W"):
        monday = add_days(day, -day.weekday())
        year, week, _ = day.isocalendar()
        return Resolved(f"{year}-W{week:02}", monday, add_days(monday, 7), basis)
    if unit == "WE":
        return weekend(day, basis)
    if unit == "M":
        first = day.replace(day=1)
        return Resolved(f"{day.year:04}-{day.month:02}", first, add_months(first, 1), basis)
    if unit == "Q":
        quarter = (day.month - 1) // 3
        first = date(day.year, quarter * 3 + 1, 1)
        return Resolved(f"{day.year:04}-Q{quarter + 1}", first, add_months(first, 3), basis)
    if unit == "DE":
        decade = safe_date(day.year // 10 * 10)
        return Resolved(str(day.year // 10), decade, decade and add_months(decade, 120), basis)
    if unit == "CE":
        century = safe_date(max(1, day.year // 100 * 100))
        return Resolved(str(day.year // 100), century, century and add_months(century, 1200), basis)
    return Resolved(f"{day.year:04}", date(day.year, 1, 1), safe_date(day.year + 1), basis)


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    moon = (skipped + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def feast_day(rule: str, year: int) -> date | None:
    """The day of a feast in a year, by its rule in ``models/holidays.txt``."""
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule.removeprefix("easter")))
    if "-" in rule and " " not in rule:
        return safe_date(year, int(rule[:2]), int(rule[3:]))
    month, weekday, number, *later = (int(part) for part in rule.split())
    if number < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1) + sum(later))
