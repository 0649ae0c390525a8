"""The check of who said it."""

from __future__ import annotations

from pipeline.compare.checks.check import Difference, StatementPair
from pipeline.compare.findings import Item
from pipeline.compare.slots.statements import Statement

QUOTED_WORDS = 6  # content words that two quotes must share to be one quote; by hand


def different_speakers(pair: StatementPair) -> Difference | None:
    """The same words out of two mouths: most words are the same, and two persons are said to have said them."""
    speakers = pair.one.speaker_id, pair.other.speaker_id
    if speakers[0] == speakers[1] or not all(speaker and speaker.startswith("person/") for speaker in speakers):
        return None
    if len(pair.one.stems & pair.other.stems) < QUOTED_WORDS:
        return None
    return Difference("contradicts", "medium", "the speakers are not the same", ("different_speaker",))


def shown_speaker(statement: Statement) -> Item:
    """The claim with its speaker's name."""
    speaker = statement.claim.speaker
    name = (speaker.name if speaker else None) or "unknown"
    return Item(statement, name, statement.span, "who said", says=statement.speaker_id or "")
