"""Captions: what stands below a picture, and whose picture it is."""

from __future__ import annotations

import re

from pipeline.lexicon import furniture
from pipeline.segment.bylines import are_names
from pipeline.segment.media import MediaNames
from pipeline.segment.phrases import any_of
from pipeline.text.expressions import expression

_BRACKETS = expression(r"[(\[]([^()\[\]]{2,90})[)\]]\.?\Z")
_DASH = expression(r"(?:[.!)’'”\"]|\A)\s?[—–|-]{1,2}\s?([^.—–|]{1,40})\Z")
_AFTER_STOP = expression(
    r"[.!?]\s(?:[A-Z][\w.'’-]{0,24}(?:\s[A-Z][\w.'’-]{0,24}){0,3}\s?/\s?(?:[A-Z][\w.'’-]{0,24}\s?){1,4}|\(([^()]{4,60})\))\Z"
)

# Lengths in characters, by hand.
LONGEST = 400  # of a caption
_BEGINNING = 40  # of a caption, that its first words are looked for in
_ENDING = 110  # of a caption, that the note of whose picture it is stands in


class CaptionRules:
    """How captions look: the words that they begin with, and those of the note at their end."""

    def __init__(self, words: furniture.Captions, media: MediaNames) -> None:
        self._start = re.compile(any_of(words.start))
        credit = any_of(words.credit)
        self._credit = re.compile(rf"\b(?:{credit})")
        self._credit_mark = re.compile(rf"\b(?:{credit})\s?(?:credit|courtesy|by)?\s?[:/]\s?[^.:?!]{{2,60}}\.?\Z")
        self._ends = words.end
        self._agencies = media.folded | words.agency
        self._media = media.folded

    def is_caption(self, text: str) -> bool:
        """Whether a block is what stands below a picture: it begins as captions do, or ends with whose picture it is.

        1. Photo: …  2. … (AP Photo/Jane Doe)  3. … Photo credit: …  4. … . — AFP/File  5. … . Jane Doe/The Herald
        6. … Getty Images
        """
        if not text or len(text) > LONGEST:
            return False
        tail = text[-_ENDING:]
        if self._start.match(text[:_BEGINNING].casefold()) or self._has_credit(tail):
            return True
        if text[0] in "“\"'‘":
            return False
        return self._has_agency(tail) or self._has_photographer(tail)

    def _has_credit(self, tail: str) -> bool:
        """Whether a text ends with "(AP Photo/Jane Doe)", "Photo credit: Jane Doe", "Getty Images"."""
        low = tail.casefold()
        brackets = _BRACKETS.search(tail)
        if brackets and self._credit.search(brackets[1].casefold()):
            return True
        if low.rstrip(".").endswith(self._ends):
            return True
        return (":" in low or "/" in low) and self._credit_mark.search(low) is not None

    def _has_agency(self, tail: str) -> bool:
        """Whether a text ends with a dash and an agency: "— AFP/File"."""
        dash = _DASH.search(tail)
        return dash is not None and any(part.strip().casefold() in self._agencies for part in dash[1].split("/"))

    def _has_photographer(self, tail: str) -> bool:
        """Whether names follow the last full stop: "Jane Doe/The Herald", "(Jane Doe)"; an outlet alone is none."""
        after = _AFTER_STOP.search(tail)
        if after is None:
            return False
        names = after[1]
        return names is None or (len(names.split()) > 1 and are_names(names) and names.casefold() not in self._media)
