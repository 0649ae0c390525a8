"""Amounts in text as records: an interval with a bound, a unit, what is counted, what it is per, a change or not.

The grammar: sign or currency, number, multiplier, unit, rate (``amounts``); two of them joined make a range
(``ranges``); comparators around them give the bound; the parse gives what is counted or measured. It starts from digits
and number words alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pipeline.lexicon import bounds
from pipeline.lexicon.bounds import LOWER, UPPER
from pipeline.records import Bound, Dimension, Label, Quantity
from pipeline.text.addresses import addresses
from pipeline.text.expressions import expression
from pipeline.text.numbers import tidy
from pipeline.values import changes, counted, multiples
from pipeline.values.ages import age_of, behind_people, bounded_age, decades
from pipeline.values.amounts import Amount, cut, read_amount, run_end, telephones
from pipeline.values.exclusions.rules import is_quantity
from pipeline.values.neighbours import bound_pairs, conversions, without_lists
from pipeline.values.numerals import starts
from pipeline.values.place import Place
from pipeline.values.ranges import is_score, is_vote, range_of, share, shares_unit
from pipeline.values.units import units

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


_DASH = expression(r"(?:\s?[-–—]\s?| to )(?=\d)")
_LATE_RATE = expression(r" of (?:[\w-]+ ){1,3}?(?:per|an?|every|each) ")


_TIMES_MORE = expression(r"times (?:as )?(?:(?:more|many|much|fewer|less) )?(?=.)")

_BRING_UP = ("bring", "revise", "add", "go", "come", "take", "push", "build", "raise", "lift", "drive", "move")


def find_quantities(doc: Doc, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """All quantities of ``doc`` in order, without overlaps.

    taken: spans that are something else (dates), in order; no quantity is read from them.
    """
    text = doc.text
    if others := [*addresses(text), *telephones(text)]:
        taken = sorted([*taken, *others])
    found: list[Quantity] = []
    end, index, scored, voted = 0, 0, -1, False
    for at in starts(text):
        while index < len(taken) and taken[index][1] <= at:
            index += 1
        if at < end or (index < len(taken) and taken[index][0] <= at):
            continue
        amount = read_amount(text, at, end)
        if amount is None:
            end = max(end, run_end(text, at))
            continue
        if index < len(taken) and amount.end > taken[index][0]:
            amount = cut(text, amount, taken[index][0])
            if amount is None:
                continue
        amount = share(text, amount)
        high = range_of(text, amount)
        if high is not None and _to_a_level(doc, text, amount, high):
            high = None
        if high is not None and any(high.end > start and high.start < stop for start, stop in taken[index : index + 2]):
            high = None
        if high is None:
            amount = shares_unit(text, amount)
        score = amount.start == scored
        if high is None and (dash := _DASH.match(text, amount.end)):
            second = read_amount(text, dash.end(), dash.end(), linked=True)
            if second is not None and is_score(text, amount, second, dash[0].strip()):
                score, scored = True, second.start
                voted = is_vote(text, amount, second)
        quantity = _quantity(doc, text, amount, high, score)
        if quantity is not None and score and voted:
            quantity = replace(quantity, of="votes", of_head="vote")
        if quantity is None:
            end = high.end if high else amount.end
            continue
        found.append(quantity)
        end = quantity.end
    return _with_words(doc, conversions(text, bound_pairs(text, without_lists(text, found))))


def label_of(quantity: Quantity) -> Label:
    """The OntoNotes label of a quantity; durations and ages are dates there, hours and less are times."""
    if quantity.dimension == "money":
        return "MONEY"
    if quantity.dimension == "ratio" and quantity.unit in ("percent", "percentage_point", "basis_point", "permille"):
        return "PERCENT"
    if quantity.dimension == "rank":
        return "ORDINAL"
    if quantity.dimension in ("count", "ratio"):
        return "CARDINAL"
    if quantity.dimension in ("duration", "age"):
        return "TIME" if quantity.unit in ("hour", "minute", "second", "millisecond") else "DATE"
    return "QUANTITY"


# ---------------------------------------------------------------- beside the numerals


def _to_a_level(doc: Doc, text: str, low: Amount, high: Amount) -> bool:
    """ "rose 20 cents to 43 cents", "jumped 137,000 to 853,000": a change and a level, not a range."""
    if " to " not in text[low.end : high.end] and " to " not in text[low.number.end : high.end]:
        return False
    span = doc.char_span(low.start, low.end, alignment_mode="expand")
    if span is None or not changes.follows_a_verb(span):
        return False
    return low.dimension == high.dimension and (low.unit != "count" or high.unit == "count")


def _with_words(doc: Doc, found: list[Quantity]) -> list[Quantity]:
    """The quantities with those that no numeral begins: "doubled", "in her 40s"."""
    text = doc.text
    more: list[Quantity] = []
    for multiple in multiples.find(doc):
        span = doc.char_span(multiple.start, multiple.end, alignment_mode="expand")
        if span is not None:
            more.append(_multiple(text, span, multiple))
    more.extend(decades(text))
    if not more:
        return found
    kept = [row for row in found if not any(row.start < extra.end and extra.start < row.end for extra in more)]
    return sorted([*kept, *more], key=lambda quantity: quantity.start)


def _multiple(text: str, span: Span, multiple: multiples.Multiple) -> Quantity:
    about = counted.of_verb(span.root) if span.root.pos_ == "VERB" else counted.counted(span, None, True)
    bound, approx = _bound_of(text, multiple.start, bounds.before(text, multiple.start), None)
    return Quantity(
        text=text[multiple.start : multiple.end],
        start=multiple.start,
        end=multiple.end,
        low=None if bound in UPPER else tidy(multiple.value),
        high=None if bound in LOWER else tidy(multiple.value),
        bound=bound,
        approx=approx,
        unit="multiple",
        dimension="ratio",
        of=about.phrase if about else None,
        of_head=about.head if about else None,
        per=None,
        change={1: "up", -1: "down"}.get(multiple.direction),  # type: ignore[arg-type]
    )


# ---------------------------------------------------------------- the record


def _quantity(doc: Doc, text: str, amount: Amount, high: Amount | None, score: bool) -> Quantity | None:
    start, end = amount.start, high.end if high else amount.end
    unit, dimension = (high.unit, high.dimension) if high else (amount.unit, amount.dimension)
    per = (high or amount).per
    core = (high or amount).core or end
    span = doc.char_span(start, core, alignment_mode="expand")
    number_end = high.end if high and high.dimension == "count" else amount.number.end
    inner = doc.char_span(start, number_end if unit in ("count", "rank") else end, alignment_mode="expand")
    if span is None or inner is None:
        return None
    place = Place(text, span, inner, amount.number, unit, dimension, amount.hyphenated, high is not None, score)
    if not is_quantity(place):
        return None
    dimension, unit, end = age_of(text, start, end, unit, dimension, span)
    if unit == "count" and not high and multiples.behind(text, end):
        unit, dimension = "multiple", "ratio"
    low: float | None = high.number.value if high else amount.value
    top: float | None = high.value if high else amount.value
    counting = unit == "count"
    if counting and amount.number.form == "fraction" and amount.value < 1 and not high:
        unit, dimension = "fraction", "ratio"
    bare = (counting and not (high or amount).core) or dimension == "rank"
    noun = counted.count_noun(inner) if bare and not score else None
    bound: Bound = "range" if high else "eq"
    approx, first = False, None
    cue = tail = None
    if dimension != "rank" and not score:
        cue = bounds.before(text, start)
        if cue and _is_preposition(cue.phrase, span, dimension):
            cue = None
        comparator = doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue else None
        first = comparator.start if comparator else None
        tail = bounds.after(text, end)
        if tail is None and noun is not None and noun.idx >= end:
            tail = bounds.after(text, noun.idx + len(noun))
            tail = tail if tail and tail.bound != "eq" and tail.phrase.startswith(("or ", "and ")) else None
        elif tail and tail.phrase in ("+", "plus", "-odd", "odd", "-ish", "-plus"):
            end = max(end, tail.end)
        other, approx = _bound_of(text, start, cue, tail)
        bound = other if bound == "eq" else bound
    if amount.number.vague and amount.value > amount.number.value:
        approx = True  # "a couple of hundred"
    elif amount.number.vague:
        bound, approx = ("ge" if bound in ("eq", "range") else bound), True
    if bound in LOWER:
        top = None
    elif bound in UPPER:
        low = None
    about = None
    if not score and (dimension != "rank" or noun is not None) and not _is_a_point(span, dimension):
        whole = doc.char_span(start, amount.end, alignment_mode="expand") if amount.core else None
        about = counted.counted(inner if counting else span, noun, not counting, whole.end if whole else 0)
    if about is None and unit == "fraction":
        about = counted.shared_out(span)
    if unit == "multiple" and about and (behind := _TIMES_MORE.match(about.phrase)):
        about = about._replace(phrase=about.phrase[behind.end() :])
    aged = unit == "count" and noun is None and not high
    if aged and (bounded_age(span, tail, amount.value) or (cue and behind_people(doc, cue, amount.value))):
        dimension, unit = "age", "year"
    if dimension == "duration" and about and about.head == "age":
        dimension = "age"
    if per is None and dimension not in ("rank", "age", "duration", "ratio"):
        per = _later_rate(text, end, noun)
    moves = dimension not in ("rank", "age", "duration") and not score
    direction = changes.direction(span, noun, dimension == "length", first) if moves else None
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        low=None if low is None else tidy(low),
        high=None if top is None else tidy(top),
        bound=bound,
        approx=approx,
        unit=unit,
        dimension=dimension,
        of=about.phrase if about else None,
        of_head=about.head if about else None,
        per=per,
        change=direction,
    )


def _is_a_point(span: Span, dimension: Dimension) -> bool:
    """ "in two weeks", "three days after": a length that says when, and measures nothing."""
    root = span.root
    if dimension != "duration":
        return False
    behind = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    return behind in ("ago", "after", "before", "later", "earlier") or (
        root.dep_ == "pobj" and root.head.lower_ != "of"
    )


def _bound_of(text: str, start: int, cue: bounds.Cue | None, tail: bounds.Cue | None) -> tuple[Bound, bool]:
    """The bound that the comparators before and behind an amount give, and whether they make it approximate."""
    bound: Bound = "eq"
    approx = False
    for found in (cue, tail):
        if found is not None:
            approx = approx or found.approx
            bound = found.bound if bound == "eq" else bound
    return bound, approx


def _later_rate(text: str, end: int, noun: Token | None) -> str | None:
    """The rate behind what is counted or measured: "34,500 tonnes of copper a year", "four times a week"."""
    if noun is not None and noun.idx >= end:
        rate = units.per(text, noun.idx + len(noun))
        return rate[0] if rate else None
    match = _LATE_RATE.match(text, end)
    if match is None:
        return None
    rate = units.per(text, match.end() - len(match[0].rsplit(" ", 2)[1]) - 2)
    return rate[0] if rate else None


def _is_preposition(phrase: str, span: Span, dimension: Dimension) -> bool:
    """True where a word that can be a comparator is no such: "over three years", "under two laws", "handed over $5"."""
    before = span.doc[max(0, span.start - 3) : span.start]
    if phrase == "over" and any(token.dep_ == "prt" for token in before):
        return True
    if phrase == "up to" and any(token.lower_ == "up" and token.head.lemma_ in _BRING_UP for token in before):
        return True
    if phrase in ("over", "under", "past", "beyond", "near") and dimension == "duration":
        token = span.doc[span.start - 1] if span.start else None
        return phrase in ("past", "near") or (token is not None and token.dep_ == "prep")
    if phrase == "about" and span.start:
        token = span.doc[span.start - 1]
        verbs = ("talk", "speak", "say", "know", "learn", "hear", "think", "ask")
        return token.dep_ == "prep" and token.head.lemma_ in verbs
    return False
