"""What a figure is the amount of, and which figures are compared at all."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.compare.slots.figures import Figure, figures
from pipeline.compare.slots.statements import Statement, statements
from tests.compare.support import KNOWLEDGE, claim, counted, document, figure_of, quantity


def figure(words: str, number: str, of: tuple[str, str], **fields: Any) -> Figure:
    value = float(fields.pop("value", 25))
    verb = words.split()[1]
    given: dict[str, Any] = {"verb": verb, "lemma": verb.removesuffix("ed"), "subject": (words.split()[0], None)}
    doc, counting = counted("a", words, number, (value, value), of, **given | fields)
    return Figure(Statement(counting, doc, KNOWLEDGE), counting.quantities[0])


@pytest.mark.parametrize(
    ("words", "number", "of", "described"),
    [
        ("Editors printed twenty-five pages", "twenty-five", ("pages", "page"), None),
        ("Editors printed 25 pages", "25", ("pages", "page"), None),
        ("Editors printed a 25-page report", "25", ("page report", "report"), "report"),
        ("Editors printed a twenty-five-page report", "twenty-five", ("page report", "report"), "report"),
    ],
)
def test_a_joined_figure_describes_and_a_number_in_words_counts(
    words: str, number: str, of: tuple[str, str], described: str | None
) -> None:
    assert figure(words, number, of).described_noun == described


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Guards freed 25 prisoners", set()),
        ("Guards freed 25 more prisoners", {"more"}),
        ("Guards freed 25 of their prisoners", {"of"}),
        ("Guards freed 25 other prisoners", {"other"}),
        ("Guards freed 25 prisoners restored to health", set()),
    ],
)
def test_part(words: str, part: set[str]) -> None:
    assert figure(words, "25", ("prisoners", "prisoner")).part_words == part


def test_a_comparator_behind_the_number_is_asked_for_with_it() -> None:
    one = figure("Guards freed 25 or more prisoners", "25", ("prisoners", "prisoner"), bound="ge")
    start, end = one.slot
    assert one.statement.document.text[start:end] == "25 or more"
    assert one.part_words == frozenset()


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("Growers picked an average of 25 crates", {"average"}),
        ("Growers picked a total of 25 crates", set()),
        ("Growers picked for a project 25 crates", set()),
        ("Growers picked a projected 25 crates", {"projected"}),
    ],
)
def test_scale(words: str, scale: set[str]) -> None:
    assert figure(words, "25", ("crates", "crate")).scale_words == scale


def test_the_nearest_word_tells_the_event() -> None:
    text = "Nine people died and 25 were hurt"
    doc = document("a", text)
    amounts = [quantity(text, "Nine", 9, 9, of="people", of_head="people"), quantity(text, "25", 25, 25)]
    told = Statement(claim(doc, text, verb="died", lemma="die", quantities=amounts), doc, KNOWLEDGE)
    first, second = figures([told])
    assert [(one.frame, one.head) for one in (first, second)] == [("killed", "person"), ("injured", "person")]


@pytest.mark.parametrize(
    ("words", "number", "value", "of"),
    [
        ("Aides joined the two leaders", "two", 2, ("leaders", "leader")),
        ("Sailors bought one boat", "one", 1, ("boat", "boat")),
    ],
)
def test_what_is_no_amount_of_its_own_is_not_compared(
    words: str, number: str, value: float, of: tuple[str, str]
) -> None:
    one = figure(words, number, of, value=value)
    assert figures([one.statement]) == []


def test_a_figure_is_that_of_its_narrowest_claim_and_repeats_are_left_out() -> None:
    text = "Police say that crews raised 25 boats"
    doc = document("a", text)
    amounts = [quantity(text, "25", 25, 25, of="boats", of_head="boat")]
    wide = claim(doc, text, verb="say", lemma="say", quantities=amounts)
    narrow = claim(doc, "crews raised 25 boats", verb="raised", lemma="raise", quantities=amounts)
    again = claim(doc, "raised 25 boats", verb="raised", lemma="raise", quantities=amounts, duplicate_of=narrow.id)
    told = statements([doc], [wide, narrow, again], KNOWLEDGE)
    assert [one.statement.claim.id for one in figures(told)] == [narrow.id]


@pytest.mark.parametrize(
    ("words", "quantity", "shown", "slot"),
    [
        ("Inspectors closed more than 12 bridges in Ulm", "12", "more than 12 bridges", "more than 12"),
        ("Inspectors closed bridges exceeding 12 in Ulm", "12", "exceeding 12 (bridges)", "12"),
    ],
)
def test_a_figure_is_shown_with_its_comparator(words: str, quantity: str, shown: str, slot: str) -> None:
    case = {"base": "bridges", "words": words, "figure": quantity, "ends": (12, None), "bound": "gt"}
    one = figure_of(case, "a")
    start, end = one.slot
    assert one.words == shown
    assert one.statement.document.text[start:end] == slot


@pytest.mark.parametrize(
    ("words", "frame"),
    [
        ("Guards freed 25 prisoners", None),
        ("Guards shot 25 wounded prisoners dead", "injured"),
        ("Guards killed 25 prisoners", "killed"),
    ],
)
def test_a_word_inside_what_is_counted_tells_the_event_first(words: str, frame: str | None) -> None:
    of = "wounded prisoners" if "wounded" in words else "prisoners"
    assert figure(words, "25", (of, "prisoner")).frame == frame


def test_a_word_that_another_figure_is_nearer_to_tells_nothing() -> None:
    text = "Guards killed 3 dogs and freed 25 prisoners"
    doc = document("a", text)
    amounts = [
        quantity(text, "3", 3, 3, of="dogs", of_head="dog"),
        quantity(text, "25", 25, 25, of="prisoners", of_head="prisoner"),
    ]
    one = Statement(claim(doc, text, verb="killed", lemma="kill", quantities=amounts), doc, KNOWLEDGE)
    assert [made.frame for made in figures([one])] == ["killed", None]


@pytest.mark.parametrize(
    ("base", "change", "keys"),
    [
        ("bridges", {}, {"count/count bridge"}),
        ("dead", {}, {"count/count killed"}),
        ("road", {}, {"length/meter road"}),
    ],
)
def test_keys(base: str, change: dict[str, Any], keys: set[str]) -> None:
    found = figure_of({"base": base, **change}, "a").keys
    assert keys <= {" ".join(key) for key in found}
