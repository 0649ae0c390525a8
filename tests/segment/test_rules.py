"""The rules that read a single line."""

from __future__ import annotations

import pytest

from pipeline.segment import dates
from pipeline.segment.blocks import Block
from pipeline.segment.boilerplate import mark_boilerplate
from pipeline.segment.credits import is_byline, is_caption, is_outlet
from pipeline.segment.cues import cues
from pipeline.segment.datelines import dateline_end

BODY = "The council voted on Tuesday to close the old ferry terminal, after a dispute of eleven years."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: 5 Feb 2026, 10:00", True),
        ("11 November 2011 Last updated at 12:41 GMT", True),
        ("Oslo, 5 February 2026", True),
        ("Thursday, 5 February 2026 | 3 min read", True),
        ("08/02/2013 11:10 am EDT", True),
        ("February 2026", True),
        ("Published: Sunday, 6/28/2015 - Updated: 3 months ago", True),
        ("On 5 February 2026 the council met.", False),
        ("The storm of November 2011", False),
        ("At 10:00", False),
    ],
)
def test_date_lines(line: str, *, expected: bool) -> None:
    """A date, and nothing but what stands beside the date of an article."""
    assert dates.is_date_line(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Nora Quill", True),
        ("Written by Nora Quill and Sam Oduya", True),
        ("Nora Quill, Staff Writer", True),
        ("Nora Quill | The Elwin Herald", True),
        ("— Staff Reporter", True),
        ("Additional reporting by Sam Oduya; editing by Li Wei", True),
        ("Nora Quill in Oslo contributed to this report.", True),
        ("By Tuesday evening the last boats had left", False),
        ("From the police:", False),
        ("Nora Quill, the mayor", False),
        ("Ferry terminal to close", False),
    ],
)
def test_bylines(line: str, *, expected: bool) -> None:
    """Names after "by", names with a role or an outlet; no sentence that begins with "by"."""
    assert is_byline(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Photo credit: Harbour Board", True),
        ("The pier at dusk. (AP Photo/Nora Quill)", True),
        ("The pier at dusk. Photo: Nora Quill", True),
        ("The minister during a meeting with fishermen. — AFP/File", True),
        ("The pier at dusk. Getty Images", True),
        ("“We shall build it.” — Nora Quill", False),
        ("The company (Harbour Board Ltd) will build it.", False),
        ("The photo shows the pier at dusk, police said.", False),
    ],
)
def test_captions(line: str, *, expected: bool) -> None:
    """A known beginning, or whose picture it is at the end."""
    assert is_caption(line) == expected


@pytest.mark.parametrize(
    ("dateline", "lead"),
    [
        ("LISBON – ", False),
        ("ST. JOHN'S, N.L. — ", False),
        ("NEW YORK, Dec. 14 (UPI) — ", False),
        ("BEIJING, Feb. 5 (Xinhua) -- ", False),
        ("Dec 29 (Reuters) - ", False),
        ("(CNN) ", False),
        ("NAIROBI: ", False),
        ("Mexico City (AFP) – ", False),
        ("Lagos — ", True),
        ("", True),
        ("UPDATE: ", False),
        ("REPORTER: ", False),
        ("NATO: ", False),
        ("Lagos — ", None),
    ],
)
def test_datelines(dateline: str, *, lead: bool | None) -> None:
    """Where the dateline ends; a place in small letters only in the lead (None: elsewhere), a label never."""
    none = lead is None or dateline in ("", "UPDATE: ", "REPORTER: ", "NATO: ")
    end = dateline_end(dateline + BODY, lead=bool(lead))
    assert (dateline + BODY)[:end].rstrip() == ("" if none else dateline.rstrip())


@pytest.mark.parametrize("name", ["Reuters", "The Elwin Herald", "Radio Elwin", "Elwin Daily News"])
def test_outlets(name: str) -> None:
    """Known names, and names that are made as those of outlets are."""
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["Nora Quill", "the news", "Times", ""])
def test_no_outlets(name: str) -> None:
    assert not is_outlet(name)


@pytest.mark.parametrize("kind", ["start", "line", "has", "tail"])
def test_every_phrase_is_known_as_boilerplate(kind: str) -> None:
    """Each line of the data file does what it is there for."""
    for phrase in cues("boilerplate.txt")[kind]:
        if kind == "tail":
            continue
        words = phrase.replace("…", "some words")
        text = f"Some {words} here." if kind == "has" else words
        block, other = Block(0, len(text), text), Block(900, 900 + len(BODY), BODY)
        mark_boilerplate([block, other])
        assert (phrase, block.kind, other.kind) == (phrase, "boilerplate", None)
