"""Languages that have a people's name: "in Russian", "fluent in Chinese and French", "the Kazakh language"."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.lexicon.entries import Entry
from pipeline.names.mention import Mention
from pipeline.text.expressions import expression
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LISTED = expression(r", |,? (?:and|or|as well as) ")
_SPEAKS = frozenset({"speak", "learn", "teach", "study", "understand", "know"})
_PEOPLES = frozenset({"NORP", "LANGUAGE", "GPE"})


class Languages:
    """Knows which peoples' names are languages' too."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """entries: the known names, languages among them."""
        self._known = {fold(entry.name): entry for entry in entries if entry.label == "LANGUAGE"}

    def mark(self, doc: Doc, text: str, mentions: Sequence[Mention], tongues: Collection[int]) -> None:
        """Make languages of those peoples among the ``mentions``, in order, that stand for their languages.

        tongues: where the names begin that the model takes for languages.
        """
        peoples = [(one, entry) for one in mentions if (entry := self._language(one, text)) is not None]
        for one, entry in peoples:
            if one.start in tongues or _is_spoken(doc, one):
                _mark(one, entry)
        if not any(one.label == "LANGUAGE" for one in mentions):
            return
        languages = {id(one): entry for one, entry in peoples}
        for step in (1, -1):  # what stands in a list with a language is one too
            for one, other in itertools.pairwise(mentions[::step]):
                between = text[min(one.end, other.end) : max(one.start, other.start)]
                if one.label == "LANGUAGE" and id(other) in languages and _LISTED.fullmatch(between):
                    _mark(other, languages[id(other)])

    def _language(self, mention: Mention, text: str) -> Entry | None:
        """The language that a people's name may be; None for another name."""
        if mention.subtype not in ("nationality", "people"):
            return None
        return self._known.get(fold(text[mention.start : mention.end]))


def _mark(mention: Mention, entry: Entry) -> None:
    mention.label, mention.subtype, mention.entity_id, mention.name = "LANGUAGE", "language", entry.id, entry.name


def _is_spoken(doc: Doc, mention: Mention) -> bool:
    """Whether a people's name stands where a language does: "in Russian", "speaks Russian", "the Russian language"."""
    span = doc.char_span(mention.start, mention.end)
    if span is None:
        return False
    if span.end < len(doc) and doc[span.end].lower_ in ("language", "languages"):
        return True
    token = span.root
    if token.i and doc[token.i - 1].lower_ == "the":
        return False
    while token.dep_ == "conj" and token.head.ent_type_ in _PEOPLES:
        token = token.head
    if token.dep_ == "pobj":
        return token.head.lower_ in ("in", "into", "from") and token.tag_ in ("NNP", "JJ", "NN")
    return token.dep_ == "dobj" and token.head.lemma_ in _SPEAKS
