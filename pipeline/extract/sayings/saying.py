"""A saying: an attribution in the making, and what verbs of saying have in common in the parse."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.tree import BLANK, VERBAL, Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Offsets

EDGE = BLANK + ",;:“”„«»\"'`–—-"
REACH = 14  # tokens between a verb of saying and its words, where the parse does not join them
IMPERSONAL = frozenset({"it", "this", "that", "which", "what", "there"})


@dataclass(slots=True, eq=False)
class Saying:
    """Who says what, by offsets, before it becomes a record.

    verb: the token of its cue; heads: the tokens that head its content in the parse.
    frame: say, think, want (a wish or plan), about (the words are only named).
    nested: said inside a quotation, or by a first person of what he or she thinks: it tells which words are a clause of
    their own, but the attribution that counts is the outer one.
    """

    verb: int | None
    source: Offsets | None
    content: list[Offsets] = field(default_factory=list)
    cue: Offsets | None = None
    heads: list[int] = field(default_factory=list)
    frame: str = "say"
    denied: bool = False
    nested: bool = False


def says(tree: Tree, index: int, words: ClaimWords) -> bool:
    """Whether a token is a verb that takes a statement."""
    return tree.pos[index] in VERBAL and "say" in words.saying.get(tree.lemmas[index], ())


def speaking(tree: Tree, verb: int, words: ClaimWords) -> int | None:
    """The token that heads whoever speaks: the subject of a verb of saying, or its agent; None for nobody.

    "It" speaks in "it said that …", not in "it shows that …".
    """
    agent = tree.child(verb, "agent")
    if agent is not None:
        return tree.child(agent, "pobj")
    subject = tree.subject_of(verb)
    if subject is None or tree.deps[subject] in ("expl", "csubj"):
        return None
    if subject in tree.kids[verb]:
        return subject if _may_speak(tree, subject, verb, words) else None
    accused = tree.deps[verb] == "acl" and tree.tags[verb] == "VBN"  # a man accused of it does not accuse
    return None if accused else subject


def _may_speak(tree: Tree, subject: int, verb: int, words: ClaimWords) -> bool:
    """Whether a verb's own subject speaks: not that of a passive, and "it" only where the verb is no evidence."""
    if tree.deps[subject] == "nsubjpass":
        return False
    if tree.words[subject] not in IMPERSONAL:
        return True
    frames = words.saying.get(tree.lemmas[verb], frozenset())
    return tree.words[subject] == "it" and "say" in frames and "evidence" not in frames and tree.finite(verb)


def cue_span(tree: Tree, verb: int) -> Offsets:
    """The verb with its particle."""
    particles = [kid for kid in tree.kids[verb] if tree.deps[kid] == "prt" and kid > verb]
    return tree.span(verb, particles[-1] if particles else verb)
