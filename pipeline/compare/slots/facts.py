"""What is compared: claims made ready for it, and the figures in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.compare.slots.amounts import Amount, amount
from pipeline.compare.slots.words import content, frame, framed, kinds, plain_people, scales, stem
from pipeline.lexicon import bounds
from pipeline.records import Argument, Claim, Document, Quantity, Subject
from pipeline.text.expressions import expression

PLACE = ("gpe", "loc", "fac")
_CUT = expression(r",| (?:of|in|on|at|for|to|from|with|who|that|which|between) ")
_GAP = expression(r"(?:\s|-)(?:of |in )?(?:the |its |their )?")
_DEFINITE = expression(
    r"\b(?:the|our|their|these|those|its|his|her|both|your|my|last|next|past|first)\s$", re.IGNORECASE
)
_JOINED = expression(r"[,;:–—(]|\band\b|\bwhile\b|\bbut\b")
_PART = expression(r"\b(?:others?|another|more|additional|further|remaining|rest|surviving)\b", re.IGNORECASE)
_OF_THE = expression(r"\bof (?:the|them|those|these|whom|which|its|their|his|her)\b", re.IGNORECASE)
_JOINED_TO = expression(r"[\w.,]+((?:-[^\W\d_]+)+) (?:[^\W\d_]+-[^\W\d_]+ )?([^\W\d_]+)")
_MOMENT = expression(r"\s(?:later|ago|earlier|before|after|into|since|from now)\b")
_VAGUE = expression(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions|several|few|many)\b", re.IGNORECASE)
DETERMINED = 10  # up to here, a number behind "the" only says which ones are meant
NEAR = 60  # characters between a figure and the word that says what happened to what it counts


@dataclass(frozen=True)
class Statement:
    """A claim with its document, and its words as they are compared."""

    claim: Claim
    document: Document

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its content words."""
        return content(self.claim.text)

    @cached_property
    def sentence(self) -> frozenset[str]:
        """The stems of the content words of its whole sentence."""
        start, end = self.claim.sentence
        return content(self.document.text[start:end])

    @cached_property
    def predicate(self) -> str:
        """What happens: a frame's name, or the stem of the verb."""
        verb = stem(self.claim.predicate.lemma.split(" ")[0].lower())
        return frame(verb) or verb

    @cached_property
    def subject(self) -> str | None:
        """Who or what it is said of: an entity id, or the stem of the head noun."""
        return None if self.claim.subject is None else named(self.claim.subject)

    @cached_property
    def participants(self) -> frozenset[str]:
        """Subject and arguments, each as an entity id or the stem of its head noun."""
        parts: list[Subject | Argument] = [
            argument for argument in self.claim.arguments if argument.role != "complement"
        ]
        if self.claim.subject is not None:
            parts.append(self.claim.subject)
        return frozenset(found for found in map(named, parts) if found)

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids of the entities in it."""
        return frozenset(self.claim.entities)

    @property
    def speaker(self) -> str | None:
        """The id of the person or body that is quoted; None for narration and where it is not known who speaks."""
        speaker = self.claim.speaker
        if speaker is None or speaker.entity_id is None or speaker.entity_id.startswith("outlet/"):
            return None
        return speaker.entity_id

    @property
    def day(self) -> str:
        """When its document appeared; empty when unknown."""
        return self.document.published.value if self.document.published else ""


@dataclass(frozen=True)
class Figure:
    """A quantity in a claim: what it is the amount of, and of what event."""

    statement: Statement
    quantity: Quantity

    @cached_property
    def amount(self) -> Amount:
        """Its value in a base unit."""
        return amount(self.quantity)

    @cached_property
    def beside(self) -> frozenset[float]:
        """The other figures of its unit in the same claim: "the 7.6 and 7.5 magnitude quakes"."""
        others = (amount(other) for other in self.statement.claim.quantities if other.start != self.quantity.start)
        return frozenset(other.figure for other in others if other.unit == self.amount.unit != "count")

    @cached_property
    def head(self) -> str:
        """The noun that is counted or measured, in lower case; "person" for what counts people without saying which."""
        head = (self.quantity.of_head or "").lower()
        if head in plain_people():
            return "person"
        return "person" if not head and self.frame in ("killed", "injured", "missing", "arrested") else head

    @cached_property
    def human(self) -> bool:
        """Whether it counts people."""
        return self.quantity.dimension == "count" and (self.head == "person" or "person" in kinds(self.head))

    @cached_property
    def of(self) -> frozenset[str]:
        """The stems of what is counted or measured, without its head."""
        return content(self.quantity.of or "") - {stem((self.quantity.of_head or "").lower()), stem(self.head)}

    @cached_property
    def counted(self) -> frozenset[str]:
        """The stems of what is counted or measured, with its head: words that two figures have in common anyway."""
        return content(self.quantity.of or "") | {stem(self.head), stem((self.quantity.of_head or "").lower())}

    @cached_property
    def frame(self) -> str | None:
        """What kind of event the figure is of, by the nearest word that tells."""
        text, claim = self.statement.document.text, self.statement.claim
        best: tuple[int, str] | None = None
        start, end = self.span
        others = [other.start for other in claim.quantities if other.start != self.quantity.start]
        for word_start, word_end, name in framed(text, claim.start, claim.end):
            if self.quantity.start <= word_start < self.quantity.end:
                continue
            if word_end > start and word_start < end:
                return name  # inside what is counted: "nine wounded people"
            gap = (word_end, start) if word_end <= start else (end, word_start)
            if any(gap[0] <= other < gap[1] for other in others):
                continue  # it belongs to the other figure
            distance = gap[1] - gap[0] + (30 if _JOINED.search(text, *gap) else 0)
            if distance <= NEAR and (best is None or distance < best[0]):
                best = distance, name
        return best and best[1]

    @cached_property
    def alone(self) -> bool:
        """Whether its claim has no other figure of its dimension."""
        return sum(other.dimension == self.quantity.dimension for other in self.statement.claim.quantities) == 1

    @cached_property
    def span(self) -> tuple[int, int]:
        """From its comparator to the end of what it counts, where they stand at once before and behind it."""
        text, quantity = self.statement.document.text, self.quantity
        before, after = bounds.before(text, quantity.start), bounds.after(text, quantity.end)
        start = before.start if before is not None and quantity.bound != "eq" else quantity.start
        end = after.end if after is not None and quantity.bound != "eq" else quantity.end
        if quantity.of:
            gap = _GAP.match(text, end)
            if gap and text.startswith(quantity.of, gap.end()):
                end = gap.end() + len(quantity.of)
        return max(start, self.statement.claim.start), end

    @cached_property
    def slot(self) -> tuple[int, int]:
        """The place for a question word: that of the figure and its comparator, if that is no verb ("exceeding")."""
        text, quantity = self.statement.document.text, self.quantity
        before = text[self.span[0] : quantity.start].split()
        verbal = bool(before) and before[0].lower().endswith(("ing", "ed"))
        behind = bounds.after(text, quantity.end) if quantity.bound != "eq" else None
        return (quantity.start if verbal else self.span[0]), behind.end if behind is not None else quantity.end

    @cached_property
    def words(self) -> str:
        """The figure as it stands in the text, with what it counts."""
        start, end = self.span
        shown = " ".join(self.statement.document.text[start:end].split())
        of = " ".join((self.quantity.of or "").split())
        return shown if not of or of in shown else f"{shown} ({of})"

    @cached_property
    def part(self) -> frozenset[str]:
        """The words that make it a part, or what comes on top: "nine others", "two more", "three of them"."""
        text, start, end = self.statement.document.text, self.slot[1], self.span[1] + 10
        found = {match[0].lower() for match in _PART.finditer(text, start, end + 10) if match.start() < end}
        if self.quantity.dimension == "count" and _OF_THE.search(text, start, end):
            found.add("of")
        return frozenset(found)

    @cached_property
    def described(self) -> str | None:
        """The stem of the noun that a joined figure describes: "indictment" for "48-page indictment"; else None."""
        match = _JOINED_TO.match(self.statement.document.text, self.quantity.start)
        if match is None or not content(match[1]):
            return None  # "twenty-five people" counts people
        return stem(match[2].lower())

    @cached_property
    def scale(self) -> frozenset[str]:
        """The words that say which of a thing's figures it is: "average", "total", "maximum"."""
        start, end = self.span
        around = self.statement.document.text[max(start - 20, self.statement.claim.start) : end]
        words = re.findall(r"[^\W\d_]+", f"{around} {self.quantity.of or ''}".lower().replace("a total of", ""))
        return scales().intersection(words)

    @cached_property
    def vague(self) -> bool:
        """True for "dozens", "tens of thousands": no number that another could be at odds with."""
        return _VAGUE.search(self.quantity.text) is not None

    @cached_property
    def broken(self) -> bool:
        """True for a count that is no whole number: "a 6.1 earthquake" names its strength."""
        ends = (self.quantity.low, self.quantity.high)
        return self.quantity.dimension == "count" and any(end is not None and end % 1 for end in ends)

    @cached_property
    def bracketed(self) -> bool:
        """True for a figure in brackets behind another: the same amount in another unit."""
        text, start = self.statement.document.text, self.span[0]
        return text[max(0, start - 1) : start] in ("(", "[")

    @cached_property
    def keys(self) -> frozenset[tuple[str, str]]:
        """By what figures that may be on one point are found."""
        unit = self.amount.unit if self.quantity.dimension != "count" else "count"
        group = f"{self.quantity.dimension}/{unit}"
        words = (
            {self.frame or self.statement.predicate} if self.head in ("", "person") else {self.head, *kinds(self.head)}
        )
        return frozenset((group, word) for word in words if word)


def named(part: Subject | Argument) -> str | None:
    """Who or what a noun phrase names: an entity id, or the stem of its head noun."""
    if part.entity_id is not None:
        return part.entity_id
    words = re.findall(r"[^\W\d_]+", _CUT.split(part.text, maxsplit=1)[0].lower())
    return stem(words[-1]) if words else None


def statements(documents: Iterable[Document], claims: Iterable[Claim]) -> list[Statement]:
    """The claims of documents, without those that repeat an earlier one."""
    by_id = {document.id: document for document in documents}
    return [Statement(claim, by_id[claim.doc_id]) for claim in claims if claim.duplicate_of is None]


def figures(found: Iterable[Statement]) -> Iterator[Figure]:
    """The figures of statements, each in the narrowest claim that holds it."""
    narrowest: dict[tuple[str, int], Figure] = {}
    for statement in found:
        if statement.claim.voice == "question":
            continue  # a premise is the interviewer's, and often wrong on purpose
        for quantity in statement.claim.quantities:
            if quantity.dimension == "rank" or _known(statement.document.text, quantity):
                continue
            key = (statement.claim.doc_id, quantity.start)
            other = narrowest.get(key)
            if other is None or _length(statement) < _length(other.statement):
                narrowest[key] = Figure(statement, quantity)
    yield from narrowest.values()


def _known(text: str, quantity: Quantity) -> bool:
    """True for a number that is no amount of its own: "the two leaders", "one" of something, "two minutes later"."""
    if quantity.dimension == "duration":
        return bool(_MOMENT.match(text, quantity.end))  # "two minutes later" is a time
    if quantity.dimension != "count" or quantity.low is None or quantity.low != quantity.high:
        return False
    if quantity.low == 1 and (quantity.of_head or "").lower() not in plain_people() | {"", "man", "woman", "child"}:
        return True
    return quantity.low <= DETERMINED and bool(_DEFINITE.search(text, max(0, quantity.start - 10), quantity.start))


def _length(statement: Statement) -> int:
    return statement.claim.end - statement.claim.start
