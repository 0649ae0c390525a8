"""Amounts as records: what the words around a number and its parse say of it, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pipeline.lexicon.comparators import ComparatorReader, Cue
from pipeline.records import Dimension, Quantity
from pipeline.text.expressions import expression
from pipeline.values.ages import Ages
from pipeline.values.bounds import Prepositions, bound_of, bounds_noun, is_glued
from pipeline.values.changes import Changes
from pipeline.values.counted import Counted, Counting, count_noun
from pipeline.values.draft import Draft, Reading, quantity
from pipeline.values.exclusions.rules import Exclusions
from pipeline.values.multiples import Multiple, Multiples
from pipeline.values.units.units import Units

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_TIMES_MORE = expression(r"times (?:as )?(?:(?:more|many|much|fewer|less) )?(?=.)")
_OF_WHAT = expression(r" of (?:[\w-]+ ){1,3}?(?=(?:per|an?|every|each) )")  # "34,500 tonnes of copper a year"
_POINT_IN_TIME = ("ago", "after", "before", "later", "earlier")
_VOTES = Counted("votes", "vote")

# what has no rate behind its noun, and is never a change
_NO_RATE: tuple[Dimension, ...] = ("rank", "age", "duration", "ratio")
_NO_CHANGE: tuple[Dimension, ...] = ("rank", "age", "duration")


class QuantityBuilder:
    """Builds the records of amounts in parsed documents."""

    def __init__(
        self,
        *,
        units: Units,
        comparators: ComparatorReader,
        prepositions: Prepositions,
        exclusions: Exclusions,
        ages: Ages,
        counting: Counting,
        changes: Changes,
        multiples: Multiples,
    ) -> None:
        self._units = units
        self._comparators = comparators
        self._prepositions = prepositions
        self._exclusions = exclusions
        self._ages = ages
        self._counting = counting
        self._changes = changes
        self._multiples = multiples
        self._steps = (
            self._tell_what_it_is,
            _find_noun,
            self._find_comparators,
            _bound_vague_numbers,
            self._find_what_is_counted,
            _read_what_is_counted,
            self._tell_ages_of_people,
            self._find_rate,
            self._find_change,
            _name_votes,
        )

    def build(self, doc: Doc, text: str, reading: Reading) -> Quantity | None:
        """The quantity of an amount; None for a number that counts, measures and ranks nothing.

        text: that of ``doc``, which joins it anew whenever it is asked.
        """
        draft = _begin(doc, text, reading)
        if draft is None or not self._exclusions.is_quantity(draft.in_context):
            return None
        for step in self._steps:
            step(draft)
        return draft.record()

    def of_multiple(self, doc: Doc, text: str, multiple: Multiple) -> Quantity | None:
        """The quantity of a word that says how many times: "doubled"; None where no token has it."""
        span = doc.char_span(multiple.start, multiple.end, alignment_mode="expand")
        if span is None:
            return None
        bound, approx = bound_of(self._comparators.before(text, multiple.start), None)
        return quantity(
            text,
            (multiple.start, multiple.end),
            (multiple.value, multiple.value),
            bound=bound,
            approx=approx,
            unit="multiple",
            dimension="ratio",
            counted=self._of_multiple(span),
            change=multiple.change,
        )

    def _find_comparators(self, draft: Draft) -> None:
        """The comparators around it, and the bound that they give."""
        if draft.dimension == "rank" or draft.is_of_result:
            return
        cue = self._comparators.before(draft.text, draft.start)
        if cue is not None and not self._prepositions.has(cue.phrase, draft.span, draft.dimension):
            draft.cue = cue
        draft.tail = self._tail(draft)
        if draft.tail is not None and is_glued(draft.tail):
            draft.end = max(draft.end, draft.tail.end)
        bound, draft.approx = bound_of(draft.cue, draft.tail)
        if draft.bound == "eq":
            draft.bound = bound

    def _tail(self, draft: Draft) -> Cue | None:
        """The comparator behind it, or behind what it counts: "30 or more", "30 people or more"."""
        tail = self._comparators.after(draft.text, draft.end)
        noun = draft.noun
        if tail is not None or noun is None or noun.idx < draft.end:
            return tail
        tail = self._comparators.after(draft.text, noun.idx + len(noun))
        return tail if tail is not None and bounds_noun(tail) else None

    def _find_rate(self, draft: Draft) -> None:
        """The rate behind what is counted or measured: "34,500 tonnes of copper a year", "four times a week"."""
        if draft.per is not None or draft.dimension in _NO_RATE:
            return
        at = _behind_what(draft)
        rate = None if at is None else self._units.rate(draft.text, at)
        draft.per = rate.name if rate else None

    def _tell_what_it_is(self, draft: Draft) -> None:
        """An age, a multiple, a fraction, or as many of something as it says."""
        if draft.unit == "count" and self._ages.is_age(draft.text, draft.start, draft.end, draft.span):
            draft.measure_in("year", "age")
        if draft.unit == "count" and not draft.is_range and self._multiples.is_multiple(draft.text, draft.end):
            draft.measure_in("multiple", "ratio")
        draft.is_count = draft.unit == "count"
        amount = draft.reading.amount
        if draft.is_count and not draft.is_range and amount.number.form == "fraction" and amount.value < 1:
            draft.measure_in("fraction", "ratio")

    def _find_what_is_counted(self, draft: Draft) -> None:
        """What is counted, measured, or shared out."""
        if not (draft.is_of_result or _is_bare_rank(draft) or _is_point_in_time(draft.span, draft.dimension)):
            number = draft.inner if draft.is_count else draft.span
            draft.counted = self._counting.counted(
                number, draft.noun, measured=not draft.is_count, after=_token_behind_rate(draft)
            )
        if draft.counted is None and draft.unit == "fraction":
            draft.counted = self._counting.shared_out(draft.span)

    def _tell_ages_of_people(self, draft: Draft) -> None:
        """Bounds behind people that are ages: "people 18 and over", "voters over 45"."""
        if draft.unit != "count" or draft.noun is not None or draft.is_range:
            return
        value = draft.reading.amount.value
        is_bounded = self._ages.is_bounded(draft.span, draft.tail, value)
        if is_bounded or (draft.cue is not None and self._ages.is_behind_people(draft.doc, draft.cue, value)):
            draft.measure_in("year", "age")

    def _find_change(self, draft: Draft) -> None:
        """Whether it is the size of a change, and in which direction."""
        if draft.dimension in _NO_CHANGE or draft.is_of_result:
            return
        comparator = None
        if draft.cue is not None:
            comparator = draft.doc.char_span(draft.cue.start, draft.cue.end, alignment_mode="expand")
        first = comparator.start if comparator is not None else None
        draft.change = self._changes.direction(
            draft.span, draft.noun, is_length=draft.dimension == "length", first=first
        )

    def _of_multiple(self, span: Span) -> Counted | None:
        """What a multiple is of."""
        if span.root.pos_ == "VERB":
            return self._counting.of_verb(span.root)
        return self._counting.counted(span, None, measured=True)


def _begin(doc: Doc, text: str, reading: Reading) -> Draft | None:
    """A draft of what the text alone gives; None where the document has no tokens there."""
    amount, last = reading.amount, reading.last
    start, end = amount.start, reading.end
    span = doc.char_span(start, last.end_without_rate, alignment_mode="expand")
    number_end = end if reading.range and last.dimension == "count" else amount.number.end
    inner = doc.char_span(start, number_end if last.unit in ("count", "rank") else end, alignment_mode="expand")
    if span is None or inner is None:
        return None
    bound: Literal["range", "eq"] = "range" if reading.range else "eq"
    return Draft(doc, text, reading, span, inner, end, last.unit, last.dimension, last.per, bound)


def _find_noun(draft: Draft) -> None:
    """The noun that a bare number or an ordinal modifies."""
    is_bare = draft.is_count and draft.reading.last.rate_start is None
    if (is_bare or draft.dimension == "rank") and not draft.is_of_result:
        draft.noun = count_noun(draft.inner)


def _bound_vague_numbers(draft: Draft) -> None:
    """The bound of numbers that are vague: "dozens" are at least that many, "a couple of hundred" about so many."""
    amount = draft.reading.amount
    if not amount.number.vague:
        return
    draft.approx = True
    if amount.value <= amount.number.value and draft.bound in ("eq", "range"):
        draft.bound = "ge"


def _read_what_is_counted(draft: Draft) -> None:
    """What the words of what is counted say of the amount: "three times more staff" is of staff."""
    if draft.counted is None:
        return
    if draft.unit == "multiple" and (times := _TIMES_MORE.match(draft.counted.phrase)):
        draft.counted = draft.counted._replace(phrase=draft.counted.phrase[times.end() :])
    if draft.dimension == "duration" and draft.counted.head == "age":
        draft.dimension = "age"


def _is_bare_rank(draft: Draft) -> bool:
    return draft.dimension == "rank" and draft.noun is None


def _is_point_in_time(span: Span, dimension: Dimension) -> bool:
    """True for a length that says when, and measures nothing: "in two weeks", "three days after"."""
    if dimension != "duration":
        return False
    behind = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    return behind in _POINT_IN_TIME or (span.root.dep_ == "pobj" and span.root.head.lower_ != "of")


def _token_behind_rate(draft: Draft) -> int:
    """The token behind a rate that the span has not; 0 where there is none."""
    amount = draft.reading.amount
    if amount.rate_start is None:
        return 0
    whole = draft.doc.char_span(draft.start, amount.end, alignment_mode="expand")
    return whole.end if whole else 0


def _behind_what(draft: Draft) -> int | None:
    """Where a rate may begin behind what is counted or measured; None where nothing is."""
    noun: Token | None = draft.noun
    if noun is not None and noun.idx >= draft.end:
        return int(noun.idx) + len(noun)
    match = _OF_WHAT.match(draft.text, draft.end)
    return match.end() - 1 if match else None


def _name_votes(draft: Draft) -> None:
    """The numbers of a vote are votes."""
    if draft.reading.result is not None and draft.reading.result.is_vote:
        draft.counted = _VOTES
