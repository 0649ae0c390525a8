"""What stands around an article."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lexicon.furniture import Furniture
from pipeline.segment.blocks import Block, blocks
from pipeline.segment.boilerplate import BoilerplateRules, mark_repeats
from tests.segment.support import BODY, note
from tests.support import cases


@pytest.fixture(scope="module")
def rules(words: Furniture) -> BoilerplateRules:
    """The rules under test."""
    return BoilerplateRules(words.boilerplate)


@pytest.mark.parametrize("case", cases("segment/boilerplate"), ids=note)
def test_boilerplate(words: Furniture, rules: BoilerplateRules, case: dict[str, Any]) -> None:
    """What a step marks: by wording, below a line such as "Related news" (tail), as said before (repeats)."""
    found = blocks(case["text"], words.open_words)
    step = {"tail": rules.mark_tail, "repeats": mark_repeats}.get(case["note"].partition(":")[0], rules.mark)
    step(found)
    assert [block.text[:20] for block in found if block.kind == "boilerplate"] == case["boilerplate"]


def test_every_phrase_is_known(words: Furniture, rules: BoilerplateRules) -> None:
    """Each line of the data file does what it is there for."""
    known = words.boilerplate
    texts = [phrase.replace("…", "some words") for phrase in (*known.start, *known.line)]
    texts += [f"Some {phrase} here." for phrase in known.has]
    for text in texts:
        block, other = Block(0, len(text), text), Block(900, 900 + len(BODY), BODY)
        rules.mark([block, other])
        assert (text, block.kind, other.kind) == (text, "boilerplate", None)


def test_every_line_above_other_articles_is_known(words: Furniture, rules: BoilerplateRules) -> None:
    """Each line ``tail:`` of the data file opens one."""
    for phrase in words.boilerplate.tail:
        text = phrase.replace("…", "some words")
        found = [Block(0, 5, "Boats"), Block(10, 10 + len(text), text), Block(900, 900 + len(BODY), BODY)]
        rules.mark_tail(found)
        assert (text, found[1].kind) == (text, "boilerplate")
