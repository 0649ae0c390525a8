"""Interviews and transcripts: who asks and who answers, block by block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.records import INTERVIEWER, SegmentKind, Speaker
from pipeline.segment.blocks import Block, windows
from pipeline.segment.dialogue import DialogueRules
from pipeline.segment.interview import BREAKS, FIRST_PERSON, OPENING_QUOTES, interview
from pipeline.segment.labels import LabelRules

_INTERVIEWED = Speaker(entity_id=None, name=None, basis="turn")  # whoever it is
_TURNS = ("question", "answer")
_PASSED_OVER = ("boilerplate", None)  # kinds that end no turn when more turns follow

# By hand.
_HEADING = 80  # characters of a heading between turns; a longer line is text
_SHORTEST_SURNAME = 3  # letters of one that is looked for in narration


class Turn(NamedTuple):
    """What a block without a label gets from the turn that it goes on with."""

    kind: SegmentKind
    speaker: Speaker | None


def open_turns(blocks: Sequence[Block], labels: LabelRules, dialogues: DialogueRules) -> None:
    """Set kind, speaker and body of the blocks that begin with the label of a speaker."""
    found = labels.labels(blocks)
    dialogue = dialogues.find(blocks, found)
    if dialogue is None:
        return
    for number, (block, label) in enumerate(zip(blocks, found, strict=True)):
        if label and label.key in dialogue.speakers and number >= dialogue.first:
            block.kind = "question" if label.key in dialogue.askers else "answer"
            block.speaker = Speaker(entity_id=None, name=label.name, basis="label")
            block.body = min(label.end, block.end)


def mark_turns(blocks: Sequence[Block]) -> None:
    """Let each turn go on to the next one, or to what ends it; find the turns of an interview without labels.

    Blocks that already have a kind keep it.
    """
    if any(block.kind in _TURNS for block in blocks):
        _continue_turns(blocks)
    else:
        _mark_interview(blocks)


def _continue_turns(blocks: Sequence[Block]) -> None:
    """A question without labelled answers is answered by what follows it; else a block without a label goes on with its
    turn, up to a heading, or past it when more turns follow."""
    answered = any(block.kind == "answer" for block in blocks)
    last = max(number for number, block in enumerate(blocks) if block.kind in _TURNS)
    turn: Turn | None = None
    for number, (block, after) in enumerate(windows(blocks)):
        if block.kind in _TURNS:
            turn = _turn_below(block, answered=answered)
        elif turn is None:
            continue
        elif _is_break(block, turn, after):
            turn = turn if number < last and block.kind in _PASSED_OVER else None
        elif block.kind is None:
            turn = _continue_turn(block, turn)


def _turn_below(block: Block, *, answered: bool) -> Turn | None:
    """The turn that goes on below a labelled block; None where nothing does.

    answered: the answers of the document have labels of their own.
    """
    if block.kind == "question" and not answered:
        return Turn("answer", _INTERVIEWED)
    if block.kind is None or _is_quoted(block):
        return None
    return Turn(block.kind, block.speaker)


def _continue_turn(block: Block, turn: Turn) -> Turn | None:
    """Let a block go on with a turn; None, and it is left alone, when it is narration about the speaker."""
    if _tells_of(block, turn.speaker):
        return None
    block.kind, block.speaker = turn
    return turn


def _is_break(block: Block, turn: Turn, after: Block | None) -> bool:
    """Whether a block is no part of a turn: by its kind, or as a heading below an answer."""
    if block.kind in BREAKS:
        return True
    return block.kind is None and turn.kind == "answer" and after is not None and _is_heading(block)


def _is_quoted(block: Block) -> bool:
    """A turn that is all between quotation marks ends with them."""
    words = block.text[block.body - block.start :].strip(" *_")
    return len(words) > 1 and words[0] in OPENING_QUOTES[:3] and words[-1] in '”"'


def _tells_of(block: Block, speaker: Speaker | None) -> bool:
    """Whether a block is narration about the speaker: it names him or her, and nobody says "I" or "we"."""
    name = (speaker and speaker.basis == "label" and speaker.name) or ""
    surname = name.split()[-1] if " " in name else ""
    return len(surname) >= _SHORTEST_SURNAME and surname in block.text and not FIRST_PERSON.search(block.text)


def _is_heading(block: Block) -> bool:
    """A short line that is no sentence."""
    return not block.final and len(block.bare) < _HEADING and block.bare[-1:] not in ":,;"


def _mark_interview(blocks: Sequence[Block]) -> None:
    """Give kinds and speakers to the questions and answers of an interview without labels."""
    for exchange in interview(blocks):
        exchange.question.kind, exchange.question.speaker = "question", INTERVIEWER
        for block in exchange.answer:
            block.kind, block.speaker = "answer", _INTERVIEWED
