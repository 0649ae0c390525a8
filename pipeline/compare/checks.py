"""The checks: each looks at two things that are on one point and says how they differ, or nothing.

A check's docstring is its documentation for users. Missing data is never a conflict; what could make a difference
harmless is named with it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.compare.align import Alignment, likeness, periods_differ
from pipeline.compare.slots.amounts import apart, at_odds, ratio, same_amount, sort
from pipeline.compare.slots.facts import PLACE, Figure, Statement
from pipeline.lexicon.ids import entity_id
from pipeline.names.gazetteer import countries
from pipeline.records import ConflictType, Relation, Severity, Time

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
TOLLS = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "infected", "rescued", "destroyed", "damaged", "charged"}
)
FAR = 1.5  # a figure so many times another is another story, whatever its bound
NEAR = 1.1
RULES = {  # the check that finds a type, where it has another name
    "numeric": "amounts",
    "counted_object": "counted_objects",
    "date": "dates",
    "attribution": "speakers",
    "entity": "entities",
    "place": "entities",
}
STATES = frozenset(
    {"be", "have", "remain", "stay", "continu", "live", "work"}
)  # what is so on one day may be so on another
FACTS = frozenset({"asserted", "reported"})
LOWERS = frozenset({"update", "different_speaker", "subset", "rounding"})


@dataclass(frozen=True)
class Finding:
    """How two things on one point differ. reason: the end of a sentence that begins with both of them."""

    relation: Relation
    type: ConflictType
    severity: Severity
    benign: tuple[str, ...]
    reason: str
    rule: str


FigureCheck = Callable[[Figure, Figure, Alignment], "Finding | None"]
StatementCheck = Callable[[Statement, Statement, float], "Finding | None"]


# ---------------------------------------------------------------- figures


def counted_objects(one: Figure, other: Figure, alignment: Alignment) -> Finding | None:
    """Two counts of things of one kind in one event that are not the same number: 30 memoranda beside 60 documents.

    The kinds may explain it (a memorandum is a document, and not the only one), so that it never contradicts; it is
    high where one figure is at least one and a half times the other.
    """
    if alignment.kind is None or same_amount(one.amount, other.amount):
        return None
    times = ratio(one.amount, other.amount)
    severity: Severity = "high" if times >= FAR else "medium"
    reason = f"both count {_plural(alignment.kind)} of one event, and the figures are {_times(times)}"
    return _finding(
        "differs", "counted_object", severity, one.statement, other.statement, ("different_object",), reason
    )


def amounts(one: Figure, other: Figure, alignment: Alignment) -> Finding | None:
    """Two figures of the same thing that are not the same: no value fits both, or the bounds that are given lie apart.

    "over 30" beside "more than 60" is compatible in logic, and still something that an editor wants to see.
    A later report with another toll is an update.
    """
    if alignment.kind is not None or same_amount(one.amount, other.amount):
        return None
    times = ratio(one.amount, other.amount)
    odds = at_odds(one.amount, other.amount)
    sorts = {sort(one.amount), sort(other.amount)}
    same_figure = times < 1.0 + 1e-9
    if same_figure and sorts == {"to", "within"}:
        return None  # "up to 60" beside "60"
    rough = one.amount.approx or other.amount.approx
    benign: list[str] = []
    if same_figure and odds and sorts == {"from", "to"}:
        severity: Severity = "high"
        reason = "one puts it above that figure, the other below"
    elif same_figure:
        odds = False  # "60" beside "more than 60" is at odds by the letter alone
        severity = "low"
        reason = "the figure is the same and the bound is not"
    elif odds and not rough:
        severity = "high"
        reason = f"no value fits both: the figures are {_times(times)}"
    elif odds:
        severity = "high" if times >= FAR else "medium"
        reason = f"one of them is approximate, and still they are {_times(times)}"
    else:
        severity = "high" if times >= FAR else "medium" if times >= NEAR else "low"
        reason = f"a value could fit both, but the figures that are given are {_times(times)}"
    if rough and times < NEAR:
        benign.append("rounding")
    if one.part or other.part:
        benign.append("subset")
    if one.amount.given != other.amount.given:
        benign.append("unit")
    if one.frame in TOLLS and one.statement.day != other.statement.day and one.statement.day and other.statement.day:
        benign.append("update")
    relation: Relation = "updates" if "update" in benign else "contradicts" if odds else "differs"
    return _finding(relation, "numeric", severity, one.statement, other.statement, tuple(benign), reason)


# ---------------------------------------------------------------- claims


def polarity(one: Statement, other: Statement, alike: float) -> Finding | None:
    """One affirms what the other denies: the same words about the same subject, one of them negated."""
    a, b = one.claim, other.claim
    if alike < 0.6 or a.polarity == b.polarity or one.predicate != other.predicate or _subjects_differ(one, other):
        return None
    if periods_differ(one, other) or a.modality != b.modality:
        return None
    return _finding("contradicts", "polarity", "high", one, other, (), "one denies what the other affirms")


def dates(one: Statement, other: Statement, alike: float) -> Finding | None:
    """The same event on two days: the same verb and subject, most words the same, and dates with no day in common."""
    if alike < 0.5 or one.predicate != other.predicate or _subjects_differ(one, other) or one.names != other.names:
        return None
    if one.predicate in STATES or "negative" in (one.claim.polarity, other.claim.polarity):
        return None  # what did not happen on two days is no contradiction
    if (one.claim.modality in FACTS) != (other.claim.modality in FACTS):
        return None
    first, second = the_time(one), the_time(other)
    if first is None or second is None or first.text == second.text or not apart(first, second):
        return None
    return _finding("contradicts", "date", "high", one, other, (), f"the dates are {first.value} and {second.value}")


def the_time(statement: Statement) -> Time | None:
    """The one dated time of a claim; None when it has none, or several."""
    dated = [time for time in statement.claim.times if time.kind in ("date", "time") and time.start_date is not None]
    return dated[0] if len(dated) == 1 else None


def entities(one: Statement, other: Statement, alike: float) -> Finding | None:
    """The same said of two names: all is the same but for one name of the same kind in the same role."""
    changed = the_change(one, other)
    if alike < 0.5 or changed is None or one.predicate != other.predicate or one.claim.polarity != other.claim.polarity:
        return None
    if periods_differ(one, other) or (one.claim.modality in FACTS) != (other.claim.modality in FACTS):
        return None
    first, _ = changed
    kind: ConflictType = "place" if first.split("/")[0] in PLACE else "entity"
    return _finding("contradicts", kind, "medium", one, other, ("different_object",), "the names are not the same")


def the_change(one: Statement, other: Statement) -> tuple[str, str] | None:
    """The one name in a role of each claim that the other has another name for; None when there is none, or more."""
    left, right = roles(one), roles(other)
    if left.keys() != right.keys():
        return None
    changed = [(left[role], right[role]) for role in left if left[role] != right[role]]
    if len(changed) != 1 or len(left) < 2:
        return None
    first, second = changed[0]
    if (
        _one_country(first, second)
        or first.split("/")[0] != second.split("/")[0]
        or one.names - {first} != other.names - {second}
    ):
        return None
    return first, second


def _one_country(first: str, second: str) -> bool:
    """True for a country and a place in it: "Paris said" is "France said", and what was in Lyon was in France."""
    home = countries()
    if first not in home or home[first] != home.get(second):
        return False
    return entity_id("GPE", home[first]) in (first, second)


def roles(statement: Statement) -> dict[str, str]:
    """The names in the roles of a claim: subject, object …; a role that is filled more than once is left out."""
    claim = statement.claim
    found: dict[str, str] = {}
    twice = set()
    for role, part in [("subject", claim.subject), *((argument.role, argument) for argument in claim.arguments)]:
        if part is not None and part.entity_id is not None:
            if role in found:
                twice.add(role)
            found[role] = part.entity_id
    return {role: name for role, name in found.items() if role not in twice}


def speakers(one: Statement, other: Statement, alike: float) -> Finding | None:
    """The same words out of two mouths: most words are the same, and two persons are said to have said them."""
    first, second = one.speaker, other.speaker
    if alike < 0.75 or len(one.words & other.words) < 6 or first is None or second is None or first == second:
        return None
    if not (first.startswith("person/") and second.startswith("person/")):
        return None
    if one.claim.polarity != other.claim.polarity:
        return None
    return _finding(
        "contradicts",
        "attribution",
        "medium",
        one,
        other,
        ("different_speaker",),
        "the speakers are not the same",
        lower=False,
    )


def modality(one: Statement, other: Statement, alike: float) -> Finding | None:
    """What one tells as a fact is a plan, a possibility or a duty in the other; a later fact is an update of a plan."""
    a, b = one.claim, other.claim
    if alike < 0.7 or one.predicate != other.predicate or a.polarity != b.polarity or _subjects_differ(one, other):
        return None
    if (a.modality in FACTS) == (b.modality in FACTS) or periods_differ(one, other):
        return None
    fact, plan = (one, other) if a.modality in FACTS else (other, one)
    later = bool(fact.day and plan.day) and fact.day > plan.day
    benign = ("update",) if later else ()
    reason = f"one tells as a fact what is {plan.claim.modality} in the other"
    return _finding("updates" if later else "differs", "modality", "medium", one, other, benign, reason)


FIGURE_CHECKS: tuple[FigureCheck, ...] = (counted_objects, amounts)
STATEMENT_CHECKS: tuple[StatementCheck, ...] = (polarity, dates, entities, speakers, modality)


def check_figures(one: Figure, other: Figure, alignment: Alignment) -> Finding | None:
    """What the first check finds that finds something."""
    return next((found for check in FIGURE_CHECKS if (found := check(one, other, alignment))), None)


def check_statements(one: Statement, other: Statement) -> Finding | None:
    """What the first check finds that finds something."""
    alike = likeness(one, other)
    return next((found for check in STATEMENT_CHECKS if (found := check(one, other, alike))), None)


def _finding(
    relation: Relation,
    kind: ConflictType,
    severity: Severity,
    one: Statement,
    other: Statement,
    benign: tuple[str, ...],
    reason: str,
    lower: bool = True,
) -> Finding:
    """A finding with the readings that hold for any two claims, and its severity lowered by what makes it harmless."""
    known = list(benign)
    if one.speaker and other.speaker and one.speaker != other.speaker and "different_speaker" not in known:
        known.append("different_speaker")
    if one.document.id != other.document.id and one.document.origin == other.document.origin:
        known.append("same_origin")
    steps = sum(name in LOWERS for name in known) if lower else 0
    severity = SEVERITIES[min(SEVERITIES.index(severity) + steps, len(SEVERITIES) - 1)]
    return Finding(relation, kind, severity, tuple(known), reason, _rule(kind))


def _rule(kind: str) -> str:
    return RULES.get(kind, kind)


def _subjects_differ(one: Statement, other: Statement) -> bool:
    return one.subject is not None and other.subject is not None and one.subject != other.subject


def _times(ratio: float) -> str:
    if math.isinf(ratio):
        return "too far apart for a ratio"
    if ratio >= 2:
        return f"{ratio:,.0f} times apart" if ratio >= 100 else f"{ratio:.3g} times apart"
    percent = (ratio - 1) * 100
    return f"{percent:.0f} percent apart" if percent >= 10 else f"{percent:.2g} percent apart"


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"
