"""Number words that make one number: "two hundred and three thousand", "twenty-first", "five and a half".

A grammar of English numerals as a state machine. The state is what the last word was; the rules say behind which states
a word goes on with the number, and what it makes of the sum so far. Each word below a scale word adds to a group, a
scale word ("thousand") multiplies its group and adds it to the total; "and" joins where the grammar allows it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Final, Literal, NamedTuple

from pipeline.values.number_words import ABBREVIATED, ORDINALS, PLURALS, SCALES, TENS, UNITS
from pipeline.values.numerals.fractions import PART_WORDS, decimals, denominator_behind, mixed_part, of_a_scale
from pipeline.values.numerals.numeral import Form, Numeral, Reading, Word, word_at, word_behind

State = Literal["start", "unit", "teen", "ten", "hundred", "scale", "ordinal", "part"]


class Sum(NamedTuple):
    """A number as far as its words are read.

    last: what the last word was. total: the groups with their scales. group: what stands below the next scale word;
    0 behind a scale word. least: the least scale so far; only a lesser one starts a new group.
    """

    last: State
    total: float = 0.0
    group: float = 0.0
    least: float = inf

    @property
    def amount(self) -> float:
        """What the words make so far."""
        return self.total + self.group

    @property
    def is_open(self) -> bool:
        """True where a group is open: words stand behind the last scale word."""
        return self.last not in ("start", "scale")


START: Final = Sum("start")
ARTICLE: Final = Sum("unit", group=1.0)  # "a" of "a hundred"


# ---------------------------------------------------------------- what a word makes of the sum


def _add_as(state: State) -> Callable[[Sum, int], Sum]:
    """What adds a word to the group, as a word of the state."""
    return lambda so_far, value: so_far._replace(last=state, group=so_far.group + value)


def _hundredfold(so_far: Sum, value: int) -> Sum | None:
    """The sum with "hundred" behind its units ("twelve hundred"); a bare one stands at the head of a number only."""
    if so_far.last in ("unit", "teen", "ten"):
        return so_far._replace(last="hundred", group=so_far.group * value)
    return None if so_far.total else so_far._replace(last="hundred", group=float(value))


def _close_group(so_far: Sum, scale: int) -> Sum | None:
    """The sum with a scale word; a lesser one than the last closes its group ("two million five thousand"), any other
    multiplies right behind another only ("two thousand million").
    """
    if so_far.last == "scale" and so_far.total and scale > 100:
        return Sum("scale", so_far.total * scale, least=min(so_far.least, scale))
    if scale >= so_far.least:
        return None
    return Sum("scale", so_far.total + (so_far.group if so_far.is_open else 1.0) * scale, least=scale)


def _rank(so_far: Sum, value: int) -> Sum:
    """The sum with an ordinal as its last word: "twenty-first", "two hundredth"."""
    multiplies = value >= 100 and so_far.last != "start"
    return Sum("ordinal", so_far.amount * value if multiplies else so_far.amount + value)


def _divide(so_far: Sum, value: int) -> Sum:
    """The sum as the numerator of a fraction: "two thirds"."""
    return Sum("part", so_far.amount / value)


# ---------------------------------------------------------------- the grammar


class Rule(NamedTuple):
    """What a class of words does. behind: the states in which it goes on with a number. makes: the sum with it, or None
    where it goes on no further.
    """

    behind: frozenset[State]
    makes: Callable[[Sum, int], Sum | None]


def _behind(*states: State) -> frozenset[State]:
    return frozenset(states)


_ZERO = Rule(_behind("start", "hundred", "scale"), _add_as("unit"))
_UNIT = Rule(_behind("start", "ten", "hundred", "scale"), _add_as("unit"))
_TEEN = Rule(_behind("start", "hundred", "scale"), _add_as("teen"))
_TEN = Rule(_behind("start", "hundred", "scale"), _add_as("ten"))
_HUNDRED = Rule(_behind("start", "unit", "teen", "ten", "hundred", "scale"), _hundredfold)
_SCALE = Rule(_behind("start", "unit", "teen", "ten", "hundred", "scale"), _close_group)
_SCALE_IN_PLURAL = Rule(_behind("unit", "teen", "ten", "hundred", "scale"), _close_group)  # "two millions"
_UNIT_ORDINAL = Rule(_behind("start", "ten", "hundred", "scale"), _rank)  # "first" … "ninth"
_TENS_ORDINAL = Rule(_behind("start", "hundred", "scale"), _rank)  # "tenth" … "ninetieth"
_SCALE_ORDINAL = Rule(_behind("start", "unit", "hundred", "scale"), _rank)  # "hundredth" …
_PART = Rule(_behind("unit", "teen", "ten", "hundred"), _divide)  # "thirds"; "two third"

Meaning = tuple[Rule, int]
"""What a word can do in a number, and what it is worth."""


def _rule_of_unit(value: int) -> Rule:
    return _TEEN if value >= 10 else _UNIT if value else _ZERO


def _rule_of_ordinal(value: int) -> Rule:
    return _UNIT_ORDINAL if value < 10 else _TENS_ORDINAL if value < 100 else _SCALE_ORDINAL


def _meanings() -> dict[str, tuple[Meaning, ...]]:
    """Every number word, with its meanings in the order in which they are tried ("third": an ordinal, then a part)."""
    scales = {word: value for word, value in SCALES.items() if word not in ABBREVIATED}
    found: dict[str, tuple[Meaning, ...]] = {}
    for words, rule_of in (
        (UNITS, _rule_of_unit),
        (TENS, lambda _: _TEN),
        (scales, lambda value: _HUNDRED if value == 100 else _SCALE),
        (PLURALS, lambda _: _SCALE_IN_PLURAL),
        (ORDINALS, _rule_of_ordinal),
        (PART_WORDS, lambda _: _PART),
    ):
        for word, value in words.items():
            found[word] = (*found.get(word, ()), (rule_of(value), value))
    return found


_MEANINGS: Final = _meanings()
_FORMS: Final[dict[State, Form]] = {"ordinal": "ordinal", "part": "fraction"}  # a number that ends with such a word
_JOINERS: Final = ("and", "point")
_SMALL_WORDS: Final = frozenset({*UNITS, *TENS, *ORDINALS})


# ---------------------------------------------------------------- reading


def compose(text: str, at: int, so_far: Sum = START, end: int | None = None) -> Reading | None:
    """The number that the words from a place on make, as far as they go on with it.

    so_far, end: what is read of it already, and how far (an article); without them it begins with a word at ``at``.
    None where no word goes on with it.
    """
    begun = end
    word = word_at(text, at) if end is None else word_behind(text, end)
    while word is not None:
        if word.name in _JOINERS:
            if mixed := _mixed(text, at, so_far, word):
                return mixed
            word = _joined(text, so_far, word)
        longer = _with_word(so_far, word)
        if word is None or longer is None:
            break
        so_far, end = longer, word.end
        word = None if so_far.last in _FORMS else word_behind(text, end)
    return None if end is None or end == begun else Reading(_finished(text, at, end, so_far))


def _with_word(so_far: Sum, word: Word | None) -> Sum | None:
    """The sum with a word; None where the word does not go on with the number."""
    for rule, value in _MEANINGS.get(word.name, ()) if word else ():
        if so_far.last in rule.behind:
            return rule.makes(so_far, value)
    return None


def _mixed(text: str, at: int, so_far: Sum, joiner: Word) -> Reading | None:
    """What ends a number behind "and" or "point": "five and a half", "two million and a half", "six point two"."""
    if so_far.last == "start":
        return None
    is_decimal = joiner.name == "point" and so_far.is_open
    part = decimals(text, joiner.end) if is_decimal else mixed_part(text, joiner.end)
    if part is None:
        return None
    if is_decimal or so_far.last not in ("hundred", "scale"):
        return Reading(Numeral(at, part.end, so_far.amount + part.value), open=True)
    size = so_far.least if so_far.last == "scale" else 1.0
    own = word_behind(text, part.end)  # "one billion and a half million"
    if own and own.name not in ABBREVIATED and SCALES.get(own.name, size) < size:
        return Reading(Numeral(at, own.end, so_far.amount + part.value * SCALES[own.name]))
    return Reading(Numeral(at, part.end, so_far.amount + part.value * size))


def _joined(text: str, so_far: Sum, joiner: Word) -> Word | None:
    """The word behind "and" where it goes on with the number: "two hundred and five", never "five and six"."""
    if so_far.last not in ("hundred", "scale") or (joiner.name == "point" and so_far.is_open):
        return None
    word = word_behind(text, joiner.end)
    if word is None or word.name not in _SMALL_WORDS:
        return None
    behind = word_behind(text, word.end) if so_far.last == "hundred" else None
    return None if behind and behind.name == "hundred" else word  # "two hundred and five hundred": two numbers


def _finished(text: str, at: int, end: int, read: Sum) -> Numeral:
    """The numeral of a sum; with the denominator behind it, where one is ("two twenty-fifths")."""
    numeral = Numeral(at, end, read.amount, _FORMS.get(read.last, "cardinal"))
    if read.last in ("unit", "teen", "ten") and (part := denominator_behind(text, end)):
        numeral = Numeral(at, part.end, read.amount / part.value, "fraction")
    return of_a_scale(text, numeral) if numeral.form == "fraction" else numeral
