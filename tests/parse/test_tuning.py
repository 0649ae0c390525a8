"""The tuned pipeline gives what the plain one gives, and the same for a document in whatever company."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.parse import load_model, network, rules, tuning
from tests.parse.support import LONG, MODEL, ODD, SEEDS, parsed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WORDS = [
    "It",
    "said",
    "12",
    "isn't",
    "U.N.",
    "Oslo",
    "gonna",
    "—",
    "\n",
    "\n\n",
    "“",
    "is",
    "there",
    "$5",
    "and",
    "🔥",
    ".",
]


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_is_parsed_as_spacy_does(plain: Language, tuned: Language, name: str) -> None:
    assert parsed(tuned(ODD[name])) == parsed(plain(ODD[name]))


def test_articles_are_parsed_as_spacy_does(plain: Language, tuned: Language) -> None:
    texts = [*SEEDS, LONG]
    for fast, slow in zip(tuned.pipe(texts), plain.pipe(texts), strict=True):
        assert parsed(fast) == parsed(slow)
        assert [span.text for span in fast.noun_chunks] == [span.text for span in slow.noun_chunks]
        assert fast.vocab.strings[fast[0].lemma] == slow.vocab.strings[slow[0].lemma]
        np.testing.assert_allclose(fast.tensor, slow.tensor, atol=1e-3)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=20).map(" ".join))
def test_any_text_is_parsed_as_spacy_does(plain: Language, tuned: Language, text: str) -> None:
    assert parsed(tuned(text)) == parsed(plain(text))


def exactly(doc: Doc) -> tuple[list[tuple[Any, ...]], bytes]:
    """A parse with the numbers that it was made of."""
    return parsed(doc), doc.tensor.tobytes()


def test_a_parse_does_not_depend_on_its_batch(tuned: Language) -> None:
    texts = [*ODD.values(), *SEEDS]
    alone = [exactly(tuned(text)) for text in texts]
    for size in (1, 3, 16):
        assert [exactly(doc) for doc in tuned.pipe(texts, batch_size=size)] == alone
    assert [exactly(doc) for doc in tuned.pipe(texts[::-1], batch_size=5)] == alone[::-1]


def test_a_parse_does_not_depend_on_what_came_before(tuned: Language) -> None:
    list(tuned.pipe(ODD.values()))
    seen = [exactly(tuned(text)) for text in SEEDS[:2]]
    fresh = tuning.load(MODEL)
    assert [exactly(fresh(text)) for text in reversed(SEEDS[:2])] == seen[::-1]


@pytest.mark.parametrize("kernels", ["Haswell", "Nehalem"])
def test_rows_are_independent_with_other_kernels_of_the_blas(kernels: str) -> None:
    """OpenBLAS has others for each kind of processor; where the name means nothing, this tests the usual ones again."""
    env = os.environ | {"OPENBLAS_CORETYPE": kernels}
    module = "tests.parse.test_network"
    code = (
        f"from {module} import *; test_a_row_does_not_depend_on_its_place(); test_an_array_does_not_depend_on_others()"
    )
    subprocess.run([sys.executable, "-c", code], env=env, check=True)


@pytest.mark.parametrize(
    ("module", "part"),
    [(network, "Vectors"), (network, "Scores"), (network, "Features"), (rules, "Rules"), (rules, "Lemmas")],
)
def test_an_unknown_component_runs_as_it_is(
    module: Any, part: str, plain: Language, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise (network.UnknownLayer if module is network else rules.UnknownRules)("of another kind")

    monkeypatch.setattr(module, part, refuse)
    if module is rules:
        kind = next(kind for kind, tune in tuning.TUNINGS.items() if tune.__name__ == part)
        monkeypatch.setitem(tuning.TUNINGS, kind, refuse)
    with caplog.at_level(logging.INFO, logger="pipeline"):
        nlp = load_model(MODEL, tuned=True)
    assert f"of {MODEL} runs as spaCy made it: of another kind" in caplog.text
    assert parsed(nlp(SEEDS[0][:600])) == parsed(plain(SEEDS[0][:600]))


def test_training_is_left_to_spacy() -> None:
    nlp = tuning.load(MODEL)
    model = cast(Any, nlp.get_pipe("tok2vec")).model
    docs = [nlp.make_doc("It rains.")]
    vectors, backprop = model(docs, is_train=True)
    assert len(backprop(vectors)) == 0
