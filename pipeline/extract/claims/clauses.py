"""Clauses: the stretches of a sentence that state one thing each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.extract.sayings.saying import EDGE, Saying
from pipeline.extract.tree import VERBAL, Tree, balanced, trim
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Offsets

SPLIT_MARKS = frozenset({"while", "whereas", "although", "though"})
JOINING = frozenset({"PUNCT", "SPACE", "CCONJ", "SYM"})
LEADING = frozenset({"mark", "cc", "preconj"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
QUOTES = frozenset({"“", "”", '"', "«", "»", "``", "''"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb that states something, with its words. subject: the token of its (own or shared) subject."""

    head: int
    start: int
    end: int
    subject: int | None
    rule: str


class Clauses:
    """Decides for verbs what clause they head.

    sayings: by the token of the cue; their content is a clause of its own.
    """

    def __init__(self, tree: Tree, sayings: dict[int, Saying], words: ClaimWords) -> None:
        self.tree = tree
        self.words = words
        self.sayings = sayings
        self.said = {head for saying in sayings.values() if saying.frame != "about" for head in saying.heads}
        self._rules: dict[int, str | None] = {}
        self._asides = [
            index
            for index, dep in enumerate(tree.deps)
            if dep == "relcl"
            or (dep == "advcl" and self.contrasts(index))
            or (index in sayings and tree.tags[index] == "VBG" and sayings[index].frame != "about")
        ]

    def rule(self, head: int) -> str | None:
        """The name of the finder that takes ``head`` as the head of a clause, or None."""
        if head not in self._rules:
            self._rules[head] = None  # a cycle cannot be, but a broken parse must not hang
            if self.tree.pos[head] in VERBAL:
                self._rules[head] = next((name for name, finds in FINDERS if finds(self, head)), None)
        return self._rules[head]

    def contrasts(self, head: int) -> bool:
        """Whether the clause of ``head`` begins with "while", "although" …"""
        mark = self.tree.child(head, "mark")
        return mark is not None and self.tree.words[mark] in SPLIT_MARKS

    def clause(self, head: int, bounds: Offsets) -> Clause | None:
        """The clause that ``head`` heads, cut to ``bounds`` (its sentence or quotation)."""
        rule = self.rule(head)
        if rule is None:
            return None
        first, last = self._extent(head, rule)
        tree = self.tree
        that = tree.child(head, "mark") if rule == "content" else None
        if that is not None and tree.words[that] == "that" and that < head:
            first = max(first, that)
        while first < head and self._leads(first, head):
            first += 1
        start, end = max(tree.starts[first], bounds[0]), min(tree.ends[last], bounds[1])
        if last == tree.edges(head)[1]:
            end = tree.tail(last, bounds[1])
        start, end = trim(tree.text, start, end, EDGE)
        start, end = balanced(tree.text, *tree.unstopped(trim(tree.text, start, end, f"{EDGE})]…")[0], end))
        if not start <= tree.starts[head] < end:
            return None
        subject = tree.heads[head] if rule == "relative" else tree.subject_of(head)
        return Clause(head, start, end, subject, rule)

    def _leads(self, index: int, head: int) -> bool:
        """Whether a first token only joins the clause to others: "that", "and", a dash."""
        tree = self.tree
        if tree.deps[index] == "punct" or tree.pos[index] == "SPACE":
            return tree.words[index] not in QUOTES
        if tree.words[index] == "that":
            return tree.deps[index] == "mark" or tree.tags[index] == "IN"
        if tree.words[index] == "why":
            return tree.heads[index] == head
        joins = tree.deps[index] in LEADING and tree.heads[index] == head
        return joins and tree.words[index] not in ("if", "unless")

    def _extent(self, head: int, rule: str) -> tuple[int, int]:
        """First and last token: all that the verb heads, up to the next clause that stands by itself."""
        tree = self.tree
        first, last = tree.edges(head)
        if rule == "shared":
            first = self._verb_group(head)
        for kid in tree.kids[head]:
            kid_rule = self.rule(kid) if tree.pos[kid] in VERBAL else None
            frame = (
                kid in self.sayings
                and self.sayings[kid].frame != "about"
                and (tree.deps[kid] in ("parataxis", "ccomp", "advcl", "prep") or tree.deps[kid] == "conj")
            )
            if kid_rule in ("coordinate", "shared", "contrast", "main") or frame or tree.deps[kid] == "parataxis":
                kid_first, kid_last = tree.edges(kid)
                if kid_rule == "shared" or (frame and tree.deps[kid] == "conj" and tree.subject(kid) is None):
                    kid_first = self._verb_group(kid)
                if kid < head and kid_last < head:
                    if self._joined(first, kid_first):
                        first = max(first, kid_last + 1)
                elif kid > head and kid_first > head and (kid_rule is not None or self._joined(kid_last + 1, last + 1)):
                    last = min(last, self._before(kid_first - 1, head))
        return first, self._aside(head, last)

    def _joined(self, first: int, stop: int) -> bool:
        """Whether nothing stands between two tokens but punctuation, blanks and conjunctions."""
        return all(self.tree.pos[index] in JOINING for index in range(first, stop))

    def _aside(self, head: int, last: int) -> int:
        """``last`` moved before a clause at its end that stands by itself: "…, which opened in 1932", "…, saying …"."""
        tree = self.tree
        for index in self._asides[bisect_right(self._asides, head) : bisect_right(self._asides, last)]:
            first, end = tree.edges(index)
            inside = head < first and self._joined(end + 1, last + 1) and tree.words[first - 1] == ","
            if inside and (index in self.sayings or self.rule(index) in ("relative", "contrast")):
                return self._before(first - 1, head)
        return last

    def _before(self, index: int, head: int) -> int:
        """``index`` moved left over conjunctions and punctuation."""
        tree = self.tree
        while index > head and (tree.deps[index] in ("cc", "punct", "mark") or tree.pos[index] in ("CCONJ", "SPACE")):
            index -= 1
        return index

    def _verb_group(self, head: int) -> int:
        """The first token of a verb with its auxiliaries and adverbs."""
        tree = self.tree
        first = head
        for kid in tree.kids[head]:
            if kid < first and tree.deps[kid] in ("aux", "auxpass", "neg", "advmod", "prep", "npadvmod"):
                first = min(first, tree.edges(kid)[0])
        return first


def _main(clauses: Clauses, head: int) -> bool:
    """The sentence's own clause: "The quake killed 12 people." """
    tree = clauses.tree
    if tree.deps[head] == "ROOT":
        return not _only_frame(clauses, head)
    comma = tree.deps[head] in ("ccomp", "parataxis") and head < tree.heads[head] and head not in clauses.said
    return comma and tree.subject(head) is not None and tree.finite(head)


def _content(clauses: Clauses, head: int) -> bool:
    """What somebody says: "He said that the quake killed 12 people." """
    tree = clauses.tree
    presented = _presented(clauses, tree.heads[head]) == head
    said = head in clauses.said or presented
    if not said or tree.deps[head] == "ROOT" or tree.subject(head) is None:
        return False
    asked = not presented and tree.tags[tree.edges(head)[0]] in ("WDT", "WP", "WRB")
    return tree.finite(head) and not asked and not _only_frame(clauses, head)


def _coordinate(clauses: Clauses, head: int) -> bool:
    """A second clause with a subject of its own: "…, and the army sent 200 soldiers." """
    tree = clauses.tree
    return (
        tree.deps[head] == "conj"
        and tree.subject(head) is not None
        and tree.finite(head)
        and _stands(clauses, tree.heads[head])
        and not _only_frame(clauses, head)
    )


def _shared(clauses: Clauses, head: int) -> bool:
    """A second finite verb of the same subject, when both have words of their own: "… and signed 12 agreements." """
    tree = clauses.tree
    if tree.deps[head] != "conj" or tree.subject(head) is not None or not tree.finite(head):
        return False
    before = tree.heads[head]
    saying = clauses.sayings.get(before)
    if saying is not None and any(content < before for content in saying.heads):
        return False  # "It rained, he said, and …" goes on with the rain or with him
    own = any(
        kid > before and tree.deps[kid] not in ("cc", "punct", "conj", "advmod", "prt") for kid in tree.kids[before]
    )
    return (
        own
        and tree.edges(head)[1] - head >= 2
        and _stands(clauses, tree.heads[head])
        and not _only_frame(clauses, head)
    )


def _contrast(clauses: Clauses, head: int) -> bool:
    """A clause set against the main one: "While exports fell, imports rose." """
    tree = clauses.tree
    if tree.deps[head] != "advcl" or tree.subject(head) is None or not tree.finite(head):
        return False
    return clauses.contrasts(head)


def _relative(clauses: Clauses, head: int) -> bool:
    """A clause that adds to a name or thing: "the bridge, which opened in 1932, …" """
    tree = clauses.tree
    if tree.deps[head] != "relcl" or not tree.finite(head):
        return False
    first, _ = tree.edges(head)
    own = tree.subject(head)
    if _only_frame(clauses, head):
        return False
    if first == 0 or tree.words[first - 1] != "," or own is None or tree.words[own] not in ("which", "who"):
        return False
    noun = tree.heads[head]
    if noun != first - 2 or tree.deps[noun] == "conj":
        return False  # of "the head of the bank, which …" either noun can be meant
    definite = any(tree.words[kid] in DEFINITE or tree.deps[kid] == "poss" for kid in tree.kids[noun])
    return tree.pos[noun] == "PROPN" or (tree.pos[noun] == "NOUN" and definite)


FINDERS: tuple[tuple[str, Callable[[Clauses, int], bool]], ...] = (
    ("main", _main),
    ("content", _content),
    ("coordinate", _coordinate),
    ("shared", _shared),
    ("contrast", _contrast),
    ("relative", _relative),
)


def _stands(clauses: Clauses, head: int) -> bool:
    """Whether the clause that this one is joined to stands by itself, be it only as the frame of a saying."""
    return clauses.tree.pos[head] in VERBAL and (clauses.rule(head) is not None or _only_frame(clauses, head))


def _only_frame(clauses: Clauses, head: int) -> bool:
    """Whether the clause only says who says or thinks it: "He said that …", "I am sure that …"."""
    saying = clauses.sayings.get(head)
    if saying is not None:
        return saying.frame in ("say", "think")
    if _presents(clauses, head):
        return True
    tree = clauses.tree
    complement = tree.child(head, "acomp")
    subject = tree.subject(head)
    mind = complement is not None and tree.child(complement, "ccomp") is not None
    return mind and subject is not None and tree.words[subject] in ("i", "we")


def _presents(clauses: Clauses, head: int) -> bool:
    """Whether the clause only presents another: "The fact is that …", "That is why …" """
    return _presented(clauses, head) is not None


def _presented(clauses: Clauses, head: int) -> int | None:
    """The head of the clause that this one presents."""
    tree = clauses.tree
    subject = tree.subject(head)
    if tree.lemmas[head] != "be" or subject is None:
        return None
    for kid in tree.kids[head]:
        if kid < head or tree.deps[kid] not in ("ccomp", "advcl") or tree.subject(kid) is None or not tree.finite(kid):
            continue
        why = tree.child(kid, "advmod")
        reason = why is not None and tree.words[why] == "why" and tree.words[subject] in ("that", "this")
        fact = tree.deps[kid] == "ccomp" and tree.lemmas[subject] in clauses.words["presenting"]
        if reason or fact:
            return kid
    return None


def heads(tree: Tree) -> Iterator[int]:
    """The verbs that may head a clause."""
    wanted = frozenset({"ROOT", "ccomp", "parataxis", "conj", "advcl", "relcl"})
    for index, dep in enumerate(tree.deps):
        if dep in wanted and tree.pos[index] in VERBAL:
            yield index
