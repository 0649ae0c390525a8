"""Words as they are compared: content words by their stems, kinds of things, kinds of events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

import Stemmer

from pipeline.lexicon import nouns
from pipeline.lexicon.vocabulary import lines
from pipeline.text.expressions import expression

_WORD = expression(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = expression(r"[’']s$|[’']$")
_TOO_PLAIN = frozenset({  # kinds that say too little
    "thing", "unit", "act", "activity", "creation", "organism", "structure", "instance", "statement", "state",
    "attribute", "content", "number", "work", "idea", "action",
})  # fmt: skip


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word in lower case, by Porter's second English stemmer (Snowball)."""
    return str(_stemmer().stemWord(word))


def counts(text: str) -> Counter[str]:
    """How often each word that means something by itself stands in a text, by stems: no function words, no numbers."""
    found: Counter[str] = Counter()
    for word, number in Counter(_WORD.findall(text.lower())).items():
        for part in _parts(word):
            found[part] += number
    return found


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[str, ...]:
    """The stems of a word in lower case that mean something: two for "law-maker", none for "the"."""
    parts = _POSSESSIVE.sub("", word).split("-")
    return tuple(stem(part) for part in parts if len(part) > 1 and part not in _stop_words())


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(lines("stop_words.txt"))


@lru_cache(maxsize=1 << 14)
def content(text: str) -> frozenset[str]:
    """The stems of the words of a text that mean something by themselves."""
    return frozenset(counts(text))


@cache
def kinds(noun: str) -> frozenset[str]:
    """The words for what kind of thing a noun names, without the plainest: "memorandum": note, record, document."""
    return nouns.kinds(noun) - _TOO_PLAIN


def kin(one: str, other: str) -> str | None:
    """The noun for two things of one kind: "document" for "memorandum" and "document"; None for different kinds.

    One of them must be a kind of the other; two kinds of a third thing ("rifle", "car") are different things.
    """
    if one == other:
        return one
    if other in kinds(one):
        return other
    return one if one in kinds(other) else None


@cache
def _frames() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("frames.txt"):
        name, _, words = line.partition(":")
        for word in words.split():
            found.setdefault(stem(word), name)
    return found


def frame(stemmed: str) -> str | None:
    """The kind of event that a stem tells of ("killed" for "die"), or None."""
    return _frames().get(stemmed)


def framed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words of a stretch of text that tell of a kind of event: offsets and the kind."""
    for match in _WORD.finditer(text, start, end):
        name = frame(stem(match[0].lower()))
        if name:
            yield match.start(), match.end(), name


@cache
def plain_people() -> frozenset[str]:
    """Nouns that count people without saying which."""
    return frozenset(lines("plain_people.txt"))


@cache
def scales() -> frozenset[str]:
    """Words that tell one figure of a thing from another, as they stand: "projected" does, "project" does not."""
    return frozenset(lines("scale_words.txt"))
