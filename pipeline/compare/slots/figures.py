"""The figures in claims: what each is the amount of, and of what event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pipeline.compare.slots.amounts import Amount, amount
from pipeline.compare.slots.statements import Statement
from pipeline.compare.slots.words import FramedWord
from pipeline.lexicon.comparators import Cue
from pipeline.records import Offsets, Quantity
from pipeline.text.expressions import expression

# All by hand, from figures in news.
SMALL = 10  # up to here, a number behind "the" only says which ones are meant
NEAR = 60  # characters between a figure and the farthest word that may say what happened to what it counts
CLAUSE = 30  # characters by which such a word is farther off when a comma or a conjunction stands between
PART_REACH = 10  # characters behind what is counted in which a word for a part may begin
DEFINITE_REACH = 10  # characters before a figure in which the word stands that says which ones are meant
SCALE_REACH = 20  # characters before a figure in which a word such as "average" may stand
PERSON = "person"  # the head of what counts people without saying which

_WORD = expression(r"[^\W\d_]+")
_GAP = expression(r"(?:\s|-)(?:of |in )?(?:the |its |their )?")
_DEFINITE = expression(
    r"\b(?:the|our|their|these|those|its|his|her|both|your|my|last|next|past|first)\s$", re.IGNORECASE
)
_CLAUSE_BREAK = expression(r"[,;:–—(]|\band\b|\bwhile\b|\bbut\b")
_OF_THEM = expression(r"\bof (?:the|them|those|these|whom|which|its|their|his|her)\b", re.IGNORECASE)
_HYPHENED = expression(r"[\w.,]+((?:-[^\W\d_]+)+) (?:[^\W\d_]+-[^\W\d_]+ )?([^\W\d_]+)")
_MOMENT = expression(r"\s(?:later|ago|earlier|before|after|into|since|from now)\b")
_VAGUE = expression(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions|several|few|many)\b", re.IGNORECASE)
_SINGLE = frozenset({"", "man", "woman", "child"})  # beside the plain words for people: "one woman" may be a toll


@dataclass(frozen=True, eq=False)
class Figure:
    """A quantity in a claim. There is one for each quantity."""

    statement: Statement
    quantity: Quantity

    @cached_property
    def amount(self) -> Amount:
        """Its value in a base unit."""
        return amount(self.quantity, self.statement.knowledge.conversions)

    @cached_property
    def siblings(self) -> frozenset[float]:
        """The other figures of its unit in the same claim: "the 7.6 and 7.5 magnitude quakes"; none for counts."""
        conversions = self.statement.knowledge.conversions
        others = (amount(other, conversions) for other in self._other_quantities)
        return frozenset(other.figure for other in others if other.unit == self.amount.unit != "count")

    # ------------------------------------------------------------ what is counted

    @cached_property
    def head(self) -> str:
        """The noun that is counted or measured, in lower case; ``PERSON`` for people of whom it is not said which."""
        words = self.statement.knowledge.words
        if self._noun in words.plain_people or (not self._noun and self.frame in words.people_frames):
            return PERSON
        return self._noun

    @cached_property
    def counts_people(self) -> bool:
        """Whether it counts people."""
        kinds = self.statement.knowledge.words.kinds
        return self.quantity.dimension == "count" and (self.head == PERSON or PERSON in kinds(self.head))

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """The stems of what is counted or measured, without its head."""
        return self._object_stems - self._head_stems

    @cached_property
    def object_stems(self) -> frozenset[str]:
        """The stems of what is counted or measured, with its head: words that two figures have in common anyway."""
        return self._object_stems | self._head_stems

    @cached_property
    def described_noun(self) -> str | None:
        """The stem of the noun that a hyphened figure describes: "indictment" for "48-page indictment"; else None."""
        words = self.statement.knowledge.words
        match = _HYPHENED.match(self._text, self.quantity.start)
        if match is None or not words.content(match[1]):
            return None  # "twenty-five people" counts people
        return words.stem(match[2].lower())

    @cached_property
    def part_words(self) -> frozenset[str]:
        """The words that make it a part, or what comes on top: "nine others", "two more", "three of them"."""
        start, end = self.slot[1], self.span[1] + PART_REACH
        words = self.statement.knowledge.words.part_words(self._text, start, end + PART_REACH)
        found = {word[0].lower() for word in words if word.start() < end}
        if self.quantity.dimension == "count" and _OF_THEM.search(self._text, start, end):
            found.add("of")
        return frozenset(found)

    @cached_property
    def scale_words(self) -> frozenset[str]:
        """The words that say which of a thing's figures it is: "average", "total", "maximum"."""
        start, end = self.span
        around = self._text[max(start - SCALE_REACH, self.statement.claim.start) : end]
        said = f"{around} {self.quantity.of or ''}".lower().replace("a total of", "")
        return self.statement.knowledge.words.scales.intersection(_WORD.findall(said))

    # ------------------------------------------------------------ of what event

    @cached_property
    def frame(self) -> str | None:
        """What kind of event the figure is of, by the nearest word that tells; None where none is near.

        A word inside what is counted comes before all others: "nine wounded people".
        """
        claim, (start, end) = self.statement.claim, self.span
        nearest: FramedWord | None = None
        least = NEAR + 1
        for word in self.statement.knowledge.words.framed(self._text, claim.start, claim.end):
            if self.quantity.start <= word.start < self.quantity.end:
                continue
            if word.end > start and word.start < end:
                return word.frame
            distance = self._distance(word)
            if distance is not None and distance < least:
                nearest, least = word, distance
        return None if nearest is None else nearest.frame

    def _distance(self, word: FramedWord) -> int | None:
        """How far off a word stands, in characters; None when another figure stands between, to which it belongs."""
        start, end = self.span
        gap = (word.end, start) if word.end <= start else (end, word.start)
        if any(gap[0] <= other.start < gap[1] for other in self._other_quantities):
            return None
        return gap[1] - gap[0] + (CLAUSE if _CLAUSE_BREAK.search(self._text, *gap) else 0)

    # ------------------------------------------------------------ where it stands

    @cached_property
    def span(self) -> Offsets:
        """From its comparator to the end of what it counts, where they stand at once before and behind it."""
        before, after = self._comparators
        start = self.quantity.start if before is None else before.start
        end = self.quantity.end if after is None else after.end
        if self.quantity.of:
            gap = _GAP.match(self._text, end)
            if gap and self._text.startswith(self.quantity.of, gap.end()):
                end = gap.end() + len(self.quantity.of)
        return max(start, self.statement.claim.start), end

    @cached_property
    def slot(self) -> Offsets:
        """The place for a question word: that of the figure and its comparator, if that is no verb ("exceeding")."""
        before = self._text[self.span[0] : self.quantity.start].split()
        verbal = bool(before) and before[0].lower().endswith(("ing", "ed"))
        after = self._comparators[1]
        return self.quantity.start if verbal else self.span[0], self.quantity.end if after is None else after.end

    @cached_property
    def words(self) -> str:
        """The figure as it stands in the text, with what it counts."""
        start, end = self.span
        shown = " ".join(self._text[start:end].split())
        of = " ".join((self.quantity.of or "").split())
        return shown if not of or of in shown else f"{shown} ({of})"

    # ------------------------------------------------------------ what keeps it from being compared

    @cached_property
    def is_only_of_dimension(self) -> bool:
        """Whether its claim has no other figure of its dimension."""
        return all(other.dimension != self.quantity.dimension for other in self._other_quantities)

    @cached_property
    def is_vague(self) -> bool:
        """True for "dozens", "tens of thousands": no number that another could be at odds with."""
        return _VAGUE.search(self.quantity.text) is not None

    @cached_property
    def is_fractional_count(self) -> bool:
        """True for a count that is no whole number: "a 6.1 earthquake" names its strength."""
        ends = (self.quantity.low, self.quantity.high)
        return self.quantity.dimension == "count" and any(end is not None and end % 1 for end in ends)

    @cached_property
    def is_bracketed(self) -> bool:
        """True for a figure in brackets behind another: the same amount in another unit."""
        start = self.span[0]
        return self._text[max(0, start - 1) : start] in ("(", "[")

    @cached_property
    def keys(self) -> frozenset[tuple[str, str]]:
        """By what figures that may be on one point are found: dimension and unit, and what is counted or its event."""
        unit = self.amount.unit if self.quantity.dimension != "count" else "count"
        group = f"{self.quantity.dimension}/{unit}"
        if self.head in ("", PERSON):
            words = {self.frame or self.statement.predicate}
        else:
            words = {self.head, *self.statement.knowledge.words.kinds(self.head)}
        return frozenset((group, word) for word in words if word)

    # ------------------------------------------------------------ what these need

    @property
    def _text(self) -> str:
        return self.statement.document.text

    @cached_property
    def _noun(self) -> str:
        return (self.quantity.of_head or "").lower()

    @cached_property
    def _object_stems(self) -> frozenset[str]:
        return self.statement.knowledge.words.content(self.quantity.of or "")

    @cached_property
    def _head_stems(self) -> frozenset[str]:
        stem = self.statement.knowledge.words.stem
        return frozenset({stem(self._noun), stem(self.head)})

    @cached_property
    def _other_quantities(self) -> tuple[Quantity, ...]:
        """The other quantities of its claim."""
        return tuple(other for other in self.statement.claim.quantities if other.start != self.quantity.start)

    @cached_property
    def _comparators(self) -> tuple[Cue | None, Cue | None]:
        """The comparators at once before and behind it; an exact figure has none."""
        if self.quantity.bound == "eq":
            return None, None
        read = self.statement.knowledge.comparators
        return read.before(self._text, self.quantity.start), read.after(self._text, self.quantity.end)


def figures(statements: Iterable[Statement]) -> list[Figure]:
    """The figures of statements, each in the narrowest claim that holds it, by document and place.

    A question has none: a premise is the interviewer's, and often wrong on purpose.
    """
    narrowest: dict[tuple[str, int], Figure] = {}
    for statement in statements:
        if statement.claim.voice == "question":
            continue
        for quantity in statement.claim.quantities:
            if quantity.dimension == "rank" or _is_no_amount(statement, quantity):
                continue
            key = (statement.claim.doc_id, quantity.start)
            other = narrowest.get(key)
            if other is None or _length(statement) < _length(other.statement):
                narrowest[key] = Figure(statement, quantity)
    return sorted(narrowest.values(), key=lambda figure: (figure.statement.document.id, figure.quantity.start))


def _is_no_amount(statement: Statement, quantity: Quantity) -> bool:
    """True for a number that is no amount of its own: "two minutes later", "one" of something, "the two leaders"."""
    text = statement.document.text
    if quantity.dimension == "duration":
        return _MOMENT.match(text, quantity.end) is not None
    if quantity.dimension != "count" or quantity.low is None or quantity.low != quantity.high:
        return False
    if quantity.low == 1 and (quantity.of_head or "").lower() not in statement.knowledge.words.plain_people | _SINGLE:
        return True
    before = max(0, quantity.start - DEFINITE_REACH)
    return quantity.low <= SMALL and _DEFINITE.search(text, before, quantity.start) is not None


def _length(statement: Statement) -> int:
    return statement.claim.end - statement.claim.start
