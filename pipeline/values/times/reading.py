"""The grammar of time expressions: from words in the text to what they say, without any calendar yet.

A word of the table ``READERS``, or a number, is where reading starts; its readers look left and right from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from pipeline.text.expressions import expression
from pipeline.values import number_words
from pipeline.values.times import clocks, dates, days, holidays, lengths, references, seasons, sets, units, words, years
from pipeline.values.times.expression import Expression
from pipeline.values.times.source import Source

Reader = Callable[[Source, int, int, int], Expression | None]

_KINDS: tuple[tuple[Iterable[str], Reader], ...] = (
    (words.MONTHS, dates.month),
    (words.FULL_WEEKDAYS, days.weekday),
    ((name + "s" for name in sorted(words.FULL_WEEKDAYS)), days.weekday),
    (words.DAYS, days.day_word),
    (words.PARTS, days.part),
    (words.HOURS, clocks.hour_word),
    (("o",), clocks.o_clock),
    (words.SEASONS, seasons.season),
    (("half",), seasons.half),
    (("q1", "q2", "q3", "q4", "h1", "h2"), seasons.short_fraction),
    (words.DECADES, years.decade_word),
    (references.TRIGGERS, references.reference),
    (sets.TRIGGERS, sets.word),
    (lengths.LONG_WORDS, lengths.long_word),
    (words.UNITS, units.unit),
    (words.PLURALS, units.unit),
)


@cache
def readers() -> Mapping[str, tuple[Reader, ...]]:
    """The readers of each word that a time expression may be found by, the first that reads something wins."""
    table: dict[str, tuple[Reader, ...]] = dict.fromkeys(holidays.triggers(), (holidays.feast,))
    for names, reader in _KINDS:
        for name in names:
            table[name] = (*table.get(name, ()), reader)
    return table


@cache
def _trigger() -> re.Pattern[str]:
    """A number, or any word of the table as one tree of letters: each letter of a text is looked at once or twice."""
    tree: dict[str, dict[str, object]] = {}
    for name in readers():
        node: dict[str, object] = tree  # type: ignore[assignment]
        for letter in name:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return re.compile(rf"(?<![a-z])(?:{_branches(tree)})(?![a-z])|\d+")


def _branches(node: Mapping[str, object]) -> str:
    ways = [re.escape(letter) + _branches(node[letter]) for letter in sorted(node) if letter]  # type: ignore[arg-type]
    if not ways:
        return ""
    return ("(?:" + "|".join(ways) + ")" if len(ways) > 1 or "" in node else ways[0]) + ("?" if "" in node else "")


def expressions(text: str) -> Iterator[Expression]:
    """All time expressions of ``text`` as written, in order, without overlaps."""
    source = Source.of(text)
    floor = 0
    for match in _trigger().finditer(source.low):
        start, end = match.span()
        if start < floor:
            continue
        found = _read(source, match[0], start, end, floor)
        if found is None or found.start < floor:
            continue
        found = _with_clock(source, _with_parts(source, found))
        yield found
        floor = found.end
        for more in (*dates.second_day(source, found), *years.last_year(source, found)):
            yield more
            floor = more.end


def _read(source: Source, name: str, start: int, end: int, floor: int) -> Expression | None:
    if name[0].isdecimal() and name not in readers():
        return _digits(source, start, end, floor)
    for reader in readers()[name]:
        found = reader(source, start, end, floor)
        if found is not None:
            return found
    return None


def _digits(source: Source, start: int, end: int, floor: int) -> Expression | None:
    """Dates and times that begin with digits."""
    text = source.text
    if start and (text[start - 1].isalnum() or text[start - 1] in "$€£_#/@\\."):
        return None
    if start > 1 and text[start - 1] in ",:" and text[start - 2].isdecimal():
        return None
    length = end - start
    if length > 4:
        return None
    if length == 4:
        found = dates.iso(source, start) or clocks.military(source, start, floor)
    elif length <= 2:
        found = (
            dates.numeric(source, start)
            or clocks.clock(source, start, floor)
            or clocks.of_clock(source, start, end, floor)
            or dates.day_month(source, start, end, floor)
            or days.nth(source, start, end, floor)
        )
    else:
        found = None
    return found or years.digits(source, start, end, floor)


# ---------------------------------------------------------------- lengths in several units

_AND = expression(rf"(?: and |, and |, | )(?=\d|(?:{words.any_of({*number_words.UNITS, *number_words.TENS})})\b)")
_SMALLER = {
    "Y": ("M", "W", "D"),
    "M": ("W", "D"),
    "W": ("D", "TH"),
    "D": ("TH", "TM"),
    "TH": ("TM", "TS"),
    "TM": ("TS",),
}


def _with_parts(source: Source, found: Expression) -> Expression:
    """ "11 months and 29 days", "2 hours 30 minutes" are one length each."""
    while found.kind == "duration" and found.amount is not None and (gap := _AND.match(source.low, found.end)):
        part = _next(source, gap.end())
        if part is None or part.start != gap.end() or part.kind != "duration" or part.amount is None:
            break
        if part.unit not in _SMALLER.get(found.unit, ()):
            break
        timed = "T" in found.value and part.value.startswith("PT")
        found = replace(found, end=part.end, unit=part.unit, value=found.value + part.value[2 if timed else 1 :])
    return found


# ---------------------------------------------------------------- a clock time beside its day

_BESIDE = expression(r",? (?:the )?")


def _with_clock(source: Source, found: Expression) -> Expression:
    """ "8 p.m. Friday", "5 p.m. EST, Nov. 6", "2:30 the next day", "Feb. 5, 2026 10:30 AM" are one time each."""
    gap = _BESIDE.match(source.low, found.end)
    if gap is None:
        return found
    if found.kind == "clock":
        day = _next(source, found.end)
        if day is None or day.clock or day.start not in (gap.end(), gap.end() - 4, found.end + 1):
            return found
        if (day.kind in ("date", "day") and (day.day or day.weekday or day.kind == "day")) or day.unit == "D":
            return replace(day, start=found.start, clock=_afternoon(found.clock, day.part), part="")
        return found
    if ((found.day and found.month) or found.weekday or found.kind == "day") and not found.clock and not found.part:
        clock = clocks.CLOCK.match(source.low, found.end + 1) or clocks.CLOCK.match(source.low, found.end + 2)
        if clock and clock.start() == gap.end():
            time = clocks.clock(source, clock.start(), found.end)
            if time and time.start == clock.start():
                return replace(found, end=time.end, clock=time.clock)
    return found


def _next(source: Source, at: int) -> Expression | None:
    """The expression right behind ``at``, if there is one."""
    for match in _trigger().finditer(source.low, at, at + 24):
        found = _read(source, match[0], match.start(), match.end(), at)
        if found is not None:
            return found
    return None


def _afternoon(clock: str, part: str) -> str:
    """ "12:45 Thursday afternoon", "8 Sunday night": the part of the day tells which half of it is meant."""
    hour = int(clock[1:3])
    if part in ("TAF", "TEV", "TNI") and 1 <= hour < 12 and not (part == "TNI" and hour < 5):
        return f"T{hour + 12}{clock[3:]}"
    return clock
