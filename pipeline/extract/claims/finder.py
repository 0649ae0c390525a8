"""Claims: the clauses of a document that can be checked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from pipeline.extract.claims import checkworthiness, modality, polarity
from pipeline.extract.claims.clauses import Clause, Clauses, heads
from pipeline.extract.layout import Layout
from pipeline.extract.sayings.quotes import Quotation
from pipeline.extract.sayings.saying import Saying
from pipeline.extract.tree import Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import (
    Argument,
    Attribution,
    Claim,
    ClaimKind,
    Document,
    Entity,
    Modality,
    Offsets,
    Predicate,
    Quantity,
    Segment,
    Subject,
    Time,
    Voice,
    record_id,
)
from pipeline.text.expressions import expression

SILENT = frozenset({"boilerplate", "byline", "dateline"})
RANKING = frozenset({"be", "become", "remain", "rank", "finish", "place", "come", "stand"})
AGEING = frozenset({"be", "turn", "die", "reach", "become"})
KNOWN = frozenset({"the", "both", "all", "these", "those", "our", "my", "your", "his", "her", "its", "their"})
HEADLINES = frozenset({"title", "heading"})
ROLES = {
    "dobj": "object",
    "dative": "object",
    "attr": "attribute",
    "acomp": "attribute",
    "oprd": "attribute",
    "xcomp": "complement",
    "ccomp": "complement",
}
DIMENSION_KINDS: dict[str, ClaimKind] = {
    "money": "money",
    "ratio": "percent",
    "count": "count",
    "duration": "duration",
    "rank": "rank",
}


_WHEN = expression(
    r"\b(?:ago|later|earlier|before|after|hence|next|last|past|first|previous|coming|following|recent|final|second|third)\b",
    re.IGNORECASE,
)


def _is_when(mention: Entity) -> bool:
    """True for a length that only places something in time ("three years ago", "the first eight months"): no figure."""
    return mention.time is not None and mention.value is not None and _WHEN.search(mention.time.text) is not None


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
        self.document = document
        self.tree = tree
        self.words = words
        self.layout = layout
        self.entities = entities
        by_verb = {saying.verb: saying for saying in sayings if saying.verb is not None}
        self.clauses = Clauses(tree, by_verb, words)
        self.wished = {
            head
            for saying in sayings
            if saying.verb is not None and tree.lemmas[saying.verb] in words["wish"]
            for head in saying.heads
        }
        self.denied = {head for saying in sayings if saying.denied for head in saying.heads}
        self.entity_starts = [entity.start for entity in entities]
        self.said: dict[int | None, list[tuple[Offsets, Attribution]]] = defaultdict(list)
        for attribution in attributions:
            for span in attribution.content:
                self.said[layout.number_at(span[0])].append((span, attribution))

    def find(self) -> list[Claim]:
        """All claims, in order; no two of one span."""
        found: dict[Offsets, Claim] = {}
        for head in heads(self.tree):
            claim = self._claim(head)
            if claim is not None:
                found.setdefault((claim.start, claim.end), claim)
        return sorted(found.values(), key=lambda claim: (claim.start, claim.end))

    def _claim(self, head: int) -> Claim | None:
        tree = self.tree
        offset = tree.starts[head]
        segment, sentence = self.layout.segment_at(offset), self.layout.sentence_at(offset)
        if segment is None or sentence is None or segment.kind in SILENT or head in self.wished:
            return None
        quotation = self.layout.quotation_at(offset)
        subject = tree.subject(head)
        if quotation and subject is not None and not quotation.start <= tree.starts[subject] < quotation.end:
            quotation = None
        bounds = sentence if quotation is None else (max(sentence[0], quotation.start), min(sentence[1], quotation.end))
        clause = self.clauses.clause(head, bounds)
        if clause is None or not self._states(clause, segment, sentence, bounds):
            return None
        mentions = self._mentions(clause.start, clause.end)
        tokens = tree.tokens((clause.start, clause.end))
        mode: Modality = modality.modality(tree, head, self.words)
        hedged = modality.hedges(tree, tokens.start, tokens.stop - 1, self.words)
        found = checkworthiness.reasons(tree, clause, tokens, mentions, mode, bool(hedged), self.words)
        if not checkworthiness.states_fact(found):
            return None
        negations = polarity.negations(tree, head, self.words) + (head in self.denied)
        attribution = self._attribution(offset)
        quantities = tuple(mention.value for mention in mentions if mention.value is not None and not _is_when(mention))
        times = tuple(mention.time for mention in mentions if mention.time is not None)
        return Claim(
            id=record_id("c", self.document.id, clause.start, clause.end),
            doc_id=self.document.id,
            segment_id=segment.id,
            sentence=sentence,
            start=clause.start,
            end=clause.end,
            text=tree.text[clause.start : clause.end],
            statement="",
            kind=self._kind(head, mode, quantities, times),
            attribution_id=attribution.id if attribution is not None else None,
            speaker=None,
            voice=self._voice(segment, attribution, quotation),
            subject=self._subject(clause, sentence),
            predicate=self._predicate(head),
            arguments=self._arguments(head, clause),
            entities=(),
            quantities=quantities,
            times=times,
            polarity="negative" if negations % 2 else "positive",
            modality=mode,
            hedges=hedged,
            checkworthiness=checkworthiness.weigh(found),
            duplicate_of=None,
            rule=clause.rule,
        )

    def _states(self, clause: Clause, segment: Segment, sentence: Offsets, bounds: Offsets) -> bool:
        """Whether the clause states anything: no question proper, no imperative, no fragment."""
        tree = self.tree
        text = tree.text
        end = text[bounds[0] : bounds[1]].rstrip("”\"' ")
        asks = end.endswith("?") or text[clause.end : bounds[1]].lstrip().startswith("?")
        if asks:
            return False
        if clause.subject is None or tree.starts[clause.subject] < segment.start:
            return False
        if segment.kind in HEADLINES:
            return tree.finite(clause.head) and len(text[clause.start : clause.end].split()) >= 4
        return tree.finite(clause.head) and clause.end - clause.start >= 10

    def _mentions(self, start: int, end: int) -> list[Entity]:
        low, high = bisect_left(self.entity_starts, start), bisect_left(self.entity_starts, end)
        return [entity for entity in self.entities[low:high] if entity.end <= end]

    def _attribution(self, offset: int) -> Attribution | None:
        """The narrowest attribution whose content holds the character."""
        around = [
            (end - start, attribution)
            for (start, end), attribution in self.said[self.layout.number_at(offset)]
            if start <= offset < end
        ]
        return min(around, key=lambda pair: pair[0])[1] if around else None

    def _voice(self, segment: Segment, attribution: Attribution | None, quotation: Quotation | None) -> Voice:
        if attribution is not None and attribution.kind != "turn":
            return "direct" if quotation is not None or attribution.kind == "direct" else "indirect"
        if segment.kind in HEADLINES:
            return "headline"
        if segment.kind == "question":
            return "question"
        return "answer" if segment.kind == "answer" else "narration"

    def _kind(self, head: int, mode: Modality, quantities: Sequence[Quantity], times: Sequence[Time]) -> ClaimKind:
        tree = self.tree
        lemma = tree.lemmas[head]
        told = [quantity for quantity in quantities if self._told(quantity, lemma)]
        for quantity in sorted(told, key=lambda quantity: quantity.dimension == "rank"):
            if quantity.dimension != "rank" or lemma in RANKING:
                return "measure" if quantity.unit == "multiple" else DIMENSION_KINDS.get(quantity.dimension, "measure")
        attribute = tree.child(head, "attr")
        if attribute is not None and any(tree.tags[kid] == "JJS" for kid in tree.kids[attribute]):
            return "rank"
        if mode in ("intended", "future", "proposed"):
            return "plan"
        saying = self.clauses.sayings.get(head)
        if saying is not None and saying.frame == "about":
            return "position"
        if mode == "obligation" or lemma in self.words["ready"]:
            return "position"
        if lemma == "be" and self._dated(head, times):
            return "date"
        return "relation" if lemma in ("be", "have", "remain", "include", "belong") else "event"

    def _dated(self, head: int, times: Sequence[Time]) -> bool:
        """Whether a time is all that the clause says of its subject: "The vote is on 3 May"."""
        tree = self.tree
        said = [
            kid for kid in tree.kids[head] if kid > head and tree.deps[kid] in ("attr", "acomp", "prep", "npadvmod")
        ]
        if not said:
            return False
        start, end = tree.span(*tree.edges(said[0]))
        return any(start <= time.start and time.end <= end for time in times) and len(said) == 1

    def _told(self, quantity: Quantity, lemma: str) -> bool:
        """Whether a clause with this verb tells a number: not of known things ("the two countries"), nor an age that is
        only added ("Jane Doe, 54, leads …")."""
        if quantity.dimension == "age":
            return lemma in AGEING
        if quantity.dimension != "count":
            return True
        before = self.tree.text[max(0, quantity.start - 8) : quantity.start].split()
        return not before or before[-1].lower() not in KNOWN

    def _subject(self, clause: Clause, sentence: Offsets) -> Subject | None:
        if clause.subject is None:
            return None
        start, end = self.tree.noun_phrase(clause.subject)
        start, end = max(start, sentence[0]), min(end, sentence[1])
        if start >= end:
            return None
        return Subject(text=self.tree.text[start:end], start=start, end=end, entity_id=None)

    def _predicate(self, head: int) -> Predicate:
        tree = self.tree
        first = last = head
        lemma = tree.lemmas[head]
        for kid in tree.kids[head]:
            if tree.deps[kid] in ("aux", "auxpass", "neg") and kid == first - 1:
                first = kid
            elif tree.deps[kid] == "prt":
                lemma = f"{lemma} {tree.words[kid]}"
        for kid in reversed(tree.kids[head]):
            if tree.deps[kid] in ("aux", "auxpass", "neg") and kid == first - 1:
                first = kid
        start, end = tree.span(first, last)
        return Predicate(lemma=lemma, text=tree.text[start:end], start=start, end=end)

    def _arguments(self, head: int, clause: Clause) -> tuple[Argument, ...]:
        tree = self.tree
        found = []

        def add(role: str, span: Offsets) -> None:
            start, end = max(span[0], clause.start), min(span[1], clause.end)
            if start < end:
                found.append(Argument(role=role, text=tree.text[start:end], start=start, end=end, entity_id=None))

        for kid in tree.kids[head]:
            dep = tree.deps[kid]
            if dep in ("xcomp", "ccomp"):
                if self.clauses.rule(kid) is None:
                    add("complement", tree.span(*tree.edges(kid)))
            elif dep in ROLES:
                add(ROLES[dep], tree.noun_phrase(kid))
            elif dep in ("prep", "agent"):
                noun = tree.child(kid, "pobj")
                if noun is not None:
                    add("agent" if dep == "agent" else "oblique", tree.noun_phrase(noun))
        return tuple(found)
