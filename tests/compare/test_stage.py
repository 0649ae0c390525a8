"""From claims to points."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compare import compare
from pipeline.compare.stage import Found
from pipeline.lexicon.lexicon import packaged
from pipeline.records import Claim, Document, Point
from tests.compare.support import claim, counted, document, quantity, time

Pair = tuple[Document, Claim]
CONTEXT = "The council of Ulm met on the flood of the river Danube and its bridges."
CLOSED: dict[str, Any] = {"verb": "closed", "lemma": "close", "subject": ("Inspectors", None), "more": CONTEXT}


def bridges(name: str, number: int, **doc: Any) -> Pair:
    words = f"Inspectors closed {number} bridges in Ulm after the flood"
    return counted(name, words, str(number), (number, number), ("bridges", "bridge"), doc=doc, **CLOSED)


def compared(*pairs: Pair) -> Found:
    """The points, which are the same in any order of documents."""
    found = compare([doc for doc, _ in pairs], [made for _, made in pairs], packaged())
    again = compare([doc for doc, _ in pairs[::-1]], [made for _, made in pairs[::-1]], packaged())
    assert found == again
    texts = {doc.id: doc.text for doc, _ in pairs}
    ids = [point.id for point in (*found.conflicts, *found.corroborations)]
    assert len(ids) == len(set(ids))
    for point in (*found.conflicts, *found.corroborations):
        for side in point.sides:
            assert side.quote is not None
            assert texts[side.quote.doc_id][side.quote.start : side.quote.end] == side.quote.text
    return found


def sides(point: Point) -> list[tuple[str, tuple[str, ...], int]]:
    return [(side.value, side.doc_ids, side.origins) for side in point.sides]


def test_all_that_give_a_value_are_one_side() -> None:
    found = compared(bridges("a", 12), bridges("b", 15), bridges("c", 12), bridges("d", 15, origin="b"))
    (point,) = found.conflicts
    assert sides(point) == [("12 bridges", ("a", "c"), 2), ("15 bridges", ("b", "d"), 1)]
    assert (point.relation, point.type, point.severity, point.scope) == (
        "contradicts",
        "numeric",
        "high",
        "cross_source",
    )
    assert point.question == "Inspectors closed how many bridges in Ulm after the flood?"
    assert "25 percent apart" in point.explanation
    assert sorted(side.doc_ids for one in found.corroborations for side in one.sides) == [("a", "c"), ("b", "d")]


def test_agreement_is_counted_in_origins() -> None:
    copies = compared(bridges("a", 12), bridges("b", 12, origin="a")).corroborations
    assert [(sides(point), point.benign) for point in copies] == [([("12 bridges", ("a", "b"), 1)], ("same_origin",))]
    independent = compared(bridges("a", 12), bridges("b", 12)).corroborations
    assert [(sides(point), point.benign) for point in independent] == [([("12 bridges", ("a", "b"), 2)], ())]
    assert independent[0].score > copies[0].score


def test_stories_do_not_mix() -> None:
    other = "Inspectors closed 15 bridges in Lima after the quake"
    peru = (
        "Peru's army cleared roads near Callao, ports were shut, and aftershocks shook houses along the Pacific coast."
    )
    lima = counted("b", other, "15", (15, 15), ("bridges", "bridge"), **CLOSED | {"more": peru})
    assert compared(bridges("a", 12), lima) == ([], [])


def test_a_document_that_gives_both_figures_is_not_held_against_either() -> None:
    doc, first = bridges("b", 15, origin="b")
    both = document("b", f"{doc.text} Inspectors closed 12 bridges in Ulm after the flood.")
    second = bridges("b", 12)[1]
    start = both.text.index("Inspectors closed 12")
    moved = claim(both, both.text[start:-1], verb="closed", lemma="close", subject=("Inspectors", None),
                  quantities=[quantity(both.text, "12", 12, 12, of="bridges", of_head="bridge")])  # fmt: skip
    found = compare([bridges("a", 12)[0], both], [bridges("a", 12)[1], first, moved], packaged())
    assert found.conflicts == []
    assert second.quantities[0].low == 12


def statement(name: str, words: str, more: str = CONTEXT, **fields: Any) -> Pair:
    doc = document(name, f"{words}. {more}")
    return doc, claim(doc, words, **fields)


MAYOR: dict[str, Any] = {"verb": "opened", "lemma": "open", "subject": ("mayor", "person/eva-kern")}


def test_polarity() -> None:
    one = statement("a", "The mayor opened the flood gates of the Danube dam", **MAYOR)
    denied = statement("b", "The mayor never opened the flood gates of the Danube dam", **MAYOR, polarity="negative")
    (point,) = compared(one, denied).conflicts
    assert (point.relation, point.type, point.severity) == ("contradicts", "polarity", "high")
    assert compared(one, statement("b", "The mayor opened the flood gates of the Danube dam", **MAYOR)).conflicts == []


def test_dates() -> None:
    def opened(name: str, day: int) -> Pair:
        words = f"The mayor opened the flood gates of the Danube dam on {day} May"
        doc = document(name, f"{words}. {CONTEXT}")
        when = time(doc.text, f"{day} May", f"2024-05-{day:02}", f"2024-05-{day + 1:02}")
        return doc, claim(doc, words, times=[when], **MAYOR)

    (point,) = compared(opened("a", 3), opened("b", 7)).conflicts
    assert (point.type, {side.value for side in point.sides}) == ("date", {"3 May", "7 May"})
    assert point.question.startswith("The mayor opened the flood gates of the Danube dam on when")
    assert compared(opened("a", 3), opened("b", 3)).conflicts == []


def test_claims_that_differ_from_one_claim_and_say_the_same_share_a_side() -> None:
    one = statement("a", "The mayor opened the flood gates of the Danube dam", **MAYOR)
    agrees = statement("c", "The mayor opened the flood gates of the Danube dam", **MAYOR)
    denied = statement("b", "The mayor never opened the flood gates of the Danube dam", **MAYOR, polarity="negative")
    (point,) = compared(one, denied, agrees).conflicts
    assert [side.doc_ids for side in point.sides] == [("a", "c"), ("b",)]


def test_kinds_of_papers_from_one_visit() -> None:
    more = "The visit to Hanoi ended with a dinner at the opera, and the delegation flew home from Hanoi."
    fields: dict[str, Any] = {"subject": ("ministries", None), "bound": "gt", "more": more, "verb": "signed",
                              "lemma": "sign", "arguments": [("oblique", "the visit", None)]}  # fmt: skip
    papers = counted("a", "During the visit to Hanoi ministries signed more than 45 documents", "45", (45, None),
                     ("documents", "document"), **fields)  # fmt: skip
    notes = counted("b", "During the visit to Hanoi ministries signed over 20 memoranda", "20", (20, None),
                    ("memoranda", "memorandum"), **fields)  # fmt: skip
    (point,) = compared(papers, notes).conflicts
    assert (point.relation, point.type, point.severity) == ("differs", "counted_object", "high")
    assert point.benign == ("different_object",)
    assert "both count documents of one event" in point.explanation


def test_one_figure_in_two_spellings_and_three_copies_is_one_agreement() -> None:
    def raised(name: str, number: str, bound: str) -> Pair:
        words = f"Crews raised {number} wrecks from the harbour of Ulm after the flood"
        return counted(name, words, "60", (60, None), ("wrecks", "wreck"), bound=bound, doc={"origin": "a"},
                       verb="raised", lemma="raise", subject=("Crews", None), more=CONTEXT)  # fmt: skip

    found = compared(raised("a", ">60", "gt"), raised("b", "more than 60", "gt"), raised("c", "at least 60", "ge"))
    assert found.conflicts == []
    (point,) = found.corroborations
    assert [(side.doc_ids, side.origins) for side in point.sides] == [(("a", "b", "c"), 1)]


def test_speakers() -> None:
    words = "The flood gates of the Danube dam had rusted for thirty years without repair"
    fields: dict[str, Any] = {"verb": "rusted", "lemma": "rust", "subject": ("gates", None)}
    one = statement("a", words, speaker=("person/eva-kern", "Eva Kern"), **fields)
    other = statement("b", words, speaker=("person/uwe-holt", "Uwe Holt"), **fields)
    (point,) = compared(one, other).conflicts
    assert (point.type, {side.value for side in point.sides}) == ("attribution", {"Eva Kern", "Uwe Holt"})
    assert compared(one, statement("b", words, speaker=("person/eva-kern", "Eva Kern"), **fields)).conflicts == []
    assert compared(one, statement("b", words, **fields)).conflicts == [], "narration is nobody's mouth"


def test_places_but_not_a_country_and_its_capital() -> None:
    def sent(name: str, place: str, identity: str) -> Pair:
        words = f"The mayor sent rescue boats and blankets to {place}"
        return statement(name, words, verb="sent", lemma="send", subject=("mayor", "person/eva-kern"),
                         arguments=[("oblique", place, identity)])  # fmt: skip

    (point,) = compared(sent("a", "Linz", "gpe/linz"), sent("b", "Passau", "gpe/passau")).conflicts
    assert (point.type, {side.value for side in point.sides}) == ("place", {"Linz", "Passau"})
    assert compared(sent("a", "France", "gpe/france"), sent("b", "Paris", "gpe/paris")).conflicts == []


def test_modality() -> None:
    one = statement("a", "The mayor opened the flood gates of the Danube dam", **MAYOR)
    plan = statement("b", "The mayor will open the flood gates of the Danube dam",
                     **MAYOR | {"verb": "open", "modality": "future"})  # fmt: skip
    (point,) = compared(one, plan).conflicts
    assert (point.relation, point.type, point.severity) == ("differs", "modality", "medium")


def test_questions_claim_nothing() -> None:
    doc, asked = bridges("b", 15)
    question = claim(
        doc,
        asked.text,
        verb="closed",
        lemma="close",
        subject=("Inspectors", None),
        quantities=asked.quantities,
        voice="question",
    )
    assert compared(bridges("a", 12), (doc, question)) == ([], [])


NAMES = ["Inspectors", "The mayor", "Ulm", "The council"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from([1, 2, 12, 15, 400])), max_size=12),
    st.integers(0, 99),
)
def test_nothing_raises_and_order_does_not_show(rows: list[tuple[int, int, int]], seed: int) -> None:
    pairs = []
    for number, (who, what, count) in enumerate(rows):
        thing = ("bridges", "people", "women", "documents")[what]
        words = f"{NAMES[who]} closed {count} {thing} in Ulm after the flood"
        pairs.append(counted(f"d{number:02}", words, str(count), (count, count), (thing, thing.removesuffix("s")),
                             verb="closed", lemma="close", subject=(NAMES[who], None), more=CONTEXT))  # fmt: skip
    shuffled = random.Random(seed).sample(pairs, len(pairs))
    documents, claims = [doc for doc, _ in pairs], [made for _, made in pairs]
    assert compare(documents, claims, packaged()) == compare(
        [doc for doc, _ in shuffled], [made for _, made in shuffled], packaged()
    )
