"""Alignment: whether two figures, or two claims, are about the same point. Compared is only what is."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.compare.slots.amounts import apart, ratio
from pipeline.compare.slots.facts import Figure, Statement
from pipeline.compare.slots.words import kin
from pipeline.records import Time

WEIGHTS = {
    "same object": 0.40,
    "same kind of object": 0.25,
    "same event": 0.25,
    "same verb": 0.15,
    "same subject": 0.15,
    "shared participant": 0.20,
    "shared name": 0.05,
    "same words": 0.35,
    "same sentence": 0.20,
}
ENOUGH = 0.66  # the same object and the same event alone are not enough: the words must agree somewhere
ENOUGH_KIN = 0.45
CLOSER = 0.25  # what two figures of one document need on top: there, most figures are of different things
ANOTHER = 50  # a figure so many times another is one of another thing
NAMES = 3
TELLING = 4  # words that two claims must share before their share says anything


class Alignment(NamedTuple):
    """Why two things are on one point. score: from 0 to 1; reasons: what it is the sum of; kind: the noun that two
    different objects share, None for the same object."""

    score: float
    reasons: tuple[str, ...]
    kind: str | None = None


def align_figures(one: Figure, other: Figure) -> Alignment | None:
    """The alignment of two figures, or None when they may be of different things."""
    first, second = one.quantity, other.quantity
    if first.dimension != second.dimension or one.amount.unit != other.amount.unit or first.per != second.per:
        return None
    if (first.change is None) != (second.change is None):
        return None
    a, b = one.statement, other.statement
    if a.document.id == b.document.id and a.speaker == b.speaker:
        return None  # who gives two figures means two things
    if first.dimension == "age" and not (a.subject == b.subject and (a.subject or "").startswith("person/")):
        return None  # an age is of one person: which one must be told
    shared = _objects(one, other)
    if shared is None or _scopes_differ(one, other):
        return None
    same, kind = shared
    reasons = {"same object" if same else "same kind of object": 1.0}
    if one.frame and one.frame == other.frame:
        reasons["same event"] = 1.0
    _context(a, b, one.counted | other.counted, reasons)
    score = sum(WEIGHTS[name] * share for name, share in reasons.items())
    needed = (ENOUGH if same else ENOUGH_KIN) + (CLOSER if a.document.id == b.document.id else 0)
    if score < needed:
        return None
    return Alignment(round(min(1.0, score), 3), tuple(reasons), kind)


def _objects(one: Figure, other: Figure) -> tuple[bool, str | None] | None:
    """(same object?, the noun for two kinds of it), or None for different ones."""
    if one.head == other.head:
        if one.of and other.of and not (one.of <= other.of or other.of <= one.of):
            return None
        if not one.head and one.quantity.dimension == "count":
            return None
        return True, None
    if not one.head or not other.head:
        return (False, None) if one.alone and other.alone else None
    if one.human or other.human:
        return None  # women are people, and some of the people only
    noun = kin(one.head, other.head)
    return (False, noun) if noun and one.quantity.dimension == "count" else None


def _scopes_differ(one: Figure, other: Figure) -> bool:
    """True when the words say that the two are figures of different periods, parts or things."""
    if one.scale != other.scale or one.described != other.described:
        return True
    if one.frame and other.frame and one.frame != other.frame:
        return True
    if one.vague or other.vague or ratio(one.amount, other.amount) >= ANOTHER:
        return True
    if one.human and (one.frame != other.frame or (one.frame is None and _strangers(one.statement, other.statement))):
        return True
    if one.amount.figure != other.amount.figure and (
        one.part != other.part
        or one.broken
        or other.broken
        or _one_of_many(one, other)
        or other.amount.figure in one.beside
        or one.amount.figure in other.beside
    ):
        return True
    return periods_differ(one.statement, other.statement)


def _strangers(one: Statement, other: Statement) -> bool:
    """True for claims of two verbs, or with names of which none is in both."""
    return one.predicate != other.predicate or bool(one.names and other.names and not one.names & other.names)


def _one_of_many(one: Figure, other: Figure) -> bool:
    """True for one person beside several: most likely one of them."""
    return one.human and 1 in (one.amount.figure, other.amount.figure)


def periods_differ(one: Statement, other: Statement) -> bool:
    """True when both claims are dated and no date of one has a day in common with a date of the other."""
    first, second = _dated(one), _dated(other)
    return bool(first and second) and all(apart(a, b) for a in first for b in second)


def _dated(statement: Statement) -> list[Time]:
    return [time for time in statement.claim.times if time.start_date is not None and time.kind in ("date", "time")]


def _context(a: Statement, b: Statement, counted: frozenset[str], reasons: dict[str, float]) -> None:
    """What two claims have in common beside what they count."""
    if a.predicate == b.predicate:
        reasons["same verb"] = 1.0
    if a.subject is not None and a.subject == b.subject:
        reasons["same subject"] = 1.0
    if (a.participants & b.participants) - counted - {a.subject if a.subject == b.subject else ""}:
        reasons["shared participant"] = 1.0
    if names := len(a.names & b.names):
        reasons["shared name"] = float(min(names, NAMES))
    for reason, left, right in (
        ("same words", a.words - counted, b.words - counted),
        ("same sentence", a.sentence - counted, b.sentence - counted),
    ):
        both = len(left & right)
        if both > 1:
            reasons[reason] = both / min(len(left), len(right))


def likeness(a: Statement, b: Statement) -> float:
    """The share of the content words of two claims that both have (Jaccard), from 0 to 1."""
    if not a.words or not b.words:
        return 0.0
    both = len(a.words & b.words)
    return both / (len(a.words) + len(b.words) - both)


def contained(a: Statement, b: Statement) -> float:
    """The share of the content words of the shorter of two claims that the other has too; 0 where that says nothing."""
    both = len(a.words & b.words)
    return both / min(len(a.words), len(b.words)) if both >= TELLING else 0.0
