"""The label before a turn: "Q:", "A.", "**Jane Doe:**", "MODERATOR:", "KT:" ..., and whether it names who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.furniture import NotSpeakers
from pipeline.segment.blocks import Block
from pipeline.segment.media import MediaNames
from pipeline.text.expressions import expression

QUESTION, ANSWER, NAME = "question", "answer", "name"

_MARKED = expression(
    r"[#>*_\s\[(]{0,8}(?P<name>(?:Q|A)\d{0,2}|(?:[Qq]uestion|QUESTION|Ques|[Aa]nswer|ANSWER|Ans)(?:\s\d{1,2})?)"
    r"[*_]{0,3}\s?(?P<colon>[:.)\]]|\s[–—-])[*_]{0,3}(?:\s+|(?=[A-Z“\"])|\Z)"
)
_NAMED = expression(r"[#>*_\s]{0,8}(?P<name>[^\W\d_][^:*_\n|“”\"?!;]{0,59}?)[*_]{0,3}\s?:[*_]{0,3}(?:\s+|\Z)")
_CAPITALS = expression(r"(?P<name>[^\W\d_a-z][^\d_a-z:–—]{1,40}?)\s[–—]\s")
_PARTICLES = frozenset(
    {"de", "da", "di", "du", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el", "of", "the", "and", "y"}
)
_ASIDE = expression(r"\s?\([^()]{0,40}\)\Z|,\s.{0,40}\Z")

# By hand.
_MOST_WORDS = 5  # of a label
_BEGINNING = 90  # characters of a block that its label stands in


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a turn.

    name: as it stands, without what is said of him or her in brackets. key: what all labels of one speaker share.
    role: question, answer or name; one who has an outlet in brackets asks. end: where the words begin.
    """

    name: str
    key: str
    role: str
    end: int


class LabelRules:
    """What may be the label of a speaker.

    not_speakers: words before a colon that are none. no_first_words: words that no label begins with.
    """

    def __init__(self, words: NotSpeakers, media: MediaNames) -> None:
        self.no_first_words = words.first
        self.not_speakers = words.plain | words.first
        self._media = media

    def labels(self, blocks: Sequence[Block]) -> list[Label | None]:
        """For each block the label that it begins with, if it may be one; ``DialogueRules`` says which are speakers."""
        found = [self._label(block) for block in blocks]
        full: dict[str, set[str]] = {}
        for label in found:
            if label and " " in label.key:
                full.setdefault(label.key.rpartition(" ")[2], set()).add(label.key)
        return [_unite(label, full) if label else None for label in found]

    def _label(self, block: Block) -> Label | None:
        """The label that a block begins with; None where it begins with words."""
        head = block.text[:_BEGINNING]
        if marked := _MARKED.match(head):
            role = QUESTION if marked["name"][0] in "Qq" else ANSWER
            return Label(marked["name"], role, role, block.start + marked.end())
        named = _NAMED.match(head) if ":" in head else _CAPITALS.match(head)
        if named is None or not self._is_name(named["name"]):
            return None
        name = _ASIDE.sub("", named["name"])
        role = QUESTION if self._media.is_outlet(named["name"][len(name) :].strip(" (),")) else NAME
        return Label(name, name.casefold().rstrip(". "), role, block.start + named.end())

    def _is_name(self, label: str) -> bool:
        """Whether a label looks like a person's, an outlet's or a role: few words, each with a capital."""
        plain = _ASIDE.sub("", label)
        words = plain.split()
        if not words or len(words) > _MOST_WORDS or plain.casefold().rstrip(".") in self.not_speakers:
            return False
        return (
            all(word[0].isupper() or word in _PARTICLES for word in words)
            and words[0].casefold() not in self.no_first_words
        )


def _unite(label: Label, full: dict[str, set[str]]) -> Label:
    """A surname is the label of the one person whose full name is a label too: JANE DOE: … DOE: …

    full: the full names by surname.
    """
    names = full.get(label.key, set())
    return replace(label, key=next(iter(names))) if len(names) == 1 else label
