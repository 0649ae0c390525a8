"""Languages that have a people's name: "in Russian", "fluent in Chinese and French", "the Kazakh language"."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon.entries import Entry
from pipeline.names.gazetteer import packaged
from pipeline.names.mention import Mention
from pipeline.text.expressions import expression
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LISTED = expression(r", |,? (?:and|or|as well as) ")
_SPEAKS = frozenset({"speak", "learn", "teach", "study", "understand", "know"})
_PEOPLES = frozenset({"NORP", "LANGUAGE", "GPE"})


def mark_languages(doc: Doc, text: str, mentions: list[Mention], tongues: Collection[int]) -> None:
    """Make languages of those peoples among the ``mentions``, in order, that stand for their languages.

    tongues: where the names begin that the model takes for languages.
    """
    known = _languages()
    peoples = [
        one for one in mentions if one.subtype in ("nationality", "people") and fold(text[one.start : one.end]) in known
    ]
    for one in peoples:
        if one.start in tongues or _spoken(doc, one):
            _mark(one, known[fold(text[one.start : one.end])])
    if not any(one.label == "LANGUAGE" for one in mentions):
        return
    for step in (1, -1):  # what stands in a list with a language is one too
        for one, other in itertools.pairwise(mentions[::step]):
            between = text[min(one.end, other.end) : max(one.start, other.start)]
            if one.label == "LANGUAGE" and other in peoples and _LISTED.fullmatch(between):
                _mark(other, known[fold(text[other.start : other.end])])


def _mark(mention: Mention, entry: Entry) -> None:
    mention.label, mention.subtype, mention.entity_id, mention.name = "LANGUAGE", "language", entry.id, entry.name


def _spoken(doc: Doc, mention: Mention) -> bool:
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
    head = token.head
    said = token.dep_ == "pobj" and head.lower_ in ("in", "into", "from") and token.tag_ in ("NNP", "JJ", "NN")
    return said or (token.dep_ == "dobj" and head.lemma_ in _SPEAKS)


@cache
def _languages() -> dict[str, Entry]:
    return {fold(entry.name): entry for entry in packaged() if entry.label == "LANGUAGE"}
