"""Whatever the claims: nothing raises, ids are unique, quotes hold, and the order of input does not show."""

from __future__ import annotations

import random
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compare import compare
from pipeline.lexicon.lexicon import packaged
from pipeline.records import Claim, Document
from tests.compare.support import claim, document, quantity, time

WORDS = ["crews", "ferry", "harbour", "raised", "signed", "killed", "people", "others", "treaty", "document", "never",
         "of", "total", "Tartu", "İzmir", "ﬁre", "😀", "…", "-", "(", "“", "\n"]  # fmt: skip
USUAL = [  # so that some claims are on one point
    ["crews", "raised", "boats", "from", "the", "cold", "harbour", "near", "Tartu", "on", "Friday"],
    ["people", "killed", "by", "a", "storm", "near", "the", "cold", "harbour", "of", "Tartu"],
    ["treaty", "documents", "signed", "by", "ministers", "at", "the", "harbour", "summit", "near", "Tartu"],
]
NUMBERS = ["7", "60", "1,300", "2.5", "0", "twenty-five"]
IDENTITIES = [None, "person/ada-rask", "gpe/tartu", "gpe/norway", "gpe/oslo", "outlet/x", "odd"]


@st.composite
def texts(draw: st.DrawFn, name: str) -> tuple[Document, list[Claim]]:
    """A document of some sentences of odd words, and a claim or two about each."""
    odd = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9)
    sentences = draw(st.lists(st.sampled_from([*USUAL, None]), min_size=1, max_size=4))
    written = [f"{draw(st.sampled_from(NUMBERS))} {' '.join(words)} no{number} 5 May"
               for number, words in enumerate(usual or draw(odd) for usual in sentences)]  # fmt: skip
    published = draw(st.sampled_from([None, "2021-06-01", "2021-08-01", "not a day"]))
    doc = document(name, ". ".join(written) + ".", published=published, origin=draw(st.sampled_from(["", "shared"])))
    made = []
    for words in written:
        start = doc.text.index(words)
        number = words.split(" ")[0]
        first = words.split(" ")[1]
        ends = draw(st.sampled_from([(0, 0), (7, 7), (60, None), (None, 60), (2.5, 7), (-3, -3), (1e300, 1e300)]))
        bound = "gt" if ends[1] is None else "le" if ends[0] is None else "eq" if ends[0] == ends[1] else "range"
        amount = quantity(words, number, *ends, bound=bound, approx=draw(st.booleans()), **draw(st.sampled_from(UNITS)))
        day = time(words, "5 May", *draw(st.sampled_from([("2021-05-05", "2021-05-06"), ("2020-05-05", "2020-05-06")])))
        identity = draw(st.sampled_from(IDENTITIES))
        fields: dict[str, Any] = {
            "polarity": draw(st.sampled_from(["positive", "negative"])),
            "modality": draw(st.sampled_from(["asserted", "future", "reported"])),
            "voice": draw(st.sampled_from(["narration", "direct", "question"])),
        }
        made.append(
            claim(
                doc,
                words,
                verb=first,
                lemma=draw(st.sampled_from(["", "raise", "kill", "Sign"])),
                subject=draw(st.sampled_from([None, (first, identity)])),
                arguments=draw(st.sampled_from([[], [("object", first, identity)], [("oblique", first, None)] * 2])),
                quantities=[moved(amount, start)],
                times=[moved(day, start)],
                speaker=draw(st.sampled_from([None, ("person/ole-vik", "Ole Vik")])),
                **fields,
            )
        )
    return doc, made


UNITS: list[dict[str, Any]] = [
    {"of": "people", "of_head": "people"},
    {"of": "treaty documents", "of_head": "document"},
    {"of": None, "of_head": None},
    {"of": "of", "of_head": ""},
    {"unit": "USD", "dimension": "money", "of": "harbour", "of_head": "harbour"},
    {"unit": "mile", "dimension": "length", "of": "ferry", "of_head": "ferry", "per": "hour"},
    {"unit": "percent", "dimension": "ratio", "change": "up"},
]


def moved(part: Any, by: int) -> Any:
    """A part of a sentence at its place in the whole text."""
    return msgspec.structs.replace(part, start=part.start + by, end=part.end + by)


@settings(max_examples=150, deadline=None)
@given(st.data(), st.integers(2, 4), st.integers(0, 99))
def test_any_claims(data: st.DataObject, size: int, seed: int) -> None:
    drawn = [data.draw(texts(f"d{number}")) for number in range(size)]
    documents = [doc for doc, _ in drawn]
    claims = [one for _, made in drawn for one in made]
    found = compare(documents, claims, packaged())
    points = [*found.conflicts, *found.corroborations]
    assert len({point.id for point in points}) == len(points)
    by_id = {doc.id: doc.text for doc in documents}
    for point in points:
        assert 0 <= point.score <= 1 and point.explanation and point.question.endswith("?")
        for side in point.sides:
            assert side.quote is not None and side.claim_ids
            text, quote = by_id[side.quote.doc_id], side.quote
            assert text[quote.start : quote.end] == quote.text
            assert text[: quote.start].endswith(quote.prefix) and text[quote.end :].startswith(quote.suffix)
    mixer = random.Random(seed)
    assert compare(mixer.sample(documents, len(documents)), mixer.sample(claims, len(claims)), packaged()) == found
