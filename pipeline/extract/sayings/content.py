"""The words that are said: what a verb or noun of saying, a frame or a label takes, as offsets."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.layout import Layout
from pipeline.extract.sayings.saying import EDGE, REACH
from pipeline.extract.tree import SUBJECTS, VERBAL, Tree, balanced, trim
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Offsets
from pipeline.text.expressions import expression

DANGLING = expression(r"[\s,]+(?:and|or|but)\Z")
ASIDES = frozenset({"while", "whereas", "although", "though"})
SHORTEST = 3  # tokens before ", X said" that may be what X said; fewer are an adverb or a name


class Contents:
    """Finds what is said in one document, cut to the segment of its cue."""

    def __init__(self, tree: Tree, layout: Layout, words: ClaimWords) -> None:
        self._tree = tree
        self._layout = layout
        self._words = words

    def of(self, head: int, verb: int) -> list[Offsets]:
        """The words that ``head`` heads, on its side of the cue ``verb``."""
        tree = self._tree
        first, last = tree.edges(head)
        if head < verb:
            subjects = (kid for kid in tree.kids[verb] if head < kid < verb and tree.deps[kid] in SUBJECTS)
            last = min(last, verb - 1, *(tree.edges(kid)[0] - 1 for kid in subjects))
            return self.clipped(tree.starts[first], tree.ends[last], verb) if first <= last else []
        first = max(first, verb + 1)
        own = self._without_comment(head, last)
        bounds = self._layout.sentence_at(tree.starts[verb])
        end = tree.tail(last, bounds[1]) if own == last and bounds is not None else tree.ends[own]
        return self.clipped(tree.starts[first], end, verb) if first <= own else []

    def around(self, head: int, inner: int, cut_last: int) -> list[Offsets]:
        """The clause of ``head`` without the frame that ``inner`` heads, to ``cut_last``, and that stands in it."""
        tree = self._tree
        first, last = tree.edges(head)
        cut_first = tree.edges(inner)[0]
        spans = []
        if first < cut_first:
            spans += self.clipped(tree.starts[first], tree.ends[cut_first - 1], inner)
        if cut_last < last:
            spans += self.clipped(tree.starts[cut_last + 1], tree.ends[last], inner)
        return spans

    def beside(self, verb: int, source: int) -> list[Offsets]:
        """The content of a verb of saying where the parse has none: up to the end of the sentence after "that", or from
        its start when the frame ends it ("…, X said.")."""
        tree = self._tree
        bounds = self._layout.sentence_at(tree.starts[verb])
        if bounds is None or tree.child(verb, "neg") is not None:
            return []
        inside = tree.tokens(bounds)
        if (that := self._that_behind(verb, inside.stop)) is not None:
            return self.clipped(tree.starts[that + 1], tree.ends[inside.stop - 1], verb)
        first, last = self._frame(verb, source)
        before, behind = first - inside.start, last + 1
        if verb < source < verb + REACH and self._goes_on(behind, inside.stop) and before > 1:
            left = self.clipped(tree.starts[inside.start], tree.ends[first - 1], verb)
            return left + self.clipped(tree.starts[behind], tree.ends[inside.stop - 1], verb)
        ends = behind >= inside.stop or tree.words[behind] in (".", "\n", "\n\n")
        if ends and before > SHORTEST and tree.words[first - 1] == ",":
            return self.clipped(tree.starts[inside.start], tree.ends[first - 1], verb)
        return []

    def _that_behind(self, verb: int, stop: int) -> int | None:
        """The "that" behind a verb and before the next comma, with words behind it."""
        tree = self._tree
        for index in range(verb + 1, min(stop, verb + REACH)):
            if tree.words[index] == "that" and tree.tags[index] in ("IN", "WDT") and index + 1 < stop:
                return index
            if tree.words[index] in (",", ";", "."):
                return None
        return None

    def _frame(self, verb: int, source: int) -> tuple[int, int]:
        """First and last token of a verb of saying with its source: "X said", "said X"."""
        tree = self._tree
        if verb < source < verb + REACH:
            named = tree.words[min(source + 1, len(tree) - 1)] == ","
            return verb, source if named else max(source, tree.edges(source)[1])
        first, last = tree.edges(source) if source in tree.kids[verb] else (verb, verb)
        return min(verb, first), max(verb, last)

    def _goes_on(self, behind: int, stop: int) -> bool:
        """Whether the sentence goes on behind a frame in its middle: "…, said X, …"."""
        return behind + 1 < stop and self._tree.words[behind] == ","

    def _without_comment(self, head: int, last: int) -> int:
        """``last`` moved before what is not said any more: "…, while others …", "…, adding …", "… and called it …"."""
        tree = self._tree
        for kid in tree.kids[head]:
            if kid <= head or tree.pos[kid] not in VERBAL or self._layout.quotation_at(tree.starts[kid]) is not None:
                continue
            speaks = self._speaks_again(kid)
            if speaks or self._is_aside(kid):
                stop = kid - 1 if speaks and tree.subject(kid) is None else tree.edges(kid)[0] - 1
                while stop > head and (tree.deps[stop] in ("punct", "cc") or tree.pos[stop] in ("CCONJ", "SPACE")):
                    stop -= 1
                return min(last, stop)
        return last

    def _is_aside(self, kid: int) -> bool:
        """Whether a clause is the writer's again: "while others …", ", adding …"."""
        tree = self._tree
        if tree.deps[kid] != "advcl":
            return False
        first = tree.edges(kid)[0]
        contrast = tree.words[first] in ASIDES and tree.subject(kid) is not None
        return contrast or (tree.tags[kid] == "VBG" and kid == first and tree.words[kid - 1] == ",")

    def _speaks_again(self, kid: int) -> bool:
        """Whether a joined verb says something itself: "and said that …"."""
        tree = self._tree
        return tree.deps[kid] == "conj" and "say" in self._words.saying.get(tree.lemmas[kid], ()) and tree.finite(kid)

    def clipped(self, start: int, end: int, token: int) -> list[Offsets]:
        """The span inside the segment of a token, without marks, full stop and "and" at its edges; [] for nothing."""
        text = self._tree.text
        segment = self._layout.segment_at(self._tree.starts[token])
        if segment is None:
            return []
        span = trim(text, max(start, segment.start), min(end, segment.end), EDGE)
        start, end = balanced(text, *self._tree.unstopped(*span))
        dangling = DANGLING.search(text, max(start, end - len(" and ")), end)
        end = dangling.start() if dangling is not None else end
        return [(start, end)] if start < end else []

    def heads(self, spans: Iterable[Offsets]) -> list[int]:
        """The verbs of some spans whose own heads stand outside them."""
        tree = self._tree
        found: list[int] = []
        for inside in map(tree.tokens, spans):
            found += (
                index
                for index in inside
                if tree.pos[index] in VERBAL and (tree.heads[index] == index or tree.heads[index] not in inside)
            )
        return found
