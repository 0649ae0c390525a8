"""What the grammars share: a row, what it finds, and what a word of a name looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords, alternatives
from pipeline.records import Label
from pipeline.text.expressions import expression
from pipeline.text.folding import BREAK, fold, slug


class Found(NamedTuple):
    """A name that a grammar found; ``entity_id`` is None where the words alone do not tell which one it is."""

    start: int
    end: int
    label: Label
    subtype: str | None
    entity_id: str | None
    name: str | None


Make = Callable[[re.Match[str], str], Iterable[Found]]


@dataclass(frozen=True)
class Grammar:
    """One row: a cheap test for its presence, a pattern, and the entities of a match.

    trigger: a string that every match holds, or words one of which it holds with the name around it.
    """

    trigger: str | re.Pattern[str]
    pattern: re.Pattern[str]
    make: Make

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in a text; around a word of the trigger only, where that is one."""
        if isinstance(self.trigger, str):
            if self.trigger in text:
                yield from self.pattern.finditer(text)
            return
        done = 0
        for word in self.trigger.finditer(text):
            if word.start() < done:
                continue
            start = max(done, text.rfind(BREAK, 0, word.start()) + 1, word.start() - _BEFORE)
            for match in self.pattern.finditer(text, start, min(len(text), word.end() + _BEHIND)):
                if match.start() <= word.start():
                    yield match
                    done = match.end()


def any_word(*alternative: str) -> re.Pattern[str]:
    """A trigger: any of some words, given as regular expressions."""
    return expression(rf"\b(?:{'|'.join(alternative)})\b")


_BEFORE, _BEHIND = 120, 160  # characters around a word of a trigger in which its name lies
WORD = r"(?:(?:[A-Z]\.){2,4}|[A-Z](?:[\w&+-]|\.(?=\w)){0,30})(?:'s|(?<=s)'(?=\s))?"
SMALL = r"(?:of|on|the|and|for|in|against)"
NAME = rf"{WORD}(?:(?:\s{SMALL}){{0,2}}\s{WORD}){{0,9}}"
NO_NAMES = frozenset(
    {"This", "That", "These", "Each", "Any", "An", "A", "Such", "Its", "Our", "His", "Her", "Their", "No", "One", "New"}
)
# words with a capital at the head of a sentence, that no name begins with
_OPENERS = expression(
    r"(?:At|In|On|After|Before|During|For|From|With|Since|By|Ahead\sof|Under|When|While|Both|The|THE|Next|Last|And|But"
    r"|Annual|Meanwhile|Although|Though|If|Per|Via|Yet|As)\s"
)
_OWNER = expression(r"(?P<owner>[\w.-]+)'s\s(?=[A-Z])")
_MANY = frozenset({"women", "men", "children", "people", "peoples", "valentine", "new year"})


class Naming:
    """What of the words that a pattern matched is the name.

    bodies: an expression for the words for bodies and buildings: those that end a longer name ("Collective Security
    Treaty Organization").
    """

    def __init__(self, words: NameWords, kinds: Kinds) -> None:
        self.words = words
        self._kinds = kinds
        heads = (head.title() for head, label in words.heads.items() if label in ("ORG", "FAC"))
        self.bodies = alternatives(frozenset(heads))
        self._ended = expression(rf"^[\w.]+-(?:{alternatives(words.endings)})\s")  # "Oslo-listed"

    def name(self, text: str, at_least: int = 2, *, owned: bool = False) -> str | None:
        """The words of a name without an article, what only opens a sentence and an owner; None when no name is left.

        at_least: how many words it must have. owned: an owner is part of the name ("Year of Kenya's Tourism").
        """
        name = self._ended.sub("", text)
        while (opener := _OPENERS.match(name)) is not None:
            name = name[opener.end() :]
        name = without_the(name) if owned else self._without_owner(without_the(name))
        words = name.split()
        return None if len(words) < at_least or words[0] in NO_NAMES else name

    def _without_owner(self, name: str) -> str:
        """ "Britain's Online Safety Act" is the act; "Women's Union" is the union."""
        for owner in reversed(list(_OWNER.finditer(name))):
            word = fold(owner["owner"])
            if word not in _MANY and (owner.start() or not self._kinds.is_person(word)):
                return name[owner.end() :]
        return name

    def by_name(self, label: Label, subtype: str, kind: str, *, headlines: bool = False, owned: bool = False) -> Make:
        """A name whose words make its id. headlines: also in a line of capitals throughout. owned: as ``name``."""

        def make(match: re.Match[str], text: str) -> Iterable[Found]:
            name = self.name(match[0], owned=owned)
            if name is None or (not headlines and in_headline(text, match.start())):
                return ()
            return (tail(match, name, label, subtype, f"{kind}/{slug(name)}"),)

        return make


def without_the(name: str) -> str:
    """The words without a leading article."""
    return re.sub(r"^(?:the|The|THE)\s+", "", name)


def tail(match: re.Match[str], name: str, label: Label, subtype: str, identity: str | None) -> Found:
    """The entity of a match that ends in ``name``."""
    return Found(match.end() - len(name), match.end(), label, subtype, identity, name)


def entire(match: re.Match[str], label: Label, subtype: str, identity: str | None, name: str) -> Found:
    """The entity of a whole match."""
    return Found(*match.span(), label, subtype, identity, name)


def local(label: Label, subtype: str) -> Make:
    """A name that is one thing in one text only: "Article 5", "the 2027 presidential election"."""

    def make(match: re.Match[str], text: str) -> Iterable[Found]:
        return (entire(match, label, subtype, None, without_the(match[0])),)

    return make


def opens(text: str, start: int) -> bool:
    """A sentence or a line begins here, so that a capital says nothing."""
    before = text[max(0, start - 8) : start].rstrip(" \"'(")
    return not before or before[-1] in ".!?:" + BREAK


def in_headline(text: str, offset: int) -> bool:
    """The line has hardly a word without a capital."""
    start = text.rfind(BREAK, 0, offset) + 1
    end = text.find(BREAK, offset)
    line = text[start : end if end >= 0 else len(text)]
    if line.rstrip(" \"'").endswith("."):
        return False
    words = re.findall(r"[^\W\d_]{3,}", line)
    return 3 <= len(words) < 40 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
