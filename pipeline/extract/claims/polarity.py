"""Polarity: whether the predicate of a clause is negated, by scope."""

from __future__ import annotations

from pipeline.extract.tree import VERBAL, Tree
from pipeline.lexicon.claim_words import ClaimWords

_BESIDE_VERB = frozenset({"advmod", "det", "preconj"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def negations(tree: Tree, head: int, words: ClaimWords) -> int:
    """How many negations have the predicate of ``head`` in their scope; two of them undo each other.

    1. did not sign, never signed, no longer signs      2. no one signed, neither side signed, signed no deal
    3. failed to sign, denied signing                   4. was without power
    """
    count = sum(_negates(tree, head, kid, words.negative) for kid in tree.kids[head])
    denied = tree.lemmas[head] in words.negative_verb and tree.child(head, "xcomp", "dobj", "ccomp") is not None
    return count + denied


def _negates(tree: Tree, head: int, kid: int, negative: frozenset[str]) -> bool:
    """Whether a dependent of the verb negates it."""
    dep = tree.deps[kid]
    if dep in _ROLES:
        return tree.words[kid] in negative or any(_denies(tree, inner) for inner in tree.kids[kid])
    if dep in _BESIDE_VERB:
        return tree.words[kid] in negative
    if dep == "prep":
        return tree.words[kid] == "without" and tree.lemmas[head] == "be"
    if dep == "xcomp":
        return tree.pos[kid] in VERBAL and any(tree.deps[inner] == "neg" for inner in tree.kids[kid])
    return dep == "neg"


def _denies(tree: Tree, index: int) -> bool:
    """Whether a word before a noun negates it: no deal, neither side, not a single one."""
    word = tree.words[index]
    return word == "no" or (word in ("neither", "none", "not") and tree.deps[index] in ("det", "neg", "preconj"))
