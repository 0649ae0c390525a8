"""Texts to parse, and what is compared of a parse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.config import Config

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODEL = Config().model
SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]

ODD = {
    "nothing": "",
    "one space": " ",
    "only whitespace": " \n\n\t  \r\n ",
    "one token": "Rain",
    "one full stop": ".",
    "one emoji": "🔥",
    "emoji": "🚨🚨 BREAKING: 12 boats sunk 😱🇺🇳 — “unbelievable” 👨‍👩‍👧‍👦!",
    "a very long token": "It said " + "x" * 5_000 + " and then " + "9" * 3_000 + ".",
    "all capitals": "MINISTER DENIES THAT TALKS IN OSLO FAILED; AT LEAST 40 HURT IN BLAST",
    "no capitals": "minister denies that talks in oslo failed; at least 40 hurt in blast",
    "line breaks": 'The mayor\nof Lyon\n\n\nsaid:\r\n"We don\'t\n know."\n\n-- \nPhoto: AFP\n',
    "contractions": "There's no one who'd've said it isn't 'bout y'all; they gonna, cannot. Nothin' doin'. 'Tis so.",
    "German": "Der Minister wies die Vorwürfe am Montag in Berlin zurück; 14 Menschen wurden verletzt.",
    "Chinese": "外交部发言人周一表示，双方已经达成协议。",
    "Arabic": "قال الوزير يوم الاثنين إن المحادثات ستستمر.",
    "figures": "$1.2bn (€1,1 Mrd.) +3.4% 10-12 1/2 2024-05-06T07:08Z 5pm 3rd No. 5 #6 @7 http://a.b/c?d=e f@g.org",
    "control characters": "A\x00B \x07 \ufeff\u200b\u2028C\u00a0D",
    "brackets": "((([[[{{{ ))) ]]] }}} \"' «» ‘’ “” ---- .... ???!!! ;;;",
    "one word again and again": "bank " * 700,
}
LONG = "\n\n".join(SEEDS[:3] * 2)


def parsed(doc: Doc) -> list[tuple[Any, ...]]:
    """All of a parse that a stage may read, token by token."""
    return [
        (
            token.text,
            token.idx,
            token.tag_,
            token.pos_,
            token.dep_,
            token.head.i,
            token.lemma_,
            str(token.morph),
            token.ent_iob_,
            token.ent_type_,
            token.is_sent_start,
        )
        for token in doc
    ]
