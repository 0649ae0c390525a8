"""The first stage: one spaCy parse of each document, for all the others."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from pipeline.article import Article
from pipeline.config import Config
from pipeline.parse.model import load_model

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.article import Step

# Parser and ner cut each batch into four. Whole, they are faster; long documents need the memory more than the time.
IN_ONE = ("parser", "ner")
IN_ONE_CHARACTERS = 50_000

log = logging.getLogger(__name__)


def make(config: Config) -> Step:
    """The stage: sets ``article.doc``, for batches of ``config.batch_size`` articles, in their order.

    A document that spaCy cannot parse gets ``doc = None``, which makes the runner reject it; those beside it are
    parsed all the same.
    """
    nlp = load_model(config.model, config.tuned)
    nlp.max_length = max(nlp.max_length, config.max_characters)

    def step(articles: Iterable[Article]) -> Iterator[Article]:
        remaining = iter(articles)
        while batch := list(islice(remaining, config.batch_size)):
            _parse(nlp, batch)
            yield from batch

    return step


def _parse(nlp: Language, batch: list[Article]) -> None:
    """Parse a batch at once; where that fails, each of its documents alone."""
    texts = [article.document.text for article in batch]
    size = 4 * len(batch) if sum(map(len, texts)) <= IN_ONE_CHARACTERS else len(batch)
    try:
        docs = list(
            nlp.pipe(texts, batch_size=len(batch), component_cfg={name: {"batch_size": size} for name in IN_ONE})
        )
    except Exception as error:  # whatever a component raises; its document alone shall be lost
        if len(batch) == 1:
            document = batch[0].document
            log.warning("document %s cannot be parsed: %s: %s", document.id, type(error).__name__, error)
            batch[0].doc = None
        else:
            for article in batch:
                _parse(nlp, [article])
        return
    for article, doc in zip(batch, docs, strict=True):
        article.doc = doc
