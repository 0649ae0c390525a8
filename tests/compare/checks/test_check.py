"""A check as a row: what is added to what it says."""

from __future__ import annotations

import pytest

from pipeline.compare.checks.check import Check, Difference, StatementPair, each
from pipeline.compare.findings import claim_item
from pipeline.compare.slots.statements import Statement
from pipeline.records import Severity
from tests.compare.support import KNOWLEDGE, claim, document, paired


def made(name: str, origin: str = "", speaker: str | None = None) -> Statement:
    doc = document(name, "Crews painted the ferry red.", origin=origin)
    said = (f"person/{speaker}", speaker) if speaker else None
    return Statement(claim(doc, "Crews painted the ferry red", verb="painted", lemma="paint", speaker=said), doc,
                     KNOWLEDGE)  # fmt: skip


def row(difference: Difference | None, *, final: bool = False) -> Check[StatementPair]:
    return Check("hues", ("wording", "strength"), lambda pair: difference, each(claim_item), (), final)


@pytest.mark.parametrize(
    ("severity", "benign", "expected"),
    [
        ("high", (), "high"),
        ("high", ("unit", "different_object"), "high"),
        ("high", ("rounding",), "medium"),
        ("high", ("rounding", "subset", "update"), "low"),
        ("low", ("update",), "low"),
    ],
)
def test_readings_lower_the_severity(severity: Severity, benign: tuple[str, ...], expected: str) -> None:
    difference = Difference("differs", severity, "the hues differ", benign)
    edge = row(difference).compare(paired(made("a"), made("b")))
    assert edge is not None
    assert (edge.finding.severity, edge.finding.benign) == (expected, benign)
    final = row(difference, final=True).compare(paired(made("a"), made("b")))
    assert final is not None and final.finding.severity == severity


def test_what_holds_for_any_two_claims_is_added_once() -> None:
    one, other = made("a", "x", "Ann"), made("b", "x", "Tom")
    edge = row(Difference("differs", "high", "the hues differ", ("different_speaker",))).compare(paired(one, other))
    assert edge is not None
    assert edge.finding.benign == ("different_speaker", "same_origin")
    assert edge.finding.severity == "medium"


def test_a_type_is_one_of_the_row() -> None:
    pair = paired(made("a"), made("b"))
    first = row(Difference("differs", "low", "why")).compare(pair)
    other = row(Difference("differs", "low", "why", type="strength")).compare(pair)
    assert first is not None and other is not None
    assert (first.finding.type, other.finding.type) == ("wording", "strength")
    with pytest.raises(AssertionError, match="hues says date"):
        row(Difference("differs", "low", "why", type="date")).compare(pair)


def test_nothing_found_is_nothing_shown() -> None:
    assert row(None).compare(paired(made("a"), made("b"))) is None
