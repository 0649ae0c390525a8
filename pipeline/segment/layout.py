"""The layout of a text: its blocks, each with the role that place and wording give it."""

from __future__ import annotations

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import Block, blocks
from pipeline.segment.boilerplate import BoilerplateRules, mark_repeats
from pipeline.segment.credits import CreditRules
from pipeline.segment.datelines import DatelineRules, cut_datelines, cut_stamps
from pipeline.segment.dates import DateRules
from pipeline.segment.dialogue import DialogueRules
from pipeline.segment.labels import LabelRules
from pipeline.segment.media import MediaNames
from pipeline.segment.rest import mark_rest
from pipeline.segment.titles import mark_title
from pipeline.segment.turns import mark_turns, open_turns


class LayoutRules:
    """All rules of the layout, each made of the words that it needs."""

    def __init__(self, words: Furniture, media: MediaNames, dates: DateRules) -> None:
        self._open_words = words.open_words
        self._dates = dates
        self._labels = LabelRules(words.not_speakers, media)
        self._dialogues = DialogueRules(words.asking)
        self._credits = CreditRules(words, media, dates)
        self._boilerplate = BoilerplateRules(words.boilerplate)
        self._datelines = DatelineRules(self._labels, media, words.asking)

    def layout(self, text: str, title: str | None = None) -> list[Block]:
        """The blocks of a text, in order, each with its kind; turns with their speakers.

        title: what the metadata give. Each step leaves alone what an earlier one has decided, so the surest comes
        first.
        """
        found = blocks(text, self._open_words)
        open_turns(found, self._labels, self._dialogues)
        found = cut_stamps(found, self._dates)
        self._credits.mark(found)
        self._boilerplate.mark(found)
        mark_title(found, title, self._datelines)
        mark_repeats(found)
        self._boilerplate.mark_tail(found)
        found = cut_datelines(found, self._datelines)
        mark_turns(found)
        mark_rest(found)
        return found
