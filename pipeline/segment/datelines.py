"""Datelines: the place, date and agency that a report begins with."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.segment import dates
from pipeline.segment.blocks import Block, split
from pipeline.segment.dates import DateRules
from pipeline.segment.labels import LabelRules
from pipeline.segment.media import MediaNames
from pipeline.text.expressions import expression

_DATELINE = expression(
    rf"(?P<place>(?!{dates.MONTH_DAY}\b)"
    r"[^\W\d_][^\s,:(–—/\d]{1,24}(?:[ ][^\W\d_][^\s,:(–—/\d]{0,24}){0,4})?"
    r"(?:,[ ][^\W\d_][\w.]{1,20}(?:[ ][A-Z]\w{1,20})?){0,2}?"
    rf"(?:,?[ ]?(?P<date>{dates.MONTH_DAY}(?:,?[ ]\d{{4}})?)\.?)?"
    r"(?:[ ]?(?:\((?P<bracketed>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,20})/\.?))?"
    r"\s?(?P<mark>[-–—]{1,3}|:)?(?=[\s“\"A-Z]|\Z)"
)
_SPACED_DASH = expression(r"\s[–—-]{1,2}\s")

# By hand, from wire copy. Lengths in characters.
_STAMPS = 8  # blocks at the head of a document that a date may be cut off
_LEAD = 100  # a block that is no shorter is the first paragraph
_PARAGRAPH = 60  # what follows a place and a colon is longer
_BODY = 30  # what follows a dateline has as many
_REACH = 120  # of a paragraph, that its dateline stands in
_SHORTEST_CAPITALS = 3  # of a place in capitals before a dash
_SHORTEST_BEFORE_COLON = 5  # of a place in capitals before a colon: shorter ones are initials and bodies


class Opening(NamedTuple):
    """What a paragraph begins with, read as a dateline; whether it is one is for ``DatelineRules`` to say.

    agency: what stands in brackets or between strokes. mark: the dash or colon at its end, which begins at ``mark_at``.
    """

    text: str
    place: str | None
    date: str | None
    agency: str | None
    mark: str | None
    mark_at: int
    end: int

    @property
    def left(self) -> int:
        """The length of what follows."""
        return len(self.text) - self.end


class DatelineRules:
    """Which openings of paragraphs are datelines."""

    def __init__(self, labels: LabelRules, media: MediaNames, asking: frozenset[str]) -> None:
        """asking: labels of those who ask, which are no places."""
        self._labels = labels
        self._media = media.folded
        self._asking = asking
        self._tests = (
            self._without_text,
            self._without_place,
            self._with_other_word,
            self._in_capitals,
            self._without_mark,
            self._with_agency,
        )

    def end(self, text: str, *, lead: bool) -> int:
        """Where the dateline at the start of a paragraph ends; 0 when there is none.

        lead: whether it may be the first paragraph, where a place in small letters is enough before a dash.
        1. PLACE, Region, Month 3 (Agency) –   2. PLACE –   3. PLACE:   4. Place (Agency) –   5. Month 3 (Agency) –
        6. (Agency)   7. PLACE, Month 3. /Agency/.
        """
        opening = _opening(text)
        if opening is None or not opening.end:
            return 0
        for test in self._tests:
            verdict = test(opening)
            if verdict is not None:
                return opening.end if verdict else 0
        return opening.end if lead and _has_dash_of_its_own(opening) else 0

    # Each test says whether it is a dateline; None when it is for the next to say.

    def _without_text(self, opening: Opening) -> bool | None:
        """Nothing follows: a place in capitals before a dash; or too little."""
        if not opening.left:
            return bool(opening.place and opening.place.isupper() and opening.mark and opening.mark != ":")
        return False if opening.left < _BODY else None

    def _without_place(self, opening: Opening) -> bool | None:
        """A known agency, alone or with a date before it and a mark after it."""
        if opening.place is not None:
            return None
        return self._has_known_agency(opening) and bool(opening.mark or not opening.date)

    def _with_other_word(self, opening: Opening) -> bool | None:
        """Words such as "Note", "Update" are no places."""
        assert opening.place is not None
        none = opening.place.casefold() in self._labels.not_speakers
        return False if none or opening.place.split()[0].casefold() in self._labels.no_first_words else None

    def _in_capitals(self, opening: Opening) -> bool | None:
        """A place in capitals, before a known agency or a dash; before a colon it must look like one."""
        place = opening.place
        if place is None or not place.isupper() or len(place) < _SHORTEST_CAPITALS:
            return None
        if opening.mark is None:
            return self._has_known_agency(opening)
        return opening.mark != ":" or self._is_place(opening, place)

    def _without_mark(self, opening: Opening) -> bool | None:
        """Small letters take a dash or colon, and a capital in each word."""
        assert opening.place is not None
        return False if opening.mark is None or not _has_capitals(opening.place) else None

    def _with_agency(self, opening: Opening) -> bool | None:
        """An agency, before a dash; before a colon a known one: "Ada Smith (SKY TV):" asks."""
        if opening.mark == ":" and (opening.agency or "").casefold() not in self._media:
            return False
        return None if opening.agency is None else opening.agency[0].isupper()

    def _has_known_agency(self, opening: Opening) -> bool:
        """Whether an agency is on the list, or all in capitals."""
        agency = opening.agency
        return agency is not None and (agency.casefold() in self._media or agency.isupper())

    def _is_place(self, opening: Opening, place: str) -> bool:
        """Whether words in capitals before a colon are a place: no role or short name, and a paragraph follows."""
        text = opening.text
        if place.title() in text[opening.end :]:
            return True
        if place.casefold() in self._asking or len(place) < _SHORTEST_BEFORE_COLON:
            return False
        return opening.left > _PARAGRAPH and text.rstrip("”\"'’) ")[-1:] in ".!?"


def cut_stamps(blocks: list[Block], rules: DateRules) -> list[Block]:
    """The blocks, with a date that stands before the first words of one cut off: "date 2026-02-04 The president …"."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        at = rules.stamp_end(block.text) if number < _STAMPS and block.kind is None else 0
        if at and not rules.is_line(block.bare):
            first, block = split(block, block.start + at)
            first.kind = "dateline"
            found.append(first)
        found.append(block)
    return found


def cut_datelines(blocks: list[Block], rules: DatelineRules) -> list[Block]:
    """The blocks, with the datelines at their starts cut off: "ISLAMABAD: ", "LONDON, March 3 (Reuters) - "."""
    found: list[Block] = []
    lead = True
    for block in blocks:
        if block.kind is None:
            at = rules.end(block.text, lead=lead)
            if at == len(block.text):
                block.kind = "dateline"
            elif at:
                first, block = split(block, block.start + at)
                first.kind = "dateline"
                found.append(first)
            lead = lead and (block.kind == "dateline" or len(block.text) < _LEAD)
        found.append(block)
    return found


def agency(text: str) -> str | None:
    """The agency that a dateline names."""
    opening = _opening(text)
    return opening.agency if opening else None


def place(text: str) -> str | None:
    """The place that a dateline begins with, where each of its words has a capital: "HA NOI", "Port Harcourt"."""
    opening = _opening(text)
    return opening.place if opening and opening.place and _has_capitals(opening.place) else None


def _opening(text: str) -> Opening | None:
    """What a text begins with, in the form of a dateline; it may be nothing, with ``end`` 0."""
    match = _DATELINE.match(text[:_REACH])
    if match is None:
        return None
    return Opening(
        text=text,
        place=match["place"],
        date=match["date"],
        agency=match["bracketed"] or match["slashed"],
        mark=match["mark"],
        mark_at=match.start("mark"),
        end=match.end(),
    )


def _has_capitals(words: str) -> bool:
    """Whether each word has a capital."""
    return all(word[0].isupper() for word in words.split())


def _has_dash_of_its_own(opening: Opening) -> bool:
    """Whether a dash parts a place from a sentence, and is not one of two around an aside."""
    text = opening.text
    before, after = text[opening.mark_at - 1], text[opening.end : opening.end + 2]
    spaced = before == " " or (opening.mark != "-" and after[:1] == " ")
    return spaced and after.lstrip()[:1].isupper() and not _SPACED_DASH.search(text, opening.end)
