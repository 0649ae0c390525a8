"""Whether a figure is a change, and in which direction: "rose by 3", "an increase of 5 percent", "down 0.6 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.changes import ChangeWords, Direction
from pipeline.lexicon.counting import CountingWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# between a word of change and its figure: "up about 5", "rose by an average of 3"
_BETWEEN = frozenset({"about", "nearly", "almost", "around", "some", "just", "a", "an", "only", "average", "of",
                      "another", "by"})  # fmt: skip
_BEFORE = frozenset({"up", "down", "higher", "lower"})
_NOT_BEHIND = frozenset({"up", "above", "below"})  # "5 percent above": a bound
_MODIFIERS = frozenset({"compound", "nummod", "amod", "nmod", "npadvmod", "quantmod"})
_ATTACHED = frozenset({"dobj", "npadvmod", "advmod", "dative", "oprd", "attr", "quantmod", "nummod", "obl", "ccomp",
                       "dep", "prep"})  # fmt: skip
_ABOUT = frozenset({"about", "around", "nearly"})
_OF_THEIR_OBJECT = frozenset({"raise", "contract", "recover"})  # "raised $3 million": what was raised, no change


class Changes:
    """Tells which way figures change."""

    def __init__(self, words: ChangeWords, counting: CountingWords) -> None:
        self._verbs, self._nouns, self._beside = words.verbs, words.nouns, words.beside
        self._extent = counting.extent

    def direction(
        self, span: Span, noun: Token | None = None, *, is_length: bool = False, first: int | None = None
    ) -> Direction | None:
        """The direction of change that ``span`` (a figure with its unit) is the size of; None for a level.

        noun: what a bare number counts. is_length: it is one, which behind most verbs tells a way: "jumped 8 metres",
        "fell 30 feet". first: the token where its comparator begins ("down more than 40%").
        """
        if noun is not None and noun.lemma_ == "time":  # "raised rates three times"
            return None
        root = _first_of_its_list(noun if noun is not None else span.root)
        beside = self._before(span, first) or self._behind(span)
        return beside or self._from_noun(root) or self._from_verb(root, is_length)

    def stands_behind_verb(self, span: Span) -> bool:
        """True where a verb or particle of change stands right before ``span``: "jumped 137,000", "was up 3 points"."""
        left = _word_before(span.doc, span.start)
        if left is None:
            return False
        return left.lower_ in _BEFORE or (left.pos_ == "VERB" and left.lemma_.lower() in self._verbs)

    def _before(self, span: Span, first: int | None) -> Direction | None:
        """The direction of "up 5 percent"; not of "up to 5", "made up 5 percent"."""
        left = _word_before(span.doc, span.start if first is None else min(first, span.start))
        if left is None or left.lower_ not in _BEFORE:
            return None
        is_particle = left.dep_ == "prt" and left.head.lemma_ not in self._verbs
        return None if is_particle else self._beside.get(left.lower_)

    def _behind(self, span: Span) -> Direction | None:
        """The direction of "5 percent lower"; not of "5 or more", "three more people", "two lower courts"."""
        words = [token.lower_ for token in span.doc[span.end : span.end + 2]]
        if not words or words[0] in _NOT_BEHIND or words in (["more", "or"], ["less", "or"]):
            return None
        right = span.doc[span.end]
        return None if right.dep_ == "amod" and right.head.i > right.i else self._beside.get(words[0])

    def _from_noun(self, root: Token) -> Direction | None:
        """The direction of a noun that the figure is the size of: "a 5 percent increase", "gains of 3 points"."""
        head = root.head
        if root.dep_ in _MODIFIERS and head.i > root.i:
            return self._nouns.get(head.lemma_.lower()) if head.pos_ in ("NOUN", "PROPN") else None
        if root.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN":
            return self._nouns.get(head.head.lemma_.lower())
        return None

    def _from_verb(self, root: Token, is_length: bool) -> Direction | None:
        """The direction of "rose 3 percent", "fell by 40"; not of "rose to 40", "fell from 3"."""
        verb = _governor(root)
        if verb is None or verb.pos_ not in ("VERB", "AUX") or (is_length and self._is_way(root)):
            return None
        if root.dep_ == "dobj" and verb.lemma_ in _OF_THEIR_OBJECT:
            return None
        return self._verbs.get(verb.lemma_.lower())

    def _is_way(self, root: Token) -> bool:
        """True for a length that something went, not for one by which it grew: "the gap widened 8 metres"."""
        verb = root.head.head if root.dep_ == "pobj" else root.head
        return verb.lemma_ not in self._extent


def _first_of_its_list(root: Token) -> Token:
    """The word that a list begins with: "increases of 4 percent in wages and 1 percent in benefits"."""
    while root.dep_ == "conj" and root.head.i < root.i and root.head.pos_ == root.pos_:
        root = root.head
    return root


def _word_before(doc: Doc, at: int) -> Token | None:
    """The word before a token, without those that stand between a word of change and its figure."""
    at -= 1
    while at >= 0 and doc[at].lower_ in _BETWEEN:
        at -= 1
    return doc[at] if at >= 0 else None


def _governor(root: Token) -> Token | None:
    """The word whose change a figure can be: it is attached to it, by itself or with "by"."""
    head = root.head
    if root.dep_ != "pobj":
        return head if root.dep_ in _ATTACHED else None
    is_size = head.lower_ == "by" or (head.lower_ in _ABOUT and head.dep_ == "prep")
    return head.head if is_size else None
