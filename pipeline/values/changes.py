"""Whether a figure is a change, and in which direction: "rose by 3", "an increase of 5 percent", "down 0.6 percent"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from pipeline.lexicon.vocabulary import lines

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Direction = Literal["up", "down"]
_BETWEEN = {"about", "nearly", "almost", "around", "some", "just", "a", "an", "only", "average", "of", "another", "by"}
_BEFORE = {"up", "down", "higher", "lower"}
_ATTACHED = {
    "dobj",
    "npadvmod",
    "advmod",
    "dative",
    "oprd",
    "attr",
    "quantmod",
    "nummod",
    "obl",
    "ccomp",
    "dep",
    "prep",
}


@cache
def _directions(kind: str) -> dict[str, Direction]:
    found: dict[str, Direction] = {}
    for line in lines("changes.txt"):
        lemma, direction, kinds = (part.strip() for part in line.split("|"))
        if kind in kinds.split():
            found[lemma] = "up" if direction == "up" else "down"
    return found


def direction(span: Span, noun: Token | None = None, moved: bool = False, first: int | None = None) -> Direction | None:
    """The direction of change that ``span`` (a figure with its unit) is the size of; None for a level.

    noun: what a bare number counts. first: the token where its comparator begins ("down more than 40%"). moved: it is
    a distance, so that "jumped 8 metres" and "fell 30 feet" tell a way.
    """
    root = noun if noun is not None else span.root
    while root.dep_ == "conj" and root.head.i < root.i and root.head.pos_ == root.pos_:
        root = root.head  # "increases of 4 percent in wages and 1 percent in benefits"
    if noun is not None and noun.lemma_ == "time":  # "raised rates three times"
        return None
    return _from_neighbours(span, first) or _from_noun(root) or (None if moved and _goes(root) else _from_verb(root))


def _goes(root: Token) -> bool:
    verb = root.head.head if root.dep_ == "pobj" else root.head
    return verb.lemma_ not in ("rise", "grow", "increase", "shrink", "widen", "narrow", "raise", "extend", "lower")


def follows_a_verb(span: Span) -> bool:
    """True where a verb or particle of change stands right before ``span``: "jumped 137,000", "was up 3 points"."""
    at = span.start - 1
    while at >= 0 and (span.doc[at].lower_ in _BETWEEN or span.doc[at].lower_ == "by"):
        at -= 1
    if at < 0:
        return False
    left = span.doc[at]
    return left.lower_ in _BEFORE or (left.pos_ == "VERB" and left.lemma_.lower() in _directions("verb"))


def _from_neighbours(span: Span, first: int | None) -> Direction | None:
    """ "up 5 percent", "5 percent lower": not "up to 5", "made up 5 percent", "three more people"."""
    doc, words = span.doc, _directions("word")
    right = doc[span.end] if span.end < len(doc) else None
    at = (span.start if first is None else min(first, span.start)) - 1
    while at >= 0 and doc[at].lower_ in _BETWEEN:
        at -= 1
    if at >= 0 and doc[at].lower_ in _BEFORE:
        left = doc[at]
        if not (left.dep_ == "prt" and left.head.lemma_ not in _directions("verb")):
            return words[left.lower_]
    after = doc[span.end + 1].lower_ if span.end + 1 < len(doc) else ""
    if (
        right is None
        or right.lower_ in ("up", "above", "below")
        or (right.lower_ in ("more", "less") and after == "or")
    ):
        return None
    modifies = right.dep_ == "amod" and right.head.i > right.i  # "three more people", "two lower courts"
    return None if modifies else words.get(right.lower_)


def _from_noun(root: Token) -> Direction | None:
    """ "a 5 percent increase", "an increase of 5 percent", "gains of"."""
    nouns = _directions("noun")
    head = root.head
    if root.dep_ in ("compound", "nummod", "amod", "nmod", "npadvmod", "quantmod") and head.i > root.i:
        return nouns.get(head.lemma_.lower()) if head.pos_ in ("NOUN", "PROPN") else None
    if root.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN":
        return nouns.get(head.head.lemma_.lower())
    return None


def _from_verb(root: Token) -> Direction | None:
    """ "rose 3 percent", "fell by 40": not "rose to 40", "fell from 3"."""
    verbs = _directions("verb")
    head = root.head
    if root.dep_ == "pobj":
        if head.lower_ != "by" and not (head.lower_ in ("about", "around", "nearly") and head.dep_ == "prep"):
            return None
        head = head.head
    elif root.dep_ not in _ATTACHED:
        return None
    if head.pos_ not in ("VERB", "AUX") or head.lemma_.lower() not in verbs:
        return None
    if root.dep_ == "dobj" and head.lemma_ in ("raise", "gain", "lose", "cut", "shed", "reduce", "contract", "recover"):
        return verbs[head.lemma_] if head.lemma_ not in ("raise", "contract", "recover") else None
    return verbs[head.lemma_.lower()]
