"""What of a claim's words is compared."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.compare.slots.statements import Statement, containment, jaccard, periods_differ
from tests.compare.support import KNOWLEDGE, claim, document, time

WORDS = "The mayor of Ulm opened the gates of the dam for Eva Kern"


def made(words: str = WORDS, name: str = "a", **fields: Any) -> Statement:
    doc = document(name, f"{words}.", published=fields.pop("published", None), source=fields.pop("source", None))
    given: dict[str, Any] = {"verb": words.split()[1], "lemma": "open", **fields}
    return Statement(claim(doc, words, **given), doc, KNOWLEDGE)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (("The mayor of Ulm", None), "mayor"),
        (("Eva Kern", "person/eva-kern"), "person/eva-kern"),
        (("gates of the dam", None), "gate"),
        (None, None),
    ],
)
def test_a_subject_is_its_id_or_its_head_noun(subject: tuple[str, str | None] | None, expected: str | None) -> None:
    assert made(subject=subject).subject == expected


@pytest.mark.parametrize(("lemma", "expected"), [("open", "open"), ("die", "killed"), ("carry out", "carri")])
def test_a_predicate_is_a_frame_or_the_stem_of_the_verb(lemma: str, expected: str) -> None:
    assert made(lemma=lemma).predicate == expected


def test_participants_are_subject_and_arguments_but_no_clauses() -> None:
    parts = [
        ("object", "the gates of the dam", None),
        ("complement", "the dam", None),
        ("oblique", "Eva Kern", "person/k"),
    ]
    assert made(subject=("The mayor", None), arguments=parts).participants == {"mayor", "gate", "person/k"}


def test_a_role_that_two_have_is_left_out() -> None:
    parts = [("object", "the dam", "fac/dam"), ("oblique", "Ulm", "gpe/ulm"), ("oblique", "Eva Kern", "person/k")]
    assert made(subject=("The mayor", "person/m"), arguments=parts).roles == {
        "subject": "person/m",
        "object": "fac/dam",
    }


@pytest.mark.parametrize(
    ("speaker", "expected"), [(None, None), (("outlet/x", "X"), None), (("person/eva", "Eva"), "person/eva")]
)
def test_an_outlets_own_words_have_no_speaker(speaker: tuple[str, str] | None, expected: str | None) -> None:
    assert made(speaker=speaker).speaker_id == expected


def test_outlet_and_day() -> None:
    assert (made().outlet, made().published) == ("a", "")
    known = made(source="The Herald", published="2021-05-04")
    assert (known.outlet, known.published) == ("The Herald", "2021-05-04")


@pytest.mark.parametrize(
    ("one", "other", "both", "shorter"),
    [
        ("crews painted ferries red", "crews painted ferries red", 1.0, 1.0),
        ("crews painted ferries red", "crews painted ferries red, harbour pilots", 4 / 6, 1.0),
        ("crews painted ferries", "crews painted ferries", 1.0, 0.0),
        ("crews painted ferries", "the of and", 0.0, 0.0),
    ],
)
def test_shares_of_words(one: str, other: str, both: float, shorter: float) -> None:
    """Of all words, and of the shorter claim's: too few words in common are none."""
    a, b = made(one), made(other)
    assert jaccard(a, b) == jaccard(b, a) == both
    assert containment(a, b) == containment(b, a) == shorter


def test_periods_differ_when_no_two_dates_meet() -> None:
    def dated(*years: int) -> Statement:
        words = f"The mayor opened gates in {' and '.join(map(str, years))}"
        return made(words, times=[time(words, str(year), f"{year}-01-01", f"{year + 1}-01-01") for year in years])

    assert periods_differ(dated(2019), dated(2021))
    assert not periods_differ(dated(2019, 2021), dated(2021))
    assert not periods_differ(dated(2019), made())
