"""The stage as a whole: what always holds, and what the text tells of its document."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article import Article
from pipeline.records import Published, Source
from pipeline.segment.layout import LayoutRules
from pipeline.segment.media import MediaNames
from pipeline.segment.outlet import OutletRules
from tests.segment.support import note, segmented
from tests.support import cases

_LINES = r"""
Q:|A: |**Q:** |JANE DOE: |Who pays?|We do, and I know why.|LONDON (Reuters) - |By Jane Doe|Related news|# Heading|- item
1. item|Published: 5 Feb 2026|2026-02-04 |(Photo: AP)|© 2026 X News.|growth surpassed|15,000 dollars.|“|”|…|(c) |a@b.cd
The minister said on Monday that the bridge would be open by the summer of next year. |Mr. X: |HOST: Why? |X
"""
_BREAKS = ("\n", "\n\n", "\r\n", "\r", "\u2028", " ", "\t", "\0", "\ufeff", "\x1c", "\x85")
_PIECES = st.sampled_from([*re.split(r"[|\n]", _LINES.strip()), "a" * 90, *_BREAKS])
_TEXTS = st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=300)
_HOSTILE = (
    *(
        "x",
        "word ",
        "\n",
        "Q: \n",
        "a:\n",
        "(",
        "- \n",
        "A. ",
        "By ",
        "A" * 24 + " ",
        "1/",
        "@a.",
        "— ",
        "\0",
        "Jan 1, ",
    ),
    *(
        "JANE DOE: Why?\nJOHN ROE: I know.\n",
        "Related news\n",
        "UPPER CASE LINE\n",
        "Mr. X\n\nlower ",
        ", The Xy ",
        "9:30 ",
    ),
)


def check(article: Article) -> None:
    """Spans hold; segments are disjoint, in order and hold all that is not blank; so do sentences after the label."""
    text = article.document.text
    last = 0
    for segment in article.segments:
        assert segment.text == text[segment.start : segment.end] == segment.text.strip() != ""
        assert not text[last : segment.start].strip()
        assert segment.kind in ("question", "answer") or segment.speaker is None
        last = segment.end
        done = segment.start
        for number, (start, end) in enumerate(segment.sentences):
            assert (segment.speaker and not number) or not text[done:start].strip()
            assert text[start:end] == text[start:end].strip() != ""
            assert done <= start < end <= segment.end
            done = end
        assert segment.speaker or done == segment.end
        assert not segment.sentences or done == segment.end
    assert not text[last:].strip()


@given(_TEXTS)
@settings(deadline=None, max_examples=300)
def test_segments_hold_the_text(text: str) -> None:
    """Whatever the text is, nothing raises, nothing is lost, and a second time gives the same."""
    article, again = segmented(text), segmented(text)
    check(article)
    assert again.segments == article.segments
    assert again.document == article.document


@pytest.mark.parametrize("piece", _HOSTILE)
def test_long_texts(layout_rules: LayoutRules, media: MediaNames, piece: str) -> None:
    """Half a million characters of anything are laid out; a rule that were quadratic would hang here."""
    text = piece * (500_000 // len(piece))
    OutletRules(media).outlet(layout_rules.layout(text), text)


def test_a_broken_sentence_is_one() -> None:
    """A line break in the middle of a sentence ends neither the segment nor the sentence."""
    first = "Trade grew in every month of the year."
    second = "Its volume exceeded\n\n15,000 tonnes – more than ever before."
    (segment,) = segmented(f"{first} {second}").segments
    assert [segment.text[start:end] for start, end in segment.sentences] == [first, second]


def test_sentences_begin_after_the_label() -> None:
    """The label of a speaker is part of the segment and of no sentence."""
    article = segmented("Q: Is it true?\n\nAino Salo: It is. I saw it.\n\nQ: When?\n\nAino Salo: On Monday.")
    answer = article.segments[1]
    assert answer.text == "Aino Salo: It is. I saw it."
    assert [article.document.text[start:end] for start, end in answer.sentences] == ["It is.", "I saw it."]


@pytest.mark.parametrize("case", cases("segment/published"), ids=note)
def test_published(case: dict[str, Any]) -> None:
    """The date that a document gives for itself, with how it does; None when it leaves two readings or none."""
    found = segmented(case["text"], path=case["path"]).document.published
    assert case["published"] == (found and [found.value, found.precision, found.basis])


def test_metadata_win() -> None:
    """What the input says of title, outlet and date is not changed by what stands in the text."""
    known: dict[str, Any] = {
        "title": "A title",
        "source": Source(id="x", name="X", basis="metadata"),
        "published": Published(value="2020", precision="year", basis="metadata"),
    }
    text = "A Headline of the Day\n\nPublished: 5 February 2026\n\nLIMA (Reuters) - The port was opened on Monday."
    document = segmented(text, **known).document
    assert {name: getattr(document, name) for name in known} == known


def test_the_title_is_read_from_the_text() -> None:
    """A title that the metadata do not give is that of the text, on one line and without markup."""
    text = "The port will be closed on Monday, officials said. It is old."
    assert segmented(f"# Port  to Close\n\n{text}").document.title == "Port to Close"
    assert segmented(text).document.title is None
