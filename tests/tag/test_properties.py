"""What holds for any text: offsets, order, segments, determinism, and what the values of a quantity may be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline import tag
from pipeline.article import Article, Step
from pipeline.config import Config
from pipeline.records import VALUE_LABELS, Entity, Quantity, Time
from tests.support import article, cases

if TYPE_CHECKING:
    from spacy.language import Language

PIECES = (
    "President ", "Ada Quill", " (AQ) ", "UN", " Resolution 1701", "Kenya-Uganda", " corridor", "’s ", "“", "”",
    "\n", "\n\n", " ", "-", "–", ", ", ". ", ":", "more than ", "at least ", "between ", " and ", " to ", "over ",
    "15,000", "6,5", "$", "€", "3", "½", "2.5bn", " million", " percent", "%", " US dollars", " km", "-year",
    " hours", "minus ", "1992", "Feb. 5", "May", "last ", "year", "three ", "weeks ago", "every ", "Friday",
    "10:30", " a.m.", "BC", "dozens of ", "half", "third", "one", "documents", "signed", " fell by ", "rose", "(",
    ")", "é", "і", "\u00a0", "😀", "e\u0301", "\x00",
)  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.text(max_size=60))
DAYS = st.sampled_from([None, "2026-02-04", "1901-12", "9999-12-31", "0001-01-01", "1999"])
COUNTED = {"count": "count", "rank": "rank"}


@pytest.fixture(scope="module")
def step() -> Step:
    """The stage, made once."""
    return tag.make(Config())


def tagged(nlp: Language, step: Step, text: str, day: str | None) -> Article:
    """The article of a text after the stage and the names of its corpus of one."""
    [one] = step([article(text, nlp(text), day=day)])
    return tag.finish(one, tag.build_table([tag.gather(one)]))


def check_entities(one: Article) -> None:
    """Spans hold, are in order, do not overlap and lie inside the segment that they name."""
    text = one.document.text
    segments = {segment.id: segment for segment in one.segments}
    end = 0
    for entity in one.entities:
        assert entity.text == text[entity.start : entity.end]
        assert entity.text == entity.text.strip() != ""
        assert end <= entity.start
        end = entity.end
        segment = segments[entity.segment_id]
        assert segment.start <= entity.start < entity.end <= segment.end
        check_value(entity, text)


def check_value(entity: Entity, text: str) -> None:
    """Only values have values, and theirs lie inside them."""
    assert (entity.label in VALUE_LABELS) == bool(entity.value or entity.time)
    for inner in (entity.value, entity.time):
        if inner is not None:
            assert inner.text == text[inner.start : inner.end]
            assert entity.start <= inner.start < inner.end <= entity.end
    if entity.value:
        check_quantity(entity.value)
    if entity.time:
        check_time(entity.time)


def check_quantity(quantity: Quantity) -> None:
    """The bound says which ends are open; the unit says the dimension."""
    low, high = quantity.low, quantity.high
    opened = {"gt": (True, False), "ge": (True, False), "lt": (False, True), "le": (False, True)}
    assert (low is not None, high is not None) == opened.get(quantity.bound, (True, True))
    if low is not None and high is not None:
        assert low <= high if quantity.bound == "range" else low == high
    assert COUNTED.get(quantity.unit, quantity.dimension) == quantity.dimension
    if quantity.dimension == "money":
        assert len(quantity.unit) == 3
    assert (quantity.of is None) == (quantity.of_head is None)


def check_time(time: Time) -> None:
    """Days are days, the first before the last; lengths have none."""
    if time.start_date and time.end_date:
        assert date.fromisoformat(time.start_date) <= date.fromisoformat(time.end_date)
    if time.kind == "duration":
        assert time.start_date is None
        assert time.value.startswith("P")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, day=DAYS)
def test_any_text(nlp: Language, step: Step, text: str, day: str | None) -> None:
    """Nothing raises, every span holds, and a second run gives the same."""
    one = tagged(nlp, step, text, day)
    check_entities(one)
    assert tagged(nlp, step, text, day).entities == one.entities


def test_the_tables(nlp: Language, step: Step) -> None:
    """The same of every text of the tables, with what stands before and after it."""
    tables = ("values/quantities", "values/times/dates", "values/times/lengths", "values/times/joining")
    texts = [case["text"] for name in tables for case in cases(name)]
    for doc in nlp.pipe(["\n\n".join(texts[at : at + 12]) for at in range(0, len(texts), 12)]):
        [one] = step([article(doc.text, doc, day="2024-05-06")])
        check_entities(one)


def test_offsets_and_batches_do_not_matter(nlp: Language, step: Step) -> None:
    """A document's entities are the same whatever is tagged before it."""
    texts = [case["texts"][0] for case in cases("names/find")][:8]
    together = [one.entities for one in step([article(doc.text, doc) for doc in nlp.pipe(texts)])]
    alone = [next(iter(step([article(text, nlp(text))]))).entities for text in reversed(texts)]
    assert together == alone[::-1]


@pytest.mark.parametrize(
    "text",
    ["1" * 90_000, "1,2" * 30_000, "- " * 40_000, "A" * 90_000, "Of The " * 9_000, "year " * 9_000, "(" * 90_000],
)
def test_long_hostile_lines(nlp: Language, step: Step, text: str) -> None:
    """No pattern goes quadratic: this would not come to an end."""
    text = text.strip()
    words = text.split(" ")  # spaCy's own tokenizer is quadratic on some
    [one] = step([article(text, Doc(nlp.vocab, words=words, spaces=[True] * (len(words) - 1) + [False]))])
    check_entities(one)
