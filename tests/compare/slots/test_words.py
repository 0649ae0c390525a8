"""Words as they are compared."""

from __future__ import annotations

import pytest

from pipeline.compare.groups.joined import Groups
from pipeline.compare.slots.words import content, counts, frame, framed, kin, kinds, stem


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
def test_kin(one: str, other: str, noun: str | None) -> None:
    assert kin(one, other) == kin(other, one) == noun


def test_what_names_people_is_known() -> None:
    assert all("person" in kinds(noun) for noun in ("nurse", "officer", "refugee", "woman", "farmer"))
    assert all("person" not in kinds(noun) for noun in ("bridge", "ballot", "company", "ship"))


def test_content_words_are_stems_without_numbers_and_function_words() -> None:
    assert content("The two ministers’ offices were flooded, said the mayor.") == {
        stem("ministers"),
        "offic",
        "flood",
        "mayor",
    }
    assert counts("Rain, rain and law-makers")["rain"] == 2
    assert {"law", "maker"} <= counts("law-makers").keys()


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
    assert frame(stem(word)) == name


def test_frames_in_a_text() -> None:
    text = "Four died, six were hurt"
    assert [(text[start:end], name) for start, end, name in framed(text, 0, len(text))] == [
        ("died", "killed"),
        ("hurt", "injured"),
    ]


def test_groups_do_not_depend_on_the_order_of_joining() -> None:
    pairs = [(0, 3), (4, 3), (1, 2)]
    for order in (pairs, pairs[::-1]):
        groups = Groups(6)
        for one, other in order:
            groups.join(one, other)
        assert groups.members() == [[0, 3, 4], [1, 2], [5]]
