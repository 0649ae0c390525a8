"""Who made an article and its pictures: bylines and captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.segment import dates
from pipeline.segment.blocks import Block
from pipeline.segment.cues import cues, pattern
from pipeline.text.expressions import expression

_WORD = expression(r"[^\W\d_][\w.'’-]*")
_SMALL = frozenset(
    {"and", "of", "for", "the", "in", "de", "da", "van", "von", "der", "al", "el", "bin", "at", "to", "y"}
)
_MARK = expression(r"\s?[|,/]\s|\s[–—-]{1,2}\s")
_CONTRIBUTED = expression(
    r".{3,240}\scontributed\s(?:reporting\s)?(?:to\sthis\s(?:report|story|article)|from\s[^.]{3,40})\.?\Z"
    r"|(?:\S+\s){1,4}contributed\.\Z"
)
_BRACKETS = expression(r"[(\[]([^()\[\]]{2,90})[)\]]\.?\Z")
_DASH = expression(r"(?:[.!)’'”\"]|\A)\s?[—–|-]{1,2}\s?([^.—–|]{1,40})\Z")
_AFTER_STOP = expression(
    r"[.!?]\s(?:[A-Z][\w.'’-]{0,24}(?:\s[A-Z][\w.'’-]{0,24}){0,3}\s?/\s?(?:[A-Z][\w.'’-]{0,24}\s?){1,4}|\(([^()]{4,60})\))\Z"
)
_CAPTION = 400
_MOST_DAYS = 2
_BYLINE = 140
_LONG_BYLINE = 400


def mark_credits(blocks: Sequence[Block]) -> None:
    """Give their kinds to captions, bylines and lines with a date and nothing else. Blocks that have a kind keep it."""
    days = []
    for block in blocks:
        if block.kind is not None or len(block.text) > _CAPTION:
            continue
        if dates.is_date_line(block.bare):
            block.kind = "dateline"
            days += [] if dates.is_labelled(block.bare) else [block]
        elif is_caption(block.bare):
            block.kind = "caption"
        elif is_byline(block.text):
            block.kind = "byline"
    if len(days) > _MOST_DAYS:  # the headings of a chronicle
        for block in days:
            block.kind = "heading"


def is_byline(text: str) -> bool:
    """Whether a line tells who wrote the article.

    1. By Jane Doe  2. Reporting by Jane Doe; editing by John Roe  3. Jane Doe contributed to this report.
    4. Staff Reporter  5. Jane Doe, Staff Writer  6. Jane Doe | The Herald  7. Herald Staff Writer
    """
    bracketed = text[0] in "(["
    words = text.strip("()[]—–-*_# ")
    low = words.casefold()
    if not words or len(words) > _LONG_BYLINE or words[-1] == ":":
        return False
    if low.rstrip(".") in cues("byline_words.txt")["whole"] or _CONTRIBUTED.match(low):
        return True
    start = _start().match(low)
    if start:
        names = words[start.end() :].lstrip(": ")
        if bracketed or ";" in names:
            return names[:1].isupper()
        return (
            names[:1].isupper()
            and len(names) <= _BYLINE
            and (are_names(names) or dates.of_text(names, "text") is not None)
        )
    if len(words) > _BYLINE or words[-1] in ".!?":
        return False
    mark = _MARK.search(words)
    if mark is None:
        return len(words.split()) <= 7 and are_names(words) and _ends_with_role().search(low) is not None
    name, role = words[: mark.start()], words[mark.end() :]
    if not 2 <= len(name.split()) <= 4 or not are_names(name):
        return False
    return role.casefold() in media() or _role().match(role.casefold()) is not None or is_outlet(role)


def is_caption(text: str) -> bool:
    """Whether a block is what stands below a picture: it begins as captions do, or ends with whose picture it is.

    1. Photo: …  2. … (AP Photo/Jane Doe)  3. … Photo credit: …  4. … . — AFP/File  5. … . Jane Doe/The Herald
    6. … Getty Images
    """
    if not text or len(text) > _CAPTION:
        return False
    if _caption_start().match(text[:40].casefold()):
        return True
    tail = text[-110:]
    low = tail.casefold()
    brackets = _BRACKETS.search(tail)
    if brackets and _credit().search(brackets[1].casefold()):
        return True
    if low.rstrip(".").endswith(cues("caption_words.txt")["end"]):
        return True
    if (":" in low or "/" in low) and _credit_colon().search(low):
        return True
    if text[0] in "“\"'‘":
        return False
    dash = _DASH.search(tail)
    if dash and any(part.strip().casefold() in _agencies() for part in dash[1].split("/")):
        return True
    after = _AFTER_STOP.search(tail)
    if after is None:
        return False
    return after[1] is None or (
        len(after[1].split()) > 1 and are_names(after[1]) and after[1].casefold() not in media()
    )


def are_names(words: str) -> bool:
    """Whether some words are names: each has a capital, but for the small words between names."""
    found = _WORD.findall(words)
    return any(word[0].isupper() for word in found) and all(word[0].isupper() or word in _SMALL for word in found)


def is_outlet(name: str) -> bool:
    """Whether a name is that of a known outlet, or ends or begins as outlets' names do: The X Times, Radio X."""
    words = name.rstrip(".").split()
    kinds = cues("media_names.txt")["word"]
    if not words or len(words) > 6 or not words[0][0].isupper():
        return False
    return name.rstrip(".").casefold() in media() or (
        len(words) > 1 and (words[-1].casefold() in kinds or words[0].casefold() in kinds)
    )


@cache
def media() -> frozenset[str]:
    """The names of known outlets and agencies, in small letters."""
    return frozenset(cues("media_names.txt")[""])


@cache
def _agencies() -> frozenset[str]:
    return media() | frozenset(cues("caption_words.txt")["agency"])


@cache
def _caption_start() -> re.Pattern[str]:
    return re.compile(pattern(cues("caption_words.txt")["start"]))


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern(cues('caption_words.txt')['credit'])})")


@cache
def _credit_colon() -> re.Pattern[str]:
    words = pattern(cues("caption_words.txt")["credit"])
    return re.compile(rf"\b(?:{words})\s?(?:credit|courtesy|by)?\s?[:/]\s?[^.:?!]{{2,60}}\.?\Z")


@cache
def _start() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(cues('byline_words.txt')['start'])})")


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(cues('byline_words.txt')['role'])})")


@cache
def _ends_with_role() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{pattern(cues('byline_words.txt')['role'])})\Z")
