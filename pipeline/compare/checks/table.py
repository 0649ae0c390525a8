"""The table of checks. To add one: a function that finds a difference, and a row here.

Of a pair, the first check of its table that finds something is heard.
"""

from __future__ import annotations

from pipeline.compare.checks import guards
from pipeline.compare.checks.check import Check, FigurePair, StatementPair, each
from pipeline.compare.checks.dates import different_dates, shown_date
from pipeline.compare.checks.entities import different_names, shown_names
from pipeline.compare.checks.figures import different_amounts, different_objects, shown_figures
from pipeline.compare.checks.guards import alike
from pipeline.compare.checks.modality import fact_beside_plan, shown_modality
from pipeline.compare.checks.polarity import opposite_polarity, shown_polarity
from pipeline.compare.checks.speakers import different_speakers, shown_speaker

FIGURE_CHECKS: tuple[Check[FigurePair], ...] = (
    Check(
        "counted_objects",
        types=("counted_object",),
        find=different_objects,
        shown=shown_figures,
        guards=(guards.two_objects_of_a_kind, guards.amounts_differ),
    ),
    Check(
        "amounts",
        types=("numeric",),
        find=different_amounts,
        shown=shown_figures,
        guards=(guards.one_object, guards.amounts_differ, guards.not_given_together),
    ),
)

STATEMENT_CHECKS: tuple[Check[StatementPair], ...] = (  # how alike two claims must be was chosen by hand
    Check(
        "polarity",
        types=("polarity",),
        find=opposite_polarity,
        shown=each(shown_polarity),
        guards=(
            alike(0.6),
            guards.other_polarity,
            guards.same_verb,
            guards.no_other_subject,
            guards.same_modality,
            guards.no_other_period,
        ),
    ),
    Check(
        "dates",
        types=("date",),
        find=different_dates,
        shown=each(shown_date),
        guards=(
            alike(0.5),
            guards.same_verb,
            guards.no_other_subject,
            guards.same_names,
            guards.no_state,
            guards.both_affirm,
            guards.facts_or_no_facts,
        ),
    ),
    Check(
        "entities",
        types=("entity", "place"),
        find=different_names,
        shown=shown_names,
        guards=(
            alike(0.5),
            guards.same_verb,
            guards.same_polarity,
            guards.facts_or_no_facts,
            guards.no_other_period,
        ),
    ),
    Check(
        "speakers",
        types=("attribution",),
        find=different_speakers,
        shown=each(shown_speaker),
        guards=(alike(0.75), guards.same_polarity),
        severity_is_final=True,
    ),
    Check(
        "modality",
        types=("modality",),
        find=fact_beside_plan,
        shown=each(shown_modality),
        guards=(
            alike(0.7),
            guards.fact_and_no_fact,
            guards.same_verb,
            guards.same_polarity,
            guards.no_other_subject,
            guards.no_other_period,
        ),
    ),
)
