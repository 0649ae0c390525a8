"""What kind of name each name is: tests/cases/names/labels/votes.jsonl."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.names.candidates.spans import Candidates
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.labels.votes import Labels, best
from pipeline.records import Label
from tests.conftest import Parse
from tests.support import cases

if TYPE_CHECKING:
    from spacy.tokens import Doc

TABLE = cases("names/labels/votes")
WORDS, KINDS = packaged().names, packaged().kinds


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text."""
    return {doc.text: doc for doc in parsed([case["text"] for case in TABLE])}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """The label with the most votes, where no list has the name."""
    doc = docs[case["text"]]
    ballots = Labels(WORDS, KINDS, Gazetteer([])).votes(doc, Candidates(WORDS, KINDS).find(doc))
    assert best(ballots[case["name"]])[0] == case["label"]


def test_what_is_said_again_counts_less(parsed: Parse) -> None:
    """Two titles are worth a title and a half."""
    (doc,) = parsed(["Mr Varga came. Mr Varga left."])
    named = [one for one in Candidates(WORDS, KINDS).find(doc) if one.key == "varga"]
    signs = Labels(WORDS, KINDS, Gazetteer([]))
    label: Label = "PERSON"
    once, twice = (signs.votes(doc, named[:size])["varga"][label] for size in (1, 2))
    assert once < twice < 2 * once


def test_no_vote_is_an_organisation_of_no_weight() -> None:
    assert best(defaultdict(float)) == ("ORG", 0.0)
