"""Interviews without labels, whose questions are paragraphs of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.segment.blocks import Block, windows
from pipeline.text.expressions import expression

OPENING_QUOTES = "“\"„«‘'"
BREAKS = frozenset({"title", "heading", "boilerplate", "byline", "dateline"})  # kinds that end an answer

FIRST_PERSON = expression(r"\b(?:I|[Mm]y|me|myself|[Ww]e|[Oo]ur|us|ourselves)\b")
_SECOND_PERSON = expression(r"\b(?:[Yy]ou|[Yy]our|[Yy]ours)\b")
_LINKS = frozenset({"And", "But", "So", "Or", "Then", "Well", "Now", "Okay", "OK", "Meanwhile", "Yet", "Still"})
_DASHES = "–—-"

# By hand, from interviews, essays and columns that ask.
_LONGEST_QUESTION = 900  # characters
_FEWEST_QUESTIONS = 3  # and as many that are answered
_MOST_QUOTED = 0.3  # of the answers begin with a quotation mark: with more, it is a report
_ANSWERED_BY_I = 0.5  # of the answers have a first person
_FEWEST_TO_YOU = 2  # questions speak to somebody,
_ONE_TO_YOU_IN = 4  # and one in four of all
_MOST_LINKED = 0.5  # of the questions go on with what was said before: with more, it is an essay


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what stands below it, up to the next one or to what ends the answer."""

    question: Block
    answer: list[Block]

    @property
    def is_to_you(self) -> bool:
        """Whether the question speaks to somebody."""
        return _SECOND_PERSON.search(self.question.text) is not None

    @property
    def is_linked(self) -> bool:
        """Whether the question goes on with what was said before: "And so, what …"."""
        return self.question.bare.split(None, 1)[0].strip(",") in _LINKS

    @property
    def is_by_i(self) -> bool:
        """Whether somebody who says "I" or "we" answers."""
        return any(FIRST_PERSON.search(block.text) for block in self.answer)


def interview(blocks: Sequence[Block]) -> list[Exchange]:
    """The questions and answers of an interview without labels; none when the text is no interview.

    Taken for one only when there are several questions, some speak to somebody ("you"), and most are followed by
    somebody who says "I" or "we". The questions of an essayist go on with what was said before ("And so, what …").
    Questions that all begin with a dash, as speech does in many countries, need no more than answers.
    """
    exchanges = _exchanges(blocks)
    answered = [one for one in exchanges if one.answer]
    if len(answered) < _FEWEST_QUESTIONS or _quoted_share(answered) > _MOST_QUOTED:
        return []
    dashed = all(one.question.text[0] in _DASHES for one in exchanges)
    return exchanges if dashed or _is_personal(exchanges, answered) else []


def _exchanges(blocks: Sequence[Block]) -> list[Exchange]:
    """Each question with its answer; the first line of a text is a question only with a mark of a list."""
    numbers = [
        number
        for number, (block, after) in enumerate(windows(blocks))
        if after and (number or block.listed) and _is_question(block)
    ]
    return [
        Exchange(blocks[number], _answer(blocks[number + 1 : stop]))
        for number, stop in pairwise([*numbers, len(blocks)])
    ]


def _answer(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without a kind, up to what ends an answer."""
    found: list[Block] = []
    for block in blocks:
        if block.kind in BREAKS:
            break
        if block.kind is None:
            found.append(block)
    return found


def _is_personal(exchanges: Sequence[Exchange], answered: Sequence[Exchange]) -> bool:
    """Whether one speaks to "you" and one answers as "I"."""
    if sum(one.is_by_i for one in answered) / len(answered) < _ANSWERED_BY_I:
        return False
    if sum(one.is_to_you for one in exchanges) < max(_FEWEST_TO_YOU, len(exchanges) // _ONE_TO_YOU_IN):
        return False
    return sum(one.is_linked for one in exchanges) <= _MOST_LINKED * len(exchanges)


def _quoted_share(answered: Sequence[Exchange]) -> float:
    """The share of the answers' blocks that begin with a quotation mark."""
    texts = [block.text for one in answered for block in one.answer]
    return sum(text[0] in OPENING_QUOTES for text in texts) / len(texts)


def _is_question(block: Block) -> bool:
    """Whether a block may ask in an interview: it does, and is neither quoted nor long."""
    if block.kind not in (None, "heading") or not block.asks:
        return False
    return block.bare[0] not in OPENING_QUOTES and len(block.bare) <= _LONGEST_QUESTION
