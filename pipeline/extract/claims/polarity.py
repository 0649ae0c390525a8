"""Polarity: whether the predicate of a clause is negated, by scope."""

from __future__ import annotations

from pipeline.extract.tree import VERBAL, Tree
from pipeline.lexicon.claim_words import ClaimWords


def negations(tree: Tree, head: int, words: ClaimWords) -> int:
    """How many negations have the predicate of ``head`` in their scope.

    1. did not sign, never signed, no longer signs      2. no one signed, neither side signed, signed no deal
    3. failed to sign, denied signing                   4. was without power
    """
    negative = words["negative"]
    count = 0
    for kid in tree.kids[head]:
        dep = tree.deps[kid]
        if dep == "neg" or (dep in ("advmod", "det", "preconj") and tree.words[kid] in negative):
            count += 1
        elif dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            count += tree.words[kid] in negative or any(_denies(tree, inner) for inner in tree.kids[kid])
        elif dep == "prep" and tree.words[kid] == "without" and tree.lemmas[head] == "be":
            count += 1
        elif dep == "xcomp" and tree.pos[kid] in VERBAL:
            count += any(tree.deps[inner] == "neg" for inner in tree.kids[kid])
    if tree.lemmas[head] in words["negative_verb"] and tree.child(head, "xcomp", "dobj", "ccomp") is not None:
        count += 1
    return count


def _denies(tree: Tree, index: int) -> bool:
    """Whether a word before a noun negates it: no deal, neither side, not a single one."""
    word = tree.words[index]
    return word == "no" or (word in ("neither", "none", "not") and tree.deps[index] in ("det", "neg", "preconj"))
