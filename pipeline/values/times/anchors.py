"""What relative expressions count from: the document's date, and the last point that the text told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.records import Published
from pipeline.values.times.calendar import Resolved, is_one_day
from pipeline.values.times.expression import (
    CalendarDate,
    CalendarUnit,
    Century,
    CountedDay,
    DayOfMonth,
    Decade,
    Duration,
    Expression,
    Fraction,
    OfYear,
    Reference,
    Relation,
    Repeated,
    Weekday,
)

_BY_EXACTNESS = ("D", "W", "M", "Q", "Y")
_EXACTNESS = {"day": 2, "month": 1, "year": 0}  # of a document's date, by its precision
_NEEDED = {"Y": 0, "DE": 0, "CE": 0, "ML": 0, "M": 1, "Q": 1}  # for a unit to be counted from it; 2 for all others
_LONGEST = (("D", 1), ("W", 7), ("M", 31), ("Q", 92))  # days, for the unit that tells how exact a point is
_FROM_DOCUMENT: tuple[Relation, ...] = ("this", "last", "next")

# when a text is a history, no news with a paragraph of background; by hand
_FEWEST_YEARS = 6  # years that it names, so that their share says something
_SHARE_NEAR = 0.35  # of them, at most, lie within a year of its own
_FEWEST_MONTHS = 6  # months and days that it names
_MONTHS_TO_NEWS = 4  # times as often as it says "on Friday", "yesterday", "last week"


@dataclass
class Anchors:
    """What relative expressions count from.

    document: the document's day (or None), and its precision. context: the last point that the text told, with the
    unit that tells how exact it was. narrative: the text tells of another time than its own, so that "June" is that of
    the story. story: the point that it has come to, whatever other years it mentions. last_day: the last day that it
    told. day: the day that a clock time beside it belongs to.
    """

    document: date | None
    precision: str = "day"
    context: date | None = None
    context_unit: str = "D"
    narrative: bool = False
    story: date | None = None
    last_day: date | None = None
    day: date | None = None

    @property
    def document_day(self) -> date | None:
        """The document's day; None when it is not known to the day."""
        return self.document if self.precision == "day" else None

    def context_for(self, unit: str) -> date | None:
        """The point of the story to count units from: the last one that was told no less exactly."""
        if unit in _BY_EXACTNESS:
            needed = _BY_EXACTNESS.index(unit)
        else:
            needed = 0 if unit in ("NI", "2W") else len(_BY_EXACTNESS) - 1
        if self.context is None or _BY_EXACTNESS.index(self.context_unit) <= needed:
            return self.context
        return self.last_day

    def document_for(self, unit: str) -> date | None:
        """The document's day to count units from; None when its date is not known so exactly."""
        return self.document if _EXACTNESS[self.precision] >= _NEEDED.get(unit, 2) else None

    def remember(self, expression: Expression, resolved: Resolved, leads: bool) -> None:
        """Take a time that has been told for the point that "the same day", "three days later" count from.

        leads: it stands at the head of its sentence.
        """
        if isinstance(expression, Duration | Repeated | Reference | Decade | Century) or resolved.first is None:
            return
        if self.narrative and _is_of_document(expression):
            return
        self.context = resolved.first
        self.context_unit = _exactness(resolved.first, resolved.after)
        if is_one_day(resolved):
            self.last_day = resolved.first
        if self.story is None or self._moves_story(expression, resolved.first, leads):
            self.story = resolved.first

    def _moves_story(self, expression: Expression, first: date, leads: bool) -> bool:
        """False for a year that is only mentioned: "the war, which ended in 1945"."""
        is_mentioned = isinstance(expression, Weekday | DayOfMonth | Fraction) or (
            isinstance(expression, CalendarDate) and expression.month is None
        )
        is_known = self.story is not None and self.story.year == first.year
        return not is_mentioned or (leads and not is_known)


def anchors(published: Published | None) -> Anchors:
    """The anchors at the head of a document. published: its date."""
    if published is None:
        return Anchors(None)
    parts = [int(part) for part in published.value[:10].split("-") if part.isdecimal()]
    try:
        day = date(*([*parts, 1, 1])[:3]) if parts else None
    except ValueError:
        day = None
    return Anchors(day, published.precision)


def is_narrative(found: Sequence[Expression], document: date | None) -> bool:
    """True for history: most years of the text lie away from its own, and it goes by months, not by "on Friday"."""
    years = Counter(
        expression.year
        for expression in found
        if isinstance(expression, OfYear) and expression.year and not expression.bc
    )
    if document is None or years.total() < _FEWEST_YEARS:
        return False
    near = sum(years[year] for year in range(document.year - 1, document.year + 2))
    months = sum(isinstance(expression, CalendarDate) and expression.month is not None for expression in found)
    news = sum(map(_is_news, found))
    return near / years.total() < _SHARE_NEAR and months >= _FEWEST_MONTHS and months > _MONTHS_TO_NEWS * news


def _is_news(expression: Expression) -> bool:
    """True for a day or unit that is told from the document's date."""
    if isinstance(expression, CalendarUnit):
        return expression.relation in _FROM_DOCUMENT
    return isinstance(expression, CountedDay | Weekday)


def _is_of_document(expression: Expression) -> bool:
    """True for what counts from the document's date whatever the story is: "yesterday", "last June"."""
    if isinstance(expression, OfYear | Weekday | CalendarUnit):
        return expression.relation in _FROM_DOCUMENT
    return isinstance(expression, CountedDay)


def _exactness(first: date, after: date | None) -> str:
    """The unit that tells how exact the days [first, after) are."""
    days = (after - first).days if after else 1
    return next((unit for unit, longest in _LONGEST if days <= longest), "Y")
