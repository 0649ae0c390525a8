"""What stands around an article: boilerplate, captions, bylines, dates, labels of speakers, names of outlets."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TypeVar

from pipeline.lexicon.source import grouped, words

_Phrases = TypeVar("_Phrases", bound="Boilerplate | Captions | Bylines | DateWords | NotSpeakers")


@dataclass(frozen=True)
class Boilerplate:
    """boilerplate.txt, which says what each group is for."""

    start: tuple[str, ...]
    line: frozenset[str]
    has: tuple[str, ...]
    tail: tuple[str, ...]


@dataclass(frozen=True)
class Captions:
    """caption_words.txt, which says what each group is for."""

    start: tuple[str, ...]
    credit: tuple[str, ...]
    end: tuple[str, ...]
    agency: frozenset[str]


@dataclass(frozen=True)
class Bylines:
    """byline_words.txt, which says what each group is for."""

    start: tuple[str, ...]
    role: tuple[str, ...]
    whole: frozenset[str]


@dataclass(frozen=True)
class DateWords:
    """date_words.txt, which says what each group is for."""

    label: tuple[str, ...]
    updated: tuple[str, ...]
    beside: frozenset[str]


@dataclass(frozen=True)
class NotSpeakers:
    """not_speakers.txt. plain: labels that are no speaker's. first: words that no speaker's label begins with."""

    plain: frozenset[str]
    first: frozenset[str]


@dataclass(frozen=True)
class Media:
    """media_names.txt. plain: names of outlets and agencies as they are written. word: what else such names hold.

    unmistakable: short names that are no other word, even in the name of a file.
    """

    plain: tuple[str, ...]
    word: frozenset[str]
    unmistakable: frozenset[str]


@dataclass(frozen=True)
class Furniture:
    """All of it; in small letters but for the names of outlets.

    asking: labels of those who ask. open_words: words that a line does not end with unless its sentence goes on.
    """

    boilerplate: Boilerplate
    captions: Captions
    bylines: Bylines
    dates: DateWords
    not_speakers: NotSpeakers
    media: Media
    asking: frozenset[str]
    open_words: frozenset[str]


def load(folder: Path) -> Furniture:
    """The words of all eight files. Raises LexiconError for a line that is of no group."""
    return Furniture(
        boilerplate=_small(grouped(folder, "boilerplate.txt", Boilerplate, separator=": ")),
        captions=_small(grouped(folder, "caption_words.txt", Captions, separator=": ")),
        bylines=_small(grouped(folder, "byline_words.txt", Bylines, separator=": ")),
        dates=_small(grouped(folder, "date_words.txt", DateWords, separator=": ")),
        not_speakers=_small(grouped(folder, "not_speakers.txt", NotSpeakers, separator=": ")),
        media=grouped(folder, "media_names.txt", Media, separator=": "),
        asking=words(folder, "asking_roles.txt"),
        open_words=words(folder, "open_words.txt"),
    )


def _small(phrases: _Phrases) -> _Phrases:
    """The same groups in small letters."""
    small = {
        field.name: type(getattr(phrases, field.name))(map(str.casefold, getattr(phrases, field.name)))
        for field in fields(phrases)
    }
    return replace(phrases, **small)
