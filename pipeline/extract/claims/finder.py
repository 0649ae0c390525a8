"""Claims: the clauses of a document that can be checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.claims import checkworthiness, parts
from pipeline.extract.claims.clauses import Clause, Clauses, heads
from pipeline.extract.claims.kinds import Stated, kind_of
from pipeline.extract.claims.modality import hedges, modality
from pipeline.extract.claims.polarity import negations
from pipeline.extract.layout import Layout
from pipeline.extract.sayings.quotes import Quotation
from pipeline.extract.sayings.saying import Saying
from pipeline.extract.tree import Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Attribution, Claim, Document, Entity, Offsets, Segment, Voice, record_id
from pipeline.text.expressions import expression
from pipeline.text.spans import Ordered

SILENT = frozenset({"boilerplate", "byline", "dateline"})
HEADLINES = frozenset({"title", "heading"})
SHORTEST = 10  # characters of a clause in running text
SHORTEST_HEADLINE = 4  # words of one in a headline: "Police arrest two" is no claim yet
_WHEN = expression(
    r"\b(?:ago|later|earlier|before|after|hence|next|last|past|first|previous|coming|following|recent|final|second|third)\b",
    re.IGNORECASE,
)


def _is_when(mention: Entity) -> bool:
    """True for a length that only places something in time ("three years ago", "the first eight months"): no figure."""
    return mention.time is not None and mention.value is not None and _WHEN.search(mention.time.text) is not None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a clause stands. quotation: the one that it is a part of, if any. bounds: what it cannot go beyond."""

    segment: Segment
    sentence: Offsets
    quotation: Quotation | None
    bounds: Offsets


class ClaimFinder:
    """Finds the claims of one document.

    sayings, attributions: what is said by whom, the first by the token of its cue. entities: in order of their start.
    """

    def __init__(
        self,
        document: Document,
        tree: Tree,
        layout: Layout,
        entities: Sequence[Entity],
        sayings: Sequence[Saying],
        attributions: Sequence[Attribution],
        words: ClaimWords,
    ) -> None:
        self._document = document
        self._tree = tree
        self._words = words
        self._layout = layout
        self._entities = Ordered(entities, lambda entity: (entity.start, entity.end))
        self._sayings = {saying.verb: saying for saying in sayings if saying.verb is not None}
        self._clauses = Clauses(tree, self._sayings, words)
        wishes = (saying for verb, saying in self._sayings.items() if tree.lemmas[verb] in words.wish)
        self._wished = {head for saying in wishes for head in saying.heads}
        self._denied = {head for saying in sayings if saying.denied for head in saying.heads}
        self._said: dict[int | None, list[tuple[Offsets, Attribution]]] = defaultdict(list)
        for attribution in attributions:
            for span in attribution.content:
                self._said[layout.number_at(span[0])].append((span, attribution))

    def find(self) -> list[Claim]:
        """All claims, in order; no two of one span."""
        found: dict[Offsets, Claim] = {}
        for head in heads(self._tree):
            claim = self._claim(head)
            if claim is not None:
                found.setdefault((claim.start, claim.end), claim)
        return sorted(found.values(), key=lambda claim: (claim.start, claim.end))

    def _claim(self, head: int) -> Claim | None:
        """The claim of a verb; None where it heads no clause, or one that states nothing that can be checked."""
        place = self._place(head)
        clause = self._clauses.clause(head, place.bounds) if place is not None else None
        if place is None or clause is None or not self._states(clause, place):
            return None
        tree, words = self._tree, self._words
        mentions = self._entities.inside(clause.start, clause.end)
        tokens = tree.tokens((clause.start, clause.end))
        mode = modality(tree, head, words)
        hedged = hedges(tree, tokens, words)
        reasons = checkworthiness.reasons(tree, clause, tokens, mentions, mode, bool(hedged), words)
        if not checkworthiness.states_fact(reasons):
            return None
        negative = (negations(tree, head, words) + (head in self._denied)) % 2
        attribution = self._attribution(tree.starts[head])
        quantities = tuple(mention.value for mention in mentions if mention.value is not None and not _is_when(mention))
        times = tuple(mention.time for mention in mentions if mention.time is not None)
        return Claim(
            id=record_id("c", self._document.id, clause.start, clause.end),
            doc_id=self._document.id,
            segment_id=place.segment.id,
            sentence=place.sentence,
            start=clause.start,
            end=clause.end,
            text=tree.text[clause.start : clause.end],
            statement="",
            kind=kind_of(Stated(tree, head, mode, quantities, times, self._sayings.get(head), words)),
            attribution_id=attribution.id if attribution is not None else None,
            speaker=None,
            voice=_voice(place, attribution),
            subject=parts.subject(tree, clause, place.sentence),
            predicate=parts.predicate(tree, head),
            arguments=parts.arguments(tree, clause, lambda kid: self._clauses.rule(kid) is not None),
            entities=(),
            quantities=quantities,
            times=times,
            polarity="negative" if negative else "positive",
            modality=mode,
            hedges=hedged,
            checkworthiness=checkworthiness.weigh(reasons),
            duplicate_of=None,
            rule=clause.rule,
        )

    def _place(self, head: int) -> _Place | None:
        """Where a verb's clause stands; None where nothing is claimed: in a byline, as a wish."""
        offset = self._tree.starts[head]
        segment, sentence = self._layout.segment_at(offset), self._layout.sentence_at(offset)
        if segment is None or sentence is None or segment.kind in SILENT or head in self._wished:
            return None
        quotation = self._layout.quotation_at(offset)
        subject = self._tree.subject(head)
        if quotation and subject is not None and not quotation.start <= self._tree.starts[subject] < quotation.end:
            quotation = None
        if quotation is None:
            return _Place(segment, sentence, None, sentence)
        bounds = max(sentence[0], quotation.start), min(sentence[1], quotation.end)
        return _Place(segment, sentence, quotation, bounds)

    def _states(self, clause: Clause, place: _Place) -> bool:
        """Whether the clause states anything: no question proper, no imperative, no fragment."""
        tree = self._tree
        if _asks(tree.text, clause.end, place.bounds):
            return False
        if clause.subject is None or tree.starts[clause.subject] < place.segment.start or not tree.finite(clause.head):
            return False
        if place.segment.kind in HEADLINES:
            return len(tree.text[clause.start : clause.end].split()) >= SHORTEST_HEADLINE
        return clause.end - clause.start >= SHORTEST

    def _attribution(self, offset: int) -> Attribution | None:
        """The narrowest attribution whose content holds the character."""
        around = [
            (end - start, attribution)
            for (start, end), attribution in self._said[self._layout.number_at(offset)]
            if start <= offset < end
        ]
        return min(around, key=lambda pair: pair[0])[1] if around else None


def _asks(text: str, end: int, bounds: Offsets) -> bool:
    """Whether what stands in ``bounds``, or the clause that ends in it at ``end``, is a question."""
    if text[bounds[0] : bounds[1]].rstrip("”\"' ").endswith("?"):
        return True
    return text[end : bounds[1]].lstrip().startswith("?")


def _voice(place: _Place, attribution: Attribution | None) -> Voice:
    """Who speaks in the clause: somebody quoted or reported, a headline, a turn of an interview, else the narrator."""
    if attribution is not None and attribution.kind != "turn":
        return "direct" if place.quotation is not None or attribution.kind == "direct" else "indirect"
    kind = place.segment.kind
    if kind in HEADLINES:
        return "headline"
    return kind if kind == "question" or kind == "answer" else "narration"
