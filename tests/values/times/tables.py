"""Tables of texts and the times in them: one for each module that reads or resolves times."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
import pytest

from pipeline.lexicon.lexicon import packaged
from pipeline.values.times.find import TimeFinder
from tests.conftest import Parse
from tests.support import cases, lacking, published

Case = dict[str, Any]


@cache
def finder() -> TimeFinder:
    """The finder over the packaged words."""
    return TimeFinder(packaged())


def table_test(module: str) -> Callable[[Case, Parse], None]:
    """The test of a module's table: every time of a text, and nothing else, with the fields that the case names."""

    @pytest.mark.parametrize("case", cases(f"values/times/{module}"), ids=lambda case: f"{case['text'][:40]}")
    def test(case: Case, parsed: Parse) -> None:
        (doc,) = parsed([case["text"]])
        found = [msgspec.to_builtins(time) for time in finder().find(doc, published(case.get("day")))]
        expected: list[Case] = case["find"]
        assert [row["text"] for row in found] == [row.get("text", found[n]["text"]) for n, row in enumerate(expected)]
        for wanted, row in zip(expected, found, strict=True):
            assert lacking(wanted, row) == {}

    return test
