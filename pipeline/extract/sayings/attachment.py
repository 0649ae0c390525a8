"""Sayings that quotation marks show: every quotation joins the saying that it belongs to, or makes its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipeline.extract.layout import Layout
from pipeline.extract.sayings.quotes import Quotation
from pipeline.extract.sayings.saying import REACH, Saying, cue_span, says, speaking
from pipeline.extract.tree import BLANK, TENSED, Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Offsets

# by hand, from paragraphs that quote one person two or three times
APART = 160  # characters between two quotations of one speaker
SENTENCES_APART = 2  # full stops between them
REACH_COMMA = 6  # tokens before a quotation in which its verb stands, where a comma or "that" leads to it
JOINING = frozenset({",", "that", "—", "-"})
PROSE = frozenset({"lead", "paragraph", "list_item"})
ANNOUNCED = 24  # tokens of a paragraph's end in which the verb before its colon stands


class Attachment:
    """Joins the quotations of one document to its sayings.

    sayings: those that the parse shows; their content grows, and new ones come after them.
    """

    def __init__(self, tree: Tree, layout: Layout, sayings: Iterable[Saying], words: ClaimWords) -> None:
        self.tree = tree
        self.layout = layout
        self.words = words
        self.sayings = list(sayings)
        self.by_verb = {saying.verb: saying for saying in self.sayings if saying.verb is not None}
        self.by_segment: dict[int | None, list[Saying]] = defaultdict(list)
        for saying in self.sayings:
            if saying.cue is not None and not saying.nested:
                self.by_segment[layout.number_at(saying.cue[0])].append(saying)

    def join(self) -> list[Saying]:
        """All sayings that have a content then."""
        owner: Saying | None = None
        before: Quotation | None = None
        for number, quotation in enumerate(self.layout.quotations):
            owner = self._owner(number, quotation, before, owner)
            before = quotation
        return [saying for saying in self.sayings if saying.content]

    def _owner(
        self, number: int, quotation: Quotation, before: Quotation | None, owner: Saying | None
    ) -> Saying | None:
        """The saying of a quotation, its content widened; None when nothing is said in it.

        before, owner: the quotation before it and that one's saying.
        """
        if owner is not None and quotation.continued:
            return self._continued(number, quotation, owner)
        full = self._is_statement(quotation)
        verb = self._verb_beside(number, quotation) if full else None
        if verb is not None:
            return self._said(verb, quotation)
        covering = self._covering(quotation)
        if covering is not None:
            _absorb(covering, quotation)
            return covering
        saying = self._unframed(quotation, before, owner) if full else None
        if saying is not None:
            saying.content.append((quotation.start, quotation.end))
        return saying

    def _continued(self, number: int, quotation: Quotation, owner: Saying) -> Saying:
        """The saying of a quotation that goes on in a new paragraph; its frame may come only now."""
        verb = self._verb_beside(number, quotation) if owner.source is None else None
        if verb is None:
            owner.content.append((quotation.start, quotation.end))
            return owner
        said = self._said(verb, quotation)
        said.content = sorted(owner.content + said.content)
        owner.content = []
        return said

    def _unframed(self, quotation: Quotation, before: Quotation | None, owner: Saying | None) -> Saying | None:
        """The saying of a statement with no words of saying beside it: that of the quotation before it, one that is
        announced or goes on from the paragraph before, else a new one without a source; None for no sentence."""
        if owner is not None and before is not None and self._follows(quotation, before):
            return owner
        announced = self._announced(quotation)
        if announced is not None or not self._is_clausal(quotation):
            return announced
        saying = self._going_on(quotation, before, owner)
        if saying is None:
            saying = Saying(None, None)
            self.sayings.append(saying)
        return saying

    def _follows(self, quotation: Quotation, before: Quotation) -> bool:
        """Whether little stands between two quotations of one paragraph: they have one speaker."""
        gap = self.tree.text[before.outer[1] : quotation.outer[0]]
        sentences = gap.count(". ") + gap.count(".\n")
        return before.segment == quotation.segment and sentences <= SENTENCES_APART and len(gap) < APART

    def _verb_beside(self, number: int, quotation: Quotation) -> int | None:
        """The verb of saying behind a quotation, else before it."""
        return self._verb_after(number, quotation) or self._verb_before(number, quotation)

    def _said(self, verb: int, quotation: Quotation) -> Saying:
        """The saying of a verb beside the quotation."""
        saying = self.by_verb.get(verb)
        if saying is None or saying.frame == "about":
            source = speaking(self.tree, verb, self.words)
            span = self.tree.noun_phrase(source) if source is not None else self._inverted(verb, quotation)
            saying = self._new(verb, span)
        _absorb(saying, quotation)
        return saying

    def _new(self, verb: int, source: Offsets | None) -> Saying:
        saying = Saying(verb, source, [], cue_span(self.tree, verb))
        self.sayings.append(saying)
        self.by_verb[verb] = saying
        return saying

    def _is_statement(self, quotation: Quotation) -> bool:
        """Whether the quotation is a statement and not a quoted word or name."""
        text = self.tree.text
        words = text[quotation.start : quotation.end].split()
        if len(words) < 2:
            return False
        stop = text[quotation.end - 1]
        beside = text[quotation.outer[1] : quotation.outer[1] + 1]
        return stop in ".!?…,—" or (len(words) >= 5 and beside in (",", ".", "")) or not quotation.closed

    def _is_clausal(self, quotation: Quotation) -> bool:
        """Whether the quotation holds a finite verb: what is quoted with no word of who said it must be a sentence."""
        tags = self.tree.tags
        return any(tags[index] in TENSED for index in self.tree.tokens((quotation.start, quotation.end)))

    def _covering(self, quotation: Quotation) -> Saying | None:
        """The narrowest saying whose cue stands outside the quotation and whose content holds most of it."""
        best = None
        size = 0
        for saying in self.by_segment[quotation.segment]:
            if saying.cue is None or quotation.start <= saying.cue[0] < quotation.end:
                continue
            shared = sum(max(0, min(end, quotation.end) - max(start, quotation.start)) for start, end in saying.content)
            if shared * 2 >= quotation.end - quotation.start:
                length = sum(end - start for start, end in saying.content)
                if best is None or length < size:
                    best, size = saying, length
        return best

    def _verb_after(self, number: int, quotation: Quotation) -> int | None:
        """“…,” X said. “…,” said X."""
        if not quotation.closed:
            return None
        limit = self.layout.segments[quotation.segment].end
        if number + 1 < len(self.layout.quotations):
            limit = min(limit, self.layout.quotations[number + 1].outer[0])
        tree = self.tree
        first = tree.first_from(quotation.outer[1])
        for index in range(first, min(first + REACH, len(tree))):
            if tree.starts[index] >= limit or tree.words[index] in (".", "!", "?", ";"):
                return None
            if says(tree, index, self.words):
                return index
        return None

    def _verb_before(self, number: int, quotation: Quotation) -> int | None:
        """X said: “…” X said, “…” X, who is 40, told her: “…”"""
        tree = self.tree
        floor = self.layout.segments[quotation.segment].start
        if number and self.layout.quotations[number - 1].segment == quotation.segment:
            floor = self.layout.quotations[number - 1].outer[1]
        last = tree.first_from(quotation.outer[0]) - 1
        if last < 0:
            return None
        for index in range(last, max(-1, last - _reach_back(tree.words[last])), -1):
            if tree.starts[index] < floor or tree.words[index] in (".", "!", "?"):
                return None
            if says(tree, index, self.words):
                return index
        return None

    def _inverted(self, verb: int, quotation: Quotation) -> Offsets | None:
        """The source beside a verb whose subject the parse has missed: said X, …; X said."""
        tree = self.tree
        for index in (verb + 1, verb - 1):
            if 0 <= index < len(tree) and tree.pos[index] in ("PROPN", "NOUN", "PRON", "DET", "ADJ"):
                head = index
                while tree.pos[tree.heads[head]] in ("PROPN", "NOUN") and tree.heads[head] != head:
                    head = tree.heads[head]
                span = tree.noun_phrase(head)
                if not (span[0] < quotation.end and quotation.start < span[1]):
                    return span
        return None

    def _announced(self, quotation: Quotation) -> Saying | None:
        """The saying of a quotation that stands on its own below a paragraph that ends in "X said:"."""
        number = quotation.segment
        if number == 0 or self.tree.text[self.layout.segments[number].start : quotation.outer[0]].strip(BLANK):
            return None
        segment = self.layout.segments[number - 1]
        if not segment.text.endswith(":"):
            return None
        tokens = reversed(self.tree.tokens((segment.start, segment.end))[-ANNOUNCED:])
        verbs = (index for index in tokens if says(self.tree, index, self.words))
        return next((saying for saying in map(self._of_verb, verbs) if saying is not None), None)

    def _of_verb(self, verb: int) -> Saying | None:
        """The saying of a verb, or a new one where it has a speaker."""
        if verb in self.by_verb:
            return self.by_verb[verb]
        source = speaking(self.tree, verb, self.words)
        return None if source is None else self._new(verb, self.tree.noun_phrase(source))

    def _going_on(self, quotation: Quotation, before: Quotation | None, owner: Saying | None) -> Saying | None:
        """The saying that a paragraph goes on with which is all quotation: the one that the paragraph before ends in,
        or a new one of the only speaker there."""
        number = quotation.segment
        if number == 0 or not self._is_all_of_paragraph(quotation):
            return None
        if before is not None and before.segment == number - 1:
            return owner
        sources = {
            saying.source
            for saying in self.by_segment[number - 1]
            if saying.frame == "say" and saying.source is not None
        }
        if len(sources) != 1:
            return None
        saying = Saying(None, sources.pop())
        self.sayings.append(saying)
        return saying

    def _is_all_of_paragraph(self, quotation: Quotation) -> bool:
        segment = self.layout.segments[quotation.segment]
        text = self.tree.text
        rest = text[segment.start : quotation.outer[0]] + text[quotation.outer[1] : segment.end]
        return segment.kind in PROSE and not rest.strip(BLANK)


def _reach_back(mark: str) -> int:
    """How many tokens before a quotation its verb may stand: by the word or mark right before it."""
    if mark == ":":
        return REACH
    return REACH_COMMA if mark in JOINING else 1


def _absorb(saying: Saying, quotation: Quotation) -> None:
    """Widen the content so that it holds the whole quotation."""
    kept: list[Offsets] = []
    start, end = quotation.start, quotation.end
    for span in saying.content:
        if span[0] < end and start < span[1]:
            start, end = min(start, span[0]), max(end, span[1])
        else:
            kept.append(span)
    saying.content = sorted([*kept, (start, end)])
