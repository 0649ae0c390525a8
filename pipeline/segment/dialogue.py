"""Dialogues with labels: which of the labels in a document are speakers, and which of these ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from pipeline.segment.blocks import Block
from pipeline.segment.labels import ANSWER, NAME, QUESTION, Label

# By hand, from interviews and transcripts.
_MEAN_TURN = 4  # blocks from one label to the next, on average, at most
_FEWEST_LABELS = 3  # with names, in a dialogue
_FEWEST_SPEAKERS = 2  # of a dialogue
_UNASKED_TURNS = 6  # labels with names when nobody asks; as many speakers come again as a dialogue has
_SPOKEN = 0.6  # of the labels have a sentence after them
_ASKING = 0.5  # of the turns of one who asks end with a question mark
_NEAR_MOST = 0.8  # of the share of the one who asks most
_HEADLINE = 200  # characters of a headline "X: …" at most


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Which labels of a document are speakers, and which of these ask; first: the block that it begins with."""

    speakers: frozenset[str]
    askers: frozenset[str]
    first: int = 0


class DialogueRules:
    """What makes a dialogue of the labels in a document.

    asking: labels of those who ask, alone or as the last word of a label.
    """

    def __init__(self, asking: frozenset[str]) -> None:
        self._asking = asking

    def find(self, blocks: Sequence[Block], labels: Sequence[Label | None]) -> Dialogue | None:
        """The speakers, when the labels are those of a dialogue; None when they are not.

        labels: for each block the one that it begins with.
        1. Q: … A: …             a label that says question is enough, if it is asked or answered.
        2. Q: … Jane Doe: …      beside it, names that come again or follow a question.
        3. HOST: … JANE DOE: …   two names or more, one of them again and again, one of them asking.
        """
        text = _Labelled(blocks, labels)
        return self._of_questions(text) or self._of_names(text)

    def _of_questions(self, text: _Labelled) -> Dialogue | None:
        """The dialogue whose questions are labelled so."""
        if not text.has_questions():
            return None
        after = {label.key for number, label in text.given if number and text.says_question(number - 1)}
        speakers = {
            label.key
            for _, label in text.given
            if label.role != NAME or text.times[label.key] > 1 or label.key in after or self._is_asking(label.key)
        }
        return Dialogue(frozenset(speakers), self._askers(text, speakers))

    def _of_names(self, text: _Labelled) -> Dialogue | None:
        """The dialogue of speakers with names."""
        starts = list(dropwhile(text.is_headline, (number for number, label in text.given if label.role == NAME)))
        speakers = {label.key for number in starts if (label := text.labels[number])}
        if len(speakers) < _FEWEST_SPEAKERS or not _are_close(starts):
            return None
        if sum(map(text.is_spoken, starts)) < _SPOKEN * len(starts):
            return None
        askers = self._askers(text, speakers)
        if not askers and (text.coming_again() < _FEWEST_SPEAKERS or len(starts) < _UNASKED_TURNS):
            return None
        return Dialogue(frozenset(speakers), askers, starts[0])

    def _askers(self, text: _Labelled, speakers: set[str]) -> frozenset[str]:
        """The labels that ask: those that say so, else those whose turns end with a question mark most often."""
        said = frozenset(
            label.key
            for _, label in text.given
            if label.key in speakers and (label.role == QUESTION or self._is_asking(label.key))
        )
        return said or _asking_most(text, speakers)

    def _is_asking(self, key: str) -> bool:
        """Whether a label says that its speaker asks: "host", "bbc presenter"."""
        return key in self._asking or key.split()[-1] in self._asking


class _Labelled:
    """The blocks of a text with their labels.

    given: the labels that there are, with the numbers of their blocks. times: how often each key comes.
    """

    def __init__(self, blocks: Sequence[Block], labels: Sequence[Label | None]) -> None:
        self.blocks = blocks
        self.labels = labels
        self.given = [(number, label) for number, label in enumerate(labels) if label]
        self.times = Counter(label.key for _, label in self.given)

    def says_question(self, number: int) -> bool:
        """Whether the label of a block says that it is a question."""
        label = self.labels[number]
        return label is not None and label.role == QUESTION

    def has_questions(self) -> bool:
        """Whether labels say question, and are meant so: no initial or item of a list."""
        questions = [number for number, label in self.given if label.role == QUESTION]
        if not questions:
            return False
        answered = any(label.role == ANSWER for _, label in self.given)
        return len(questions) > 1 or answered or self.blocks[questions[0]].asks

    def coming_again(self) -> int:
        """How many labels come more than once."""
        return sum(times > 1 for times in self.times.values())

    def is_headline(self, number: int) -> bool:
        """Whether a label above the dialogue is that of a headline "X: …" or comes but once."""
        label = self.labels[number]
        if label is None or self.times[label.key] == 1:
            return True
        block = self.blocks[number]
        return number == 0 and not self._has_name(1) and label.end < block.end and len(block.text) < _HEADLINE

    def is_spoken(self, number: int) -> bool:
        """Whether a sentence comes after a label, there or on the next line; not a number, as in a table."""
        block, label = self.blocks[number], self.labels[number]
        if label is None:
            return False
        below = number + 1
        if label.end >= block.end and below < len(self.blocks) and self.labels[below] is None:
            return self.blocks[below].final
        return block.final and any(map(str.isalpha, block.text[label.end - block.start :][:3]))

    def turns(self, speakers: set[str]) -> Iterator[tuple[str, bool]]:
        """The key of each turn, and whether a question mark ends it."""
        key, asks = "", False
        for block, label in zip(self.blocks, self.labels, strict=True):
            if label and label.key in speakers:
                yield key, asks
                key = label.key
            asks = block.asks if block.kind is None else asks
        yield key, asks

    def _has_name(self, number: int) -> bool:
        """Whether the label of a block is a name."""
        label = self.labels[number] if number < len(self.labels) else None
        return label is not None and label.role == NAME


def _are_close(starts: Sequence[int]) -> bool:
    """Whether labels are many enough, and follow one another as turns do."""
    return len(starts) >= _FEWEST_LABELS and (starts[-1] - starts[0]) / (len(starts) - 1) <= _MEAN_TURN


def _asking_most(text: _Labelled, speakers: set[str]) -> frozenset[str]:
    """The labels most of whose turns end with a question mark, or nearly as many as of the one who asks most."""
    turns: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for key, asks in text.turns(speakers):
        turns[key] += 1
        asked[key] += asks
    share = {key: asked[key] / turns[key] for key in turns if key}
    most = max(share.values(), default=0.0)
    askers = frozenset(key for key, value in share.items() if value >= _ASKING and value >= _NEAR_MOST * most)
    return askers if sum(turns[key] for key in askers) > 1 else frozenset()
