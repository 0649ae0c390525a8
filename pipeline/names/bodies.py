"""Bodies in candidates: two that "and" joins, and the words of a body's name that stand alone too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords
from pipeline.names.candidates.candidate import Candidate, key
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.grammars import Found
from pipeline.names.labels.votes import Votes, best
from pipeline.text.folding import fold
from pipeline.text.spans import Taken

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Bodies:
    """Tells the names of bodies apart."""

    def __init__(self, words: NameWords, kinds: Kinds, gazetteer: Gazetteer) -> None:
        self._words = words
        self._kinds = kinds
        self._gazetteer = gazetteer

    def apart(self, doc: Doc, candidate: Candidate, named: Sequence[Candidate]) -> Iterator[Candidate]:
        """The two bodies of "Otto Group and Intel", where a list or the document has one of them by itself."""
        joint = self._joint(doc, candidate)
        if joint is None or not self._are_two(doc, candidate, joint, named):
            yield candidate
            return
        for start, end in ((candidate.start, joint), (joint + 1, candidate.end)):
            titled = candidate.titled and start == candidate.start
            yield Candidate(start, end, candidate.label, key(doc, start, end), titled)

    def _joint(self, doc: Doc, candidate: Candidate) -> int | None:
        """The "and" inside a body that no list has; None for none."""
        if candidate.label != "ORG" or candidate.end - candidate.start < 3:
            return None
        inner = range(candidate.start + 1, candidate.end - 1)
        joint = next((index for index in inner if doc[index].lower_ in ("and", "&")), None)
        return None if joint is None or self._gazetteer.lookup(candidate.key) else joint

    def _are_two(self, doc: Doc, candidate: Candidate, joint: int, named: Sequence[Candidate]) -> bool:
        parts = [(candidate.start, joint), (joint + 1, candidate.end)]
        if any(end - start == 1 and self._kinds.of(doc[start].lower_.rstrip("s")) for start, end in parts):
            return False  # "Department of Trade and Industry"
        if doc[joint - 1].lower_ in self._words.kinds_of_bodies:
            return True
        of = any(doc[index].lower_ in ("of", "for") for index in range(candidate.start, joint))  # "Ministry of A and B"
        alone = {one.key for one in named}
        kinds = {"ORG"} if doc[candidate.end - 1].lower_ in self._words.heads else {"ORG", "GPE"}
        return any(
            name in alone or any(entry.label in kinds for entry in self._gazetteer.lookup(name))
            for name in (key(doc, *part) for part in parts[of:])
        )

    def own_words(self, ballots: Mapping[str, Votes], rules: Sequence[Found]) -> set[str]:
        """The words of the document's bodies that stand alone too: "Turan" where "Turan News Agency" is."""
        kinds = self._words.kinds_of_bodies | self._words.businesses
        bodies = [fold(rule.name) for rule in rules if rule.name and rule.subtype in ("company", "media")]
        bodies += [name for name, ballot in ballots.items() if " " in name and best(ballot)[0] == "ORG"]
        found = set()
        for words in map(str.split, bodies):
            size = len(words)
            while size > 1 and words[size - 1] in kinds:
                size -= 1
            if 0 < size < len(words) and (own := " ".join(words[:size])) in ballots:
                found.add(own)
        return found

    def end_before_known(self, doc: Doc, candidate: Candidate, taken: Taken) -> int | None:
        """Where the body ends behind which a known name begins: "Workers Party [of Ada Smith]"; None for nowhere."""
        tokens = doc[candidate.start + 1 : candidate.end]
        first = next((token.i for token in tokens if taken.holds(token.idx, token.idx + 1)), None)
        if first is None:
            return None
        index = first
        while index > candidate.start and doc[index - 1].is_lower:
            index -= 1
        body = candidate.start < index < first and doc[index - 1].lower_ in self._words.heads
        return index if body else None
