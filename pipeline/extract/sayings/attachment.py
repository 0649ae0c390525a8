"""Sayings that quotation marks show: every quotation joins the saying that it belongs to, or makes its own."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from pipeline.extract.layout import Layout
from pipeline.extract.sayings.quotes import Quotation
from pipeline.extract.sayings.saying import REACH, Saying, cue_span, says, speaking
from pipeline.extract.tree import BLANK, TENSED, Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Offsets

APART = 160  # characters between two quotations of one speaker
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
        goes_on = owner is not None and quotation.continued
        if owner is not None and goes_on and owner.source is not None:
            owner.content.append((quotation.start, quotation.end))
            return owner
        full = goes_on or self._full(quotation)
        verb = (self._verb_after(number, quotation) or self._verb_before(number, quotation)) if full else None
        if verb is not None:
            said = self._said(verb, quotation)
            if owner is not None and goes_on:
                said.content = sorted(owner.content + said.content)
                owner.content = []
            return said
        if owner is not None and goes_on:
            owner.content.append((quotation.start, quotation.end))
            return owner
        covering = self._covering(quotation)
        if covering is not None:
            _absorb(covering, quotation)
            return covering
        if not full:
            return None
        if before is not None and before.segment == quotation.segment and owner is not None:
            gap = self.tree.text[before.outer[1] : quotation.outer[0]]
            if gap.count(". ") + gap.count(".\n") <= 2 and len(gap) < APART:
                owner.content.append((quotation.start, quotation.end))
                return owner
        saying = self._announced(quotation)
        if saying is None and not self._clausal(quotation):
            return None
        saying = saying or self._going_on(quotation, before, owner)
        if saying is None:
            saying = Saying(None, None)
            self.sayings.append(saying)
        saying.content.append((quotation.start, quotation.end))
        return saying

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

    def _full(self, quotation: Quotation) -> bool:
        """Whether the quotation is a statement and not a quoted word or name."""
        text = self.tree.text
        words = text[quotation.start : quotation.end].split()
        if len(words) < 2:
            return False
        stop = text[quotation.end - 1]
        beside = text[quotation.outer[1] : quotation.outer[1] + 1]
        return stop in ".!?…,—" or (len(words) >= 5 and beside in (",", ".", "")) or not quotation.closed

    def _clausal(self, quotation: Quotation) -> bool:
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
        tree = self.tree
        limit = self.layout.segments[quotation.segment].end
        if number + 1 < len(self.layout.quotations):
            limit = min(limit, self.layout.quotations[number + 1].outer[0])
        if not quotation.closed:
            return None
        first = bisect_right(tree.starts, quotation.outer[1] - 1)
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
        last = bisect_right(tree.starts, quotation.outer[0]) - 1
        if last >= 0 and tree.starts[last] >= quotation.outer[0]:
            last -= 1
        if last < 0 or tree.words[last] not in (":", ",", "that", "—", "-"):
            near = last >= 0 and tree.starts[last] >= floor and says(tree, last, self.words)
            return last if near else None
        reach = REACH if tree.words[last] == ":" else 6
        for index in range(last, max(-1, last - reach), -1):
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
        for index in reversed(self.tree.tokens((segment.start, segment.end))[-ANNOUNCED:]):
            if says(self.tree, index, self.words):
                source = speaking(self.tree, index, self.words)
                if index in self.by_verb:
                    return self.by_verb[index]
                if source is not None:
                    return self._new(index, self.tree.noun_phrase(source))
        return None

    def _going_on(self, quotation: Quotation, before: Quotation | None, owner: Saying | None) -> Saying | None:
        """The saying that a paragraph goes on with which is all quotation: the one that the paragraph before ends in,
        or a new one of the only speaker there."""
        number = quotation.segment
        segment = self.layout.segments[number]
        text = self.tree.text
        whole = text[segment.start : quotation.outer[0]] + text[quotation.outer[1] : segment.end]
        if number == 0 or whole.strip(BLANK) or segment.kind not in PROSE:
            return None
        if before is not None and before.segment == number - 1:
            return owner
        sayings = [
            saying for saying in self.by_segment[number - 1] if saying.frame == "say" and saying.source is not None
        ]
        if not sayings or len({saying.source for saying in sayings}) > 1:
            return None
        saying = Saying(None, sayings[0].source)
        self.sayings.append(saying)
        return saying


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
