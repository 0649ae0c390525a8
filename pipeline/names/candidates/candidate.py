"""A part of a parse that may be a name, and what the tokens around it show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon import nouns
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.linking.people import plain, without_nickname
from pipeline.records import Label
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(slots=True)
class Candidate:
    """Tokens that may be a name.

    label: the model's, or None where it saw no name. key: what all mentions of the name share.
    titled: a title or role stands before it.
    """

    start: int
    end: int
    label: Label | None
    key: str
    titled: bool = False


def key(doc: Doc, start: int, end: int) -> str:
    """What the mentions of a name share: folded, without article and possessive."""
    return fold(plain(without_nickname(doc[start:end].text)))


def titled_before(doc: Doc, start: int) -> bool:
    """A title or role stands right before the token."""
    if not start:
        return False
    words = vocabulary()
    before = doc[start - 1]
    if before.text == "." and start > 1:
        before = doc[start - 2]
    lower = before.lower_.rstrip(".")
    return lower in words.titles and (before.pos_ in ("PROPN", "NOUN", "ADJ") or is_capital(before))


def full_name(doc: Doc, index: int, labels: tuple[str, ...] = ("", "PERSON")) -> bool:
    """A first name and a surname begin at the token: "the Workers Party of [Ada Smith]".

    labels: what the model may have taken the surname for, "" for no name.
    """
    if index + 1 >= len(doc) or fold(doc[index].text) not in vocabulary().given:
        return False
    return is_capital(doc[index + 1]) and goes_on(doc[index + 1], labels)


def goes_on(token: Token, labels: tuple[str, ...] = ("", "PERSON")) -> bool:
    """True for a proper noun that a person's name goes on with. labels: as for ``full_name``."""
    lower = token.lower_
    return (
        token.pos_ == "PROPN"
        and token.is_alpha
        and is_capital(token)
        and token.ent_type_ in labels
        and lower not in vocabulary().title_words
        and lower not in vocabulary().heads
        and not nouns.kinds(lower)
    )


def is_capital(token: Token) -> bool:
    """A token that begins with a capital, or has one in a part behind a hyphen: "al-Kuwari"."""
    text = token.text
    return text[:1].isupper() or (len(text) > 2 and "-" in text and any(c.isupper() for c in text))
