"""Omissions: a figure that one version of a text carries and another, which has the text around it, does not."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.compare.align import contained
from pipeline.compare.checks import Finding
from pipeline.compare.points import NOT_GIVEN, Edge, Item, disputed
from pipeline.compare.slots.amounts import same_amount
from pipeline.compare.slots.facts import Figure, Statement
from pipeline.records import Point
from pipeline.text.expressions import expression

log = logging.getLogger(__name__)

VERSIONS = 16  # of one text are compared, each with each
REACH = 3  # claims before and after the figure in which the other version must have the same text
SAME = 0.6
_NUMBER = expression(r"\d(?:[\d.,]*\d)?")
ASKS = {"money": "how much", "ratio": "what percentage", "duration": "how long", "age": "how old", "count": "how many"}


def omissions(statements: Sequence[Statement], figures: Sequence[Figure]) -> Iterator[Point]:
    """A record for each figure that some versions of one text have and others leave out, though what stands before and
    behind it is there."""
    versions: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        versions[statement.document.origin][statement.document.id].append(statement)
    given: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        given[figure.statement.document.id].append(figure)
    for texts in versions.values():
        if len(texts) > VERSIONS:
            log.warning("%d versions of one text: figures that are left out are looked for in %d", len(texts), VERSIONS)
            texts = dict(sorted(texts.items())[:VERSIONS])
        if len(texts) > 1:
            yield from _of_versions(texts, given)


def _of_versions(texts: dict[str, list[Statement]], given: dict[str, list[Figure]]) -> Iterator[Point]:
    matches = {(here, there): _matches(texts[here], texts[there]) for here in texts for there in texts if here != there}
    done: list[Figure] = []
    for here in texts:
        for figure in given[here]:
            if not figure.quantity.of or figure.bracketed or any(_same(figure, other) for other in done):
                continue
            done.append(figure)
            holders = [figure] + [
                other for there in texts if there != here for other in given[there] if _same(figure, other)
            ]
            having = {holder.statement.document.id for holder in holders}
            lacking = [
                place
                for there in texts
                if there not in having and not _written(figure, texts[there][0].document.text)
                if (place := _place(figure, texts[here], matches[here, there])) is not None
            ]
            if lacking:
                yield _point(holders, lacking)


def _same(one: Figure, other: Figure) -> bool:
    """The same amount of the same dimension: said anywhere in the other version, nothing is left out."""
    return one.quantity.dimension == other.quantity.dimension and (
        same_amount(one.amount, other.amount) or one.amount.figure == other.amount.figure
    )


def _written(figure: Figure, text: str) -> bool:
    """True when the number stands anywhere in a text, be it in no claim."""
    number = _NUMBER.search(figure.quantity.text)
    written = number[0] if number else figure.quantity.text
    return re.search(rf"(?<![\w.,]){re.escape(written)}(?!\w|[.,]\d)", text, re.IGNORECASE) is not None


def _matches(here: Sequence[Statement], there: Sequence[Statement]) -> dict[str, Statement]:
    """For each claim of a text the claim of another that says the same, where there is one."""
    found = {}
    for statement in here:
        best = max(there, key=lambda other: contained(statement, other), default=None)
        if best is not None and contained(statement, best) >= SAME:
            found[statement.claim.id] = best
    return found


def _place(figure: Figure, text: Sequence[Statement], matches: dict[str, Statement]) -> Statement | None:
    """The claim of the other version in or beside which the figure is missing.

    None unless the claim itself, or claims on both sides of it, are there; and where the claim has another figure of
    the kind, which is a difference and no omission.
    """
    statement = figure.statement
    at = next(number for number, other in enumerate(text) if other is statement)
    same = matches.get(statement.claim.id)
    before = next((matches[s.claim.id] for s in reversed(text[max(0, at - REACH) : at]) if s.claim.id in matches), None)
    after = next((matches[s.claim.id] for s in text[at + 1 : at + 1 + REACH] if s.claim.id in matches), None)
    if same is not None:
        other = any(quantity.dimension == figure.quantity.dimension for quantity in same.claim.quantities)
        return None if other else same
    return before if before is not None and after is not None else None


def _point(holders: Sequence[Figure], lacking: Sequence[Statement]) -> Point:
    items = [figure_item(holder) for holder in holders]
    empty = [Item(place, NOT_GIVEN, (place.claim.start, place.claim.end), "not given") for place in lacking]
    finding = Finding(
        "omits",
        "omission",
        "medium",
        ("same_origin",),
        "though the text around it is there",
        "omissions",
    )
    first = len(items)
    same = [(0, number) for number in range(1, first)] + [(first, first + n) for n in range(1, len(empty))]
    return disputed([*items, *empty], same, [Edge(0, first, finding, 0.5)])[0]


def figure_item(figure: Figure) -> Item:
    """A figure as it stands on a point."""
    asks = ASKS.get(figure.quantity.dimension, "how much")
    if figure.described is not None:  # "a 120-year lease" has no room for "how long"
        return Item(
            figure.statement, figure.words, figure.span, f"{asks} is “{figure.quantity.of or figure.described}”"
        )
    return Item(figure.statement, figure.words, figure.span, asks, figure.slot)
