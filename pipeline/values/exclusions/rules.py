"""Which numbers are quantities: not those in names, determiners and idioms. The list of reasons why one is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

from pipeline.lexicon.counting import CountingWords
from pipeline.lexicon.numbers import NumberWords
from pipeline.values.context import NumeralInContext
from pipeline.values.exclusions.idioms import Idioms, is_no_one, is_some_time, ranks_nothing
from pipeline.values.exclusions.named_numbers import (
    NamedNumbers,
    has_a_capital,
    is_inside_a_name,
    is_of_a_group,
    is_thing_itself,
    is_variant,
    is_word_in_a_name,
    is_year,
)
from pipeline.values.exclusions.written_names import (
    WrittenNames,
    is_block,
    is_code,
    is_dialled,
    is_in_a_title,
    is_list_mark,
    is_numbered,
)

Sort = Literal["measure", "rank", "part", "word", "figure"]
"""A number with a unit, an ordinal, a fraction in words, a bare number in words, a bare number in digits."""
ANY: tuple[Sort, ...] = get_args(Sort)
COUNTS: tuple[Sort, ...] = ("word", "figure")


class Rule(NamedTuple):
    """A reason why a number is no quantity. sorts: the sorts of numbers of which it is asked."""

    reason: str
    sorts: tuple[Sort, ...]
    holds: Callable[[NumeralInContext], bool]


class Exclusions:
    """The reasons why numbers are no quantities, in the order in which they are asked."""

    def __init__(self, numbers: NumberWords, words: CountingWords) -> None:
        idioms, written, named = Idioms(numbers, words), WrittenNames(numbers), NamedNumbers(numbers, words)
        self.rules = (
            Rule("an idiom", ANY, idioms.has),
            Rule("a known name", ANY, written.is_known),
            Rule("a title", ANY, is_in_a_title),
            Rule("a capital", ANY, has_a_capital),
            Rule("some time", ("measure",), is_some_time),
            Rule("no rank", ("rank",), ranks_nothing),
            Rule("no part", ("part",), idioms.is_no_part),
            Rule("a compound", COUNTS, idioms.is_compound),
            Rule("no one", ("word",), is_no_one),
            Rule("its number", COUNTS, is_numbered),
            Rule("a block", COUNTS, is_block),
            Rule("one of pages", ("figure",), written.is_one_of_pages),
            Rule("a name alone", ("figure",), written.is_a_name_alone),
            Rule("an emergency number", ("figure",), written.is_called),
            Rule("a dialled number", ("figure",), is_dialled),
            Rule("a law", ("figure",), written.is_of_a_law),
            Rule("a street", ("figure",), written.is_of_a_street),
            Rule("a code", ("figure",), is_code),
            Rule("a place in a list", ("figure",), is_list_mark),
            Rule("a variant", COUNTS, is_variant),
            Rule("a code word", ("figure",), named.is_code),
            Rule("the thing itself", ("figure",), is_thing_itself),
            Rule("its subject's name", ("figure",), named.names_its_subject),
            Rule("what a noun is called", ("figure",), named.is_of_identifier),
            Rule("what a noun is called", ("word",), named.is_word_of_identifier),
            Rule("the name before", ("figure",), named.is_of_name_before),
            Rule("a name with a number word", ("word",), is_word_in_a_name),
            Rule("a group's name", ("figure",), is_of_a_group),
            Rule("an entity's name", ("figure",), is_inside_a_name),
            Rule("a year", ("figure",), is_year),
        )
        self._of_sort = {sort: tuple(rule for rule in self.rules if sort in rule.sorts) for sort in ANY}

    def reason(self, place: NumeralInContext) -> str | None:
        """Why a number counts, measures and ranks nothing; None for a quantity, as each part of a score is."""
        if place.score:
            return None
        for rule in self._of_sort[sort_of(place)]:
            if rule.holds(place):
                return rule.reason
        return None

    def is_quantity(self, place: NumeralInContext) -> bool:
        """False for a number that counts, measures and ranks nothing."""
        return self.reason(place) is None


def sort_of(place: NumeralInContext) -> Sort:
    """What sort of number it is."""
    if place.unit == "rank":
        return "rank"
    if place.unit != "count":
        return "measure"
    if place.number.digits:
        return "figure"
    return "part" if place.number.form == "fraction" else "word"
