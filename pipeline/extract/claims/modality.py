"""Modality: how a clause is put, as a fact or as something else."""

from __future__ import annotations

from pipeline.extract.tree import Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Modality


def modality(tree: Tree, head: int, words: ClaimWords) -> Modality:
    """How the clause of ``head`` is put.

    asserted: rose · possible: may rise · obligation: must rise, has to rise · conditional: would rise, rises if … ·
    proposed: suggests raising · future: will rise, is expected to rise · intended: plans to raise ·
    reported: reportedly rose
    """
    auxiliaries = [tree.words[kid] for kid in tree.kids[head] if tree.deps[kid] in ("aux", "auxpass")]
    lemma = tree.lemmas[head]
    infinitive = next((kid for kid in tree.kids[head] if tree.deps[kid] == "xcomp" and tree.tags[kid] == "VB"), None)
    marks = (tree.child(kid, "mark") for kid in tree.kids[head] if tree.deps[kid] == "advcl")
    conditional = any(mark is not None and tree.words[mark] in ("if", "unless") for mark in marks)
    if any(tree.words[kid] in words["reported"] for kid in tree.kids[head] if tree.deps[kid] == "advmod"):
        return "reported"
    if conditional or any(word in words["conditional"] for word in auxiliaries):
        return "conditional"
    if any(word in words["obligation"] for word in auxiliaries):
        return "obligation"
    if any(word in words["possible"] for word in auxiliaries):
        return "possible"
    if infinitive is not None:
        passive = tree.child(head, "auxpass") is not None
        if lemma == "go" and tree.tags[head] == "VBG":
            return "future"
        if (passive or lemma == "be" or tree.pos[head] == "ADJ") and lemma in words["prospect"]:
            return "future"
        if lemma in words["oblige"] and not passive:
            return "obligation"
        if lemma in words["appear"]:
            return "possible"
        if lemma in words["propose"] or lemma in words["advise"]:
            return "proposed"
        if lemma in words["intend"]:
            return "intended"
    complement = tree.child(head, "acomp")
    if complement is not None and tree.child(complement, "xcomp") is not None:
        if tree.lemmas[complement] in words["prospect"]:
            return "future"
        if tree.lemmas[complement] in words["ready"]:
            return "intended"
    if lemma in words["propose"] and tree.child(head, "ccomp", "dobj", "xcomp") is not None:
        return "proposed"
    if any(word in words["future"] for word in auxiliaries):
        return "future"
    if any(tree.words[kid] in words["hedge"] for kid in tree.kids[head] if tree.deps[kid] == "advmod"):
        return "possible"
    return "asserted"


def hedges(tree: Tree, first: int, last: int, words: ClaimWords) -> tuple[str, ...]:
    """The words of a clause that take something off it: "reportedly", "may", "appears" …"""
    hedge, possible, appear = words["hedge"], words["possible"], words["appear"]
    found = []
    for index in range(first, last + 1):
        word, pos = tree.words[index], tree.pos[index]
        if word in hedge or (pos == "AUX" and word in possible) or (pos == "VERB" and tree.lemmas[index] in appear):
            found.append(tree.text[tree.starts[index] : tree.ends[index]])
    return tuple(found)
