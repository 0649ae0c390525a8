"""Sayings that the parse shows: verbs and nouns of saying with their clauses, "according to", labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.layout import Layout
from pipeline.extract.sayings.content import Contents
from pipeline.extract.sayings.saying import EDGE, Saying
from pipeline.extract.sayings.verbs import VerbFrames
from pipeline.extract.tree import VERBAL, Tree, trim
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Entity, Segment

TALKERS = frozenset({"PERSON", "ORG", "NORP"})
UNLABELLED = frozenset({"question", "answer", "boilerplate", "byline", "dateline"})
LONGEST_LABEL = 80  # characters before the colon of "Jane Doe: Taxes will rise"
TITLE = 4  # blanks before the name in a label: "Prime Minister of Ruritania Jane Doe"
SHORTEST_SAID = 12  # characters behind the name, with the colon: less is no statement


class Frames:
    """Finds the sayings of one document in its parse.

    tree: the parse. layout: segments, sentences, quotations. entities: names and values, in order.
    """

    def __init__(self, tree: Tree, layout: Layout, entities: Sequence[Entity], words: ClaimWords) -> None:
        self._tree = tree
        self._layout = layout
        self._words = words
        self._contents = Contents(tree, layout, words)
        self._talkers = {entity.end: entity for entity in entities if entity.label in TALKERS}
        names = (tree.tokens((entity.start, entity.end)) for entity in self._talkers.values())
        times = (entity for entity in entities if entity.label in ("DATE", "TIME"))
        self._verbs = VerbFrames(
            tree,
            layout,
            self._contents,
            {tokens[0]: tokens[-1] for tokens in names if tokens},
            frozenset(index for time in times for index in tree.tokens((time.start, time.end))),
            words,
        )

    def find(self) -> list[Saying]:
        """All sayings of the parse that have content, in the order of their cues, those of labels last."""
        return [saying for saying in self._sayings() if saying is not None and saying.content]

    def _sayings(self) -> Iterator[Saying | None]:
        tree, words = self._tree, self._words
        for index, lemma in enumerate(tree.lemmas):
            if lemma in words.saying and tree.pos[index] in VERBAL:
                yield self._verbs.saying(index, words.saying[lemma])
            elif lemma in words.nouns_of_saying and tree.pos[index] == "NOUN":
                yield self._noun(index)
            elif tree.words[index] == "according":
                yield self._according(index)
        yield from map(self._label, self._layout.segments)

    def _noun(self, noun: int) -> Saying | None:
        """His claim that …, the plan to …"""
        tree = self._tree
        kid = next((kid for kid in tree.kids[noun] if kid > noun and self._is_that_clause(kid)), None)
        owner = self._owner(noun) if kid is not None else None
        if kid is None or owner is None:
            return None
        span = tree.noun_phrase(owner)
        return Saying(noun, span, self._contents.of(kid, noun), tree.span(noun, noun), [kid], "think")

    def _is_that_clause(self, kid: int) -> bool:
        mark = self._tree.child(kid, "mark") if self._tree.deps[kid] in ("acl", "ccomp") else None
        return mark is not None and self._tree.words[mark] == "that"

    def _owner(self, noun: int) -> int | None:
        """Whose claim it is: "his claim that …", "he repeated the claim that …"."""
        tree = self._tree
        owner = tree.child(noun, "poss")
        return self._verbs.speaker(tree.heads[noun]) if owner is None and tree.deps[noun] == "dobj" else owner

    def _according(self, index: int) -> Saying | None:
        """According to X, …"""
        tree = self._tree
        to = next((kid for kid in tree.kids[index] if tree.words[kid] == "to"), None)
        if to is None and index + 1 < len(tree) and tree.words[index + 1] == "to":
            to = index + 1
        source = tree.child(to, "pobj") if to is not None else None
        if source is None or to is None or tree.heads[index] == index:
            return None
        head = self._governor(tree.heads[index])
        last = self._frame_end(index, to, head)
        start, end = tree.noun_phrase(source)
        span = trim(tree.text, start, min(end, tree.ends[last]), EDGE)
        return Saying(index, span, self._contents.around(head, index, last), tree.span(index, to), [head], "say")

    def _governor(self, index: int) -> int:
        """The verb that a token hangs on in the end, or the root."""
        tree = self._tree
        while tree.pos[index] not in VERBAL and tree.heads[index] != index:
            index = tree.heads[index]
        return index

    def _frame_end(self, index: int, to: int, head: int) -> int:
        """The last token of "according to X": its first comma where it opens the sentence."""
        tree = self._tree
        first, last = tree.edges(index)
        comma = next((token for token in range(to + 1, last) if tree.words[token] == ","), None)
        return comma if comma is not None and first <= tree.edges(head)[0] else last

    def _label(self, segment: Segment) -> Saying | None:
        """Jane Doe: Taxes will rise. A headline or a note that opens with who says it."""
        text = self._tree.text
        colon = text.find(": ", segment.start, segment.start + LONGEST_LABEL)
        if segment.kind in UNLABELLED or colon < 0 or not self._is_label(segment, colon):
            return None
        end = next((stop for start, stop in segment.sentences if start <= colon + 2 < stop), segment.end)
        start, end = trim(text, colon + 1, max(end, colon + 2), EDGE)
        content = [(start, end)] if start < end else []
        return Saying(None, (segment.start, colon), content, (colon, colon + 1))

    def _is_label(self, segment: Segment, colon: int) -> bool:
        """Whether a name, with a title at most, stands before the colon, and a statement behind it."""
        text = self._tree.text
        name = self._talkers.get(colon)
        if name is None or text[segment.start : name.start].count(" ") > TITLE:
            return False
        label = text[segment.start : colon]
        return not any(sign in label for sign in '.,;“"') and len(segment.text) >= len(label) + SHORTEST_SAID
