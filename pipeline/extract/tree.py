"""A plain, fast view of a dependency parse: lists indexed by token, so that rules read like grammar.

spaCy's Token objects cost about a microsecond for each attribute asked, and the rules of this stage ask a few for every
verb: so the arrays are read out once for a document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from pipeline.records import Offsets, Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
TENSED = frozenset({"VBD", "VBP", "VBZ", "MD"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
MODIFYING = frozenset({"advmod", "npadvmod", "dep", "nmod", "compound"})
LEFT_OVER = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "ADP", "PUNCT", "SPACE", "PART", "SYM"})
SETTING_OFF = frozenset({",", ";", ":", "(", "–", "—"})
BLANK = " \t\r\n\f\v\xa0\u2009\u202f\u3000\ufeff"


class Tree:
    """The parse of one document as lists indexed by token.

    heads: index of the syntactic head (itself for a root); kids: indices of the dependents, in order.
    starts, ends: character offsets. lemmas are lower-cased; words are lower-cased texts.
    """

    def __init__(self, doc: Doc, segments: Sequence[Segment]) -> None:
        strings: dict[int, str] = {}
        lookup = doc.vocab.strings

        def named(column: list[int]) -> list[str]:
            for value in set(column):
                if value not in strings:
                    strings[value] = lookup[value]
            return [strings[value] for value in column]

        rows: list[list[int]] = [[], [], [], []]
        if len(doc):
            rows = cast("list[list[int]]", doc.to_array(["DEP", "POS", "TAG", "LEMMA"]).T.tolist())
        self.text = doc.text
        self.deps, self.pos, self.tags = named(rows[0]), named(rows[1]), named(rows[2])
        self.lemmas = [lemma.lower() for lemma in named(rows[3])]
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for token in doc:
            text = token.text
            self.words.append(text.lower())
            self.starts.append(token.idx)
            self.ends.append(token.idx + len(text))
        steps = doc.to_array(["HEAD"]).astype("int64").tolist() if len(doc) else []
        self.heads: list[int] = [index + step for index, step in enumerate(steps)]
        self._cut(segments)
        self.kids: list[list[int]] = [[] for _ in self.heads]
        for index, head in enumerate(self.heads):
            if head != index:
                self.kids[head].append(index)
        self._first, self._last = self._edges()
        self._stray: dict[int, int | None] = {}

    def _cut(self, segments: Sequence[Segment]) -> None:
        """Cut the parse at the borders of segments: a headline is no part of the sentence below it.

        A token whose head lies in another segment becomes a root; a noun that loses its head so, before a root verb
        that has no subject, becomes the subject.
        """
        places = self._places(segments)
        orphans: dict[int, int] = {}
        for index, head in enumerate(self.heads):
            if places[index] != places[head] and places[index] >= 0:
                self.heads[index] = index
                self.deps[index] = "ROOT"
                if self.pos[index] in NOMINAL:
                    orphans.setdefault(places[index], index)
        for place, noun in orphans.items():
            verb = self._root_verb_behind(noun, place, places)
            if verb is not None and not self._has_subject(verb, noun):
                self.heads[noun], self.deps[noun] = verb, "nsubj"

    def _places(self, segments: Sequence[Segment]) -> list[int]:
        """The number of the segment that each token begins in; -1 for none."""
        number, stop = -1, -1
        places: list[int] = []
        for start in self.starts:
            while start >= stop and number + 1 < len(segments):
                number += 1
                stop = segments[number].end
            places.append(number if number >= 0 and segments[number].start <= start < stop else -1)
        return places

    def _root_verb_behind(self, noun: int, place: int, places: Sequence[int]) -> int | None:
        """The first verb without a head behind a noun, in its sentence and segment."""
        for index in range(noun + 1, len(self.heads)):
            if places[index] != place or self.words[index] in ".!?":
                return None
            if self.heads[index] == index and self.pos[index] in VERBAL:
                return index
        return None

    def _has_subject(self, verb: int, first: int) -> bool:
        """Whether a verb has a subject among the tokens from ``first`` on; dependents are not listed yet."""
        return any(self.heads[index] == verb and self.deps[index] in SUBJECTS for index in range(first, verb))

    def _edges(self) -> tuple[list[int], list[int]]:
        """The first and the last token below each token."""
        first, last = list(range(len(self.heads))), list(range(len(self.heads)))
        for index in range(len(self.heads)):
            head = self.heads[index]
            while first[head] > index:
                first[head] = index
                head = self.heads[head]
        for index in reversed(range(len(self.heads))):
            head = self.heads[index]
            while last[head] < index:
                last[head] = index
                head = self.heads[head]
        return first, last

    def __len__(self) -> int:
        return len(self.words)

    def edges(self, index: int) -> tuple[int, int]:
        """First and last token of what ``index`` heads."""
        return self._first[index], self._last[index]

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent with one of the relations."""
        for kid in self.kids[index]:
            if self.deps[kid] in deps:
                return kid
        return None

    def subject(self, index: int) -> int | None:
        """The subject that ``index`` has itself."""
        for kid in self.kids[index]:
            if self.deps[kid] in SUBJECTS and self.deps[kid] != "expl":
                return kid
        return self._stray_subject(index) if self.deps[index] == "ROOT" else self.child(index, "expl")

    def _stray_subject(self, index: int) -> int | None:
        """A name before a main verb that the parser has not taken for its subject."""
        expletive = self.child(index, "expl")
        if expletive is not None:
            return expletive
        if index not in self._stray:
            before = (kid for kid in self.kids[index] if kid < index)
            self._stray[index] = next((kid for kid in before if self._is_stray_name(kid)), None)
        return self._stray[index]

    def _is_stray_name(self, kid: int) -> bool:
        """Whether a modifier is a name, or a capitalised word with one in it."""
        if self.deps[kid] not in MODIFYING or not self.text[self.starts[kid]].isupper():
            return False
        return self.pos[kid] == "PROPN" or any(self.pos[inner] == "PROPN" for inner in self.kids[kid])

    def subject_of(self, index: int) -> int | None:
        """The subject of ``index``, its own or the one it shares: of the first verb of a coordination, of the verb that
        governs an infinitive or participle, or the noun that a relative or participle describes."""
        for _ in range(12):
            own = self.subject(index)
            if own is not None:
                return own
            dep, head = self.deps[index], self.heads[index]
            if head == index or dep not in ("conj", "xcomp", "advcl", "acl", "relcl", "ccomp", "pcomp", "prep"):
                return None
            if dep in ("acl", "relcl"):
                return head if self.pos[head] not in VERBAL else self.subject_of(head)
            index = head
        return None

    def finite(self, index: int) -> bool:
        """Whether the verb group that ``index`` heads has a tense or a modal."""
        return self.tags[index] in TENSED or any(
            self.deps[kid] in ("aux", "auxpass") and self.tags[kid] in TENSED for kid in self.kids[index]
        )

    def tokens(self, span: Offsets) -> range:
        """The tokens that lie in a span of characters."""
        return range(bisect_left(self.starts, span[0]), bisect_right(self.ends, span[1]))

    def first_from(self, offset: int) -> int:
        """The first token that begins at an offset or behind it; the number of tokens where none does."""
        return bisect_left(self.starts, offset)

    def noun_phrase(self, index: int) -> Offsets:
        """The span of the noun phrase of ``index`` without clauses that describe it and without appositions."""
        first, last = self.edges(index)
        for kid in self.kids[index]:
            if kid > index and self.deps[kid] in ("relcl", "acl", "appos", "parataxis", "punct", "advcl", "ccomp"):
                if self.deps[kid] == "punct" and self.words[kid] in ("-", "–", "—", "/", "'", "’"):
                    continue
                last = min(last, self.edges(kid)[0] - 1)
        while last > index and self.words[last] in SETTING_OFF:
            last -= 1
        return self.span(first, max(last, index))

    def span(self, first: int, last: int) -> Offsets:
        """The characters of the tokens ``first`` to ``last``, without blanks at the edges."""
        return trim(self.text, self.starts[first], self.ends[last], BLANK)

    def tail(self, last: int, end: int) -> int:
        """Where words end whose parse ends with the token ``last``: nouns and the like that it has left over up to
        ``end`` belong to them."""
        rest = range(last + 1, bisect_right(self.ends, end))
        return end if all(self.pos[index] in LEFT_OVER for index in rest) else min(self.ends[last], end)

    def unstopped(self, start: int, end: int) -> Offsets:
        """The span without the full stop that ends its sentence (the one of an abbreviation is part of its token)."""
        while end > start and self.text[end - 1] in ".!":
            index = bisect_left(self.ends, end)
            if index >= len(self.ends) or self.ends[index] != end or self.starts[index] != end - 1:
                break
            start, end = trim(self.text, start, end - 1, BLANK)
        return start, end


def trim(text: str, start: int, end: int, dropped: str) -> Offsets:
    """The span without ``dropped`` characters at its edges (empty at ``start`` when nothing is left)."""
    while start < end and text[start] in dropped:
        start += 1
    while end > start and text[end - 1] in dropped:
        end -= 1
    return start, end


def balanced(text: str, start: int, end: int) -> Offsets:
    """The span with the quotation mark beside it that its own marks lack: “Riverdance” keeps both."""
    inside = text[start:end]
    curly = inside.count("“") - inside.count("”")
    straight = '"' if inside.count('"') % 2 else ""
    lacking = {"”" if curly == 1 else straight, straight} - {""}
    for more in (1, 2):
        mark = text[end + more - 1 : end + more]
        if mark in lacking:
            return start, end + more
        if mark not in (",", ".", "!"):
            break
    lacking = {"“" if curly == -1 else straight, straight} - {""}
    return (start - 1, end) if start and text[start - 1] in lacking else (start, end)
