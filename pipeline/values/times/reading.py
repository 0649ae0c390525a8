"""The grammar of time expressions: from words in the text to what they say, without any calendar yet.

A word of the table of readers, or a number, is where reading starts; its readers look left and right from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from pipeline.lexicon.holidays import Feast
from pipeline.lexicon.time_words import TimeWords
from pipeline.values.times import (
    clocks,
    dates,
    day_parts,
    days,
    decades,
    fractions,
    lengths,
    numeric_dates,
    seasons,
    words,
    years,
)
from pipeline.values.times.cased import CasedText, Trigger
from pipeline.values.times.clocks import Clocks
from pipeline.values.times.expression import Expression
from pipeline.values.times.feasts import Feasts
from pipeline.values.times.fractions import Fractions
from pipeline.values.times.joining import with_day_or_clock, with_smaller_units
from pipeline.values.times.periods import Counts
from pipeline.values.times.references import References
from pipeline.values.times.sets import Sets
from pipeline.values.times.units import Units
from pipeline.values.times.weekdays import Weekdays
from pipeline.values.times.years import Years

Reader = Callable[[Trigger], Expression | None]

_NEAR = 24  # characters behind an expression within which what is joined to it begins: "the following", by hand
_LONGEST_NUMBER = 4  # digits: longer numbers are no times


class Grammar:
    """All readers, and the one expression that finds where they start."""

    def __init__(self, feasts: Mapping[str, Feast], time_words: TimeWords, counts: Counts) -> None:
        """feasts: by their names. time_words: for all readers. counts: reads how many units there are."""
        self._clocks = Clocks(time_words)
        of_years = Years(time_words)
        self._readers = _readers_by_word(Feasts(feasts), self._clocks, time_words, counts)
        short = (
            numeric_dates.numeric,
            self._clocks.clock,
            self._clocks.of_clock,
            dates.from_day,
            days.day_of_month,
            of_years.read,
        )
        self._digit_readers: Mapping[int, tuple[Reader, ...]] = {
            1: short,
            2: short,
            3: (of_years.read,),
            _LONGEST_NUMBER: (numeric_dates.iso, self._clocks.military, of_years.read),
        }
        self._trigger = re.compile(rf"(?<![a-z])(?:{_any_word(self._readers)})(?![a-z])|\d+")

    def expressions(self, text: str) -> Iterator[Expression]:
        """All time expressions of ``text`` as written, in order, without overlaps."""
        cased = CasedText.of(text)
        floor = 0
        for match in self._trigger.finditer(cased.low):
            start, end = match.span()
            if start < floor:
                continue
            found = self._read(cased, start, end, floor)
            if found is None or found.start < floor:
                continue
            found = self._joined(cased, found)
            yield found
            floor = found.end
            for more in chain(dates.second_day(cased, found), years.last_year(cased, found)):
                yield more
                floor = more.end

    def _read(self, text: CasedText, start: int, end: int, floor: int) -> Expression | None:
        """The expression that is read from a word or number of the text; None where it tells no time."""
        readers = self._readers.get(text.low[start:end])
        if readers is None:
            if _is_part_of_number(text.text, start):
                return None
            readers = self._digit_readers.get(end - start, ())
        word = Trigger.at(text, start, end, floor)
        for read in readers:
            found = read(word)
            if found is not None:
                return found
        return None

    def _joined(self, text: CasedText, found: Expression) -> Expression:
        """An expression with what belongs to it behind it: smaller units, its day, its time by the clock."""
        next_at = partial(self._next, text)
        return with_day_or_clock(text, with_smaller_units(text, found, next_at), next_at, self._clocks)

    def _next(self, text: CasedText, at: int) -> Expression | None:
        """The expression right behind ``at``, if there is one."""
        for match in self._trigger.finditer(text.low, at, at + _NEAR):
            found = self._read(text, match.start(), match.end(), at)
            if found is not None:
                return found
        return None


def _is_part_of_number(text: str, start: int) -> bool:
    """True where digits go on a word, a number, an amount of money or an address."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "$€£_#/@\\."):
        return True
    return start > 1 and text[start - 1] in ",:" and text[start - 2].isdecimal()


def _readers_by_word(
    feasts: Feasts, of_clocks: Clocks, time_words: TimeWords, counts: Counts
) -> Mapping[str, tuple[Reader, ...]]:
    """The readers of each word that a time expression may be found by; the first that reads something wins."""
    weekdays, sets, references = Weekdays(time_words), Sets(time_words, counts), References(time_words)
    of_fractions, units = Fractions(time_words), Units(time_words, sets, counts)
    rows: tuple[tuple[Iterable[str], Reader], ...] = (
        (feasts.triggers, feasts.read),
        (words.MONTHS, dates.from_month),
        (words.FULL_WEEKDAYS, weekdays.read),
        ((name + "s" for name in words.FULL_WEEKDAYS), weekdays.read),
        (words.DAYS, days.day_word),
        (words.PARTS, day_parts.part_of_day),
        (words.HOURS, clocks.hour_word),
        (("o",), of_clocks.o_clock),
        (words.SEASONS, seasons.season),
        (("half",), of_fractions.half),
        (("q1", "q2", "q3", "q4", "h1", "h2"), fractions.in_short),
        (words.DECADES, decades.decade_word),
        (references.triggers, references.read),
        (sets.triggers, sets.word),
        (lengths.LONG_WORDS, lengths.long_word),
        (("quarter",), of_fractions.quarter),
        (words.UNITS.keys() - {"quarter"}, units.read),
        (words.PLURALS, units.read),
    )
    table: dict[str, tuple[Reader, ...]] = {}
    for names, reader in rows:
        for name in names:
            table[name] = (*table.get(name, ()), reader)
    return table


def _any_word(names: Iterable[str]) -> str:
    """A pattern for any of the words as one tree of letters: each letter of a text is looked at once or twice."""
    tree: dict[str, dict[str, object]] = {}
    for name in names:
        node: dict[str, object] = tree  # type: ignore[assignment]
        for letter in name:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _branches(tree)


def _branches(node: Mapping[str, object]) -> str:
    ways = [re.escape(letter) + _branches(node[letter]) for letter in sorted(node) if letter]  # type: ignore[arg-type]
    if not ways:
        return ""
    return ("(?:" + "|".join(ways) + ")" if len(ways) > 1 or "" in node else ways[0]) + ("?" if "" in node else "")
