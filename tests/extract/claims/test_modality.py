"""How a clause is put: tests/cases/extract/claims/modality.jsonl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.extract.claims.modality import modality
from pipeline.extract.tree import Tree
from pipeline.lexicon.lexicon import packaged
from tests.conftest import Parse
from tests.support import cases

if TYPE_CHECKING:
    from spacy.tokens import Doc

TABLE = cases("extract/claims/modality")


@pytest.fixture(scope="module")
def docs(parsed: Parse) -> dict[str, Doc]:
    """The parse of each text."""
    return {doc.text: doc for doc in parsed([case["text"] for case in TABLE])}


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"])
def test_table(case: dict[str, Any], docs: dict[str, Doc]) -> None:
    """The mood of the verb's clause."""
    tree = Tree(docs[case["text"]], [])
    assert modality(tree, tree.words.index(case["verb"]), packaged().claim_words) == case["modality"]
