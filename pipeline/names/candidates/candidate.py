"""A part of a parse that may be a name, and what the tokens around it show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords
from pipeline.names.linking.people import plain, without_nickname
from pipeline.records import Label
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NO_NAME_OR_PERSON = ("", "PERSON")  # what the model may have taken a word of a person's name for, "" for no name


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


def is_capital(token: Token) -> bool:
    """Whether a token begins with a capital, or has one in a part behind a hyphen: "al-Kuwari"."""
    text = token.text
    return text[:1].isupper() or (len(text) > 2 and "-" in text and any(c.isupper() for c in text))


class Persons:
    """What the tokens of a person's name look like."""

    def __init__(self, words: NameWords, kinds: Kinds) -> None:
        self._words = words
        self._kinds = kinds

    def is_titled(self, doc: Doc, start: int) -> bool:
        """Whether a title or role stands right before the token."""
        if not start:
            return False
        before = doc[start - 1]
        if before.text == "." and start > 1:
            before = doc[start - 2]
        if before.lower_.rstrip(".") not in self._words.titles:
            return False
        return before.pos_ in ("PROPN", "NOUN", "ADJ") or is_capital(before)

    def is_full_name(self, doc: Doc, index: int, labels: tuple[str, ...] = NO_NAME_OR_PERSON) -> bool:
        """Whether a first name and a surname begin at the token: "the Workers Party of [Ada Smith]".

        labels: what the model may have taken the surname for, "" for no name.
        """
        if index + 1 >= len(doc) or fold(doc[index].text) not in self._words.given:
            return False
        return is_capital(doc[index + 1]) and self.goes_on(doc[index + 1], labels)

    def goes_on(self, token: Token, labels: tuple[str, ...] = NO_NAME_OR_PERSON) -> bool:
        """Whether a person's name goes on with a token: a proper noun that is no word for a thing, office or body.

        labels: as for ``is_full_name``.
        """
        if token.pos_ != "PROPN" or not token.is_alpha or token.ent_type_ not in labels or not is_capital(token):
            return False
        lower = token.lower_
        other = lower in self._words.title_words or lower in self._words.heads
        return not other and not self._kinds.of(lower)
