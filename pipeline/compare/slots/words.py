"""Words as they are compared: content words by their stems, kinds of things, kinds of events."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from pipeline.lexicon.comparing import ComparingWords
from pipeline.lexicon.kinds import Kinds
from pipeline.text.expressions import expression

_WORD = expression(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = expression(r"[’']s$|[’']$")
_STEMS = 1 << 16  # words, and as many stems, that are remembered
_TEXTS = 1 << 14  # texts of which the content words are remembered


class FramedWord(NamedTuple):
    """A word of a text that tells of a kind of event."""

    start: int
    end: int
    frame: str


class Words:
    """What words say when claims are compared. It remembers what it has worked out, and never changes its answers.

    stem: the stem of a word in lower case, by Porter's second English stemmer (Snowball).
    content: the stems of the words of a text that mean something by themselves.
    kinds: the words for what kind of thing a noun names, without the plainest: note, record, document for "memorandum".
    plain_people: nouns that count people without saying which. scales: words that tell one figure of a thing from
    another, as they stand: "projected" does, "project" does not. state_verbs: stems of verbs of what lasts.
    people_frames, toll_frames: frames whose figures count people, and frames whose figures rise as days go by.
    """

    def __init__(self, words: ComparingWords, kinds: Kinds) -> None:
        self.stem: Callable[[str], str] = lru_cache(_STEMS)(Stemmer.Stemmer("english").stemWord)
        self.content: Callable[[str], frozenset[str]] = lru_cache(_TEXTS)(self._content)
        self.kinds: Callable[[str], frozenset[str]] = lru_cache(None)(self._kinds)
        self.plain_people = words.plain_people
        self.scales = words.scales
        self.people_frames = words.groups.people_frame
        self.toll_frames = words.groups.toll_frame
        self.state_verbs = frozenset(map(self.stem, words.groups.state_verb))
        self._stems_in: Callable[[str], tuple[str, ...]] = lru_cache(_STEMS)(self._content_stems)
        self._stop_words = words.stop_words
        self._plain_kinds = words.groups.plain_kind
        self._all_kinds = kinds
        self._frames: dict[str, str] = {}
        for lemma, name in words.frames.items():
            self._frames.setdefault(self.stem(lemma), name)
        parts = sorted(words.groups.part, key=len, reverse=True)
        self._part = re.compile(rf"\b(?:{'|'.join(map(re.escape, parts))})\b", re.IGNORECASE)

    def counts(self, text: str) -> Counter[str]:
        """How often each word that means something by itself stands in a text, by its stem. Numbers do not."""
        found: Counter[str] = Counter()
        for word, number in Counter(_WORD.findall(text.lower())).items():
            for stem in self._stems_in(word):
                found[stem] += number
        return found

    def shared_kind(self, one: str, other: str) -> str | None:
        """The noun for two things of one kind: "document" for "memorandum" and "document"; None for different kinds.

        One of them must be a kind of the other; two kinds of a third thing ("rifle", "car") are different things.
        """
        if one == other or other in self.kinds(one):
            return other
        return one if one in self.kinds(other) else None

    def frame(self, stem: str) -> str | None:
        """The kind of event that a stem tells of ("killed" for "die"); None for most stems."""
        return self._frames.get(stem)

    def framed(self, text: str, start: int, end: int) -> Iterator[FramedWord]:
        """The words of a stretch of text that tell of a kind of event."""
        for match in _WORD.finditer(text, start, end):
            frame = self._frames.get(self.stem(match[0].lower()))
            if frame is not None:
                yield FramedWord(match.start(), match.end(), frame)

    def part_words(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The words of a stretch of text that make a figure a part, or what comes on top: "others", "more"."""
        return self._part.finditer(text, start, end)

    def _content(self, text: str) -> frozenset[str]:
        return frozenset(self.counts(text))

    def _kinds(self, noun: str) -> frozenset[str]:
        return self._all_kinds.of(noun) - self._plain_kinds

    def _content_stems(self, word: str) -> tuple[str, ...]:
        """The stems of a word in lower case that mean something: two for "law-maker", none for "the"."""
        parts = _POSSESSIVE.sub("", word).split("-")
        return tuple(self.stem(part) for part in parts if len(part) > 1 and part not in self._stop_words)
