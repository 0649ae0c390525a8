"""Figures: when two are on one point, and what is said of them then."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.compare.align import align_figures
from pipeline.compare.checks import check_figures
from pipeline.compare.slots.facts import Figure, Statement
from tests.compare.support import counted

Case = dict[str, Any]
BRIDGES: Case = {
    "words": "Inspectors closed 12 bridges in Ulm after the flood",
    "figure": "12",
    "ends": (12, 12),
    "of": ("bridges", "bridge"),
    "verb": "closed",
    "lemma": "close",
    "subject": ("Inspectors", None),
}
MORE_BRIDGES = BRIDGES | {
    "words": "Inspectors closed 15 bridges in Ulm after the flood",
    "figure": "15",
    "ends": (15, 15),
}
DEAD: Case = {
    "words": "The blast in the mine killed 9 people on Monday",
    "figure": "9",
    "ends": (9, 9),
    "of": ("people", "people"),
    "verb": "killed",
    "lemma": "kill",
    "subject": ("The blast", None),
}
PAPERS: Case = {
    "words": "The summit yielded over 20 memoranda",
    "figure": "20",
    "ends": (20, None),
    "bound": "gt",
    "of": ("memoranda", "memorandum"),
    "verb": "yielded",
    "lemma": "yield",
    "subject": ("The summit", None),
}


def figure(case: Case, name: str = "a") -> Figure:
    doc, claim = counted(name, **case)
    return Figure(Statement(claim, doc), claim.quantities[0])


def found(one: Case, other: Case) -> tuple[str, str, str, tuple[str, ...]] | None:
    """Relation, type, severity and benign readings, the same from both sides; None when nothing is found."""
    results: list[tuple[str, str, str, tuple[str, ...]] | None] = []
    for a, b in ((figure(one, "a"), figure(other, "b")), (figure(other, "b"), figure(one, "a"))):
        alignment = align_figures(a, b)
        finding = check_figures(a, b, alignment) if alignment else None
        results.append((finding.relation, finding.type, finding.severity, finding.benign) if finding else None)
    assert results[0] == results[1]
    return results[0]


def test_two_numbers_of_one_thing_contradict() -> None:
    assert found(BRIDGES, MORE_BRIDGES) == ("contradicts", "numeric", "high", ())


def test_the_same_number_does_not() -> None:
    assert found(BRIDGES, BRIDGES) is None


def test_bounds_are_compared_as_people_mean_them() -> None:
    over = BRIDGES | {
        "words": "Inspectors closed over 12 bridges in Ulm after the flood",
        "bound": "gt",
        "ends": (12, None),
    }
    far = MORE_BRIDGES | {
        "words": "Inspectors closed over 40 bridges in Ulm after the flood",
        "figure": "40",
        "bound": "gt",
        "ends": (40, None),
    }
    up_to = BRIDGES | {
        "words": "Inspectors closed up to 12 bridges in Ulm after the flood",
        "bound": "le",
        "ends": (None, 12),
    }
    assert found(BRIDGES, over) == ("differs", "numeric", "low", ())
    assert found(over, far) == ("differs", "numeric", "high", ())
    assert found(BRIDGES, up_to) is None


def test_two_kinds_of_one_thing_in_one_event_differ() -> None:
    documents = PAPERS | {
        "words": "During the summit ministers signed more than 50 documents",
        "figure": "50",
        "ends": (50, None),
        "of": ("documents", "document"),
        "verb": "signed",
        "lemma": "sign",
        "subject": ("ministers", None),
        "arguments": [("oblique", "the summit", None)],
    }
    assert found(PAPERS, documents) == ("differs", "counted_object", "high", ("different_object",))
    elsewhere = documents | {"words": "After the strike ministers signed more than 50 documents",
                             "arguments": [("oblique", "the strike", None)]}  # fmt: skip
    assert found(PAPERS, elsewhere) is None, "nothing ties the two to one event"


def test_a_later_toll_is_an_update() -> None:
    first = DEAD | {"doc": {"published": "2020-05-04"}}
    later = DEAD | {
        "words": "The blast in the mine killed 11 people on Monday",
        "figure": "11",
        "ends": (11, 11),
        "doc": {"published": "2020-05-06"},
    }
    assert found(first, later) == ("updates", "numeric", "medium", ("update",))


@pytest.mark.parametrize(
    ("one", "change"),
    [
        (BRIDGES, {"words": "Inspectors closed 15 tunnels in Ulm after the flood", "of": ("tunnels", "tunnel")}),
        (
            BRIDGES,
            {"words": "Inspectors closed 15 more bridges in Ulm after the flood", "of": ("more bridges", "bridge")},
        ),
        (BRIDGES, {"words": "Inspectors closed 15 of the bridges in Ulm after the flood"}),
        (BRIDGES, {"words": "Inspectors closed an average of 15 bridges in Ulm after the flood"}),
        (
            BRIDGES,
            {"words": "Inspectors closed 15 bridges in Ulm after the flood", "unit": "USD", "dimension": "money"},
        ),
        (BRIDGES, {"words": "Inspectors closed 15 bridges in Ulm after the flood", "per": "year"}),
        (BRIDGES, {"words": "Inspectors closed 15 bridges in Ulm after the flood", "change": "up"}),
        (DEAD, {"words": "The blast in the mine injured 15 people on Monday", "verb": "injured", "lemma": "injure"}),
        (DEAD, {"words": "The blast in the mine killed 15 women on Monday", "of": ("women", "woman")}),
        (DEAD, {"words": "The blast in the mine killed 15 others on Monday", "of": ("others", "other")}),
    ],
    ids=["thing", "more", "part", "scale", "dimension", "rate", "change", "event", "subset", "others"],
)
def test_what_may_be_of_something_else_is_not_compared(one: Case, change: Case) -> None:
    assert found(one, one | {"figure": "15", "ends": (15, 15)} | change) is None


@pytest.mark.parametrize("words", ["dozens of", "hundreds of"])
def test_a_vague_number_is_at_odds_with_none(words: str) -> None:
    vague = BRIDGES | {
        "words": f"Inspectors closed {words} bridges in Ulm after the flood",
        "figure": words,
        "ends": (24, None),
        "bound": "ge",
    }
    assert found(BRIDGES, vague) is None


def test_a_count_that_is_no_whole_number_agrees_and_is_at_odds_with_none() -> None:
    strong = BRIDGES | {"words": "Inspectors closed 6.1 bridges in Ulm after the flood", "figure": "6.1",
                        "ends": (6.1, 6.1)}  # fmt: skip
    assert found(BRIDGES, strong) is None
    assert align_figures(figure(strong, "a"), figure(BRIDGES, "b")) is None
    assert align_figures(figure(strong, "a"), figure(strong, "b")) is not None


def test_one_person_beside_several_is_one_of_them() -> None:
    one = DEAD | {
        "words": "The blast in the mine killed one person on Monday",
        "figure": "one",
        "ends": (1, 1),
        "of": ("person", "person"),
    }
    assert found(DEAD, one) is None


def test_ages_are_of_one_person() -> None:
    age: Case = {
        "words": "Mia Berg, 34, runs the harbour of Ulm", "figure": "34", "ends": (34, 34), "of": ("Mia Berg", "Berg"),
        "unit": "year", "dimension": "age", "verb": "runs", "lemma": "run", "subject": ("Mia Berg", "person/mia-berg"),
    }  # fmt: skip
    older = age | {"words": "Mia Berg, 43, runs the harbour of Ulm", "figure": "43", "ends": (43, 43)}
    assert found(age, older) == ("contradicts", "numeric", "high", ())
    other = older | {
        "words": "Mia Lund, 43, runs the harbour of Ulm",
        "subject": ("Mia Lund", "person/mia-lund"),
        "of": ("Mia Lund", "Lund"),
    }
    assert found(age, other) is None


def test_a_conversion_in_brackets_agrees() -> None:
    miles = BRIDGES | {"words": "Inspectors closed 22 miles of road in Ulm after the flood", "figure": "22",
                       "ends": (22, 22), "of": ("road", "road"), "unit": "mile", "dimension": "length"}  # fmt: skip
    kilometres = miles | {"words": "Inspectors closed 35 kilometres of road in Ulm after the flood", "figure": "35",
                          "ends": (35, 35), "unit": "kilometer"}  # fmt: skip
    assert found(miles, kilometres) is None
    assert align_figures(figure(miles, "a"), figure(kilometres, "b")) is not None


def test_two_named_speakers_lower_the_severity() -> None:
    one = BRIDGES | {"speaker": ("person/ann-roe", "Ann Roe")}
    other = MORE_BRIDGES | {"speaker": ("person/tom-low", "Tom Low")}
    assert found(one, other) == ("contradicts", "numeric", "medium", ("different_speaker",))


def test_a_reason_is_named_for_every_alignment() -> None:
    alignment = align_figures(figure(BRIDGES, "a"), figure(MORE_BRIDGES, "b"))
    assert alignment is not None
    assert "same object" in alignment.reasons and "same verb" in alignment.reasons
    assert 0 < alignment.score <= 1


@pytest.mark.parametrize(
    ("words", "quantity", "shown", "slot"),
    [
        ("Inspectors closed more than 12 bridges in Ulm", "12", "more than 12 bridges", "more than 12"),
        ("Inspectors closed bridges exceeding 12 in Ulm", "12", "exceeding 12 (bridges)", "12"),
    ],
)
def test_a_figure_is_shown_with_its_comparator(words: str, quantity: str, shown: str, slot: str) -> None:
    one = figure(BRIDGES | {"words": words, "figure": quantity, "ends": (12, None), "bound": "gt"})
    start, end = one.slot
    assert one.words == shown
    assert one.statement.document.text[start:end] == slot
