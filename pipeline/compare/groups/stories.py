"""Stories: documents on the same events, near in time."""

from __future__ import annotations

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from pipeline.compare.slots.words import counts
from pipeline.records import Document

TERMS = 60  # the weightiest words of a document that it is known by
COMMON = 40  # a word that more documents are known by than these finds no pair of them
AT_LEAST = 0.08  # of the cosine that the other words must give
ALIKE = 0.25  # cosine of two documents of one story
LINKED = 0.15  # mean cosine of two groups that become one
APART = 21  # days between two documents of one story, unless one is the other's text
SAME_TEXT = 0.6
BACKGROUND = 1000  # a folder has too few documents to know which words are rare: as if so many others were there,
USUAL = 4  # so many of them with any given word

Weights = Mapping[str, float]


def stories(documents: Sequence[Document]) -> list[list[Document]]:
    """The documents in groups that tell of the same events, each in order of ids.

    By the cosine of weighted words (tf-idf): from the most alike pair on, groups that are alike on average are joined.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    vectors = _vectors(ordered)
    alike = _alike(ordered, vectors)
    group = {number: number for number in range(len(ordered))}
    members = {number: [number] for number in range(len(ordered))}
    near: dict[int, dict[int, float]] = defaultdict(dict)  # between groups: sum of the cosines of their documents
    for (left, right), value in alike.items():
        near[left][right] = near[right][left] = value
    for (left, right), value in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        one, other = sorted((group[left], group[right]))
        if value < ALIKE or one == other:
            continue
        if near[one].get(other, 0.0) < LINKED * len(members[one]) * len(members[other]):
            continue
        for third, sum_ in near.pop(other).items():
            near[third].pop(other, None)
            if third != one:
                near[one][third] = near[third][one] = near[one].get(third, 0.0) + sum_
        for number in members[other]:
            group[number] = one
        members[one] += members.pop(other)
    return [[ordered[number] for number in sorted(numbers)] for _, numbers in sorted(members.items())]


def _vectors(documents: Sequence[Document]) -> list[Weights]:
    """The weightiest words of each document, as a vector of length 1."""
    numbers = [counts(document.text) for document in documents]
    spread = Counter(word for count in numbers for word in count)
    total = len(documents) + BACKGROUND
    found: list[Weights] = []
    for count in numbers:
        weights = {word: (1 + math.log(n)) * math.log(total / (spread[word] + USUAL)) for word, n in count.items()}
        kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
        length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        found.append({word: weight / length for word, weight in kept})
    return found


def _alike(documents: Sequence[Document], vectors: Sequence[Weights]) -> dict[tuple[int, int], float]:
    """The cosine of the pairs of documents that share weighty words and are near in time."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for word in vector:
            places[word].append(number)
    common: dict[int, set[str]] = defaultdict(set)
    for word, having in places.items():
        if len(having) > COMMON:
            for number in having:
                common[number].add(word)
    days = [_day(document) for document in documents]
    found: dict[tuple[int, int], float] = {}
    for left, right, cosine in _partly(places, vectors):
        one, other = vectors[left], vectors[right]
        cosine += sum(one[word] * other[word] for word in sorted(common[left] & common[right]))
        first, second = days[left], days[right]
        apart = first is not None and second is not None and abs(first - second) > APART
        if cosine >= (SAME_TEXT if apart else LINKED):
            found[left, right] = cosine
    return found


def _partly(places: Mapping[str, list[int]], vectors: Sequence[Weights]) -> Iterator[tuple[int, int, float]]:
    """The pairs of documents that get enough of their cosine from words that few have, in order: pair and sum."""
    codes, weights = [], []
    for word in sorted(places):
        having = places[word]
        if 1 < len(having) <= COMMON:
            left, right = np.triu_indices(len(having), 1)
            numbers = np.array(having)
            values = np.array([vectors[number][word] for number in having])
            codes.append(numbers[left] * len(vectors) + numbers[right])
            weights.append(values[left] * values[right])
    if not codes:
        return
    pairs, place = np.unique(np.concatenate(codes), return_inverse=True)
    sums = np.bincount(place, np.concatenate(weights))
    for at in np.flatnonzero(sums >= AT_LEAST):
        left_number, right_number = divmod(int(pairs[at]), len(vectors))
        yield left_number, right_number, float(sums[at])


def _day(document: Document) -> int | None:
    """The day of publication as a number, where it is known to the day."""
    published = document.published
    if published is None or published.precision != "day":
        return None
    try:
        return datetime.date.fromisoformat(published.value).toordinal()
    except ValueError:
        return None
