"""Words as they are compared."""

from __future__ import annotations

import pytest

from tests.compare.support import WORDS


@pytest.mark.parametrize(
    ("one", "other", "noun"),
    [
        ("memorandum", "document", "document"),
        ("document", "treaty", "document"),
        ("boat", "boat", "boat"),
        ("nurse", "person", "person"),
        ("rifle", "car", None),
        ("school", "hospital", None),
        ("woman", "man", None),
        ("zzxq", "document", None),
    ],
)
def test_shared_kind(one: str, other: str, noun: str | None) -> None:
    assert WORDS.shared_kind(one, other) == WORDS.shared_kind(other, one) == noun


def test_what_names_people_is_known() -> None:
    assert all("person" in WORDS.kinds(noun) for noun in ("nurse", "officer", "refugee", "woman", "farmer"))
    assert all("person" not in WORDS.kinds(noun) for noun in ("bridge", "ballot", "company", "ship"))


def test_content_words_are_stems_without_numbers_and_function_words() -> None:
    assert WORDS.content("The two ministers’ offices were flooded, said the mayor.") == {
        WORDS.stem("ministers"),
        "offic",
        "flood",
        "mayor",
    }
    assert WORDS.counts("Rain, rain and law-makers")["rain"] == 2
    assert {"law", "maker"} <= WORDS.counts("law-makers").keys()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("died", "killed"),
        ("wounded", "injured"),
        ("signing", "signed"),
        ("bridge", None),
        ("initiative", None),
        ("level", None),
    ],
)
def test_frames(word: str, name: str | None) -> None:
    assert WORDS.frame(WORDS.stem(word)) == name


def test_frames_in_a_text() -> None:
    text = "Four died, six were hurt"
    assert [(text[start:end], name) for start, end, name in WORDS.framed(text, 0, len(text))] == [
        ("died", "killed"),
        ("hurt", "injured"),
    ]


def test_the_plainest_kinds_are_none() -> None:
    assert WORDS.shared_kind("ship", "thing") is None
    assert "structure" not in WORDS.kinds("bridge") and "bridge" not in WORDS.state_verbs


def test_words_for_a_part_are_whole_words() -> None:
    text = "Nine OTHERS, two more, a moreover and brothers"
    assert [match[0] for match in WORDS.part_words(text, 0, len(text))] == ["OTHERS", "more"]


def test_verbs_of_states_are_known_by_their_stems() -> None:
    assert {WORDS.stem(verb) for verb in ("continued", "remains", "lives")} <= WORDS.state_verbs
