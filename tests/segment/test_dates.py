"""The dates that lines and names of files give."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.segment import dates
from pipeline.segment.dates import DateRules
from tests.support import cases

CASES = cases("segment/dates")


def having(*names: str) -> list[dict[str, Any]]:
    """The cases that say something of these."""
    return [case for case in CASES if all(name in case for name in names)]


def name(case: dict[str, Any]) -> str:
    return str(case.get("text", case.get("path")))[:40]


@pytest.mark.parametrize("case", having("line"), ids=name)
def test_date_lines(date_rules: DateRules, case: dict[str, Any]) -> None:
    """A date, and nothing but what stands beside the date of an article."""
    assert date_rules.is_line(case["text"]) == case["line"]


@pytest.mark.parametrize("case", having("labelled"), ids=name)
def test_labels(date_rules: DateRules, case: dict[str, Any]) -> None:
    """A line that says that its date is the article's."""
    assert date_rules.is_labelled(case["text"]) == case["labelled"]


@pytest.mark.parametrize("case", having("update"), ids=name)
def test_updates(date_rules: DateRules, case: dict[str, Any]) -> None:
    """A line that gives the date of a later version."""
    assert date_rules.is_update(case["text"]) == case["update"]


@pytest.mark.parametrize("case", having("stamp"), ids=name)
def test_stamps(date_rules: DateRules, case: dict[str, Any]) -> None:
    """A date before the first words of a block."""
    assert case["text"][: date_rules.stamp_end(case["text"])] == case["stamp"]


@pytest.mark.parametrize("case", having("text", "day"), ids=name)
def test_days(case: dict[str, Any]) -> None:
    """The first date in some words; none that could be read in two ways, and none that the calendar lacks."""
    found = dates.of_text(case["text"], "text")
    assert (found and [found.value, found.precision]) == case["day"]


@pytest.mark.parametrize("case", having("path"), ids=name)
def test_paths(case: dict[str, Any]) -> None:
    """The date in the name of a file, of a year that news files have."""
    found = dates.of_path(case["path"])
    assert (found and found.value) == case["day"]
