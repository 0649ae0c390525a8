"""Interviews and transcripts: who asks and who answers, block by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.records import SegmentKind, Speaker
from pipeline.segment.blocks import Block, windows
from pipeline.segment.cues import cues
from pipeline.segment.labels import ANSWER, NAME, QUESTION, Label, labels
from pipeline.text.expressions import expression

INTERVIEWER = Speaker(entity_id=None, name="interviewer", basis="turn")
IMPLIED = Speaker(entity_id=None, name=None, basis="turn")
_FIRST_PERSON = expression(r"\b(?:I|[Mm]y|me|myself|[Ww]e|[Oo]ur|us|ourselves)\b")
_SECOND_PERSON = expression(r"\b(?:[Yy]ou|[Yy]our|[Yy]ours)\b")
_OPENING = "“\"„«‘'"
_LINKS = frozenset({"And", "But", "So", "Or", "Then", "Well", "Now", "Okay", "OK", "Meanwhile", "Yet", "Still"})
_LONGEST_QUESTION = 900
_FEWEST_QUESTIONS = 3
_DASHES = "–—-"
_MEAN_TURN = 4
_UNASKED_TURNS = 6
_HEADING = 80
_HEADLINE = 200
_BREAKS = frozenset({"title", "heading", "boilerplate", "byline", "dateline"})


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Which labels of a document are speakers, and which of these ask; first: the block that it begins with."""

    speakers: frozenset[str]
    askers: frozenset[str]
    first: int = 0


def open_turns(blocks: Sequence[Block]) -> None:
    """Set kind, speaker and body of the blocks that begin with the label of a speaker."""
    found = labels(blocks)
    dialogue = _dialogue(blocks, found)
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
    if any(block.kind in ("question", "answer") for block in blocks):
        _continue_turns(blocks)
    else:
        _mark_unlabelled(blocks)


# ---------------------------------------------------------------- with labels


def _dialogue(blocks: Sequence[Block], found: Sequence[Label | None]) -> Dialogue | None:
    """The speakers, when the labels are those of a dialogue; None when they are not.

    1. Q: … A: …             a label that says question is enough, if it is asked or answered.
    2. Q: … Jane Doe: …      beside it, names that come again or follow a question.
    3. HOST: … JANE DOE: …   two names or more, one of them again and again, one of them asking.
    """
    count = Counter(label.key for label in found if label)
    marked = [(n, label) for n, label in enumerate(found) if label and label.role == QUESTION]
    if marked and _asked(blocks, found, marked):
        after = {
            label.key
            for n, label in enumerate(found)
            if label and n and (before := found[n - 1]) and before.role == QUESTION
        }
        speakers = {
            label.key
            for label in found
            if label
            and (label.role != NAME or count[label.key] > 1 or label.key in after or _has_asking_role(label.key))
        }
        return Dialogue(frozenset(speakers), _askers(blocks, found, speakers))
    again = {key for key, times in count.items() if times > 1}
    starts = [n for n, label in enumerate(found) if label and label.role == NAME]
    while starts and _is_headline(blocks, found, starts, again):
        starts = starts[1:]
    distinct = {label.key for n in starts if (label := found[n])}
    if len(distinct) < 2 or len(starts) < 3 or (starts[-1] - starts[0]) / (len(starts) - 1) > _MEAN_TURN:
        return None
    spoken = sum(_says(blocks, found, n) for n in starts)
    askers = _askers(blocks, found, distinct)
    if spoken < 0.6 * len(starts) or (not askers and (len(again) < 2 or len(starts) < _UNASKED_TURNS)):
        return None
    return Dialogue(frozenset(distinct), askers, starts[0])


def _is_headline(
    blocks: Sequence[Block], found: Sequence[Label | None], starts: Sequence[int], again: set[str]
) -> bool:
    """Whether the first label is that of a headline "X: …" above the dialogue."""
    label = found[starts[0]]
    if label is None or label.key not in again:
        return True
    return starts[0] == 0 and 1 not in starts[:2] and label.end < blocks[0].end and len(blocks[0].text) < _HEADLINE


def _says(blocks: Sequence[Block], found: Sequence[Label | None], number: int) -> bool:
    """Whether a sentence comes after the label, there or on the next line; not a number, as in a table."""
    block, label = blocks[number], found[number]
    if label is not None and label.end >= block.end and number + 1 < len(blocks) and found[number + 1] is None:
        return blocks[number + 1].final
    return block.final and label is not None and any(map(str.isalpha, block.text[label.end - block.start :][:3]))


def _asked(blocks: Sequence[Block], found: Sequence[Label | None], marked: Sequence[tuple[int, Label]]) -> bool:
    """Whether labels that say question are meant so, and are no initial or item of a list."""
    if len(marked) > 1 or any(label and label.role == ANSWER for label in found):
        return True
    return _asks(blocks[marked[0][0]])


def _askers(blocks: Sequence[Block], found: Sequence[Label | None], speakers: set[str]) -> frozenset[str]:
    """The labels that ask: those that say so, else those whose turns end with a question mark more often than not."""
    turns: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    roles: set[str] = set()
    current = ""
    last = False
    for block, label in zip(blocks, found, strict=True):
        if label and label.key in speakers:
            asked[current] += last
            current = label.key
            turns[current] += 1
            if label.role == QUESTION or _has_asking_role(current):
                roles.add(current)
        last = _asks(block) if block.kind is None else last
    asked[current] += last
    if roles:
        return frozenset(roles)
    share = {key: asked[key] / turns[key] for key in turns if key}
    most = max(share.values(), default=0.0)
    askers = frozenset(key for key, value in share.items() if value >= 0.5 and value >= 0.8 * most)
    return askers if sum(turns[key] for key in askers) > 1 else frozenset()


def _continue_turns(blocks: Sequence[Block]) -> None:
    """A question without labelled answers is answered by what follows it; else a block without a label goes on with its
    turn, up to a heading, or past it when more turns follow."""
    answered = any(block.kind == "answer" for block in blocks)
    last = max(n for n, block in enumerate(blocks) if block.kind in ("question", "answer"))
    kind: SegmentKind | None = None
    speaker: Speaker | None = None
    for number, (block, after) in enumerate(windows(blocks)):
        if block.kind in ("question", "answer"):
            kind, speaker = block.kind, block.speaker
            if kind == "question" and not answered:
                kind, speaker = "answer", IMPLIED
            elif _is_quoted(block):
                kind = None
        elif block.kind in _BREAKS or (block.kind is None and kind == "answer" and after and _is_heading(block)):
            kind = kind if number < last and block.kind in ("boilerplate", None) else None
        elif block.kind is None and kind is not None and _speaks_of(block, speaker):
            kind = None
        elif block.kind is None and kind is not None:
            block.kind, block.speaker = kind, speaker


def _is_quoted(block: Block) -> bool:
    """A turn that is all between quotation marks ends with them."""
    words = block.text[block.body - block.start :].strip(" *_")
    return len(words) > 1 and words[0] in _OPENING[:3] and words[-1] in '”"'


def _speaks_of(block: Block, speaker: Speaker | None) -> bool:
    """Whether a block is narration about the speaker: it names him or her, and nobody says "I" or "we"."""
    name = (speaker and speaker.basis == "label" and speaker.name) or ""
    surname = name.split()[-1] if " " in name else ""
    return len(surname) > 2 and surname in block.text and not _FIRST_PERSON.search(block.text)


def _is_heading(block: Block) -> bool:
    """A short line that is no sentence."""
    return not block.final and len(block.bare) < _HEADING and block.bare[-1:] not in ":,;"


def _has_asking_role(key: str) -> bool:
    return key in _asking_roles() or key.split()[-1] in _asking_roles()


@cache
def _asking_roles() -> frozenset[str]:
    return frozenset(cues("asking_roles.txt")[""])


# ---------------------------------------------------------------- without labels


def _mark_unlabelled(blocks: Sequence[Block]) -> None:
    """An interview whose questions are paragraphs of their own, and whose answers have no quotation marks.

    Taken for one only when there are several questions, some speak to somebody ("you"), and most are followed by
    somebody who says "I" or "we". The questions of an essayist go on with what was said before ("And so, what …").
    Questions that all begin with a dash, as speech does in many countries, need no more than answers.
    """
    questions = [
        n for n, (block, after) in enumerate(windows(blocks)) if after and (n or block.listed) and _is_question(block)
    ]
    if len(questions) < _FEWEST_QUESTIONS:
        return
    groups = []
    for n, stop in zip(questions, [*questions[1:], len(blocks)], strict=True):
        answer = []
        for block in blocks[n + 1 : stop]:
            if block.kind in _BREAKS:
                break
            if block.kind is None:
                answer.append(block)
        groups.append(answer)
    answered = [group for group in groups if group]
    texts = [block.text for group in answered for block in group]
    if len(answered) < _FEWEST_QUESTIONS:
        return
    first = sum(any(_FIRST_PERSON.search(block.text) for block in group) for group in answered) / len(answered)
    addressed = sum(_SECOND_PERSON.search(blocks[n].text) is not None for n in questions)
    framed = sum(text[0] in _OPENING for text in texts) / len(texts)
    linked = sum(blocks[n].bare.split(None, 1)[0].strip(",") in _LINKS for n in questions)
    marked = all(blocks[n].text[0] in _DASHES for n in questions)
    personal = first >= 0.5 and addressed >= max(2, len(questions) // 4) and linked <= len(questions) / 2
    if framed > 0.3 or not (personal or marked):
        return
    for n, answer in zip(questions, groups, strict=True):
        blocks[n].kind, blocks[n].speaker = "question", INTERVIEWER
        for block in answer:
            block.kind, block.speaker = "answer", IMPLIED


def _is_question(block: Block) -> bool:
    return (
        block.kind in (None, "heading")
        and _asks(block)
        and block.bare[0] not in _OPENING
        and len(block.bare) <= _LONGEST_QUESTION
    )


def _asks(block: Block) -> bool:
    """Whether it ends with a question mark."""
    return block.text.rstrip("”\"'’)]»*_ \xa0").endswith("?")
