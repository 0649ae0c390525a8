"""Who says what: tables of texts with the attributions in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.extract.sayings.quotes import find_quotations
from pipeline.records import Segment
from tests.extract.support import article
from tests.support import cases

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("case", cases("extract/sayings/attribution"), ids=lambda case: str(case["text"])[:50])
def test_attributions(case: dict[str, Any], nlp: Language) -> None:
    """Kind, source, cue, content and resolved speaker of everything that is said, and of nothing else."""
    expected = case.pop("expected")
    one = article(nlp, **case)
    text = one.document.text
    found = [
        {
            "kind": attribution.kind,
            "source": text[slice(*attribution.source)] if attribution.source else None,
            "cue": text[slice(*attribution.cue)] if attribution.cue else None,
            "content": [text[start:end] for start, end in attribution.content],
            "speaker": attribution.speaker.name if attribution.speaker else None,
        }
        for attribution in one.attributions
    ]
    assert expected == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("One, two,” he said.", ["One, two,"]),
        ("“One two, he said.", ["One two,"]),
        ("“One two.\n“Three four.”", ["One two.", "Three four."]),
        ("“One two. “Three four.”", ["One two.", "Three four."]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("„Eins“ heißt one.", ["Eins"]),
        ("``One,'' he said.", ["One,"]),
        ('A 6" pipe and a 9" pipe.', []),
        ("It is ‘so’.", []),
        ("“One two,“ he said. “Three.”", ["One two,", "Three."]),
        ("“”", []),
        ("“", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    """Quotations with both marks, with one of them, over paragraphs, and what only looks like one."""
    segments, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        segments.append(Segment(id=str(start), doc_id="a", start=start, end=end, text=line, kind="paragraph"))
        start = end + 1
    assert expected == [text[quotation.start : quotation.end] for quotation in find_quotations(text, segments)]
