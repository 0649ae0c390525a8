"""Claims made ready to be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pipeline.compare.slots.knowledge import Knowledge
from pipeline.compare.slots.times import is_dated, share_no_day
from pipeline.records import Argument, Claim, Document, Modality, Offsets, Subject, Time
from pipeline.text.expressions import expression

FACTS: frozenset[Modality] = frozenset({"asserted", "reported"})
ENOUGH_WORDS = 4  # words that two claims must share before a share of them says anything; by hand
_PHRASE_END = expression(r",| (?:of|in|on|at|for|to|from|with|who|that|which|between) ")
_WORD = expression(r"[^\W\d_]+")


@dataclass(frozen=True, eq=False)
class Statement:
    """A claim with its document, and what of its words is compared. There is one for each claim."""

    claim: Claim
    document: Document
    knowledge: Knowledge

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return self.knowledge.words.content(self.claim.text)

    @cached_property
    def sentence_stems(self) -> frozenset[str]:
        """The stems of the content words of its whole sentence."""
        start, end = self.claim.sentence
        return self.knowledge.words.content(self.document.text[start:end])

    @cached_property
    def predicate(self) -> str:
        """What happens: a frame's name, or the stem of the verb."""
        words = self.knowledge.words
        verb = words.stem(self.claim.predicate.lemma.split(" ")[0].lower())
        return words.frame(verb) or verb

    @cached_property
    def subject(self) -> str | None:
        """Who or what it is said of, as ``_participant`` has it; None where the claim has no subject."""
        return None if self.claim.subject is None else self._participant(self.claim.subject)

    @cached_property
    def participants(self) -> frozenset[str]:
        """Subject and arguments, as ``_participant`` has each."""
        parts: list[Subject | Argument] = [
            argument for argument in self.claim.arguments if argument.role != "complement"
        ]
        if self.claim.subject is not None:
            parts.append(self.claim.subject)
        return frozenset(found for found in map(self._participant, parts) if found)

    @cached_property
    def entity_ids(self) -> frozenset[str]:
        """The ids of the entities in it."""
        return frozenset(self.claim.entities)

    @cached_property
    def dated_times(self) -> tuple[Time, ...]:
        """Its dates and times of day whose first day is known."""
        return tuple(filter(is_dated, self.claim.times))

    @cached_property
    def roles(self) -> dict[str, str]:
        """The ids of the entities by their roles: subject, object …; a role that two have is left out."""
        found: dict[str, str] = {}
        twice = set()
        parts = [("subject", self.claim.subject), *((argument.role, argument) for argument in self.claim.arguments)]
        for role, part in parts:
            if part is not None and part.entity_id is not None:
                if role in found:
                    twice.add(role)
                found[role] = part.entity_id
        return {role: identity for role, identity in found.items() if role not in twice}

    @property
    def tells_fact(self) -> bool:
        """True for what is told as a fact; False for a plan, a possibility, a duty."""
        return self.claim.modality in FACTS

    @property
    def speaker_id(self) -> str | None:
        """The id of the person or body that is quoted; None for narration and where it is not known who speaks."""
        speaker = self.claim.speaker
        if speaker is None or speaker.entity_id is None or speaker.entity_id.startswith("outlet/"):
            return None
        return speaker.entity_id

    @property
    def published(self) -> str:
        """When its document appeared, as far as that is known; empty when it is not."""
        return self.document.published.value if self.document.published else ""

    @property
    def outlet(self) -> str:
        """The outlet of its document, or the document's id where that is not known."""
        return self.document.source.name if self.document.source else self.document.id

    @property
    def span(self) -> Offsets:
        """Where it stands in its document."""
        return self.claim.start, self.claim.end

    def _participant(self, part: Subject | Argument) -> str | None:
        """Who or what a noun phrase names: an entity id, or the stem of its head noun; None without a word."""
        if part.entity_id is not None:
            return part.entity_id
        words = _WORD.findall(_PHRASE_END.split(part.text, maxsplit=1)[0].lower())
        return self.knowledge.words.stem(words[-1]) if words else None


def statements(documents: Iterable[Document], claims: Iterable[Claim], knowledge: Knowledge) -> list[Statement]:
    """The claims of documents, without those that repeat an earlier one."""
    by_id = {document.id: document for document in documents}
    return [Statement(claim, by_id[claim.doc_id], knowledge) for claim in claims if claim.duplicate_of is None]


def jaccard(one: Statement, other: Statement) -> float:
    """The share of the content words of two claims that both have, from 0 to 1."""
    if not one.stems or not other.stems:
        return 0.0
    both = len(one.stems & other.stems)
    return both / (len(one.stems) + len(other.stems) - both)


def containment(one: Statement, other: Statement) -> float:
    """The share of the content words of the shorter of two claims that the other has too; 0 where that says nothing."""
    both = len(one.stems & other.stems)
    return both / min(len(one.stems), len(other.stems)) if both >= ENOUGH_WORDS else 0.0


def periods_differ(one: Statement, other: Statement) -> bool:
    """True when both claims are dated and no date of one has a day in common with a date of the other."""
    first, second = one.dated_times, other.dated_times
    return bool(first and second) and all(share_no_day(a, b) for a in first for b in second)
