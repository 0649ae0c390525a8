"""Checks of figures that are aligned: what two amounts that are not the same say of each other."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from pipeline.compare.checks.check import Difference, FigurePair
from pipeline.compare.findings import Item, figure_item
from pipeline.compare.slots.amounts import at_odds, ratio
from pipeline.records import Relation, Severity

# How many times a figure is another; by hand.
FAR = 1.5  # from here on it is another story, whatever the bounds
NEAR = 1.1  # up to here rounding may explain it
SAME = 1.0 + 1e-9  # below, it is the same figure: that much the conversion of a unit may take

Scale = tuple[tuple[float, Severity], ...]
"""From how many times on a difference has a severity, the farthest first; the last holds for all that are nearer."""
HIGH: Scale = ((1.0, "high"),)
LOW: Scale = ((1.0, "low"),)
HIGH_OR_MEDIUM: Scale = ((FAR, "high"), (1.0, "medium"))
ANY: Scale = ((FAR, "high"), (NEAR, "medium"), (1.0, "low"))


def different_objects(pair: FigurePair) -> Difference | None:
    """Two counts of things of one kind in one event that are not the same number: 30 memoranda beside 60 documents.

    The kinds may explain it (a memorandum is a document, and not the only one), so that it never contradicts; it is
    high where one figure is at least one and a half times the other.
    """
    assert pair.alignment.kind is not None, "the guard looked at it"
    times = ratio(pair.one.amount, pair.other.amount)
    return Difference(
        "differs",
        _severity(times, HIGH_OR_MEDIUM),
        f"both count {_plural(pair.alignment.kind)} of one event, and the figures are {_distance(times)}",
        ("different_object",),
    )


def different_amounts(pair: FigurePair) -> Difference | None:
    """Two figures of the same thing that are not the same: no value fits both, or the bounds that are given lie apart.

    "over 30" beside "more than 60" is compatible in logic, and still something that an editor wants to see.
    A later report with another toll is an update.
    """
    gap = _gap(pair)
    if gap.same_figure and gap.sides == {"to", "within"}:
        return None  # "up to 60" beside "60"
    case = next(case for case in CASES if case.applies(gap))
    benign = tuple(name for name, holds in READINGS if holds(pair, gap))
    relation: Relation = "updates" if "update" in benign else "contradicts" if case.contradicts else "differs"
    reason = case.reason.format(distance=_distance(gap.times))
    return Difference(relation, _severity(gap.times, case.severity), reason, benign)


def shown_figures(pair: FigurePair) -> tuple[Item, Item]:
    """Both figures as they stand in their texts."""
    return figure_item(pair.one), figure_item(pair.other)


# ---------------------------------------------------------------- what lies between two amounts


class Gap(NamedTuple):
    """times: how many times the larger is the smaller. odds: no value fits both.

    sides: which side each is open to. rough: one of them is approximate.
    """

    times: float
    odds: bool
    sides: frozenset[str]
    rough: bool

    @property
    def same_figure(self) -> bool:
        """Both give the same number, whatever their bounds."""
        return self.times < SAME


class Case(NamedTuple):
    """What is said of a gap that it applies to. reason: with ``{distance}`` for how far the figures are apart."""

    applies: Callable[[Gap], bool]
    contradicts: bool
    severity: Scale
    reason: str


def _gap(pair: FigurePair) -> Gap:
    one, other = pair.one.amount, pair.other.amount
    return Gap(
        times=ratio(one, other),
        odds=at_odds(one, other),
        sides=frozenset((one.open_side, other.open_side)),
        rough=one.approx or other.approx,
    )


CASES = (  # the first that applies
    Case(
        lambda gap: gap.same_figure and gap.odds and gap.sides == {"from", "to"},
        contradicts=True,
        severity=HIGH,
        reason="one puts it above that figure, the other below",
    ),
    Case(  # "60" beside "more than 60" is at odds by the letter alone
        lambda gap: gap.same_figure,
        contradicts=False,
        severity=LOW,
        reason="the figure is the same and the bound is not",
    ),
    Case(
        lambda gap: gap.odds and not gap.rough,
        contradicts=True,
        severity=HIGH,
        reason="no value fits both: the figures are {distance}",
    ),
    Case(
        lambda gap: gap.odds,
        contradicts=True,
        severity=HIGH_OR_MEDIUM,
        reason="one of them is approximate, and still they are {distance}",
    ),
    Case(
        lambda gap: True,
        contradicts=False,
        severity=ANY,
        reason="a value could fit both, but the figures that are given are {distance}",
    ),
)


def _may_be_rounded(pair: FigurePair, gap: Gap) -> bool:
    return gap.rough and gap.times < NEAR


def _is_of_part(pair: FigurePair, gap: Gap) -> bool:
    return bool(pair.one.part_words or pair.other.part_words)


def _has_other_unit(pair: FigurePair, gap: Gap) -> bool:
    return pair.one.amount.stated_unit != pair.other.amount.stated_unit


def _is_later_toll(pair: FigurePair, gap: Gap) -> bool:
    one, other = pair.statements
    rises = pair.one.frame in one.knowledge.words.toll_frames
    return rises and bool(one.published and other.published) and one.published != other.published


READINGS: tuple[tuple[str, Callable[[FigurePair, Gap], bool]], ...] = (
    ("rounding", _may_be_rounded),
    ("subset", _is_of_part),
    ("unit", _has_other_unit),
    ("update", _is_later_toll),
)


def _severity(times: float, scale: Scale) -> Severity:
    return next((severity for least, severity in scale if times >= least), scale[-1][1])


# ---------------------------------------------------------------- words


def _distance(times: float) -> str:
    """How far figures are apart in words: percent below twice, times from there on."""
    if math.isinf(times):
        return "too far apart for a ratio"
    if times >= 2:
        return f"{times:,.0f} times apart" if times >= 100 else f"{times:.3g} times apart"
    percent = (times - 1) * 100
    return f"{percent:.0f} percent apart" if percent >= 10 else f"{percent:.2g} percent apart"


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"
