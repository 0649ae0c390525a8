"""Dates, outlets and titles of input records."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import metadata
from tests.support import cases


@pytest.mark.parametrize("case", cases("readers/published"), ids=lambda case: str(case["input"])[:40])
def test_published(case: dict[str, Any]) -> None:
    """A date in a form that has one reading is kept in its precision; anything else is unknown."""
    found = metadata.published(case["input"])
    assert (case["value"], case["precision"]) == ((found.value, found.precision) if found else (None, None))


@given(
    st.text() | st.integers() | st.floats() | st.none() | st.lists(st.text()) | st.dictionaries(st.text(), st.text())
)
def test_published_never_raises(value: object) -> None:
    metadata.published(value)
    metadata.source(value)
    metadata.one_line(value)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("The Daily Bugle", "the-daily-bugle"),
        ("  Reader's   Digest ", "readers-digest"),
        ("Gazeta Łódzka & Söhne", "gazeta-łodzka-sohne"),
        ("news.example.org", "news-example-org"),
        ("Новая газета", "новая-газета"),
        ("日本経済新聞", "日本経済新聞"),
        ("24_7 News!", "24-7-news"),
    ],
)
def test_source(name: str, slug: str) -> None:
    """The id of an outlet is a slug of its name."""
    for value in (name, {"name": name, "country": "xx"}):
        source = metadata.source(value)
        assert source is not None
        assert (slug, " ".join(name.split()), "metadata") == (source.id, source.name, source.basis)


@pytest.mark.parametrize(
    "value", [None, "", "  ", "!!!", 7, [], {}, {"name": None}, {"title": "The Daily Bugle"}, "\ud800"]
)
def test_no_source(value: object) -> None:
    assert metadata.source(value) is None
