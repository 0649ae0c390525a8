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
SEPARATE = frozenset({"coordinate", "shared", "contrast", "main"})  # rules whose clause is no part of its head's
FRAMING = frozenset({"parataxis", "ccomp", "advcl", "prep", "conj"})  # how a frame hangs on what is said
GOVERNED = frozenset({"cc", "punct", "conj", "advmod", "prt"})  # what a verb may have that says nothing of its own


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
        self._asides = [index for index, dep in enumerate(tree.deps) if self._may_be_aside(index, dep)]

    def _may_be_aside(self, index: int, dep: str) -> bool:
        """Whether a verb may head a clause at another's end that is none of its own: ", which …", ", saying …"."""
        if dep == "relcl" or (dep == "advcl" and self.contrasts(index)):
            return True
        saying = self.sayings.get(index)
        return saying is not None and self.tree.tags[index] == "VBG" and saying.frame != "about"

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
        """The clause that ``head`` heads, cut to ``bounds`` (its sentence or quotation); None where it heads none."""
        rule = self.rule(head)
        if rule is None:
            return None
        first, last = self._extent(head, rule)
        tree = self.tree
        first = self._without_joiners(first, head, rule)
        start, end = max(tree.starts[first], bounds[0]), min(tree.ends[last], bounds[1])
        if last == tree.edges(head)[1]:
            end = tree.tail(last, bounds[1])
        start, end = trim(tree.text, start, end, EDGE)
        start, end = balanced(tree.text, *tree.unstopped(trim(tree.text, start, end, f"{EDGE})]…")[0], end))
        if not start <= tree.starts[head] < end:
            return None
        subject = tree.heads[head] if rule == "relative" else tree.subject_of(head)
        return Clause(head, start, end, subject, rule)

    def _without_joiners(self, first: int, head: int, rule: str) -> int:
        """``first`` moved behind what only joins the clause to others, and of what is said behind its "that"."""
        tree = self.tree
        that = tree.child(head, "mark") if rule == "content" else None
        if that is not None and that < head and tree.words[that] == "that":
            first = max(first, that)
        while first < head and self._leads(first, head):
            first += 1
        return first

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
        first, last = self.tree.edges(head)
        if rule == "shared":
            first = self._verb_group(head)
        for kid in self.tree.kids[head]:
            if self.rule(kid) in SEPARATE or self.tree.deps[kid] == "parataxis" or self._is_frame(kid):
                first, last = self._cut(kid, head, first, last)
        return first, self._aside(head, last)

    def _cut(self, kid: int, head: int, first: int, last: int) -> tuple[int, int]:
        """The tokens ``first`` to ``last`` of the clause of ``head`` without the clause of ``kid`` at their edge."""
        tree = self.tree
        rule = self.rule(kid)
        kid_first, kid_last = tree.edges(kid)
        subjectless = self._is_frame(kid) and tree.deps[kid] == "conj" and tree.subject(kid) is None
        if rule == "shared" or subjectless:
            kid_first = self._verb_group(kid)
        if kid_last < head:
            return (max(first, kid_last + 1) if self._joined(first, kid_first) else first), last
        if kid_first > head and (rule is not None or self._joined(kid_last + 1, last + 1)):
            last = min(last, self._before(kid_first - 1, head))
        return first, last

    def _is_frame(self, kid: int) -> bool:
        """Whether a dependent says who says what stands around it: "…, he said, …"."""
        saying = self.sayings.get(kid)
        return saying is not None and saying.frame != "about" and self.tree.deps[kid] in FRAMING

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
    if _goes_on_with_content(clauses, before) or not _has_own_words(tree, before):
        return False
    return tree.edges(head)[1] - head >= 2 and _stands(clauses, before) and not _only_frame(clauses, head)


def _goes_on_with_content(clauses: Clauses, verb: int) -> bool:
    """Whether what is joined to a verb of saying may be what is said: "It rained, he said, and …"."""
    saying = clauses.sayings.get(verb)
    return saying is not None and any(content < verb for content in saying.heads)


def _has_own_words(tree: Tree, verb: int) -> bool:
    return any(kid > verb and tree.deps[kid] not in GOVERNED for kid in tree.kids[verb])


def _contrast(clauses: Clauses, head: int) -> bool:
    """A clause set against the main one: "While exports fell, imports rose." """
    tree = clauses.tree
    if tree.deps[head] != "advcl" or tree.subject(head) is None or not tree.finite(head):
        return False
    return clauses.contrasts(head)


def _relative(clauses: Clauses, head: int) -> bool:
    """A clause that adds to a name or thing: "the bridge, which opened in 1932, …" """
    tree = clauses.tree
    if tree.deps[head] != "relcl" or not tree.finite(head) or _only_frame(clauses, head):
        return False
    first, own = tree.edges(head)[0], tree.subject(head)
    if first == 0 or tree.words[first - 1] != "," or own is None or tree.words[own] not in ("which", "who"):
        return False
    return tree.heads[head] == first - 2 and _is_known(tree, tree.heads[head])


def _is_known(tree: Tree, noun: int) -> bool:
    """Whether a noun is a name or a definite thing; of "the head of the bank, which …" either noun can be meant."""
    if tree.deps[noun] == "conj":
        return False
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
    """The head of the clause that this one presents; None where it presents none."""
    tree = clauses.tree
    subject = tree.subject(head)
    if tree.lemmas[head] != "be" or subject is None:
        return None
    fact = tree.lemmas[subject] in clauses.words.presenting
    reason = tree.words[subject] in ("that", "this")
    for kid in tree.kids[head]:
        if kid > head and _is_presented(tree, kid, fact, reason):
            return kid
    return None


def _is_presented(tree: Tree, kid: int, fact: bool, reason: bool) -> bool:
    """fact: the subject is "the fact" or the like. reason: it is "that", so that "why" may follow."""
    dep = tree.deps[kid]
    if dep not in ("ccomp", "advcl") or tree.subject(kid) is None or not tree.finite(kid):
        return False
    why = tree.child(kid, "advmod") if reason else None
    return (fact and dep == "ccomp") or (why is not None and tree.words[why] == "why")


def heads(tree: Tree) -> Iterator[int]:
    """The verbs that may head a clause."""
    wanted = frozenset({"ROOT", "ccomp", "parataxis", "conj", "advcl", "relcl"})
    for index, dep in enumerate(tree.deps):
        if dep in wanted and tree.pos[index] in VERBAL:
            yield index
