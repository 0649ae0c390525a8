"""Modality: how a clause is put, as a fact or as something else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.tree import Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Modality

_CONDITIONS = frozenset({"if", "unless"})


@dataclass(frozen=True, slots=True)
class _Verb:
    """A clause's verb with what tells its mood: auxiliaries and adverbs as words, the infinitive that it governs."""

    tree: Tree
    head: int
    words: ClaimWords
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    infinitive: int | None

    @classmethod
    def of(cls, tree: Tree, head: int, words: ClaimWords) -> _Verb:
        kids = tree.kids[head]
        return cls(
            tree,
            head,
            words,
            auxiliaries=frozenset(tree.words[kid] for kid in kids if tree.deps[kid] in ("aux", "auxpass")),
            adverbs=frozenset(tree.words[kid] for kid in kids if tree.deps[kid] == "advmod"),
            infinitive=next((kid for kid in kids if tree.deps[kid] == "xcomp" and tree.tags[kid] == "VB"), None),
        )

    @property
    def lemma(self) -> str:
        return self.tree.lemmas[self.head]

    @property
    def passive(self) -> bool:
        return self.tree.child(self.head, "auxpass") is not None

    @property
    def adjective(self) -> str | None:
        """The lemma of an adjective that governs an infinitive: "is likely to", "is ready to"."""
        complement = self.tree.child(self.head, "acomp")
        if complement is None or self.tree.child(complement, "xcomp") is None:
            return None
        return self.tree.lemmas[complement]


def _has_condition(verb: _Verb) -> bool:
    """ "Prices rise if …", "would rise"."""
    tree = verb.tree
    clauses = (kid for kid in tree.kids[verb.head] if tree.deps[kid] == "advcl")
    marks = (tree.child(kid, "mark") for kid in clauses)
    begun = any(mark is not None and tree.words[mark] in _CONDITIONS for mark in marks)
    return begun or not verb.auxiliaries.isdisjoint(verb.words.conditional)


def _is_going_to(verb: _Verb) -> bool:
    return verb.infinitive is not None and verb.lemma == "go" and verb.tree.tags[verb.head] == "VBG"


def _is_expected_to(verb: _Verb) -> bool:
    """ "Is expected to", "is to", "likely to"."""
    if verb.infinitive is None or verb.lemma not in verb.words.prospect:
        return False
    return verb.passive or verb.lemma == "be" or verb.tree.pos[verb.head] == "ADJ"


def _has_to(verb: _Verb) -> bool:
    return verb.infinitive is not None and verb.lemma in verb.words.oblige and not verb.passive


def _governs(verb: _Verb, lemmas: frozenset[str]) -> bool:
    """Whether the verb is one of these with an infinitive behind it."""
    return verb.infinitive is not None and verb.lemma in lemmas


def _proposes(verb: _Verb) -> bool:
    """ "Suggests raising", "proposed a tax"."""
    return verb.lemma in verb.words.propose and verb.tree.child(verb.head, "ccomp", "dobj", "xcomp") is not None


# the surest first; the first that holds wins
MOODS: tuple[tuple[Modality, Callable[[_Verb], bool]], ...] = (
    ("reported", lambda verb: not verb.adverbs.isdisjoint(verb.words.reported)),
    ("conditional", _has_condition),
    ("obligation", lambda verb: not verb.auxiliaries.isdisjoint(verb.words.obligation)),
    ("possible", lambda verb: not verb.auxiliaries.isdisjoint(verb.words.possible)),
    ("future", _is_going_to),
    ("future", _is_expected_to),
    ("obligation", _has_to),
    ("possible", lambda verb: _governs(verb, verb.words.appear)),
    ("proposed", lambda verb: _governs(verb, verb.words.propose | verb.words.advise)),
    ("intended", lambda verb: _governs(verb, verb.words.intend)),
    ("future", lambda verb: verb.adjective in verb.words.prospect),
    ("intended", lambda verb: verb.adjective in verb.words.ready),
    ("proposed", _proposes),
    ("future", lambda verb: not verb.auxiliaries.isdisjoint(verb.words.future)),
    ("possible", lambda verb: not verb.adverbs.isdisjoint(verb.words.hedge)),
)


def modality(tree: Tree, head: int, words: ClaimWords) -> Modality:
    """How the clause of ``head`` is put: the mood of the first row of ``MOODS`` that holds, else "asserted".

    asserted: rose · possible: may rise · obligation: must rise, has to rise · conditional: would rise, rises if … ·
    proposed: suggests raising · future: will rise, is expected to rise · intended: plans to raise ·
    reported: reportedly rose
    """
    verb = _Verb.of(tree, head, words)
    return next((mood for mood, holds in MOODS if holds(verb)), "asserted")


def hedges(tree: Tree, tokens: range, words: ClaimWords) -> tuple[str, ...]:
    """The words among a clause's tokens that take something off it, as they stand: "reportedly", "may", "appears"."""
    return tuple(tree.text[tree.starts[index] : tree.ends[index]] for index in tokens if _is_hedge(tree, index, words))


def _is_hedge(tree: Tree, index: int, words: ClaimWords) -> bool:
    word = tree.words[index]
    if word in words.hedge:
        return True
    pos = tree.pos[index]
    return word in words.possible if pos == "AUX" else pos == "VERB" and tree.lemmas[index] in words.appear
