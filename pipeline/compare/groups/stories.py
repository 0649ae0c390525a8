"""Stories: documents on the same events, near in time."""

from __future__ import annotations

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from pipeline.compare.slots.words import Words
from pipeline.records import Document

# All by hand, from folders of news on several affairs; a cosine is from 0 to 1.
TERMS = 60  # the weightiest words of a document that it is known by
COMMON = 40  # a word that more documents are known by than these finds no pair of them
RARE_COSINE = 0.08  # what the words that fewer documents have must give of the cosine of a pair
ALIKE = 0.25  # the cosine from which on two documents are of one story
LINKED = 0.15  # the mean cosine of their documents from which on two groups become one
DAYS = 21  # between two documents of one story, unless one is the other's text
SAME_TEXT = 0.6  # the cosine from which on one document is the other's text
BACKGROUND = 1000  # a folder has too few documents to know which words are rare: as if so many others were there,
BACKGROUND_SPREAD = 4  # so many of them with any given word

Weights = Mapping[str, float]
Cosines = dict[tuple[int, int], float]
"""Between documents by their numbers, the smaller first."""


def stories(documents: Sequence[Document], words: Words) -> list[list[Document]]:
    """The documents in groups that tell of the same events, each in order of ids.

    By the cosine of weighted words (tf-idf): from the most alike pair on, groups that are alike on average are joined.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    cosines = _cosines(ordered, _vectors(ordered, words))
    groups = _Groups(len(ordered), cosines)
    for (one, other), cosine in sorted(cosines.items(), key=lambda item: (-item[1], item[0])):
        if cosine < ALIKE:
            break
        groups.join_if_linked(one, other)
    return [[ordered[number] for number in numbers] for numbers in groups.members()]


class _Groups:
    """Numbered documents in groups, each known by its first number, and how alike the groups are (average linkage)."""

    def __init__(self, size: int, cosines: Cosines) -> None:
        self._group = list(range(size))
        self._members = {number: [number] for number in range(size)}
        self._sums: dict[int, dict[int, float]] = defaultdict(dict)  # of the cosines between two groups' documents
        for (one, other), cosine in cosines.items():
            self._sums[one][other] = self._sums[other][one] = cosine

    def join_if_linked(self, left: int, right: int) -> None:
        """Make one group of those of two documents, when they are alike on average."""
        one, other = sorted((self._group[left], self._group[right]))
        pairs = len(self._members[one]) * len(self._members[other])
        if one != other and self._sums[one].get(other, 0.0) >= LINKED * pairs:
            self._join(one, other)

    def _join(self, one: int, other: int) -> None:
        for third, cosines in self._sums.pop(other).items():
            self._sums[third].pop(other, None)
            if third != one:
                total = self._sums[one].get(third, 0.0) + cosines
                self._sums[one][third] = self._sums[third][one] = total
        for number in self._members[other]:
            self._group[number] = one
        self._members[one] += self._members.pop(other)

    def members(self) -> list[list[int]]:
        """The numbers of each group, in order."""
        return [sorted(numbers) for _, numbers in sorted(self._members.items())]


def _vectors(documents: Sequence[Document], words: Words) -> list[Weights]:
    """The weightiest words of each document, as a vector of length 1."""
    counts = [words.counts(document.text) for document in documents]
    spread = Counter(word for count in counts for word in count)
    total = len(documents) + BACKGROUND
    found: list[Weights] = []
    for count in counts:
        weights = {
            word: (1 + math.log(number)) * math.log(total / (spread[word] + BACKGROUND_SPREAD))
            for word, number in count.items()
        }
        kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
        length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        found.append({word: weight / length for word, weight in kept})
    return found


def _cosines(documents: Sequence[Document], vectors: Sequence[Weights]) -> Cosines:
    """The cosines of the pairs of documents that may be of one story: they share weighty words and are near in time."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for word in vector:
            having[word].append(number)
    common = _common_words(having)
    days = [_day(document) for document in documents]
    found: Cosines = {}
    for one, other, cosine in _rare_cosines(having, vectors):
        cosine += sum(vectors[one][word] * vectors[other][word] for word in sorted(common[one] & common[other]))
        if cosine >= (LINKED if _are_near(days[one], days[other]) else SAME_TEXT):
            found[one, other] = cosine
    return found


def _common_words(having: Mapping[str, Sequence[int]]) -> Mapping[int, set[str]]:
    """The words of each document that so many are known by that they find no pair."""
    common: dict[int, set[str]] = defaultdict(set)
    for word, numbers in having.items():
        if len(numbers) > COMMON:
            for number in numbers:
                common[number].add(word)
    return common


def _rare_cosines(having: Mapping[str, Sequence[int]], vectors: Sequence[Weights]) -> Iterator[tuple[int, int, float]]:
    """The pairs of documents that get enough of their cosine from words that few have, in order: pair and sum."""
    codes, products = [], []
    for word in sorted(having):
        if 1 < len(having[word]) <= COMMON:
            left, right = np.triu_indices(len(having[word]), 1)
            numbers = np.array(having[word])
            weights = np.array([vectors[number][word] for number in having[word]])
            codes.append(numbers[left] * len(vectors) + numbers[right])
            products.append(weights[left] * weights[right])
    if not codes:
        return
    pairs, place = np.unique(np.concatenate(codes), return_inverse=True)
    sums = np.bincount(place, np.concatenate(products))
    for at in np.flatnonzero(sums >= RARE_COSINE):
        one, other = divmod(int(pairs[at]), len(vectors))
        yield one, other, float(sums[at])


def _are_near(one: int | None, other: int | None) -> bool:
    """True unless both days are known and far apart."""
    return one is None or other is None or abs(one - other) <= DAYS


def _day(document: Document) -> int | None:
    """The day of publication as a number; None where it is not known to the day."""
    published = document.published
    if published is None or published.precision != "day":
        return None
    try:
        return datetime.date.fromisoformat(published.value).toordinal()
    except ValueError:
        return None
