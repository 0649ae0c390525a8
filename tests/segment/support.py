"""What the tests of the stage share: tables of cases, articles that were parsed by rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import spacy

from pipeline.article import Article
from pipeline.config import Config
from pipeline.records import Document
from pipeline.segment import make

if TYPE_CHECKING:
    from spacy.language import Language


BODY = "The council voted on Tuesday to close the old ferry terminal, after a dispute of eleven years."


def note(case: dict[str, Any]) -> str:
    """What a case is called."""
    return str(case["note"])


def segmented(text: str, *, path: str = "a.txt", **known: Any) -> Article:
    """The article after the stage; sentences end at full stops. known: other fields of its document."""
    document = Document(id="a", path=path, sha256="", text=text, **known)
    (article,) = make(Config())([Article(document, doc=_nlp()(text))])
    return article


@cache
def _nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10_000_000
    return nlp
