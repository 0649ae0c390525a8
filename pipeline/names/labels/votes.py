"""What kind of name each name is: a vote over all its mentions in the document.

Titles before it, verbs of saying, prepositions of place, the nouns that describe it, the word that it ends in, the full
form elsewhere, the gazetteer and the model's own label have a say. Clear places correct unclear ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords
from pipeline.names.candidates.candidate import Candidate
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.labels import weights
from pipeline.names.labels.surroundings import Signs
from pipeline.names.labels.weights import Sign
from pipeline.records import Label
from pipeline.text.expressions import expression

if TYPE_CHECKING:
    from spacy.tokens import Doc

Votes: TypeAlias = defaultdict[Label, float]

_DOTTED = expression(r"(?:[a-z]\.){2,5}[a-z]?")
_ACRONYM = range(2, 8)  # letters
_LINE = 4  # tokens on each side of an acronym in which a word in small letters shows that the line is no shout


def best(ballot: Votes) -> tuple[Label, float]:
    """The label with the most votes and how many these are; a person of two; ("ORG", 0) where nothing was voted."""
    if not ballot:
        return "ORG", 0.0
    ordered: list[Label] = sorted(ballot)
    label = max(ordered, key=lambda kind: (ballot[kind], kind == "PERSON"))
    return label, ballot[label]


class _Ballots:
    """For each name, how much speaks for each label; what is said again counts less each time."""

    def __init__(self) -> None:
        self.votes: dict[str, Votes] = {}
        self._said: Counter[tuple[str, Label, str]] = Counter()

    def add(self, name: str, label: Label, sign: Sign, *, once: bool = False) -> None:
        """A vote; once: the same reason counts no second time."""
        self._said[name, label, sign.reason] += 1
        if once and self._said[name, label, sign.reason] > 1:
            return
        self.votes[name][label] += sign.weight / self._said[name, label, sign.reason]


class Labels:
    """Takes the vote on the names of a document."""

    def __init__(self, words: NameWords, kinds: Kinds, gazetteer: Gazetteer) -> None:
        self._words = words
        self._gazetteer = gazetteer
        self._signs = Signs(words, kinds)

    def votes(self, doc: Doc, named: Sequence[Candidate]) -> dict[str, Votes]:
        """For each name as ``key`` has it, how much speaks for each label."""
        ballots = _Ballots()
        text = doc.text  # made anew each time it is asked for
        for candidate in named:
            ballots.votes.setdefault(candidate.key, defaultdict(float))
            if candidate.label is not None:
                sign = Sign("model", weights.MODEL.get(candidate.label, weights.MODEL_ELSE))
                known = bool(self._gazetteer.lookup(candidate.key))  # the model's mistake is no truer for repeats
                ballots.add(candidate.key, candidate.label, sign, once=known)
            for sign, label in self._signs.around(doc, text, candidate):
                ballots.add(candidate.key, label, sign)
        acronyms = {one.key for one in named if _is_acronym(doc, one) and not self._gazetteer.lookup(one.key)}
        for name, ballot in ballots.votes.items():
            for label, weight in self._of_words(name, name in acronyms):
                ballot[label] += weight
            for entry in self._gazetteer.lookup(name):
                ballot[entry.label] += weights.KNOWN_WEAK if entry.weak else weights.KNOWN
        self._share(ballots.votes)
        return ballots.votes

    def _of_words(self, name: str, acronym: bool) -> Iterator[tuple[Label, float]]:
        """What the words of the name say themselves."""
        words = name.split()
        if len(words) == 1:
            yield from self._of_one_word(name, acronym)
        if len(words) < 2:
            return
        heads = self._words.heads
        initial = len(words) < 4 and len(words[0].rstrip(".")) == 1 and len(words[-1]) > 3
        if initial and words[-1] not in heads:
            yield "PERSON", weights.INITIAL
        if first := self._words.first.get(words[0]):
            yield first, weights.FIRST_WORD
        if label := _label_of_head(words, heads):
            yield label, weights.HEAD

    def _of_one_word(self, name: str, acronym: bool) -> Iterator[tuple[Label, float]]:
        if acronym:
            yield "ORG", weights.ACRONYM
        if _DOTTED.fullmatch(name):
            yield "ORG", weights.ACRONYM  # "K.G.B."
        if self._words.heads.get(name) == "ORG":
            yield "ORG", weights.HEAD_ALONE

    def _share(self, votes: dict[str, Votes]) -> None:
        """A full name that is clearly a person's makes its surname, and where alone its first name, a person's too."""
        for name, ballot in list(votes.items()):
            words = name.split()
            if len(words) < 2 or best(ballot)[0] != "PERSON":
                continue
            for word, weight in ((words[-1], weights.SURNAME), (words[0], weights.FORENAME)):
                if word in votes:
                    other = self._gazetteer.lookup(word) and not votes[word]["PERSON"]
                    votes[word]["PERSON"] += weight * weights.KNOWN_SHARE if other else weight


def _label_of_head(words: list[str], heads: Mapping[str, Label]) -> Label | None:
    """The kind that the head of a name tells: of "Chamber of Agriculture", "Harbour Authority"."""
    joint = next((at for at, word in enumerate(words) if word in ("of", "for") and at), len(words))
    return heads.get(words[joint - 1]) or heads.get(words[-1])


def _is_acronym(doc: Doc, candidate: Candidate) -> bool:
    """ "IPCC", "AU": capitals alone, in a line that has other words."""
    token = doc[candidate.start]
    one = candidate.end - candidate.start == 1 and token.is_alpha and token.is_upper and len(token) in _ACRONYM
    return one and any(word.is_alpha and word.is_lower for word in doc[max(0, token.i - _LINE) : token.i + _LINE + 1])
