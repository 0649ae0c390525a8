"""What can be checked: tables of texts with the claims in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.extract.claims.checkworthiness import WEIGHTS
from pipeline.records import Claim
from tests.extract.support import article, parts
from tests.support import cases

if TYPE_CHECKING:
    from spacy.language import Language

USUAL = {"voice": "narration", "speaker": "unnamed outlet", "polarity": "positive", "modality": "asserted"}


@pytest.mark.parametrize("case", cases("extract/claims/finder"), ids=lambda case: str(case["text"])[:50])
def test_claims(case: dict[str, Any], nlp: Language) -> None:
    """Span, statement, kind, voice, speaker, polarity, modality and hedges of every claim; what a case leaves out is
    usual (the statement is the text as a sentence)."""
    expected = case.pop("expected")
    one = article(nlp, **case)
    assert [_complete(claim) for claim in expected] == [_told(claim) for claim in one.claims]


def test_reasons_are_words_that_add_up(nlp: Language) -> None:
    one = article(nlp, "The court fined the bank 30 million dollars in May 2021. The bank may appeal.")
    claim = one.claims[0]
    assert claim.checkworthiness.reasons[:3] == ("number", "amount of money", "date or time")
    assert claim.checkworthiness.score == pytest.approx(
        min(1, sum(WEIGHTS[reason][1] for reason in claim.checkworthiness.reasons))
    )


def test_parts_of_a_claim(nlp: Language) -> None:
    """Subject, predicate, arguments, quantities, times and names, each with its place and its id."""
    one = article(nlp, "Siemens has sold two factories to Hitachi in March 2022.")
    (claim,) = one.claims
    text = one.document.text
    assert claim.subject is not None
    assert claim.subject.text == "Siemens"
    assert (claim.predicate.lemma, claim.predicate.text) == ("sell", "has sold")
    assert ("object", "two factories") in [(argument.role, argument.text) for argument in claim.arguments]
    assert [(quantity.low, quantity.of_head) for quantity in claim.quantities] == [(2, "factory")]
    assert [time.value for time in claim.times] == ["2022-03"]
    assert claim.subject.entity_id in claim.entities
    assert all(part_text == text[start:end] for part_text, start, end in parts(claim))


def _complete(claim: dict[str, Any]) -> dict[str, Any]:
    words = " ".join(claim["text"].split())
    usual = {**USUAL, "statement": f"{words[0].upper()}{words[1:]}.", "hedges": [], "duplicate": False}
    return {**usual, **claim}


def _told(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "statement": claim.statement,
        "kind": claim.kind,
        "voice": claim.voice,
        "speaker": claim.speaker.name if claim.speaker else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "hedges": list(claim.hedges),
        "duplicate": claim.duplicate_of is not None,
    }
