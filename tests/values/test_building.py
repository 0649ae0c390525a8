"""Amounts as records: tests/cases/values/building.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.values.ages import Ages
from pipeline.values.bounds import Prepositions
from pipeline.values.building import QuantityBuilder
from pipeline.values.changes import Changes
from pipeline.values.counted import Counting
from pipeline.values.draft import Reading
from pipeline.values.exclusions.rules import Exclusions
from pipeline.values.multiples import Multiples
from pipeline.values.results import Result
from tests.conftest import Parse
from tests.support import cases, lacking
from tests.values.support import AMOUNTS, COMPARATORS, RANGES, UNITS, WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

TABLE = cases("values/building")
SCORE = "The mills beat the bakers 3-1 in the final."
DOUBLED = "Output more than doubled in the valley."
LEXICON = packaged()
MULTIPLES = Multiples(LEXICON.multiples, LEXICON.counting)
BUILDER = QuantityBuilder(
    units=UNITS,
    comparators=COMPARATORS,
    prepositions=Prepositions(WORDS),
    exclusions=Exclusions(LEXICON.numbers, LEXICON.counting),
    ages=Ages(LEXICON.kinds, LEXICON.counting),
    counting=Counting(LEXICON.counting, LEXICON.changes),
    changes=Changes(LEXICON.changes, LEXICON.counting),
    multiples=MULTIPLES,
)


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text."""
    return {doc.text: doc for doc in parsed([*(case["text"] for case in TABLE), SCORE, DOUBLED])}


def reading_of(text: str, number: str) -> Reading:
    amount = AMOUNTS.read(text, text.index(number))
    assert amount is not None
    return Reading(amount, RANGES.range_of(text, amount))


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """What the words around the number and its parse make of it, in the fields of the case; null: no quantity."""
    text = case["text"]
    found = BUILDER.build(docs[text], text, reading_of(text, case["number"]))
    if case["find"] is None:
        assert found is None
        return
    assert found is not None
    assert lacking(case["find"], msgspec.to_builtins(found)) == {}


@pytest.mark.parametrize(("is_vote", "of"), [(True, "votes"), (False, None)])
def test_a_number_of_a_result_counts_nothing_but_votes(is_vote: bool, of: str | None, docs: dict[str, Doc]) -> None:
    reading = reading_of(SCORE, "3")._replace(range=None, result=Result(SCORE.index("1"), is_vote))
    found = BUILDER.build(docs[SCORE], SCORE, reading)
    assert found is not None
    assert (found.of, found.change, found.bound) == (of, None, "eq")


def test_a_verb_that_multiplies_is_a_change_of_its_subject(docs: dict[str, Doc]) -> None:
    start = DOUBLED.index("doubled")
    (multiple,) = (found for found in MULTIPLES.find(docs[DOUBLED]) if found.start == start)
    found = BUILDER.of_multiple(docs[DOUBLED], DOUBLED, multiple)
    assert found is not None
    assert (found.low, found.high, found.bound, found.change, found.of) == (2, None, "gt", "up", "Output")
