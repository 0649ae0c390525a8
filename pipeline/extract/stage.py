"""The stage itself: attributions and claims of each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.article import Article, Step
from pipeline.config import Config
from pipeline.extract.claims.finder import ClaimFinder
from pipeline.extract.layout import Layout
from pipeline.extract.sayings.attribution import attributions, find_sayings
from pipeline.extract.sayings.quotes import find_quotations
from pipeline.extract.tree import Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.lexicon.lexicon import packaged


def make(config: Config) -> Step:
    """The stage: sets ``attributions`` and ``claims`` of each article, with ids of entities and speakers still open."""
    words = packaged().claim_words

    def extract(articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            yield extract_article(article, words)

    return extract


def extract_article(article: Article, words: ClaimWords) -> Article:
    """The article with its attributions and claims, from its parse, segments and entities."""
    document = article.document
    tree = Tree(article.parse, article.segments)
    layout = Layout(article.segments, find_quotations(document.text, article.segments))
    sayings = find_sayings(tree, layout, article.entities, words)
    article.attributions = attributions(document.id, document.text, sayings, layout)
    article.claims = ClaimFinder(document, tree, layout, article.entities, sayings, article.attributions, words).find()
    return article
