"""The roles of blocks that layout and wording tell: titles, datelines, bylines, captions, headings, list items, the lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.records import SegmentKind
from pipeline.segment import dates
from pipeline.segment.blocks import Block, split
from pipeline.segment.boilerplate import same
from pipeline.segment.cues import cues, pattern
from pipeline.segment.labels import not_speakers

DATELINE = re.compile(
    rf"(?P<place>[^\W\d_][^\s,:(–—\d]{{1,24}}(?:[ ][^\W\d_][^\s,:(–—\d]{{0,24}}){{0,4}})?"
    rf"(?P<region>(?:,[ ][^\W\d_][\w.]{{1,20}}(?:[ ][A-Z]\w{{1,20}})?){{0,2}}?)"
    rf"(?:,?[ ]?(?P<date>{dates.MONTH_DAY}(?:,?[ ]\d{{4}})?))?"
    r"(?:[ ]?[(/](?P<agency>[^()\n/]{2,40})[)/])?"
    r"\s?(?P<mark>[-–—]{1,3}|:)?(?=[\s“\"A-Z])",
)
_UPPER = re.compile(r"[A-Z]")
_NAME = r"[^\W\d_][\w.'’-]*"
_NAMES = re.compile(rf"{_NAME}(?:[ ,&|/]{{1,3}}{_NAME}){{0,11}}\.?\Z")
_CREDIT_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\.?\Z")
_CREDIT_DASH = re.compile(r"(?:[.!)’'”\"]|\A)\s?[—–|-]{1,2}\s?([^.—–|]{1,40})\Z")
_TIME_ONLY = re.compile(r"\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|GMT|UTC|ET)\.?:?\Z", re.I)
_HEADING = 100
_HEADING_WORDS = 16
_TITLE = 180
_CAPTION = 400
_BYLINE = 140
_HEAD = 8
_RUN = 3


def mark_head_lines(blocks: list[Block], title: str | None) -> list[Block]:
    """Give their kinds to titles, captions, bylines and date lines; the blocks, with those that hold two things cut in two.

    title: what the metadata give. Blocks that have a kind keep it.
    """
    found: list[Block] = []
    for number, block in enumerate(blocks):
        at = dates.stamp(block.text) if number < _HEAD and block.kind is None else 0
        if at:
            date, block = split(block, block.start + at)
            date.kind = "dateline"
            found.append(date)
        if block.kind is None:
            block.kind = "dateline" if dates.is_date_line(block.bare) else None
        if block.kind is None and _is_caption(block):
            block.kind = "caption"
        if block.kind is None and is_byline(block):
            block.kind = "byline"
        found.append(block)
    _mark_title(found, title)
    return found


def mark_datelines(blocks: list[Block]) -> list[Block]:
    """The blocks, with the datelines at their starts cut off: "ISLAMABAD: ", "LONDON, March 3 (Reuters) - "."""
    found: list[Block] = []
    lead = True
    for block in blocks:
        if block.kind is None:
            at = dateline(block.text, lead=lead)
            if at:
                first, block = split(block, block.start + at)
                first.kind = "dateline"
                found.append(first)
            lead = lead and len(block.text) < _HEADING
        found.append(block)
    return found


def dateline(text: str, *, lead: bool) -> int:
    """Where the dateline at the start of a paragraph ends; 0 when there is none.

    lead: whether it may be the first paragraph, where a place in small letters is enough before a dash.
    1. PLACE, Region, Month 3 (Agency) -    2. PLACE –  3. PLACE:  4. Place (Agency) —  5. Month 3 (Agency) -  6. (Agency) -
    """
    match = DATELINE.match(text[:120])
    if match is None or len(text) - match.end() < 30:
        return 0
    place, agency, mark, date = match["place"], match["agency"], match["mark"], match["date"]
    known = agency is not None and (agency.casefold() in _media() or agency.isupper())
    if place is None:
        return match.end() if (known and (mark or not date)) or (date and mark and agency) else 0
    if mark is None:
        return match.end() if known and place.isupper() and len(place) > 2 else 0
    if place.isupper() and len(place) > 2:
        return match.end() if mark != ":" or place.casefold() not in _no_place() else 0
    if not all(word[0].isupper() for word in place.split()) or (mark == ":" and not known):
        return 0
    if agency is not None:
        return match.end() if _UPPER.match(agency) else 0
    spaced = text[match.end() : match.end() + 2].lstrip()[:1].isupper() and text[match.start("mark") - 1] == " "
    return match.end() if lead and spaced and not re.search(r"\s[–—-]{1,2}\s", text[match.end() :]) else 0


def mark_rest(blocks: Sequence[Block]) -> None:
    """Give a kind to every block that has none yet: heading, list item, lead or paragraph."""
    left = [block for block in blocks if block.kind is None]
    short = [_is_short_line(block) for block in blocks]
    for number, block in enumerate(blocks):
        if block.kind is not None:
            continue
        if block.heading_mark and block.bare:
            block.kind = "heading"
        elif block.listed:
            block.kind = "list_item"
        elif short[number]:
            block.kind = _short_line(blocks, short, number)
    for block in left:
        if block.kind is None:
            block.kind = "paragraph"
    _mark_lead(blocks)


def is_byline(block: Block) -> bool:
    """By Jane Doe. Jane Doe, Staff Writer. Jane Doe | The Times. (Reporting by …; editing by …)"""
    text = block.bare.strip("()[]—–- ")
    if not text or len(text) > _BYLINE * 2:
        return False
    low = text.casefold()
    if low.rstrip(".") in cues("byline_words.txt")["whole"]:
        return True
    start = _byline_start().match(low)
    if start:
        names = text[start.end() :].lstrip(": ")
        many = block.text[0] in "([" or ";" in names
        if not names or not names[0].isupper():
            return False
        return many or (len(names) <= _BYLINE and (_named(names) or dates.of_text(names, "text") is not None))
    if len(text) > _BYLINE or block.final:
        return low.startswith("the associated press contributed") or low.endswith(
            (" contributed to this report.", " contributed to this story.", " contributed to this article.")
        )
    name, mark, role = (
        re.split(r"(\s?[|,/]\s|\s[–—-]\s)", text, maxsplit=1)
        if re.search(r"\s?[|,/]\s|\s[–—-]\s", text)
        else (text, "", "")
    )
    if not mark or not 2 <= len(name.split()) <= 4 or not _named(name):
        return False
    low = role.casefold()
    return low in _media() or _role().match(low) is not None or _is_outlet(role)


def _named(names: str) -> bool:
    """Whether some words are names: nearly all have a capital."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", names)
    capital = sum(word[0].isupper() for word in words)
    small = [word for word in words if not word[0].isupper()]
    return capital >= 1 and all(
        word in ("and", "of", "for", "the", "in", "de", "van", "von", "al", "bin", "at", "to") for word in small
    )


def _is_outlet(name: str) -> bool:
    """Whether a name ends or begins as those of outlets do: The X Times, Radio X."""
    words = name.split()
    media = cues("media_names.txt")["word"]
    return (
        0 < len(words) <= 5
        and (words[-1].casefold() in media or words[0].casefold() in media)
        and words[0][0].isupper()
    )


def _is_caption(block: Block) -> bool:
    """What stands below a picture: it begins as captions do, or ends with whose picture it is."""
    text = block.bare
    if len(text) > _CAPTION:
        return False
    if _caption_start().match(text[:40].casefold()):
        return True
    tail = text[-100:]
    brackets = _CREDIT_BRACKETS.search(tail)
    if brackets and _credit().search(brackets[1].casefold()):
        return True
    if _credit_colon().search(tail.casefold()):
        return True
    dash = _CREDIT_DASH.search(tail)
    if dash is None or text[0] in "“\"'‘":
        return False
    parts = {part.strip().casefold() for part in dash[1].split("/")}
    return bool(parts & _agencies())


def _mark_title(blocks: Sequence[Block], title: str | None) -> None:
    """The title: the block that the metadata give, else a short first line; and its repeats before the text begins."""
    wanted = same(title) if title else ""
    body = 0
    for number, block in enumerate(blocks[:_HEAD]):
        if block.kind in ("caption", "byline", "dateline"):
            continue
        words = same(block.bare) if len(block.bare) <= 300 else ""
        if words and (words == wanted or (len(words) >= 25 and wanted.startswith(words))):
            block.kind = "title"
            wanted = wanted or words
        elif block.kind is None and not body and not any(b.kind == "title" for b in blocks[:number]):
            if number + 1 < len(blocks) and _is_title(block, blocks[number + 1]):
                block.kind, wanted = "title", wanted or words
            else:
                body += 1
        elif block.kind is None:
            body += block.final and len(block.text) > _HEADING
        if body > 1:
            break


def _is_title(block: Block, after: Block) -> bool:
    text = block.bare
    if len(text) > _TITLE or not text or text[-1] in ",;:" or (block.listed and not block.heading_mark):
        return False
    if not block.final or block.heading_mark:
        return True
    if (". " in text[:-1] and text.count(". ") > 1) or (after.gap < 2 and not text.endswith("?")):
        return False
    if text.endswith(("?", "!")):
        return text.count("?") == 1 and len(text) < _HEADING
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _is_short_line(block: Block) -> bool:
    """A line that is short and no sentence."""
    text = block.bare
    if block.kind is not None or not text or len(text) > _HEADING or len(text.split()) > _HEADING_WORDS:
        return False
    if _TIME_ONLY.match(text):
        return True
    if text[-1] in ":,;":
        return text[-1] == ":" and text.isupper()
    return text[0] not in '“"‘' and (not block.final or text.isupper() or text.endswith("?"))


def _short_line(blocks: Sequence[Block], short: Sequence[bool], number: int) -> SegmentKind:
    """1. one of many short lines: a list  2. above a text: a heading  3. below the last text: what was left of the page."""
    first = last = number
    while first and short[first - 1] and blocks[first - 1].gap:
        first -= 1
    while last + 1 < len(blocks) and short[last + 1]:
        last += 1
    after = next(
        (b for b in blocks[last + 1 :] if b.kind not in ("boilerplate", "caption", "byline", "dateline")), None
    )
    if last - first + 1 > _RUN:
        return "list_item"
    if after is not None:
        return "heading"
    return "boilerplate" if len(blocks[number].bare.split()) <= 4 and number else "paragraph"


def _mark_lead(blocks: Sequence[Block]) -> None:
    for block in blocks:
        if block.kind in ("question", "answer"):
            return
        if block.kind == "paragraph":
            block.kind = "lead"
            return


@cache
def _media() -> frozenset[str]:
    return frozenset(cues("media_names.txt")[""])


@cache
def _agencies() -> frozenset[str]:
    return _media() | frozenset(cues("caption_words.txt")["agency"])


@cache
def _no_place() -> frozenset[str]:
    return not_speakers() | frozenset(cues("asking_roles.txt")[""])


@cache
def _caption_start() -> re.Pattern[str]:
    return re.compile(pattern(cues("caption_words.txt")["start"]))


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern(cues('caption_words.txt')['credit'])})")


@cache
def _credit_colon() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{pattern(cues('caption_words.txt')['credit'])})\s?(?:credit|courtesy|by)?\s?[:/]\s?[^.:?!]{{2,60}}\.?\Z"
    )


@cache
def _byline_start() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(cues('byline_words.txt')['start'])})")


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(cues('byline_words.txt')['role'])})")
