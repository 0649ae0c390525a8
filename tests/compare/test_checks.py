"""The checks of claims, one by one: what each finds, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.compare import checks
from pipeline.compare.align import Alignment, likeness
from pipeline.compare.checks import STATEMENT_CHECKS, amounts, check_statements
from pipeline.compare.slots.facts import Figure, Statement
from tests.compare.support import claim, counted, document, time
from tests.support import cases

CASES = cases("compare/checks")
BY_NAME = {check.__name__: check for check in STATEMENT_CHECKS}


def made(name: str, case: dict[str, Any]) -> Statement:
    """A claim with what a case says of it: the minister signs, unless it says otherwise."""
    doc = document(name, f"{case['words']}.", published=case.get("published"))
    times = [time(doc.text, *case["date"])] if "date" in case else []
    arguments = [("oblique", *case["place"])] if "place" in case else []
    speaker = (case["speaker"], case["speaker"].split("/")[1]) if "speaker" in case else None
    subject = case.get("subject", "minister")
    return Statement(
        claim(
            doc,
            case["words"],
            verb=case.get("verb", "signed"),
            lemma=case.get("lemma", "sign"),
            subject=(subject, f"person/{subject}"),
            arguments=[(role, words, identity) for role, words, identity in arguments],
            times=times,
            speaker=speaker,
            polarity=case.get("polarity", "positive"),
            modality=case.get("modality", "asserted"),
        ),
        doc,
    )


@pytest.mark.parametrize(
    "case",
    CASES,
    ids=lambda case: f"{case['check']}: {case['why']}",
)
def test_checks(case: dict[str, Any]) -> None:
    """Relation and severity from both sides; null when the check says nothing, and then no other check does."""
    one, other = made("a", case["one"]), made("b", case["other"])
    for a, b in ((one, other), (other, one)):
        found = BY_NAME[case["check"]](a, b, likeness(a, b))
        assert (found and [found.relation, found.severity]) == case["expected"]
        assert check_statements(a, b) == found
        assert found is None or (found.rule == case["check"] and found.reason)


def test_every_check_has_cases_and_documentation() -> None:
    checked = {case["check"] for case in CASES}
    assert checked == BY_NAME.keys()
    assert all(check.__doc__ for check in (*STATEMENT_CHECKS, *checks.FIGURE_CHECKS))


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (40, 41, "2.5 percent apart"),
        (100, 199.9, "100 percent apart"),
        (10, 32, "3.2 times apart"),
        (2, 2_400, "1,200 times apart"),
        (0, 7, "too far apart for a ratio"),
    ],
)
def test_a_reason_reads_well(one: float, other: float, says: str) -> None:
    found = amounts(boats("a", one), boats("b", other), Alignment(1.0, ()))
    assert found is not None
    assert found.reason == f"no value fits both: the figures are {says}"


def test_above_and_below_one_figure_are_at_odds() -> None:
    over, under = boats("a", 60, None, "gt"), boats("b", None, 60, "lt")
    found = amounts(over, under, Alignment(1.0, ()))
    assert found is not None
    assert (found.relation, found.severity) == ("contradicts", "high")
    at_least, at_most = boats("a", 60, None, "ge"), boats("b", None, 60, "le")
    compatible = amounts(at_least, at_most, Alignment(1.0, ()))
    assert compatible is not None
    assert (compatible.relation, compatible.severity) == ("differs", "low")


def boats(name: str, low: float | None, high: float | None = -1, bound: str = "eq") -> Figure:
    """A count of boats; one end when no other is given."""
    shown = f"{low if low is not None else high:g}"
    ends = (low, low if high == -1 else high)
    doc, counting = counted(name, f"Crews raised {shown} boats", shown, ends, ("boats", "boat"), bound=bound,
                            verb="raised", lemma="raise", subject=("Crews", None))  # fmt: skip
    return Figure(Statement(counting, doc), counting.quantities[0])
