"""Which claims say the same, and how agreement is told."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.compare import agreements
from pipeline.compare.findings import claim_item
from pipeline.compare.slots.statements import Statement
from tests.compare.support import KNOWLEDGE, claim, document, paired, quantity, time

GATES = "The mayor opened the old flood gates of the Danube dam for the spring"


def opened(name: str, words: str = GATES, origin: str = "", **fields: Any) -> Statement:
    doc = document(name, f"{words}.", origin=origin)
    made = claim(doc, words, **{"verb": "opened", "lemma": "open", "subject": ("mayor", "person/eva-kern"), **fields})
    return Statement(made, doc, KNOWLEDGE)


def of_year(name: str, year: int) -> Statement:
    words = f"{GATES} in {year}"
    return opened(name, words, times=[time(words, str(year), f"{year}-01-01", f"{year + 1}-01-01")])


def above(name: str, town: str) -> Statement:
    words = GATES.replace("dam", f"dam above {town}")
    return opened(name, words, arguments=[("oblique", town, f"gpe/{town.lower()}")] * 2)


def gates(name: str, number: int) -> Statement:
    words = GATES.replace("the old", f"{number} old")
    return opened(name, words, quantities=[quantity(words, str(number), number, number)])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (opened("a"), opened("b"), True),
        (of_year("a", 2019), of_year("b", 2019), True),
        (of_year("a", 2019), of_year("b", 2023), False),
        (above("a", "Linz"), above("b", "Linz"), True),
        (above("a", "Linz"), above("b", "Passau"), False),
        (above("a", "Linz"), opened("b"), True),
        (gates("a", 4), gates("b", 4), True),
        (gates("a", 4), gates("b", 6), False),
        (opened("a"), opened("b", polarity="negative"), False),
        (opened("a"), opened("b", modality="future"), False),
        (opened("a"), opened("b", modality="reported"), True),
        (opened("a"), opened("b", "The mayor opened a school for nurses and cooks"), False),
        (opened("a", "The mayor opened gates"), opened("b", "The mayor opened gates"), False),
    ],
    ids=["words", "year", "years", "town", "towns", "a town", "figure", "figures", "denied", "plan", "hearsay", "other",
         "few words"],
)  # fmt: skip
def test_agree(one: Statement, other: Statement, expected: bool) -> None:
    assert agreements.agree(paired(one, other)) is agreements.agree(paired(other, one)) is expected


@pytest.mark.parametrize(
    ("origins", "score", "explanation", "benign"),
    [
        (("x", "y", "z"), 0.9, "3 documents of 3 independent origins say the same", ()),
        (("x", "x", "z"), 0.9, "3 documents of 2 independent origins say the same", ()),
        (("x", "x", "x"), 0.45, "3 documents of one origin say the same", ("same_origin",)),
    ],
)
def test_agreement_is_counted_in_origins(
    origins: tuple[str, ...], score: float, explanation: str, benign: tuple[str, ...]
) -> None:
    items = [claim_item(opened(name, origin=origin)) for name, origin in zip("abc", origins, strict=True)]
    same = {(items[0], items[1]): 0.8, (items[1], items[2]): 0.9}
    (point,) = agreements.agreements(items, same, agreements.CLAIMS)
    assert (point.type, point.rule, point.relation) == ("wording", "same_claim", "corroborates")
    assert (point.score, point.benign) == (score, benign)
    assert point.explanation.startswith(explanation)
    assert [side.doc_ids for side in point.sides] == [("a", "b", "c")]


def test_one_document_agrees_with_nobody() -> None:
    items = [claim_item(opened("a")), claim_item(opened("a"))]
    assert list(agreements.agreements(items, {(items[0], items[1]): 1.0}, agreements.CLAIMS)) == []


def test_claims_that_agree_in_a_figure_are_told_once() -> None:
    items = [claim_item(opened(name)) for name in "abc"]
    pair = {(items[0], items[1]): 1.0}
    figures, words = (
        list(agreements.agreements(items, pair, kind)) for kind in (agreements.FIGURES, agreements.CLAIMS)
    )
    more = list(agreements.agreements(items, {**pair, (items[1], items[2]): 1.0}, agreements.CLAIMS))
    assert list(agreements.without_covered([*words, *figures])) == figures
    assert list(agreements.without_covered([*more, *figures])) == [*more, *figures]
