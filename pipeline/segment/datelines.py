"""Datelines: the place, date and agency that a report begins with."""

from __future__ import annotations

from pipeline.segment import dates
from pipeline.segment.blocks import Block, split
from pipeline.segment.credits import media
from pipeline.segment.cues import cues
from pipeline.segment.labels import no_first_words, not_speakers
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
_STAMPS = 8
_LEAD = 100
_PARAGRAPH = 60
_BODY = 30
_REACH = 120


def cut_stamps(blocks: list[Block]) -> list[Block]:
    """The blocks, with a date that stands before the first words of one cut off: "date 2026-02-04 The president …"."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        at = dates.stamp(block.text) if number < _STAMPS and block.kind is None else 0
        if at and not dates.is_date_line(block.bare):
            first, block = split(block, block.start + at)
            first.kind = "dateline"
            found.append(first)
        found.append(block)
    return found


def cut_datelines(blocks: list[Block]) -> list[Block]:
    """The blocks, with the datelines at their starts cut off: "ISLAMABAD: ", "LONDON, March 3 (Reuters) - "."""
    found: list[Block] = []
    lead = True
    for block in blocks:
        if block.kind is None:
            at = dateline_end(block.text, lead=lead)
            if at == len(block.text):
                block.kind = "dateline"
            elif at:
                first, block = split(block, block.start + at)
                first.kind = "dateline"
                found.append(first)
            lead = lead and (block.kind == "dateline" or len(block.text) < _LEAD)
        found.append(block)
    return found


def dateline_end(text: str, *, lead: bool) -> int:
    """Where the dateline at the start of a paragraph ends; 0 when there is none.

    lead: whether it may be the first paragraph, where a place in small letters is enough before a dash.
    1. PLACE, Region, Month 3 (Agency) –   2. PLACE –   3. PLACE:   4. Place (Agency) –   5. Month 3 (Agency) –
    6. (Agency)   7. PLACE, Month 3. /Agency/.
    """
    match = _DATELINE.match(text[:_REACH])
    if match is None or not match.end():
        return 0
    left = len(text) - match.end()
    place, mark, date = match["place"], match["mark"], match["date"]
    agency_ = match["bracketed"] or match["slashed"]
    known = agency_ is not None and (agency_.casefold() in media() or agency_.isupper())
    if not left:
        return match.end() if place and place.isupper() and mark and mark != ":" else 0
    if left < _BODY:
        return 0
    if place is None:
        return match.end() if known and (mark or not date) else 0
    if place.casefold() in not_speakers() or place.split()[0].casefold() in no_first_words():
        return 0
    if place.isupper() and len(place) > 2:
        good = known if mark is None else mark != ":" or _is_place(text, place, match.end())
        return match.end() if good else 0
    if mark is None or not all(word[0].isupper() for word in place.split()):
        return 0
    if mark == ":" and (agency_ or "").casefold() not in media():
        return 0  # "Ada Smith (SKY TV):" asks
    if agency_ is not None:
        return match.end() if agency_[0].isupper() else 0
    before, after = text[match.start("mark") - 1], text[match.end() : match.end() + 2]
    spaced = (before == " " or (mark != "-" and after[:1] == " ")) and after.lstrip()[:1].isupper()
    return match.end() if lead and spaced and not _SPACED_DASH.search(text, match.end()) else 0


def agency(text: str) -> str | None:
    """The agency that a dateline names."""
    match = _DATELINE.match(text[:_REACH])
    return match and (match["bracketed"] or match["slashed"])


def place(text: str) -> str | None:
    """The place that a dateline begins with, where each of its words has a capital: "HA NOI", "Port Harcourt"."""
    match = _DATELINE.match(text[:_REACH])
    named = match["place"] if match else None
    return named if named and all(word[0].isupper() for word in named.split()) else None


def _is_place(text: str, place: str, end: int) -> bool:
    """Whether words in capitals before a colon are a place: no role or short name, and a paragraph follows."""
    if place.casefold() in cues("asking_roles.txt")[""] or place.title() in text[end:]:
        return place.title() in text[end:]
    return len(place) >= 5 and len(text) - end > _PARAGRAPH and text.rstrip("”\"'’) ")[-1:] in ".!?"
