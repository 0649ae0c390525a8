"""Omissions: a figure that one version of a text carries and another, which has the text around it, does not."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from pipeline.compare import points
from pipeline.compare.findings import Finding, Item, figure_item
from pipeline.compare.slots.amounts import same_amount
from pipeline.compare.slots.figures import Figure
from pipeline.compare.slots.statements import Statement, containment
from pipeline.records import Point
from pipeline.text.expressions import expression

log = logging.getLogger(__name__)

# All by hand.
VERSIONS = 16  # of one text are compared, each with each: beyond, the work would be quadratic
REACH = 3  # claims before and after the figure in which the other version must have the same text
SAME = 0.6  # the containment from which on two claims are the same text
SURE = 0.5  # the score of the alignment that the text around it makes
FINDING = Finding(
    relation="omits",
    type="omission",
    severity="medium",
    benign=("same_origin",),
    reason="though the text around it is there",
    rule="omissions",
)
_NUMBER = expression(r"\d(?:[\d.,]*\d)?")


def omissions(statements: Iterable[Statement], figures: Iterable[Figure]) -> Iterator[Point]:
    """A record for each figure that some versions of one text have and others leave out, though what stands before and
    behind it is there."""
    versions: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        versions[statement.document.origin][statement.document.id].append(statement)
    given: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        given[figure.statement.document.id].append(figure)
    for texts in versions.values():
        if len(texts) > 1:
            yield from _Versions(_capped(texts), given).omissions()


def _capped(texts: dict[str, list[Statement]]) -> dict[str, list[Statement]]:
    """As many versions of one text as are compared, by id."""
    if len(texts) <= VERSIONS:
        return texts
    log.warning("%d versions of one text: figures that are left out are looked for in %d", len(texts), VERSIONS)
    return dict(sorted(texts.items())[:VERSIONS])


class _Versions:
    """The versions of one text, by document, and where each has what the others have."""

    def __init__(self, texts: Mapping[str, Sequence[Statement]], given: Mapping[str, Sequence[Figure]]) -> None:
        """texts: the claims of each document, in order. given: the figures of each, those of other documents too."""
        self._texts = texts
        self._figures = [figure for here in texts for figure in given.get(here, ())]
        self._matches: dict[tuple[str, str], dict[Statement, Statement]] = {}

    def omissions(self) -> Iterator[Point]:
        """A record for each figure that a version leaves out."""
        done: list[Figure] = []
        for figure in self._figures:
            if not figure.quantity.of or figure.is_bracketed or any(_same(figure, other) for other in done):
                continue
            done.append(figure)
            holders = [figure, *self._elsewhere(figure)]
            lacking = list(self._lacking(figure, {holder.statement.document.id for holder in holders}))
            if lacking:
                yield _point(holders, lacking)

    def _elsewhere(self, figure: Figure) -> Iterator[Figure]:
        """The figures of other versions that give the same amount."""
        here = figure.statement.document.id
        return (other for other in self._figures if other.statement.document.id != here and _same(figure, other))

    def _lacking(self, figure: Figure, having: set[str]) -> Iterator[Statement]:
        """The claims of other versions in or beside which a figure is missing. having: the versions that give it."""
        for there, text in self._texts.items():
            if there not in having and not _is_written(figure, text[0].document.text):
                place = self._place(figure, there)
                if place is not None:
                    yield place

    def _place(self, figure: Figure, there: str) -> Statement | None:
        """The claim of another version in or beside which a figure is missing.

        None unless the claim itself, or claims on both sides of it, are there; and where the claim has another figure
        of the kind, which is a difference and no omission.
        """
        here = figure.statement.document.id
        text, matches = self._texts[here], self._matching(here, there)
        same = matches.get(figure.statement)
        if same is not None:
            kinds = {quantity.dimension for quantity in same.claim.quantities}
            return None if figure.quantity.dimension in kinds else same
        at = text.index(figure.statement)
        before = _first_match(reversed(text[:at]), matches)
        after = _first_match(text[at + 1 :], matches)
        return before if after is not None else None

    def _matching(self, here: str, there: str) -> dict[Statement, Statement]:
        """What each claim of one version matches in another; worked out when it is first asked for."""
        if (here, there) not in self._matches:
            self._matches[here, there] = _matches(self._texts[here], self._texts[there])
        return self._matches[here, there]


def _same(one: Figure, other: Figure) -> bool:
    """The same amount of the same dimension: said anywhere in the other version, nothing is left out."""
    return one.quantity.dimension == other.quantity.dimension and (
        same_amount(one.amount, other.amount) or one.amount.figure == other.amount.figure
    )


def _is_written(figure: Figure, text: str) -> bool:
    """True when the number stands anywhere in a text, be it in no claim."""
    number = _NUMBER.search(figure.quantity.text)
    written = number[0] if number else figure.quantity.text
    return re.search(rf"(?<![\w.,]){re.escape(written)}(?!\w|[.,]\d)", text, re.IGNORECASE) is not None


def _matches(here: Iterable[Statement], there: Sequence[Statement]) -> dict[Statement, Statement]:
    """For each claim of a text the claim of another that says the same, where there is one."""
    found = {}
    for statement in here:
        best = max(there, key=partial(containment, statement))
        if containment(statement, best) >= SAME:
            found[statement] = best
    return found


def _first_match(claims: Iterable[Statement], matches: Mapping[Statement, Statement]) -> Statement | None:
    """What the nearest of some claims matches; None when none within reach does."""
    return next((matches[claim] for claim in islice(claims, REACH) if claim in matches), None)


def _point(holders: Sequence[Figure], lacking: Sequence[Statement]) -> Point:
    """The record of a figure that is left out."""
    given = [figure_item(holder) for holder in holders]
    absent = [Item(statement, points.NOT_GIVEN, statement.span, "not given") for statement in lacking]
    outlets = ", ".join(dict.fromkeys(statement.outlet for statement in lacking))
    explanation = f"{points.named(given[0])} is left out by {outlets}, {FINDING.reason}."
    return points.record([given, absent], given[0], FINDING, SURE, explanation)
