"""Names by their patterns: tests/cases/names/grammars.jsonl, written by hand without sight of the grammars."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline import tag
from pipeline.config import Config
from pipeline.lexicon.lexicon import packaged
from pipeline.names.definitions import definitions
from pipeline.names.gazetteer import load
from pipeline.names.grammars import Grammars
from pipeline.records import Entity
from tests.conftest import Parse
from tests.support import article, cases

GRAMMARS = Grammars(packaged())
TABLE = cases("names/grammars")


@pytest.fixture(scope="module")
def mentions(parsed: Parse) -> list[list[Entity]]:
    """The names of each case; each is a corpus of its own."""
    step = tag.make(Config())
    found = []
    for case, doc in zip(TABLE, parsed([case["text"] for case in TABLE]), strict=True):
        (one,) = step([article(case["text"], doc, name="d0")])
        entities = tag.finish(one, tag.build_table([tag.gather(one)])).entities
        found.append([entity for entity in entities if entity.value is None and entity.time is None])
    return found


@pytest.mark.parametrize("number", range(len(TABLE)), ids=[case["text"][:60] for case in TABLE])
def test_table(number: int, mentions: list[list[Entity]]) -> None:
    """Each name has its label, subtype and id; what the case says is no name is in none."""
    case: dict[str, Any] = TABLE[number]
    found = {
        entity.text.removeprefix("the "): [entity.label, entity.subtype, entity.entity_id]
        for entity in reversed(mentions[number])
    }
    for text, *wanted in case["names"]:
        assert [text, *found.get(text, [])] == [text, *wanted]
    assert not [text for text in case["absent"] for name in found if text in name]


def test_every_grammar_has_a_case() -> None:
    """No row of the grammars is without a case that it finds."""
    texts = [case["text"] for case in TABLE]
    from pipeline.text.folding import level

    levelled = [level(text) for text in texts]
    idle = [
        row.pattern.pattern for row in GRAMMARS.rows if not any(True for text in levelled for _ in row.matches(text))
    ]
    assert not idle


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Shanghai Cooperation Organisation (SCO) met", [("SCO", "Shanghai Cooperation Organisation")]),
        ("the Organization of Turkic States (OTS)", [("OTS", "Organization of Turkic States")]),
        ("KRA (Kenya Revenue Authority) said", [("KRA", "Kenya Revenue Authority")]),
        ("the NHRC, or National Human Rights Commission, said", [("NHRC", "National Human Rights Commission")]),
        ("the Movement for Peace, known as the MFP, said", [("MFP", "Movement for Peace")]),
        ("Petroliam Nasional Bhd (Petronas)", [("Petronas", "Petroliam Nasional Bhd")]),
        ("memoranda of understanding (MoUs) and letters of intent (LoIs)", []),
        ("Gross domestic product (GDP) rose", []),
        ("He lives in Berlin (Reuters)", []),
        ("Reporters Without Borders (RSF) said RSF is small", [("RSF", None)]),
    ],
)
def test_definitions(text: str, expected: list[tuple[str, str | None]]) -> None:
    """The short form and the words it stands for; None where the letters are not theirs."""
    found = [(one.short, None if one.start is None else text[one.start : one.end]) for one in definitions(text)]
    assert found == expected


def test_a_pattern_gives_way_to_a_known_name() -> None:
    """ "Collective Security Treaty Organization" is no treaty."""
    text = "the Collective Security Treaty Organization and the Collective Security Treaty"
    assert [text[one.start : one.end] for one in GRAMMARS.find(text, load(packaged().entries).find(text))] == [
        "Collective Security Treaty"
    ]
