"""Checkworthiness: why a clause is worth a fact-checker's time, as a sum of named reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.extract.claims.clauses import Clause
from pipeline.extract.tree import Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import VALUE_LABELS, Checkworthiness, Entity, Modality

# Each reason twice: how far it tells that a clause states a fact at all, and how much it adds to what a check is worth.
# Chosen by hand, and held by the tables of tests/cases/extract; both columns are shares of a score that ends at 1.
WEIGHTS: dict[str, tuple[float, float]] = {
    "number": (0.30, 0.30),
    "amount of money": (0.10, 0.10),
    "percentage": (0.10, 0.10),
    "date or time": (0.15, 0.10),
    "comparison": (0.15, 0.15),
    "superlative": (0.10, 0.10),
    "cause and effect": (0.10, 0.10),
    "all or none": (0.05, 0.05),
    "name": (0.15, 0.10),
    "several names": (0.05, 0.05),
    "event": (0.15, 0.15),
    "has happened": (0.15, 0.10),
    "is going on": (0.10, 0.0),
    "forecast": (0.10, -0.05),
    "announced plan": (0.20, 0.0),
    "definite subject": (0.15, 0.05),
    "action": (0.10, 0.05),
    "description": (0.05, 0.0),
    "lowered: opinion": (-0.25, -0.20),
    "lowered: about the speaker": (-0.05, -0.10),
    "lowered: vague subject": (-0.10, -0.10),
    "lowered: state of mind": (-0.25, -0.20),
    "lowered: hedged": (-0.05, -0.05),
    "lowered: says what should be": (-0.20, -0.15),
}
CHECKABLE = 0.2  # the sum of the first column from which a clause states a fact: two weak reasons, or one strong one
PAST_TAGS = frozenset({"VBD", "VBN"})
PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "has", "have", "been"})
PLANS = frozenset({"intended", "proposed"})
VALUE_REASONS = {"MONEY": ("number", "amount of money"), "PERCENT": ("number", "percentage")}


def reasons(
    tree: Tree,
    clause: Clause,
    tokens: range,
    mentions: Sequence[Entity],
    mode: Modality,
    hedged: bool,
    words: ClaimWords,
) -> tuple[str, ...]:
    """The reasons that hold for a clause, in the order of WEIGHTS.

    tokens: those of its span; mentions: the names and values in it; hedged: whether words in it take something off it.
    """
    found = {*_values(mentions), *_words(tree, tokens, words), *_predicate(tree, clause.head, mode, words)}
    found |= _subject(tree, clause, words)
    if hedged:
        found.add("lowered: hedged")
    if mode == "obligation":
        found.add("lowered: says what should be")
    return tuple(name for name in WEIGHTS if name in found)


def states_fact(found: Sequence[str]) -> bool:
    """Whether the reasons together say that the clause can be checked."""
    return round(sum(WEIGHTS[name][0] for name in found), 4) >= CHECKABLE


def weigh(found: Sequence[str]) -> Checkworthiness:
    """The score of the reasons, between 0 and 1: how much a check is worth."""
    total = sum(WEIGHTS[name][1] for name in found)
    return Checkworthiness(score=round(min(1.0, max(0.0, total)), 4), reasons=tuple(found))


def _values(mentions: Sequence[Entity]) -> set[str]:
    """What the names and values in the clause tell."""
    found = {reason for mention in mentions for reason in _of_value(mention)}
    names = {mention.text for mention in mentions if mention.label not in VALUE_LABELS}
    if names:
        found.add("name")
    if len(names) > 1:
        found.add("several names")
    return found


def _of_value(mention: Entity) -> tuple[str, ...]:
    """The reasons of one value: none for an ordinal or a time without a figure ("recently")."""
    if mention.label in ("DATE", "TIME"):
        dated = mention.time is not None and any(map(str.isdigit, mention.time.value))
        return ("date or time",) if dated else ()
    if mention.label not in VALUE_LABELS or mention.label == "ORDINAL":
        return ()
    return VALUE_REASONS.get(mention.label, ("number",))


def _words(tree: Tree, tokens: range, words: ClaimWords) -> set[str]:
    """What single words tell."""
    found = set()
    causal, universal = words.causal, words.universal
    for index in tokens:
        tag, lemma = tree.tags[index], tree.lemmas[index]
        if tag in ("JJR", "RBR") or tree.words[index] == "than":
            found.add("comparison")
        elif tag in ("JJS", "RBS") and tree.words[index] not in ("best", "least", "most"):
            found.add("superlative")
        elif lemma in causal and tree.pos[index] != "NOUN":
            found.add("cause and effect")
        elif lemma in universal:
            found.add("all or none")
    return found


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A verb and what its subject and mood make of it.

    attribute: the token of what it says its subject to be. mental: it tells a state of mind. planned: it tells a plan.
    """

    tree: Tree
    head: int
    mode: Modality
    words: ClaimWords
    attribute: int | None
    mental: bool
    planned: bool

    @classmethod
    def of(cls, tree: Tree, head: int, mode: Modality, words: ClaimWords) -> _Predicate:
        lemma, subject = tree.lemmas[head], tree.subject(head)
        speaker = subject is not None and tree.words[subject] in words.first_person
        mental = lemma in words.mental and tree.child(head, "auxpass") is None
        planned = mode in PLANS and not (speaker and mental)
        performed = speaker and lemma in words.performative and tree.tags[head] != "VBD"
        attribute = tree.child(head, "acomp", "attr", "oprd")
        return cls(tree, head, mode, words, attribute, (mental and not planned) or performed, planned)

    @property
    def lemma(self) -> str:
        return self.tree.lemmas[self.head]


def _has_happened(verb: _Predicate) -> bool:
    tree, head = verb.tree, verb.head
    if verb.mental:
        return False
    auxiliaries = {tree.words[kid] for kid in tree.kids[head] if tree.deps[kid] in ("aux", "auxpass")}
    return tree.tags[head] in PAST_TAGS or not auxiliaries.isdisjoint(PAST_AUXILIARIES)


def _describes(verb: _Predicate) -> bool:
    if verb.lemma == "be":
        return verb.attribute is not None
    return verb.lemma == "have" and verb.tree.child(verb.head, "dobj") is not None


def _judges(verb: _Predicate) -> bool:
    """Whether what the subject is said to be, or an adjective of it, is an opinion."""
    if verb.attribute is None or verb.planned:
        return False
    tree = verb.tree
    judged = [verb.attribute, *(kid for kid in tree.kids[verb.attribute] if tree.deps[kid] == "amod")]
    return any(tree.lemmas[index] in verb.words.opinion for index in judged)


def _acts(verb: _Predicate) -> bool:
    if verb.lemma in ("be", "have"):
        return False
    return verb.tree.child(verb.head, "dobj", "prep", "auxpass", "agent", "prt", "xcomp") is not None


PREDICATE_REASONS: tuple[tuple[str, Callable[[_Predicate], bool]], ...] = (
    ("lowered: state of mind", lambda verb: verb.mental),
    ("has happened", _has_happened),
    ("event", lambda verb: verb.lemma in verb.words.event),
    ("description", _describes),
    ("lowered: opinion", _judges),
    ("action", _acts),
    ("is going on", lambda verb: verb.tree.tags[verb.head] == "VBG"),
    ("announced plan", lambda verb: verb.planned),
    ("forecast", lambda verb: verb.mode == "future" and not verb.planned),
)


def _predicate(tree: Tree, head: int, mode: Modality, words: ClaimWords) -> set[str]:
    """What the verb and its tense tell."""
    verb = _Predicate.of(tree, head, mode, words)
    return {reason for reason, holds in PREDICATE_REASONS if holds(verb)}


def _subject(tree: Tree, clause: Clause, words: ClaimWords) -> set[str]:
    """What the subject tells; of "there is …" what there is."""
    subject = clause.subject
    if subject is not None and tree.words[subject] == "there":
        subject = tree.child(clause.head, "attr") or subject
    if subject is None:
        return set()
    if tree.words[subject] in words.first_person:
        return {"lowered: about the speaker"}
    if tree.words[subject] in words.vague_pronoun:
        return {"lowered: vague subject"}
    named = tree.pos[subject] in ("NOUN", "PROPN", "NUM", "ADJ") and tree.lemmas[subject] not in words.vague
    return {"definite subject"} if named else set()
