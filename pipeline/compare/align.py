"""Alignment: whether two figures are on one point. Compared is only what is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.compare.slots.amounts import ratio
from pipeline.compare.slots.figures import Figure
from pipeline.compare.slots.statements import Statement, periods_differ

# What the weights of the reasons must add up to. All by hand, from pairs of articles on one event.
ENOUGH = 0.66  # for one object: it and the event alone are not enough, the words must agree somewhere
ENOUGH_FOR_KINDS = 0.45  # for two objects of one kind
WITHIN_DOCUMENT = 0.25  # more for two figures of one document: there, most figures are of different things

SAME_OBJECT = ("same object", 0.40)
SAME_KIND = ("same kind of object", 0.25)
SAME_EVENT = ("same event", 0.25)
OTHER_THING = 50  # so many times another figure, one is of another thing: a village's dead beside a war's
NAMES = 3  # shared names that count; more say no more


class Alignment(NamedTuple):
    """Why two figures are on one point.

    score: from 0 to 1; reasons: what it is the sum of; kind: the noun that two different objects share, None for the
    same object and for one that is not named.
    """

    score: float
    reasons: tuple[str, ...]
    kind: str | None = None


class Feature(NamedTuple):
    """A reason to take two figures for figures of one point.

    weight: what it adds. share: of the weight, that two claims have, from their statements and the stems of what the
    figures count; 0 where it does not hold.
    """

    name: str
    weight: float
    share: Callable[[Statement, Statement, frozenset[str]], float]


def _same_verb(one: Statement, other: Statement, counted: frozenset[str]) -> float:
    return one.predicate == other.predicate


def _same_subject(one: Statement, other: Statement, counted: frozenset[str]) -> float:
    return one.subject is not None and one.subject == other.subject


def _shared_participant(one: Statement, other: Statement, counted: frozenset[str]) -> float:
    same_subject = {one.subject if one.subject == other.subject else ""}
    return bool((one.participants & other.participants) - counted - same_subject)


def _shared_names(one: Statement, other: Statement, counted: frozenset[str]) -> float:
    return min(len(one.entity_ids & other.entity_ids), NAMES)


def _same_words(one: Statement, other: Statement, counted: frozenset[str]) -> float:
    return _share(one.stems - counted, other.stems - counted)


def _same_sentence(one: Statement, other: Statement, counted: frozenset[str]) -> float:
    return _share(one.sentence_stems - counted, other.sentence_stems - counted)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter of two sets of words that both have; one word in common is none."""
    both = len(one & other)
    return both / min(len(one), len(other)) if both > 1 else 0.0


CONTEXT = (
    Feature("same verb", 0.15, _same_verb),
    Feature("same subject", 0.15, _same_subject),
    Feature("shared participant", 0.20, _shared_participant),
    Feature("shared name", 0.05, _shared_names),
    Feature("same words", 0.35, _same_words),
    Feature("same sentence", 0.20, _same_sentence),
)


def align_figures(one: Figure, other: Figure) -> Alignment | None:
    """The alignment of two figures, or None when they may be of different things."""
    if _measures_differ(one, other) or _speaker_gives_both(one, other) or _ages_of_two(one, other):
        return None
    shared = _shared_object(one, other)
    if shared is None:
        return None
    for differ in SCOPES:
        if differ(one, other):
            return None
    return _scored(one, other, shared)


# ---------------------------------------------------------------- what is measured


def _measures_differ(one: Figure, other: Figure) -> bool:
    """True for two dimensions, units or rates, and for a change beside what is no change."""
    first, second = one.quantity, other.quantity
    return (
        first.dimension != second.dimension
        or one.amount.unit != other.amount.unit
        or first.per != second.per
        or (first.change is None) != (second.change is None)
    )


def _speaker_gives_both(one: Figure, other: Figure) -> bool:
    """True for figures of one speaker in one document: who gives two figures means two things."""
    first, second = one.statement, other.statement
    return first.document.id == second.document.id and first.speaker_id == second.speaker_id


def _ages_of_two(one: Figure, other: Figure) -> bool:
    """True for ages that are not of one known person."""
    if one.quantity.dimension != "age":
        return False
    subject = one.statement.subject
    return subject != other.statement.subject or not (subject or "").startswith("person/")


class SharedObject(NamedTuple):
    """What two figures are both of. same: one object; kind: the noun for two objects of one kind, where it is known."""

    same: bool
    kind: str | None = None


def _shared_object(one: Figure, other: Figure) -> SharedObject | None:
    """What two figures are both of; None when they may be of different things."""
    if one.head == other.head:
        return SharedObject(same=True) if _is_named(one) and _modifiers_agree(one, other) else None
    if not one.head or not other.head:
        return SharedObject(same=False) if one.is_only_of_dimension and other.is_only_of_dimension else None
    kind = _kind_of_both(one, other)
    return None if kind is None else SharedObject(same=False, kind=kind)


def _is_named(figure: Figure) -> bool:
    """False for a count of nobody knows what; a length or a price says what it is of by itself."""
    return bool(figure.head) or figure.quantity.dimension != "count"


def _kind_of_both(one: Figure, other: Figure) -> str | None:
    """The noun for two things of one kind that are counted; None for people: women are some of the people only."""
    if one.quantity.dimension != "count" or one.counts_people or other.counts_people:
        return None
    return one.statement.knowledge.words.shared_kind(one.head, other.head)


def _modifiers_agree(one: Figure, other: Figure) -> bool:
    """True unless each of two objects has words that the other has not: "stone bridges", "toll bridges"."""
    first, second = one.modifiers, other.modifiers
    return not first or not second or first <= second or second <= first


# ---------------------------------------------------------------- which part of it, when, of what event


def _scale_words_differ(one: Figure, other: Figure) -> bool:
    """An average beside a total."""
    return one.scale_words != other.scale_words


def _described_nouns_differ(one: Figure, other: Figure) -> bool:
    """The pages of a report beside those of a book."""
    return one.described_noun != other.described_noun


def _frames_differ(one: Figure, other: Figure) -> bool:
    """Dead beside injured; people of whom only one figure says what happened to them."""
    if one.frame == other.frame:
        return False
    return one.counts_people or bool(one.frame and other.frame)


def _people_without_event(one: Figure, other: Figure) -> bool:
    """People of no known kind of event, in claims of two verbs or with names of which none is in both."""
    if not one.counts_people or one.frame is not None:
        return False
    first, second = one.statement, other.statement
    names, others = first.entity_ids, second.entity_ids
    return first.predicate != second.predicate or bool(names and others and not names & others)


def _too_far_to_compare(one: Figure, other: Figure) -> bool:
    """A number that is none ("dozens"), or figures too far apart to be of one thing."""
    return one.is_vague or other.is_vague or ratio(one.amount, other.amount) >= OTHER_THING


def _parts_differ(one: Figure, other: Figure) -> bool:
    """Figures that are not the same, and of which one may be of a part or of something else in the same claim."""
    first, second = one.amount.figure, other.amount.figure
    if first == second:
        return False
    return (
        one.part_words != other.part_words
        or one.is_fractional_count
        or other.is_fractional_count
        or (one.counts_people and 1 in (first, second))  # one person beside several is most likely one of them
        or second in one.siblings
        or first in other.siblings
    )


def _periods_differ(one: Figure, other: Figure) -> bool:
    """This year's beside last year's."""
    return periods_differ(one.statement, other.statement)


SCOPES = (  # the first that says that two figures of one object are of two things wins; the cheapest come first
    _scale_words_differ,
    _described_nouns_differ,
    _frames_differ,
    _too_far_to_compare,
    _people_without_event,
    _parts_differ,
    _periods_differ,
)


# ---------------------------------------------------------------- the score


def _scored(one: Figure, other: Figure, shared: SharedObject) -> Alignment | None:
    """The sum of what speaks for one point; None when that is not enough."""
    first, second = one.statement, other.statement
    reasons = dict((SAME_OBJECT if shared.same else SAME_KIND,))
    if one.frame and one.frame == other.frame:
        reasons.update((SAME_EVENT,))
    counted = one.object_stems | other.object_stems
    for feature in CONTEXT:
        if share := feature.share(first, second, counted):
            reasons[feature.name] = feature.weight * share
    score = sum(reasons.values())
    needed = ENOUGH if shared.same else ENOUGH_FOR_KINDS
    if first.document.id == second.document.id:
        needed += WITHIN_DOCUMENT
    return Alignment(round(min(1.0, score), 3), tuple(reasons), shared.kind) if score >= needed else None
