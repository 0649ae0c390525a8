"""The grammar as a whole: what it finds lies in the text, in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon.lexicon import packaged
from pipeline.values.numerals import Numerals
from pipeline.values.times import words
from pipeline.values.times.expression import CalendarDate, CalendarUnit, Weekday
from pipeline.values.times.periods import Counts
from pipeline.values.times.reading import Grammar

GRAMMAR = Grammar(packaged().holidays, packaged().time_words, Counts(Numerals(packaged().counting)))
_WORDS = st.sampled_from(
    [
        *words.MONTHS, "May", "Friday", "Sept.", *words.UNITS, *words.PLURALS, *words.PARTS, *words.DAYS,
        "the", "last", "of", "a", "half", "every", "ago", "in", "before", "two", "quarter", "Q3", "o'clock", "p.m.",
        "BC", "-", ",", ".", "\n", "\n\n", "3", "12th", "1998", "98", "1990s", "10:30", "5/11/2015", "2021-11-30",
        "Christmas", "Easter", "weekend", "century", "nineteenth", "and", "to", "–", "’s",
    ]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=24), st.sampled_from(["", " "]))
def test_expressions_lie_in_order(parts: list[str], between: str) -> None:
    """No expression is empty, overlaps the one before or leaves the text."""
    text = between.join(parts)
    end = 0
    for found in GRAMMAR.expressions(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


def test_what_expressions_say() -> None:
    """Each kind of expression holds what its words say, before any calendar."""
    found = list(GRAMMAR.expressions("On 2 June 1953, and again last week and early next Friday morning, it rained."))
    assert found == [
        CalendarDate(3, 14, year=1953, month=6, day=2),
        CalendarUnit(26, 35, unit="W", relation="last"),
        Weekday(40, 65, number=5, relation="next", time="TMO"),
    ]


def test_digits_of_other_things() -> None:
    """No time in amounts, addresses and parts of numbers."""
    assert list(GRAMMAR.expressions("$1998 a#1998 x@1998 8,1998 12345 v1998 1.1998")) == []
