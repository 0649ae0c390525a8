"""The stage: articles in, the same articles with their parses out, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pipeline.article import Article
from pipeline.config import Config
from pipeline.parse import make, step
from pipeline.records import Document
from tests.parse.support import ODD, SEEDS, parsed

if TYPE_CHECKING:
    from spacy.language import Language


def articles(*texts: str) -> list[Article]:
    """An article of each text."""
    return [
        Article(Document(id=f"d{number:02}", path="d.txt", sha256="", text=text)) for number, text in enumerate(texts)
    ]


@pytest.fixture(autouse=True)
def _loaded(tuned: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step, "load_model", lambda *_: tuned)


@pytest.mark.parametrize("characters", [0, step.IN_ONE_CHARACTERS])
@pytest.mark.parametrize("size", [1, 3, 16])
def test_every_article_gets_its_parse(
    plain: Language, size: int, characters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step, "IN_ONE_CHARACTERS", characters)
    given = articles(*SEEDS, *ODD.values())
    done = list(make(Config(batch_size=size))(iter(given)))
    assert done == given
    for article in done:
        assert article.parse.text == article.document.text
    assert parsed(done[1].parse) == parsed(plain(SEEDS[1]))


def test_a_document_that_cannot_be_parsed_is_lost_alone(tuned: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    make_doc = tuned.make_doc

    def fragile(text: str) -> Any:
        if "break" in text:
            raise ValueError("broken")
        return make_doc(text)

    monkeypatch.setattr(tuned, "make_doc", fragile)
    done = list(make(Config(batch_size=4))(articles("One.", "Two.", "break", "Four.", "Five.")))
    assert [article.doc and article.doc.text for article in done] == ["One.", "Two.", None, "Four.", "Five."]


def test_a_document_of_the_longest_length_is_parsed(tuned: Language) -> None:
    limit = tuned.max_length + 5
    stage = make(Config(max_characters=limit))
    assert tuned.max_length == limit
    assert [len(article.parse) for article in stage(articles(" " * limit))] == [1]
