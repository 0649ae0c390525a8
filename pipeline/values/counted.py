"""What a number counts or measures: its noun phrase and head, from the parse.

"60 bilateral documents" counts "bilateral documents"; "GDP exceeding $300 billion" measures "GDP".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.changes import ChangeWords
from pipeline.lexicon.counting import CountingWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "advmod", "npadvmod", "det", "predet"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod", "quantmod"})
_OF_NOUN = frozenset({"prep", "acl", "relcl", "appos", "amod", "nmod"})  # what stands behind a noun that has the amount
_OF_PHRASE = frozenset({"compound", "amod", "nmod", "nummod", "poss"})  # what stands before a noun in its phrase
_BREAKS = frozenset({"CCONJ", "SCONJ", "ADP", "VERB", "AUX"})
_RULED = frozenset({"dobj", "attr", "prep", "npadvmod", "advmod", "oprd", "acomp", "agent", "dep", "xcomp", "ccomp"})
_SHARE_SUBJECT = frozenset({"xcomp", "conj", "advcl", "ccomp"})  # verbs whose subject can be that of the verb above
_NO_THINGS = frozenset({"DATE", "GPE"})  # entities that say when or where behind "of" and "in", not what
_LEFT_OUT = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these",
                       "those", "strong"})  # fmt: skip

# how far from an amount a thing is looked for; by hand
_STEPS_TO_NOUN = 3  # heads above a bare number
_STEPS_TO_OWNER = 6  # heads above an amount
_STEPS_TO_SUBJECT = 4  # verbs above a verb without a subject
_WORTH_REACH = 4  # tokens before an amount: "worth more than $"
_SHARED_REACH = 4  # tokens behind "one in five"
_LONGEST_MODIFIER = 8  # tokens from the head of a phrase to where its modifier begins


class Counted(NamedTuple):
    """The noun phrase, and the lemma of its head."""

    phrase: str
    head: str


class Counting:
    """Tells what numbers count and measure."""

    def __init__(self, words: CountingWords, changes: ChangeWords) -> None:
        self._sizes, self._units, self._lemmas = words.size, words.unit, words.lemmas
        self._change_nouns, self._change_verbs = changes.nouns, changes.verbs
        self._ruling = frozenset({*words.measuring, *changes.verbs})

    def counted(self, span: Span, noun: Token | None, *, measured: bool, after: int = 0) -> Counted | None:
        """What ``span`` counts (its noun is known) or measures; None where the parse does not tell.

        measured: the span ends in a unit, so that it is a subject or a possessor that has the amount. after: the token
        behind all of the amount, where its rate follows the span.
        """
        if noun is not None and not _is_parted(span, noun):
            return self._phrase(span.doc, span.end, noun, with_of=True)
        if (thing := _of_what(span, measured)) is not None:
            return self._noun_phrase(thing)
        if measured and (thing := _measured_noun(span)) is not None:
            return self._phrase(span.doc, max(span.end, after), thing)
        return self._noun_phrase(self._owner(span))

    def shared_out(self, span: Span) -> Counted | None:
        """What "one in five" is a share of: the noun phrase right behind it."""
        for token in span.doc[span.end : span.end + _SHARED_REACH]:
            if token.pos_ in _NOUNS and token.dep_ not in ("compound", "nmod", "amod"):
                return self._phrase(span.doc, span.end, token)
            if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "NUM"):
                break
        return None

    def of_verb(self, verb: Token) -> Counted | None:
        """What a verb that holds an amount is said of: "output doubled", "they doubled output"."""
        thing = next((child for child in verb.rights if child.dep_ == "dobj" and child.pos_ in _NOUNS), None)
        if thing is None:
            thing = _subject(verb)
        if thing is None and verb.dep_ in ("acl", "amod", "pobj") and verb.head.pos_ in _NOUNS:
            thing = verb.head
        return self._noun_phrase(thing)

    def lemma(self, token: Token) -> str:
        """The head lemma as written in names and abbreviations, in lower case otherwise."""
        if (token.pos_ == "PROPN" and token.tag_ != "NNPS") or (token.text.isupper() and len(token) > 1):
            return token.text
        if token.lower_.endswith("ies") and token.lemma_.endswith("ie"):
            return token.lemma_[:-2] + "y"  # "cryptocurrencies"
        return self._lemmas.get(token.lower_, token.lemma_)

    # ------------------------------------------------------------ who has an amount

    def _owner(self, span: Span) -> Token | None:
        """Who has the amount: the noun before "worth" or a preposition, the subject of the verb.

        Up the tree from the amount, until a noun or a verb says who or that nobody does; then it is the change or the
        size that stood on the way ("an increase of 5 percent").
        """
        if (thing := _worth(span)) is not None:
            return thing
        node, size = span.root, None
        for _ in range(_STEPS_TO_OWNER):
            head = node.head
            if head == node:
                break
            owner, goes_on = self._owner_at(head, node.dep_, span)
            if owner is not None:
                return owner
            if not goes_on:
                break
            if size is None and _is_noun_before(head, node.dep_, span) and head.lower_ not in self._units:
                size = head
            node = head
        return size

    def _owner_at(self, head: Token, relation: str, span: Span) -> tuple[Token | None, bool]:
        """Who has the amount by one word above it; and whether, if nobody has, the next word above can tell."""
        if _is_noun_before(head, relation, span):
            return self._owner_at_noun(head, span)
        if head.pos_ in ("VERB", "AUX"):
            return self._owner_at_verb(head, relation, span)
        return None, True

    def _owner_at_noun(self, noun: Token, span: Span) -> tuple[Token | None, bool]:
        """By a noun before the amount: itself, or what the change that it names is of ("growth in exports of 5")."""
        if noun.ent_type_ in ("DATE", "TIME"):
            return None, False
        if noun.lower_ in self._units:
            return None, True
        name = noun.lemma_.lower()
        if name not in self._change_nouns and name not in self._sizes:
            return noun, False
        thing = _changing(noun)
        is_other = thing is not None and not span.start <= thing.i < span.end
        return (thing if is_other else None), True

    def _owner_at_verb(self, verb: Token, relation: str, span: Span) -> tuple[Token | None, bool]:
        """By a verb of measuring or of change: what it acts on, or its subject."""
        name = verb.lemma_.lower()
        if relation not in _RULED or name not in self._ruling:
            return None, False
        if relation != "dobj" and name in self._change_verbs and (thing := _changed(verb, span)) is not None:
            return thing, False
        subject = _subject(verb)
        if subject is None and verb.dep_ == "acl" and verb.head.pos_ in _NOUNS:
            subject = verb.head
        return subject, verb.dep_ in _SHARE_SUBJECT

    # ------------------------------------------------------------ its words

    def _noun_phrase(self, head: Token | None) -> Counted | None:
        """A noun with what stands before it, without articles and possessives, and "per …" behind it.

        "The number of machines" is about machines. None for what is no noun.
        """
        if head is None or head.pos_ not in _NOUNS:
            return None
        if head.lemma_.lower() in self._sizes:
            head = self._sized(head) or head
        found = self._phrase(head.doc, _phrase_start(head), head)
        following = head.doc[head.i + 1 : head.i + 3]
        if found and len(following) == 2 and following[0].lower_ == "per":
            return Counted(f"{found.phrase} per {following[1].text}", found.head)
        return found

    def _sized(self, size: Token) -> Token | None:
        """What a noun of size is said of: "the number of machines"; None for a share of a unit."""
        of = next((child for child in size.rights if child.lower_ == "of" and child.dep_ == "prep"), None)
        for thing in of.children if of is not None else ():
            if thing.dep_ == "pobj" and thing.pos_ in _NOUNS and thing.lower_ not in self._units:
                return thing
        return None

    def _phrase(self, doc: Doc, start: int, head: Token, with_of: bool = False) -> Counted | None:
        """The words from a token to the head ("bilateral documents"); None where the head stands before it.

        with_of: a bare noun after "of" belongs to them ("letters of intent", not "members of the board").
        """
        while start < head.i and _is_left_out(doc, start):
            start += 2 if doc[start].pos_ == "NUM" and not doc[start].whitespace_ else 1  # "two 9mm pistols"
        if start > head.i:
            return None
        end = head.i + (3 if with_of and _has_bare_of(head) else 1)
        return Counted(" ".join(doc[start:end].text.split()), self.lemma(head))


def count_noun(span: Span) -> Token | None:
    """The noun that a bare number modifies ("60 bilateral documents"): to its right, in the same phrase."""
    token = span.root
    for _ in range(_STEPS_TO_NOUN):
        head = token.head
        if head == token or token.dep_ not in _MODIFIERS or head.i < span.start:
            return None
        if head.i >= span.end and head.pos_ in _NOUNS:
            return head
        token = head
    return None


# ---------------------------------------------------------------- beside the amount


def _is_parted(span: Span, noun: Token) -> bool:
    """True where a preposition or "to" stands between a number and the noun that the parse gives it."""
    return any(token.pos_ == "ADP" or token.tag_ == "TO" for token in span.doc[span.end : noun.i])


def _of_what(span: Span, measured: bool) -> Token | None:
    """What stands behind an amount with "of" ("5 tonnes of rice"), or with "in" behind a unit ("$3 million in aid")."""
    prepositions = ("of", "in") if measured else ("of",)
    near = range(span.end - 1, span.end + 2)
    return next((thing for thing in _objects(span.root, prepositions) if thing.head.i in near), None)


def _objects(head: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """What prepositions below a word rule, without times and places."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            for thing in child.children:
                if thing.dep_ == "pobj" and thing.ent_type_ not in _NO_THINGS:
                    yield thing


def _measured_noun(span: Span) -> Token | None:
    """The noun behind an amount that modifies it: "a 40-tonne truck"."""
    noun = span.root.head
    if span.root.dep_ not in _BEFORE_NOUN or noun.pos_ not in _NOUNS or noun.i < span.end:
        return None
    return None if any(token.pos_ in _BREAKS for token in span.doc[span.end : noun.i]) else noun


def _worth(span: Span) -> Token | None:
    """The noun before "worth", whatever the parse says: "projects worth more than $5 million"."""
    for token in reversed(span.doc[max(1, span.start - _WORTH_REACH) : span.start]):
        if token.lower_ == "worth":
            left = token.nbor(-1)
            return left if left.pos_ in _NOUNS else None
        if token.pos_ in ("VERB", "PUNCT", "CCONJ"):
            return None
    return None


# ---------------------------------------------------------------- in the tree


def _is_noun_before(head: Token, relation: str, span: Span) -> bool:
    """True for a noun before the amount that what holds the amount is said of."""
    return head.pos_ in _NOUNS and head.i < span.start and relation in _OF_NOUN


def _changing(change: Token) -> Token | None:
    """What a noun of change is said of: "growth in exports"; None where nothing is."""
    inside = (thing for thing in _objects(change, ("in",)) if thing.head.i > change.i)
    return next((thing for thing in inside if thing.pos_ in _NOUNS), None)


def _changed(verb: Token, span: Span) -> Token | None:
    """What a verb of change acts on: "the bank cut its rate by 25 basis points"."""
    objects = (child for child in verb.rights if child.dep_ == "dobj" and child.i < span.start)
    return next((child for child in objects if child.pos_ in _NOUNS), None)


def _subject(verb: Token) -> Token | None:
    """The noun that a verb is said of: its subject, or the antecedent of its relative pronoun."""
    for _ in range(_STEPS_TO_SUBJECT):
        subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            thing = verb.head if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else subject
            return thing if thing.pos_ in _NOUNS else None
        if verb.dep_ not in ("conj", "xcomp") or verb.head == verb:
            return None
        verb = verb.head
    return None


# ---------------------------------------------------------------- phrases


def _is_left_out(doc: Doc, at: int) -> bool:
    """True for a token at the head of a phrase that says nothing of what is counted."""
    token = doc[at]
    if token.is_punct or token.is_space or token.lower_ in _LEFT_OUT or token.pos_ == "CCONJ":
        return True
    if token.pos_ == "NUM":
        return doc[at + 1].text != "-"  # "45 and 50 cases", not "10-year yield"
    before = doc[at - 1]
    return (token.lower_, before.lower_) == ("so", "or") or (token.lower_, before.text) == ("odd", "-")  # "50 or so"


def _phrase_start(head: Token) -> int:
    """The token where the phrase of a noun begins."""
    starts = (child.left_edge.i for child in head.lefts if child.dep_ in _OF_PHRASE)
    return min((start for start in starts if head.i - start <= _LONGEST_MODIFIER), default=head.i)


def _has_bare_of(head: Token) -> bool:
    """True where "of" and a bare noun stand right behind a noun: "letters of intent"."""
    if head.i + 2 >= len(head.doc):
        return False
    of, inner = head.nbor(1), head.nbor(2)
    return of.lower_ == "of" and of.head == head and inner.pos_ == "NOUN" and inner.dep_ == "pobj" and inner.head == of
