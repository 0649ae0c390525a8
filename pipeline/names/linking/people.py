"""Names of persons as words: what a bare name is, what is the same person's fuller name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from pipeline.lexicon.name_words import NameWords
from pipeline.names.linking.transliteration import sound, sounds
from pipeline.text.expressions import expression
from pipeline.text.folding import fold

Words = tuple[str, ...]

SHORTEST_SOUND = 3  # letters of a word whose sound tells nothing yet
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "jnr", "snr"})
_NICKNAME = expression(r"(?<=\w)\s+[\"“‘'][^\"”’']{2,20}[\"”’']\s+(?=\w)")
_WORD = expression(r"[^\s,\"“”()]+")


def plain(text: str) -> str:
    """A mention without its leading article and trailing possessive, blanks made single."""
    text = " ".join(text.split())
    if text[:4] in ("the ", "The ", "THE ") and len(text) > 4:
        text = text[4:]
    if text[-2:] in ("'s", "’s") and len(text) > 3:
        text = text[:-2]
    elif text[-2:] in ("s'", "s’"):
        text = text[:-1]
    return text


def without_nickname(text: str) -> str:
    """A person's name without a nickname in quotes inside it: 'José "Pepe" Mujica'."""
    return _NICKNAME.sub(" ", text)


def without_initials(words: Words) -> Words:
    """The words that are more than a letter, unless that leaves less than two."""
    longer = tuple(word for word in words if len(word) > 1)
    return longer if len(longer) > 1 else words


def fits(part: Words, full: Words) -> bool:
    """``part`` can be a way to name ``full``: its words in order, an initial for a word, the same last word."""
    if part == full:
        return True
    if len(part) > len(full) or part[-1] != full[-1]:
        return False
    rest = iter(full[:-1])
    return all(any(word == other or (len(word) == 1 and other[0] == word) for other in rest) for word in part[:-1])


def same(one: Words, other: Words) -> bool:
    """Two full names that differ in middle names and initials only."""
    one, other = without_initials(one), without_initials(other)
    return fits(one, other) or fits(other, one)


def sound_alike(one: Words, other: Words) -> bool:
    """Two full names that may be spellings of one, by what their words sound like."""
    return same(sounds(one), sounds(other))


class PersonNames:
    """Reads names of persons: their words, and whom a bare name means."""

    def __init__(self, words: NameWords) -> None:
        self._titles = words.title_words
        self._particles = words.particles
        self.words = lru_cache(maxsize=1 << 16)(self._words)  # the same names are read again and again

    def _words(self, text: str) -> Words:
        """The folded words of a person's name: no titles, no suffixes, no full stops."""
        words = [word.rstrip(".") for word in _WORD.findall(fold(plain(without_nickname(text))))]
        while len(words) > 1 and words[0] in self._titles:
            words.pop(0)
        while len(words) > 1 and words[-1] in _SUFFIXES:
            words.pop()
        return tuple(word for word in words if word)

    def fit(self, word: str, full: Words) -> int:
        """How well a single word names a person: 2 as the last word, 1 as another one, 0 not at all."""
        if word == full[-1]:
            return 2
        return 1 if word in full and word not in self._particles else 0

    def meant(self, words: Words, people: Iterable[Words]) -> list[Words]:
        """Those of ``people`` whom a name can mean: by surname before by first name, by spelling before by sound."""
        people = list(people)
        if len(words) > 1:
            return _meant_in_full(words, people)
        fits = {full: self.fit(words[0], full) for full in people}
        best = max(fits.values(), default=0)
        if best:
            return [full for full in people if fits[full] == best]
        return [full for full in people if len(words[0]) > SHORTEST_SOUND and sound(words[0]) == sound(full[-1])]


def _meant_in_full(words: Words, people: list[Words]) -> list[Words]:
    """Whom a name of several words can mean: the first of four ways that finds anybody."""
    ways: tuple[Callable[[Words], bool], ...] = (
        lambda full: full == words,
        lambda full: same(words, full),
        lambda full: full[: len(words)] == words,
        lambda full: sound_alike(words, full),
    )
    found = ([full for full in people if fits_by(full)] for fits_by in ways)
    return next((some for some in found if some), [])
