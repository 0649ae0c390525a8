"""The rules, made once of the packaged words."""

from __future__ import annotations

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.lexicon.lexicon import packaged
from pipeline.segment.dates import DateRules
from pipeline.segment.labels import LabelRules
from pipeline.segment.layout import LayoutRules
from pipeline.segment.media import MediaNames


@pytest.fixture(scope="session")
def words() -> Furniture:
    """What stands around an article."""
    return packaged().furniture


@pytest.fixture(scope="session")
def media(words: Furniture) -> MediaNames:
    """Names of outlets."""
    return MediaNames(words.media)


@pytest.fixture(scope="session")
def date_rules(words: Furniture) -> DateRules:
    """Lines with dates."""
    return DateRules(words.dates)


@pytest.fixture(scope="session")
def label_rules(words: Furniture, media: MediaNames) -> LabelRules:
    """Labels of speakers."""
    return LabelRules(words.not_speakers, media)


@pytest.fixture(scope="session")
def layout_rules(words: Furniture, media: MediaNames, date_rules: DateRules) -> LayoutRules:
    """All rules of the layout."""
    return LayoutRules(words, media, date_rules)
