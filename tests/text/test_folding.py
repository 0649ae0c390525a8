"""Spellings made alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.folding import BREAK, apart, fold, level, slug


def test_dashes_quotes_blanks_and_accents_are_levelled() -> None:
    """One kind each, and letters without their diacritics."""
    assert level("Kraków – “O’Neill”\u00a0é") == "Krakow - “O'Neill” e"


def test_letters_of_other_scripts_that_look_latin() -> None:
    """A typist's Cyrillic "а" or "і" makes no other name."""
    assert fold("Kenesі") == fold("Kenesi")
    assert fold("Раris") == fold("Paris")


def test_fold_ignores_case_and_blanks() -> None:
    """What two spellings of a name share."""
    assert fold("  The   NEW\nYork  Times ") == "the new york times"


def test_slug_is_words_and_hyphens() -> None:
    """Part of an id."""
    assert slug("Côte d’Ivoire & the «North»") == "cote-divoire-the-north"
    assert slug("…") == ""


@given(st.text())
def test_level_keeps_every_offset(text: str) -> None:
    """The same length, so that a match in the levelled text is one in the text; levelling again changes nothing."""
    assert len(level(text)) == len(text)
    assert level(level(text)) == level(text)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_slug_is_stable(text: str) -> None:
    """A slug of a slug is the slug."""
    assert slug(slug(text)) == slug(text)


@given(st.text(), st.lists(st.integers(0, 40)))
def test_lines_apart(text: str, starts: list[int]) -> None:
    """Nothing moves, and only a blank before a line becomes its break."""
    levelled = level(text)
    starts = [start % (len(text) + 1) for start in starts]
    broken = apart(levelled, starts)
    assert len(broken) == len(levelled)
    changed = {at for at, (one, other) in enumerate(zip(levelled, broken, strict=True)) if one != other}
    assert all(levelled[at] == " " and broken[at] == BREAK and at + 1 in starts for at in changed)
