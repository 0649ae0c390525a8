"""The kind of a claim: what a checker would have to look up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.extract.sayings.saying import Saying
from pipeline.extract.tree import Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import ClaimKind, Modality, Quantity, Time

KNOWN = frozenset({"the", "both", "all", "these", "those", "our", "my", "your", "his", "her", "its", "their"})
BEFORE = 8  # characters before a number in which the word stands that makes what it counts a known thing
DIMENSION_KINDS: dict[str, ClaimKind] = {
    "money": "money",
    "ratio": "percent",
    "count": "count",
    "duration": "duration",
    "rank": "rank",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A clause's verb (its token) and what is known of the clause. saying: that of the verb, if it is one's cue."""

    tree: Tree
    head: int
    mode: Modality
    quantities: Sequence[Quantity]
    times: Sequence[Time]
    saying: Saying | None
    words: ClaimWords

    @property
    def lemma(self) -> str:
        return self.tree.lemmas[self.head]


def kind_of(stated: Stated) -> ClaimKind:
    """The kind that the first row of ``KINDS`` gives, else "event"."""
    return next((kind for row in KINDS if (kind := row(stated)) is not None), "event")


def _figure(stated: Stated) -> ClaimKind | None:
    """What the clause measures or counts; a rank only where its verb gives one."""
    told = [quantity for quantity in stated.quantities if _is_told(stated, quantity)]
    for quantity in sorted(told, key=lambda quantity: quantity.dimension == "rank"):
        if quantity.dimension != "rank" or stated.lemma in stated.words.ranking:
            return "measure" if quantity.unit == "multiple" else DIMENSION_KINDS.get(quantity.dimension, "measure")
    return None


def _superlative(stated: Stated) -> ClaimKind | None:
    """ "It is the largest bridge"."""
    tree = stated.tree
    attribute = tree.child(stated.head, "attr")
    ranked = attribute is not None and any(tree.tags[kid] == "JJS" for kid in tree.kids[attribute])
    return "rank" if ranked else None


def _plan(stated: Stated) -> ClaimKind | None:
    return "plan" if stated.mode in ("intended", "future", "proposed") else None


def _position(stated: Stated) -> ClaimKind | None:
    """What somebody is for or against: "criticised the plan", "must be freed", "is ready to talk"."""
    about = stated.saying is not None and stated.saying.frame == "about"
    held = about or stated.mode == "obligation" or stated.lemma in stated.words.ready
    return "position" if held else None


def _date(stated: Stated) -> ClaimKind | None:
    """A time is all that the clause says of its subject: "The vote is on 3 May"."""
    if stated.lemma != "be":
        return None
    tree, head = stated.tree, stated.head
    said = [kid for kid in tree.kids[head] if kid > head and tree.deps[kid] in ("attr", "acomp", "prep", "npadvmod")]
    if len(said) != 1:
        return None
    start, end = tree.span(*tree.edges(said[0]))
    return "date" if any(start <= time.start and time.end <= end for time in stated.times) else None


def _relation(stated: Stated) -> ClaimKind | None:
    return "relation" if stated.lemma in stated.words.relating else None


# the first that gives a kind wins
KINDS: tuple[Callable[[Stated], ClaimKind | None], ...] = (_figure, _superlative, _plan, _position, _date, _relation)


def _is_told(stated: Stated, quantity: Quantity) -> bool:
    """Whether a clause with this verb tells a number: not of known things ("the two countries"), nor an age that is
    only added ("Jane Doe, 54, leads …")."""
    if quantity.dimension == "age":
        return stated.lemma in stated.words.ageing
    if quantity.dimension != "count":
        return True
    before = stated.tree.text[max(0, quantity.start - BEFORE) : quantity.start].split()
    return not before or before[-1].lower() not in KNOWN
