"""What holds for every text: offsets, order, no error, the same twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import extract
from pipeline.article import Article
from pipeline.lexicon.lexicon import packaged
from pipeline.records import SegmentKind
from tests.extract.support import article, parts
from tests.support import cases

if TYPE_CHECKING:
    from spacy.language import Language

KINDS: tuple[SegmentKind, ...] = ("title", "paragraph", "question", "answer", "boilerplate", "list_item")
PIECES = st.sampled_from(
    [
        "Jane Doe", "the ministry", "he", "I", "our country", "said", "told reporters", "plans to sell", "denied",
        "that", "which", "40 trains", "last year", "$3 million", "“", "”", '"', ",", ".", "?", ":", "\n", "\n\n", "and",
        "while", "is", "was not", "will open", "According to", "No", "(", ")", "—", "…", "\u2028", "é", "𝟛",
    ]
)  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs", "No"])  # odd numerals are for the tests of pipeline.tag
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(LETTERS, max_size=80)


@given(text=TEXTS, kinds=st.lists(st.sampled_from(KINDS), max_size=6))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(nlp: Language, text: str, kinds: list[SegmentKind]) -> None:
    _check(article(nlp, text, kinds, interviewee="Jane Doe", published="2024-05-15"))


@pytest.mark.parametrize("table", ["extract/sayings/attribution", "extract/claims/finder"])
def test_all_cases_as_one_text(nlp: Language, table: str) -> None:
    one = article(nlp, "\n\n".join(case["text"].replace("\n\n", " ") for case in cases(table)), source="Daily Bugle")
    assert one.claims
    _check(one)


@pytest.mark.parametrize(
    "text",
    [
        "He ran and " * 600 + "fell.",
        "“" * 2000,
        "He said “yes” " * 400,
        "said " * 1500,
        "that he said that she knew " * 200,
        "The dog, the cat, " * 400,
        ", said X" * 500,
        "“a, b " * 500,
    ],
    ids=lambda text: str(text)[:20],
)
def test_long_repetitions(nlp: Language, text: str) -> None:
    _check(article(nlp, text))


def test_second_finish_changes_nothing(nlp: Language) -> None:
    text = "Margaret Osborne met us. “I sold two farms,” she said. She left Leeds last year. She left Leeds last year."
    one = article(nlp, text, published="2024-05-15")
    before = (one.attributions, one.claims)
    extract.finish(one)
    assert before == (one.attributions, one.claims)


def test_vocabulary_is_sound() -> None:
    """Every frame of a verb of saying is one that the rules know."""
    known = {"say", "think", "want", "about", "deny", "evidence"}
    frames = {frame for frames in packaged().claim_words.saying.values() for frame in frames}
    assert {frame for frame in frames if not frame.startswith("+")} == known


def _check(one: Article) -> None:
    text = one.document.text
    sentences = {segment.id: segment.sentences for segment in one.segments}
    ids = [claim.id for claim in one.claims]
    assert len(set(ids)) == len(ids)
    assert [(claim.start, claim.end) for claim in one.claims] == sorted(
        (claim.start, claim.end) for claim in one.claims
    )
    attributions = {attribution.id for attribution in one.attributions}
    assert len(attributions) == len(one.attributions)
    for attribution in one.attributions:
        assert attribution.content
        for start, end in (*attribution.content, attribution.cue or (0, 1), attribution.source or (0, 1)):
            assert 0 <= start < end <= len(text)
    for claim in one.claims:
        assert claim.text == text[claim.start : claim.end]
        assert claim.statement.strip()
        assert "\n" not in claim.statement
        assert claim.sentence in sentences[claim.segment_id]
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        assert claim.attribution_id is None or claim.attribution_id in attributions
        assert claim.duplicate_of is None or ids.index(claim.duplicate_of) < ids.index(claim.id)
        assert claim.checkworthiness.reasons
        assert 0 <= claim.checkworthiness.score <= 1
        assert all(part == text[start:end] for part, start, end in parts(claim))
        values = [(one.start, one.end) for one in claim.quantities] + [(one.start, one.end) for one in claim.times]
        assert all(claim.start <= start <= end <= claim.end for start, end in values)
    msgspec.json.encode((one.attributions, one.claims))
