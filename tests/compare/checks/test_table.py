"""All rows of the table of checks: each is whole, and each finds what its cases say, and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

import pytest

from pipeline.compare import agreements, omissions
from pipeline.compare.align import align_figures
from pipeline.compare.checks import FIGURE_CHECKS, STATEMENT_CHECKS, FigurePair, StatementPair, first_found
from pipeline.compare.checks.check import BENIGN, Check
from pipeline.records import ConflictType
from tests.compare.support import figure_of, paired, statement_of
from tests.support import cases

ROWS: tuple[Check[Any], ...] = (*FIGURE_CHECKS, *STATEMENT_CHECKS)
NOT_CHECKED = {agreements.FIGURES.type, agreements.CLAIMS.type, omissions.FINDING.type}
RESERVED = {"strength", "structure"}  # of the records' contract, and found by nothing yet
CASES = [(row, case) for row in ROWS for case in cases(f"compare/checks/{row.name}")]


def pair(row: Check[Any], case: dict[str, Any], names: str) -> FigurePair | StatementPair:
    """The pair of a case, in the order of the names of its documents."""
    one, other = (case["one"], case["other"]) if names == "ab" else (case["other"], case["one"])
    if row in STATEMENT_CHECKS:
        return paired(statement_of(one, names[0]), statement_of(other, names[1]))
    figures = figure_of(one, names[0]), figure_of(other, names[1])
    alignment = align_figures(*figures)
    assert alignment is not None, "cases of what is not aligned are those of align"
    return FigurePair(*figures, alignment, case.get("given_together", False))


@pytest.mark.parametrize(("row", "case"), CASES, ids=[f"{row.name}: {case['why']}" for row, case in CASES])
def test_what_a_check_finds(row: Check[Any], case: dict[str, Any]) -> None:
    """Relation, severity and, where a case has them, benign readings, from both sides; null when the check says
    nothing, and then no other check does, unless a case says which is heard instead."""
    table: tuple[Check[Any], ...] = STATEMENT_CHECKS if row in STATEMENT_CHECKS else FIGURE_CHECKS
    for names in ("ab", "ba"):
        compared = pair(row, case, names)
        found = row.compare(compared)
        heard = first_found(table, compared)
        assert (heard and heard.finding.rule) == case.get("instead", row.name if found else None)
        if case["expected"] is None:
            assert found is None
            continue
        assert found is not None
        said = [found.finding.relation, found.finding.severity, list(found.finding.benign)]
        assert said[: len(case["expected"])] == case["expected"]
        assert (found.finding.rule, found.score) == (row.name, compared.score)
        assert found.finding.type in row.types and found.finding.reason
        assert found.finding.benign == tuple(reading for reading in found.finding.benign if reading in BENIGN)
        assert (found.one.statement, found.other.statement) == compared.statements
        assert found.one.value and found.one.value != found.other.value
        assert found.one.says is None or found.one.says != found.other.says


def test_names_are_unique() -> None:
    assert [name for name, times in Counter(row.name for row in ROWS).items() if times > 1] == []


def test_every_type_is_served_once() -> None:
    served = Counter(kind for row in ROWS for kind in row.types)
    assert set(served.values()) == {1}
    assert served.keys() | NOT_CHECKED | RESERVED == set(get_args(ConflictType))
    assert not served.keys() & RESERVED


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_is_whole(row: Check[Any]) -> None:
    """It is documented, and its cases show what it finds of each type and what it leaves alone."""
    assert row.find.__doc__ and len(row.find.__doc__.split()) > 8
    assert row.guards and all(guard.__doc__ or guard.__name__ == "are_alike" for guard in row.guards)
    mine = [case for of, case in CASES if of is row]
    found = [row.compare(pair(row, case, "ab")) for case in mine]
    assert {edge.finding.type for edge in found if edge} == set(row.types)
    assert None in found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_guard_shuts_out_a_case(row: Check[Any]) -> None:
    pairs = [pair(row, case, "ab") for of, case in CASES if of is row and case["expected"] is None]
    for guard in row.guards:
        assert not all(guard(compared) for compared in pairs), guard


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_pair_is_shown_as_its_row_says(row: Check[Any]) -> None:
    case = next(case for of, case in CASES if of is row and case["expected"])
    compared = pair(row, case, "ab")
    edge = row.compare(compared)
    assert edge is not None
    assert (edge.one, edge.other) == row.shown(compared)
