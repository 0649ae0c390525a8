"""Names and their ids over a corpus: tests/cases/tag_names.jsonl."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import segment, tag
from pipeline.article import Article
from pipeline.config import Config
from tests.conftest import Parse
from tests.support import article, cases

TABLE = cases("names/find")


@pytest.fixture(scope="module")
def corpora(parsed: Parse) -> list[list[Article]]:
    """The finished articles of each case, segmented as in a run; a case is a corpus of its own."""
    docs = iter(parsed([text for case in TABLE for text in case["texts"]]))
    cut, step = segment.make(Config()), tag.make(Config())
    found = []
    for case in TABLE:
        articles = list(step(cut(article(text, next(docs), name=f"d{n}") for n, text in enumerate(case["texts"]))))
        table = tag.build_table(map(tag.gather, articles))
        found.append([tag.finish(one, table) for one in articles])
    return found


@pytest.mark.parametrize("number", range(len(TABLE)), ids=[case["why"] for case in TABLE])
def test_table(number: int, corpora: list[list[Article]]) -> None:
    """Each named mention has the id that the case gives; the others of the case are no names."""
    case: dict[str, Any] = TABLE[number]
    for expected, one in zip(case["ids"], corpora[number], strict=True):
        ids: dict[str, set[str | None]] = {}
        for entity in one.entities:
            if entity.value is None and entity.time is None:
                ids.setdefault(entity.text.removeprefix("the ").removeprefix("The "), set()).add(entity.entity_id)
                ids.setdefault(entity.text, set()).add(entity.entity_id)
        wanted = {text: {identity} for text, identity in expected.items()}
        assert {text: ids.get(text) for text in wanted} == wanted
        assert not ids.keys() & set(case.get("absent", ()))


def test_the_order_of_the_corpus_does_not_matter(corpora: list[list[Article]]) -> None:
    """Evidence in another order gives the same ids, and finishing twice changes nothing."""
    for articles in corpora:
        before = [one.entities for one in articles]
        table = tag.build_table(reversed([tag.gather(one) for one in articles]))
        assert [tag.finish(one, table).entities for one in articles] == before
