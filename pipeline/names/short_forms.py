"""Short forms that a text defines, as names: where they stand, and that they are what their long forms are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.names.candidates.candidate import Candidate, key
from pipeline.names.definitions import Definition, definitions, initials
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.grammars import Found
from pipeline.names.labels import weights
from pipeline.names.labels.votes import Votes, best
from pipeline.records import Label
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_INITIALS = range(3, 7)  # letters of the initials of a long name
_NO_INITIALS = frozenset({"GPE", "NORP", "PERSON"})  # neither places nor persons have initials


class ShortForms:
    """The definitions of one document.

    text: as ``folding.level`` leaves it. rules: the names that the grammars found.
    """

    def __init__(self, doc: Doc, text: str, rules: Sequence[Found], gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._text = text
        self._rules = rules
        self._gazetteer = gazetteer
        self._defined = list(definitions(text))

    # ------------------------------------------------------------ where they stand

    def marked(self, named: list[Candidate]) -> list[Candidate]:
        """The candidates with the long forms that the text defines made whole, and every place of the short forms."""
        if not self._defined:
            return named
        shorts = set()
        for one in self._defined:
            long = self._long_form(one, named)
            if long is not None:
                shorts.add(one.short)
                named = self._with_long(one, long, named)
        named = [*named, *self._places(shorts, named)]
        return sorted(named, key=lambda candidate: candidate.start)

    def _with_long(self, one: Definition, long: Candidate, named: list[Candidate]) -> list[Candidate]:
        """The candidates with one in place of all that the long form meets; as they are where a grammar has it."""
        over = [candidate for candidate in named if candidate.start < long.end and long.start < candidate.end]
        if self._ruled(one) is not None or (len(over) == 1 and over[0].key == long.key):
            return named
        start = min([long.start, *(candidate.start for candidate in over)])
        label = (over[-1].label if over else None) or "ORG"
        kept = [candidate for candidate in named if candidate not in over]
        return [*kept, Candidate(start, long.end, label, key(self._doc, start, long.end))]

    def _places(self, shorts: set[str], named: Sequence[Candidate]) -> Iterator[Candidate]:
        """Where short forms stand outside of other candidates."""
        held = {index for candidate in named for index in range(candidate.start, candidate.end)}
        words = "|".join(map(re.escape, sorted(shorts)))
        for match in re.finditer(rf"\b(?:{words})(?!\w)", self._text) if shorts else ():
            span = self._doc.char_span(*match.span())
            if span is not None and not held.intersection(range(span.start, span.end)):
                yield Candidate(span.start, span.end, None, key(self._doc, span.start, span.end))

    def _long_form(self, one: Definition, named: Sequence[Candidate]) -> Candidate | None:
        """The tokens of a long form; of one whose letters do not fit, those of the body that ends there."""
        doc = self._doc
        if one.start is not None:
            span = doc.char_span(one.start, one.end, alignment_mode="expand")
            return Candidate(span.start, span.end, None, key(doc, span.start, span.end)) if span is not None else None
        for candidate in named:
            last = doc[candidate.end - 1]
            long = candidate.label == "ORG" and candidate.end - candidate.start > 1
            if long and last.idx + len(last) == one.end:
                return candidate
        return None

    def _ruled(self, one: Definition) -> Label | None:
        """The label that a grammar gives a long form; None where none has it."""
        return next((rule.label for rule in self._rules if rule.start < one.end <= rule.end), None)

    # ------------------------------------------------------------ what they are

    def vote(self, named: Sequence[Candidate], ballots: dict[str, Votes]) -> None:
        """Adds votes: a short form is what its long form is, however it looks; so are initials of one long name."""
        for one in self._defined:
            label = self._ruled(one) or self._label_of_long(one, named, ballots)
            if label is not None:
                ballots.setdefault(fold(one.short), defaultdict(float))[label] += weights.DEFINITION
        acronyms = [name for name in ballots if len(name) in _INITIALS and name.isalpha()]
        acronyms = [name for name in acronyms if not self._gazetteer.lookup(name)]
        longs = self._labels_of_initials(named, ballots) if acronyms else {}
        for name in acronyms:
            if len(longs.get(name, ())) == 1:
                ballots[name][next(iter(longs[name]))] += weights.DEFINITION

    def _label_of_long(self, one: Definition, named: Sequence[Candidate], ballots: dict[str, Votes]) -> Label | None:
        """What the votes take a long form for: a body instead of a place or person that no list has."""
        long = self._long_form(one, named)
        if long is None or long.key not in ballots:
            return None
        label = best(ballots[long.key])[0]
        if label in _NO_INITIALS and not self._gazetteer.lookup(long.key):
            label = "ORG"
            ballots[long.key][label] += weights.DEFINITION
        return label

    def _labels_of_initials(self, named: Sequence[Candidate], ballots: dict[str, Votes]) -> dict[str, set[Label]]:
        """The labels of the document's long names by their initials."""
        longs: dict[str, set[Label]] = defaultdict(set)
        for rule in self._rules:
            for letters in initials(rule.name or ""):
                longs[letters].add(rule.label)
        for candidate in named:
            label = best(ballots[candidate.key])[0]
            if candidate.end - candidate.start > 2 and label not in _NO_INITIALS:
                for letters in initials(self._doc[candidate.start : candidate.end].text):
                    longs[letters].add(label)
        return longs
