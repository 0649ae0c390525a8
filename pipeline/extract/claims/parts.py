"""The parts of a claim: its subject, its predicate and what the predicate takes."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.extract.claims.clauses import Clause
from pipeline.extract.tree import Tree
from pipeline.records import Argument, Offsets, Predicate, Subject

GROUP = frozenset({"aux", "auxpass", "neg"})  # what belongs to the verb's own words
ROLES = {
    "dobj": "object",
    "dative": "object",
    "attr": "attribute",
    "acomp": "attribute",
    "oprd": "attribute",
    "xcomp": "complement",
    "ccomp": "complement",
    "prep": "oblique",
    "agent": "agent",
}


def subject(tree: Tree, clause: Clause, sentence: Offsets) -> Subject | None:
    """The clause's subject as far as it lies in the sentence; None where nothing of it does."""
    if clause.subject is None:
        return None
    start, end = tree.noun_phrase(clause.subject)
    start, end = max(start, sentence[0]), min(end, sentence[1])
    return Subject(text=tree.text[start:end], start=start, end=end, entity_id=None) if start < end else None


def predicate(tree: Tree, head: int) -> Predicate:
    """The verb with the auxiliaries and negations right before it; its lemma with its particles."""
    first = head
    group = [kid for kid in tree.kids[head] if tree.deps[kid] in GROUP]
    for kid in (*group, *reversed(group)):  # they may stand on both sides of one that is no kid of the verb
        if kid == first - 1:
            first = kid
    particles = (tree.words[kid] for kid in tree.kids[head] if tree.deps[kid] == "prt")
    start, end = tree.span(first, head)
    return Predicate(lemma=" ".join((tree.lemmas[head], *particles)), text=tree.text[start:end], start=start, end=end)


def arguments(tree: Tree, clause: Clause, is_clause: Callable[[int], bool]) -> tuple[Argument, ...]:
    """What the verb takes, in the order of the words, as far as it lies in the clause.

    is_clause: whether a token heads a clause of its own, which is no argument.
    """
    found = []
    for kid in tree.kids[clause.head]:
        span = _argument(tree, kid, is_clause)
        if span is None:
            continue
        start, end = max(span[0], clause.start), min(span[1], clause.end)
        if start < end:
            role = ROLES[tree.deps[kid]]
            found.append(Argument(role=role, text=tree.text[start:end], start=start, end=end, entity_id=None))
    return tuple(found)


def _argument(tree: Tree, kid: int, is_clause: Callable[[int], bool]) -> Offsets | None:
    """The words of an argument: a whole complement, the noun of a preposition, a noun phrase; None for no argument."""
    dep = tree.deps[kid]
    if dep not in ROLES:
        return None
    if dep in ("xcomp", "ccomp"):
        return None if is_clause(kid) else tree.span(*tree.edges(kid))
    noun = tree.child(kid, "pobj") if dep in ("prep", "agent") else kid
    return None if noun is None else tree.noun_phrase(noun)
