"""Amounts in text as records: an interval with a bound, a unit, what is counted, what it is per, a change or not.

The grammar: sign or currency, number, multiplier, unit, rate (``amounts``); two of them joined make a range
(``ranges``) or a result (``results``); comparators around them give the bound; the parse gives what is counted or
measured (``building``). It starts from digits and number words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.lexicon.comparators import ComparatorReader
from pipeline.lexicon.lexicon import Lexicon
from pipeline.records import Offsets, Quantity
from pipeline.text.addresses import addresses
from pipeline.text.spans import Taken
from pipeline.values.ages import Ages, decades_of_life
from pipeline.values.amount import Amount
from pipeline.values.amounts import AmountReader
from pipeline.values.bounds import Prepositions
from pipeline.values.building import QuantityBuilder
from pipeline.values.changes import Changes
from pipeline.values.codes import Telephones, run_end
from pipeline.values.counted import Counting
from pipeline.values.draft import Reading
from pipeline.values.exclusions.rules import Exclusions
from pipeline.values.multiples import Multiples
from pipeline.values.neighbours import Neighbours
from pipeline.values.numerals import Numerals, numeral_places
from pipeline.values.ranges import Range, Ranges
from pipeline.values.results import Result, Results
from pipeline.values.units.currencies import Currencies
from pipeline.values.units.spellings import spellings_of
from pipeline.values.units.units import Units

if TYPE_CHECKING:
    from spacy.tokens import Doc


class QuantityFinder:
    """Finds the quantities of parsed documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.amounts
        spellings = spellings_of(lexicon.units, words)
        units = Units(spellings, words)
        comparators = ComparatorReader(lexicon.comparators)
        self._amounts = AmountReader(
            units, Currencies(spellings, lexicon.entries, words), Numerals(lexicon.counting), words
        )
        self._results = Results(self._amounts, words)
        self._ranges = Ranges(self._amounts, self._results, words)
        self._changes = Changes(lexicon.changes, lexicon.counting)
        self._multiples = Multiples(lexicon.multiples, lexicon.counting)
        self._builder = QuantityBuilder(
            units=units,
            comparators=comparators,
            prepositions=Prepositions(words),
            exclusions=Exclusions(lexicon.numbers, lexicon.counting),
            ages=Ages(lexicon.kinds, lexicon.counting),
            counting=Counting(lexicon.counting, lexicon.changes),
            changes=self._changes,
            multiples=self._multiples,
        )
        self._neighbours = Neighbours(comparators)
        self._telephones = Telephones(words)

    def find(self, doc: Doc, dates: Iterable[Offsets] = ()) -> list[Quantity]:
        """All quantities of ``doc`` in order, without overlaps.

        dates: spans from which no quantity is read.
        """
        text = doc.text  # joined anew whenever it is asked
        found = self._neighbours.settle(text, self._at_numerals(doc, text, self._taken(text, dates)))
        return self._with_words(doc, text, found)

    def _taken(self, text: str, dates: Iterable[Offsets]) -> Taken:
        """The places of a text that are something else than amounts."""
        taken = Taken(len(text))
        for spans in (dates, addresses(text), self._telephones.find(text)):
            for start, end in spans:
                taken.mark(start, end)
        return taken

    def _at_numerals(self, doc: Doc, text: str, taken: Taken) -> list[Quantity]:
        """The quantities that begin with a numeral."""
        found: list[Quantity] = []
        end = 0
        result: Result | None = None
        for at in numeral_places(text):
            if at < end or taken[at]:
                continue
            whole = self._amounts.read(text, at, end)
            if whole is None:
                end = max(end, run_end(text, at))
                continue
            amount = whole.without(taken)
            if amount is None:
                continue
            reading = self._read_on(doc, text, amount, taken, result)
            result = reading.result or result
            quantity = self._builder.build(doc, text, reading)
            if quantity is not None:
                found.append(quantity)
            end = quantity.end if quantity is not None else reading.end
        return found

    def _read_on(self, doc: Doc, text: str, amount: Amount, taken: Taken, begun: Result | None) -> Reading:
        """An amount with the numbers behind it that belong to it.

        begun: the last result whose first number was read; the amount may be its second one.
        """
        amount = self._ranges.share(text, amount)
        result = begun if begun is not None and begun.second == amount.start else None
        span = self._ranges.range_of(text, amount)
        if span is not None and self._is_one_amount(doc, text, amount, span, taken):
            return Reading(amount, span, result)
        amount = self._ranges.with_unit_of_next(text, amount)
        return Reading(amount, None, self._results.begun_by(text, amount) or result)

    def _with_words(self, doc: Doc, text: str, found: Sequence[Quantity]) -> list[Quantity]:
        """The quantities with those that no numeral begins: "doubled", "in her 40s"."""
        by_verbs = (self._builder.of_multiple(doc, text, multiple) for multiple in self._multiples.find(doc))
        more = [quantity for quantity in by_verbs if quantity is not None]
        more += decades_of_life(text)
        if not more:
            return list(found)
        taken = Taken(len(text))
        for quantity in more:
            taken.mark(quantity.start, quantity.end)
        kept = [quantity for quantity in found if not taken.holds(quantity.start, quantity.end)]
        return sorted([*kept, *more], key=lambda quantity: quantity.start)

    def _is_one_amount(self, doc: Doc, text: str, lower: Amount, span: Range, taken: Taken) -> bool:
        """False for two ends of which the second is a date, or is the level that a change led to."""
        if taken.holds(span.upper.start, span.upper.end):
            return False
        return not self._is_change_to_level(doc, text, lower, span.upper)

    def _is_change_to_level(self, doc: Doc, text: str, change: Amount, level: Amount) -> bool:
        """True for a change and a level, which are no range: "rose 20 cents to 43 cents", "jumped 137 to 853"."""
        if " to " not in text[change.number.end : level.end]:
            return False
        span = doc.char_span(change.start, change.end, alignment_mode="expand")
        if span is None or not self._changes.stands_behind_verb(span):
            return False
        return change.dimension == level.dimension and (change.unit != "count" or level.unit == "count")
