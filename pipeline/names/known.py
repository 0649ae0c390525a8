"""Names that a list has, where the document does not use them for something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.names.candidates.candidate import Candidate
from pipeline.names.gazetteer import Hit, only
from pipeline.names.labels.votes import Votes, best
from pipeline.names.labels.weights import ENOUGH
from pipeline.names.mention import Mention
from pipeline.records import Label, Offsets
from pipeline.text.expressions import expression
from pipeline.text.folding import fold
from pipeline.text.spans import Ordered

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DASH = expression(r"[-‐‑–—/]")
_DASHES = expression(r"\s?[-‐‑–—/]\s?|")


class KnownNames:
    """The hits of the gazetteer in one document, beside its candidates and the votes on them."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        hits: Sequence[Hit],
        named: Sequence[Candidate],
        ballots: Mapping[str, Votes],
    ) -> None:
        self._text = text
        self._hits = hits
        self._ballots = ballots
        self._bearers = self._names_by_surname(named)
        rows = [(candidate, offsets(doc, candidate)) for candidate in named]
        self._candidates = Ordered(rows, lambda row: row[1])

    def hits(self) -> Iterator[Hit]:
        """The hits that are names, in order: not those inside a longer name or of another kind than the document's."""
        for number, hit in enumerate(self._hits):
            over = next(iter(self._candidates.meeting(hit.start, hit.end)), None)
            if over is None:
                if not all(entry.weak for entry in hit.entries):
                    yield hit
            elif over[1] == (hit.start, hit.end):
                if self._is_same_kind(hit, over[0]):
                    yield hit
            elif not self._is_part(number, *over):
                yield hit

    def mention(self, hit: Hit) -> Mention:
        """A known name; without an id where it is a surname that somebody else in the document has too."""
        first, entry = hit.entries[0], only(hit.entries)
        if entry is None:
            return Mention(hit.start, hit.end, first.label, first.subtype, "gazetteer", entries=hit.entries)
        if entry.label == "PERSON":
            names = {fold(name) for name in entry.names}
            surnames = {name for name in names if " " not in name}
            others = any(self._bearers.get(surname, set()) - names for surname in surnames)
            if others and hit.end - hit.start <= max(map(len, surnames)):
                return Mention(hit.start, hit.end, "PERSON", None, "model")
        return Mention(hit.start, hit.end, first.label, first.subtype, "gazetteer", entry.id, entry.name)

    def _names_by_surname(self, named: Sequence[Candidate]) -> dict[str, set[str]]:
        """The longer names of the document by their last word: who a surname may be."""
        found: dict[str, set[str]] = defaultdict(set)
        for candidate in named:
            words = candidate.key.split()
            if len(words) > 1 and self._is_name(candidate):
                found[words[-1]].add(candidate.key)
        return found

    def _is_name(self, candidate: Candidate) -> bool:
        return candidate.label is not None or best(self._ballots[candidate.key])[1] >= ENOUGH

    def _is_same_kind(self, hit: Hit, candidate: Candidate) -> bool:
        """Whether the votes take a candidate for what a list has under its name."""
        label = best(self._ballots[candidate.key])[0]
        return any(_same_kind(entry.label, label) for entry in hit.entries)

    def _is_part(self, number: int, candidate: Candidate, span: Offsets) -> bool:
        """Whether a hit is only a part of a longer name."""
        hit, (start, end) = self._hits[number], span
        if not (start <= hit.start and hit.end <= end) or self._is_chain(start, end, number):
            return False
        return hit.start > start or self._is_name(candidate)

    def _is_chain(self, start: int, end: int, number: int) -> bool:
        """Whether the span is nothing but known names joined by dashes ("Kazakhstan-Pakistan", "Arab-Jewish")."""
        if not _DASH.search(self._text, start, end):
            return False
        while number and self._hits[number - 1].start >= start:
            number -= 1
        at = start
        for hit in self._hits[number:]:
            if hit.start >= end or not _DASHES.fullmatch(self._text, at, hit.start):
                break
            at = hit.end
        return at == end


def offsets(doc: Doc, candidate: Candidate) -> Offsets:
    """Where a candidate stands in the text, without an article before it."""
    start = candidate.start
    if doc[start].lower_ == "the" and candidate.end > start + 1:
        start += 1
    last = doc[candidate.end - 1]
    return doc[start].idx, last.idx + len(last)


def _same_kind(one: Label, other: Label) -> bool:
    """True for one label, and for the two kinds of places."""
    return one == other or {one, other} == {"GPE", "LOC"}
