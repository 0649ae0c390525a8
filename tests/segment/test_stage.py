"""The stage as a whole: what always holds, and what the text tells of its document."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article import Article
from pipeline.records import Published, Source
from tests.segment.support import cases, note, segmented

_PIECES = st.sampled_from(
    [
        "Q:", "A: ", "**Q:** ", "JANE DOE: ", "Who pays?", "We do, and I know why.", "LONDON (Reuters) - ", "By Jane Doe",
        "Related news", "# Heading", "- item", "1. item", "Published: 5 Feb 2026", "2026-02-04 ", "(Photo: AP)", "© 2026 X News.",
        "\n", "\n\n", "\r\n", "\r", "\u2028", "\0", "\ufeff", " ", "\t", "a" * 90, "growth surpassed", "15,000 dollars.", "“", "”", "…",
        "The minister said on Monday that the bridge would be open by the summer of next year. ",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=300)


def check(article: Article) -> None:
    """Spans hold; segments are disjoint, in order and hold all that is not blank; so do sentences after the label."""
    text = article.document.text
    last = 0
    for segment in article.segments:
        assert segment.text == text[segment.start : segment.end] == segment.text.strip() != ""
        assert not text[last : segment.start].strip()
        last = segment.end
        end = segment.sentences[0][0] if segment.sentences else segment.end
        assert segment.speaker or end == segment.start or not text[segment.start : end].strip()
        for start, stop in segment.sentences:
            assert not text[end:start].strip()
            assert text[start:stop] == text[start:stop].strip() != ""
            assert end <= start < stop <= segment.end
            end = stop
        assert not text[end : segment.end].strip()
        assert segment.kind in ("question", "answer") or segment.speaker is None
    assert not text[last:].strip()


@given(_TEXTS)
@settings(deadline=None, max_examples=300)
def test_segments_hold_the_text(text: str) -> None:
    """Whatever the text is, nothing raises, nothing is lost, and a second time gives the same."""
    article = segmented(text)
    check(article)
    again = segmented(text)
    assert again.segments == article.segments
    assert again.document == article.document


@pytest.mark.parametrize(
    "text",
    [
        "x" * 500_000, "word " * 100_000, "\n" * 200_000, "Q: \n" * 20_000, "a:\n" * 20_000, "(" * 100_000, "- \n" * 20_000,
        "A. " * 60_000, "By " * 60_000, ("A" * 24 + " ") * 20_000, "1/" * 60_000, "@a." * 60_000, "— " * 60_000, "\0" * 100_000,
        "JANE DOE: Why?\nJOHN ROE: I know.\n" * 5_000, "Related news\n" * 20_000, "UPPER CASE LINE\n" * 20_000, "Mr. X\n\nlower " * 9_000,
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_hostile_texts_take_linear_time(text: str) -> None:
    """No text makes the layout slow: twice as much of it takes about twice as long, and little at that."""
    from pipeline.segment.layout import layout

    begin = time.perf_counter()
    layout(text)
    assert time.perf_counter() - begin < 5


def test_a_broken_sentence_is_one() -> None:
    """A line break in the middle of a sentence ends neither the segment nor the sentence."""
    text = "Trade grew in every month of the year. Its volume exceeded\n\n15,000 tonnes – more than ever before."
    (segment,) = segmented(text).segments
    assert ["Trade grew in every month of the year.", text[39:]] == [
        text[start:end] for start, end in segment.sentences
    ]


def test_sentences_begin_after_the_label() -> None:
    """The label of a speaker is part of the segment and of no sentence."""
    article = segmented("Q: Is it true?\n\nAino Salo: It is. I saw it.\n\nQ: When?\n\nAino Salo: On Monday.")
    answer = article.segments[1]
    assert "Aino Salo: It is. I saw it." == answer.text
    assert ["It is.", "I saw it."] == [article.document.text[start:end] for start, end in answer.sentences]


@pytest.mark.parametrize("case", cases("dates"), ids=note)
def test_published(case: dict[str, Any]) -> None:
    """The date that a document gives for itself, with how it does; None when it leaves two readings or none."""
    found = segmented(case["text"], path=case["path"]).document.published
    assert case["published"] == (found and [found.value, found.precision, found.basis])


@pytest.mark.parametrize("case", cases("source"), ids=note)
def test_source(case: dict[str, Any]) -> None:
    """The outlet that a document names as its own; an outlet that it only speaks of is none."""
    found = segmented(case["text"], path=case["path"]).document.source
    assert case["source"] == (found and [found.name, found.basis])


def test_metadata_win() -> None:
    """What the input says of title, outlet and date is not changed by what stands in the text."""
    known: dict[str, Any] = {
        "title": "A title",
        "source": Source(id="x", name="X", basis="metadata"),
        "published": Published(value="2020", precision="year", basis="metadata"),
    }
    text = "Another Headline of the Day\n\nPublished: 5 February 2026\n\nLIMA (Reuters) - The port was opened on Monday after a year."
    document = segmented(text, **known).document
    assert known == {name: getattr(document, name) for name in known}


def test_the_title_is_read_from_the_text() -> None:
    """A title that the metadata do not give is that of the text, on one line and without markup."""
    assert (
        "Port to Close"
        == segmented("# Port  to Close\n\nThe port will be closed on Monday, officials said.").document.title
    )
    assert segmented("The port will be closed on Monday, officials said. It is old.").document.title is None
