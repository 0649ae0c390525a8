"""What a number counts or measures: its noun phrase and head, from the parse.

"60 bilateral documents" counts "bilateral documents"; "GDP exceeding $300 billion" measures "GDP".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.vocabulary import lines

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NOUNS = {"NOUN", "PROPN"}
_MODIFIERS = {"nummod", "compound", "amod", "nmod", "quantmod", "advmod", "npadvmod", "det", "predet"}
_BEFORE_NOUN = {"nummod", "compound", "amod", "nmod", "npadvmod", "quantmod"}
_BREAKS = {"CCONJ", "SCONJ", "ADP", "VERB", "AUX"}
_LEFT_OUT = {"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those",
             "strong"}  # fmt: skip
_MEASURING = {
    "be", "total", "reach", "exceed", "surpass", "top", "hit", "cost", "average", "amount", "stand", "weigh", "measure",
    "remain", "cross", "outnumber", "near", "approach", "come", "go", "run", "range", "account", "represent", "become",
    "stay", "settle", "edge", "inch", "tick", "creep", "hover", "swing", "move", "hold", "yield", "close", "end",
    "trade", "start", "begin", "last", "extend", "span", "cover", "rank", "make", "value", "price", "estimate",
    "set", "put", "fix", "project", "expect", "forecast", "worth",
}  # fmt: skip
_RULED = {
    "dobj", "attr", "prep", "npadvmod", "advmod", "oprd", "acomp", "agent", "dep", "xcomp", "ccomp",
}  # fmt: skip
_UNITS = {"%", "percent", "cent", "pct", "point", "points", "year", "month", "week", "quarter", "cents"}
# nouns that say only that something is counted or measured
_SIZES = {"number", "total", "amount", "sum", "quantity", "count", "figure", "tally", "average", "maximum", "minimum",
          "peak", "high", "low", "record", "equivalent"}  # fmt: skip
# forms that the lemmatizer gets wrong
_LATIN = {
    "memoranda": "memorandum", "referenda": "referendum", "addenda": "addendum", "curricula": "curriculum",
    "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium", "strata": "stratum", "doses": "dose",
    "species": "species", "series": "series",
}  # fmt: skip


class Counted(NamedTuple):
    """The noun phrase, and the lemma of its head."""

    phrase: str
    head: str


@cache
def _change_words(kind: str) -> frozenset[str]:
    rows = (line.split("|") for line in lines("changes.txt"))
    return frozenset(row[0].strip() for row in rows if kind in row[2].split())


def lemma(token: Token) -> str:
    """The head lemma as written in names and abbreviations, in lower case otherwise."""
    if (token.pos_ == "PROPN" and token.tag_ != "NNPS") or (token.text.isupper() and len(token) > 1):
        return token.text
    if token.lower_.endswith("ies") and token.lemma_.endswith("ie"):
        return token.lemma_[:-2] + "y"  # "cryptocurrencies"
    return _LATIN.get(token.lower_, token.lemma_)


def count_noun(span: Span) -> Token | None:
    """The noun that a bare number modifies ("60 bilateral documents"): to its right, in the same phrase."""
    token = span.root
    for _ in range(3):
        head = token.head
        if head == token or token.dep_ not in _MODIFIERS or head.i < span.start:
            return None
        if head.i >= span.end and head.pos_ in _NOUNS:
            return head
        token = head
    return None


def counted(span: Span, noun: Token | None, measured: bool, after: int = 0) -> Counted | None:
    """What ``span`` counts (its noun is known) or measures; None where the parse does not tell.

    measured: the span ends in a unit, so that it is a subject or a possessor that has the amount. after: the token
    behind all of the amount, where its rate follows the span.
    """
    if noun is not None and not any(token.pos_ == "ADP" or token.tag_ == "TO" for token in span.doc[span.end : noun.i]):
        return _phrase(span.doc, span.end, noun, with_of=True)
    root = span.root
    for child in root.children:
        if child.dep_ == "prep" and span.end - 1 <= child.i <= span.end + 1 and child.lower_ in ("of", "in"):
            if child.lower_ == "in" and not measured:
                continue
            for target in child.children:
                if target.dep_ == "pobj" and target.ent_type_ not in ("DATE", "GPE"):
                    return _noun_phrase(target)
    right = root.head
    if measured and root.dep_ in _BEFORE_NOUN and right.pos_ in _NOUNS and right.i >= span.end:
        between = span.doc[span.end : right.i]
        if not any(token.pos_ in _BREAKS for token in between):
            return _phrase(span.doc, max(span.end, after), right)
    return _owner(span)


def shared_out(span: Span) -> Counted | None:
    """What "one in five" is a share of: the noun phrase right behind it."""
    for token in span.doc[span.end : span.end + 4]:
        if token.pos_ in _NOUNS and token.dep_ not in ("compound", "nmod", "amod"):
            return _phrase(span.doc, span.end, token)
        if token.pos_ not in (*_NOUNS, "ADJ", "DET", "NUM"):
            break
    return None


def of_verb(verb: Token) -> Counted | None:
    """What a verb that holds an amount is said of: "output doubled", "they doubled output"."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj" and child.pos_ in _NOUNS), None)
    thing = thing or _subject(verb)
    if thing is None and verb.dep_ in ("acl", "amod", "pobj") and verb.head.pos_ in _NOUNS:
        thing = verb.head
    return _noun_phrase(thing) if thing is not None else None


def _owner(span: Span) -> Counted | None:
    """Who has the amount: the noun before a preposition, the subject of the verb."""
    if (thing := _worth(span)) is not None:
        return _noun_phrase(thing)
    node, change = span.root, None
    for _ in range(6):
        head, relation = node.head, node.dep_
        if head == node:
            break
        if (
            head.pos_ in _NOUNS
            and head.i < span.start
            and relation in ("prep", "acl", "relcl", "appos", "amod", "nmod")
        ):
            name = head.lemma_.lower()
            if head.ent_type_ in ("DATE", "TIME"):
                break
            if head.lower_ in _UNITS:
                node = head
                continue
            if name not in _change_words("noun") and name not in _SIZES:
                return _noun_phrase(head)
            thing = _changing(head)
            if thing is not None and not span.start <= thing.i < span.end:
                return _noun_phrase(thing)
            change = change or head
        elif head.pos_ in ("VERB", "AUX"):
            verb = head.lemma_.lower()
            if relation not in _RULED or (verb not in _MEASURING and verb not in _change_words("verb")):
                break
            if relation != "dobj" and verb in _change_words("verb") and (thing := _changed(head, span)) is not None:
                return _noun_phrase(thing)
            subject = _subject(head)
            if subject is None and head.dep_ == "acl" and head.head.pos_ in _NOUNS:
                subject = head.head
            if subject is not None:
                return _noun_phrase(subject)
            if head.dep_ not in ("xcomp", "conj", "advcl", "ccomp"):
                break
        node = head
    return _noun_phrase(change) if change is not None else None


def _of_what(size: Token) -> Token | None:
    for child in size.rights:
        if child.lower_ == "of" and child.dep_ == "prep":
            things = (target for target in child.children if target.dep_ == "pobj" and target.pos_ in _NOUNS)
            return next((thing for thing in things if thing.lower_ not in _UNITS), None)
    return None


def _worth(span: Span) -> Token | None:
    """ "projects worth more than $5 million": the noun before "worth", whatever the parse says."""
    for token in reversed(span.doc[max(1, span.start - 4) : span.start]):
        if token.lower_ == "worth":
            left = token.doc[token.i - 1]
            return left if left.pos_ in _NOUNS else None
        if token.pos_ in ("VERB", "PUNCT", "CCONJ"):
            return None
    return None


def _changed(verb: Token, span: Span) -> Token | None:
    """What a verb of change acts on: "the bank cut its rate by 25 basis points"."""
    for child in verb.rights:
        if child.dep_ == "dobj" and child.i < span.start and child.pos_ in _NOUNS and child.pos_ != "NUM":
            return child
    return None


def _changing(change: Token) -> Token | None:
    """What a noun of change is said of: "growth in exports"; None where nothing is."""
    for child in change.rights:
        if child.dep_ == "prep" and child.lower_ == "in":
            for target in child.children:
                if target.dep_ == "pobj" and target.pos_ in _NOUNS and target.ent_type_ not in ("DATE", "GPE"):
                    return target
    return None


def _subject(verb: Token) -> Token | None:
    """The noun that a verb is said of: its subject, or the antecedent of its relative pronoun."""
    for _ in range(4):
        for child in verb.lefts:
            if child.dep_ in ("nsubj", "nsubjpass"):
                if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                    return verb.head if verb.head.pos_ in _NOUNS else None
                return child if child.pos_ in _NOUNS else None
        if verb.dep_ not in ("conj", "xcomp") or verb.head == verb:
            return None
        verb = verb.head
    return None


def _phrase(doc: Doc, start: int, head: Token, with_of: bool = False) -> Counted | None:
    """The words from ``start`` to the head ("bilateral documents").

    with_of: a bare noun after "of" belongs to them ("letters of intent", not "members of the board").
    """
    while start < head.i and (
        doc[start].is_punct
        or doc[start].is_space
        or doc[start].lower_ in _LEFT_OUT
        or doc[start].pos_ == "CCONJ"
        or (doc[start].pos_ == "NUM" and doc[start + 1].text != "-")  # "45 and 50 cases", not "10-year yield"
        or (doc[start].lower_ == "so" and doc[start - 1].lower_ == "or")  # "50 or so members"
        or (doc[start].lower_ == "odd" and doc[start - 1].text == "-")
    ):
        start += 2 if doc[start].pos_ == "NUM" and not doc[start].whitespace_ else 1  # "two 9mm pistols"
    if start > head.i:
        return None
    end = head.i + 1
    if with_of and end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end].head == head:
        inner = doc[end + 1]
        if inner.pos_ == "NOUN" and inner.dep_ == "pobj" and inner.head == doc[end]:
            end += 2
    return Counted(" ".join(doc[start:end].text.split()), lemma(head))


def _noun_phrase(head: Token) -> Counted | None:
    """A noun with what stands before it, without articles and possessives, and "per …" behind it.

    "The number of machines" is about machines.
    """
    if head.pos_ not in _NOUNS:
        return None
    if head.lemma_.lower() in _SIZES and (inner := _of_what(head)) is not None:
        head = inner
    start = head.i
    for child in head.lefts:
        if child.dep_ in ("compound", "amod", "nmod", "nummod", "poss") and head.i - child.left_edge.i <= 8:
            start = min(start, child.left_edge.i)
    found = _phrase(head.doc, start, head)
    following = head.doc[head.i + 1 : head.i + 3]
    if found and len(following) == 2 and following[0].lower_ == "per":
        return Counted(f"{found.phrase} per {following[1].text}", found.head)
    return found
