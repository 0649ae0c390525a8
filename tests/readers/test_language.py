"""Telling English from other languages, and from too little to tell."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import language
from tests.support import cases


@pytest.mark.parametrize("case", cases("readers/language"), ids=lambda case: case["text"][:40])
def test_detect(case: dict[str, Any]) -> None:
    """English is known whatever names are in it; short texts and lists of names have no language."""
    assert case["language"] == language.detect(case["text"])


@pytest.mark.parametrize("case", cases("readers/stated_language"), ids=lambda case: str(case["input"]))
def test_stated(case: dict[str, Any]) -> None:
    assert case["code"] == language.stated(case["input"])


def test_english_with_foreign_quote() -> None:
    """A quotation in its own language does not make an English article foreign."""
    article = (
        "The chancellor told parliament on Monday that the budget would be passed before the summer. "
        "„Wir werden das gemeinsam schaffen, und zwar noch vor der Sommerpause“, he said in German. "
        "The opposition called for a vote of no confidence and promised to block the plan."
    )
    assert language.detect(article) == "en"


def test_no_network_and_no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The model comes with its package: nothing is downloaded, nothing is written."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    language._detector.cache_clear()
    assert language.detect("The council voted on Monday to close the bridge for repairs until the spring.") == "en"
    assert not list(tmp_path.iterdir())


@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    language.detect(text)
    language.stated(text)
