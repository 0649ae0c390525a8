"""What kind of name each name is: a vote over all its mentions in the document.

Titles before it, verbs of saying, prepositions of place, the nouns that describe it, the word that it ends in, the full
form elsewhere, the gazetteer and the model's own label have a say. Clear places correct unclear ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.lexicon import nouns
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.candidates.candidate import Candidate
from pipeline.names.gazetteer import Gazetteer
from pipeline.records import Label
from pipeline.text.expressions import expression

if TYPE_CHECKING:
    from spacy.tokens import Doc

Votes = defaultdict[Label, float]

ENOUGH = 1.5  # what a run that the model passed over needs to become a name
GIVEN = 1.0  # what a first name at the head of a name says
_PLACE = frozenset(
    {"in", "at", "near", "across", "throughout", "outside", "inside", "toward", "towards", "into", "around"}
)
_MODEL = {"PERSON": 1.0, "GPE": 1.0, "ORG": 0.7, "NORP": 1.0, "LOC": 1.0, "FAC": 0.8}
_DOTTED = expression(r"(?:[a-z]\.){2,5}[a-z]?")
_TURN = expression(r"\s?(?:\([^()\n]{2,40}\))?:")  # behind who speaks: "Ada Smith (Sky):"
_AGE = expression(r", \d\d?(?:,| of\b|\.)")


def _is_acronym(doc: Doc, candidate: Candidate) -> bool:
    """ "IPCC", "AU": capitals alone, in a line that has other words."""
    token = doc[candidate.start]
    if candidate.end - candidate.start != 1 or not (token.is_alpha and token.is_upper and 2 <= len(token) <= 7):
        return False
    around = doc[max(0, token.i - 4) : token.i + 5]
    return any(word.is_alpha and word.is_lower for word in around)


class _Ballots:
    """For each name, how much speaks for each label; what is said again counts less each time."""

    def __init__(self) -> None:
        self.votes: dict[str, Votes] = {}
        self._times: Counter[tuple[str, Label, str]] = Counter()

    def add(self, name: str, label: Label, weight: float, reason: str, *, once: bool = False) -> None:
        self._times[name, label, reason] += 1
        if once and self._times[name, label, reason] > 1:
            return
        self.votes[name][label] += weight / self._times[name, label, reason]


def votes(doc: Doc, named: list[Candidate], gazetteer: Gazetteer) -> dict[str, Votes]:
    """For each name as ``key`` has it, how much speaks for each label."""
    ballots = _Ballots()
    text = doc.text  # made anew each time it is asked for
    acronyms = {
        candidate.key for candidate in named if _is_acronym(doc, candidate) and not gazetteer.lookup(candidate.key)
    }
    for candidate in named:
        ballots.votes.setdefault(candidate.key, defaultdict(float))
        if candidate.label is not None:
            once = bool(gazetteer.lookup(candidate.key))  # of a known name the model's mistake is no truer for repeats
            ballots.add(candidate.key, candidate.label, _MODEL.get(candidate.label, 0.8), "model", once=once)
        _context(doc, text, candidate, ballots)
    for name, ballot in ballots.votes.items():
        _shape(name, ballot, name in acronyms)
        for entry in gazetteer.lookup(name):
            ballot[entry.label] += 1.5 if entry.weak else 4.0
    _shared(ballots.votes, gazetteer)
    return ballots.votes


def _context(doc: Doc, text: str, candidate: Candidate, ballots: _Ballots) -> None:
    """What stands around one mention."""
    start, end = candidate.start, candidate.end
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    if candidate.titled:
        ballots.add(candidate.key, "PERSON", 3.0, "title")
    first, _, more = candidate.key.partition(" ")
    if more and more.count(" ") < 3 and before != "the" and first.partition("-")[0] in vocabulary().given:
        ballots.add(candidate.key, "PERSON", GIVEN, "first name")
    if before == "by" and (start < 2 or doc[start - 2].is_space) and doc[start - 1].is_title:
        ballots.add(candidate.key, "PERSON", 1.5, "byline")
    if before in _PLACE:
        ballots.add(candidate.key, "GPE", 0.8, "place")
    if after == "-based" or (after == "-" and end + 1 < len(doc) and doc[end + 1].lower_ == "based"):
        ballots.add(candidate.key, "GPE", 2.0, "based")
    at = doc[end - 1].idx + len(doc[end - 1])
    if end - start > 1 and (not start or doc[start - 1].is_space) and _TURN.match(text, at):
        ballots.add(candidate.key, "PERSON", 1.5, "turn")
    for noun in _descriptions(doc, start, end):
        label = _kind_of(noun)
        if label is not None:
            ballots.add(candidate.key, label, 1.5, "described")
    if _AGE.match(text, doc[end - 1].idx + len(doc[end - 1])):
        ballots.add(candidate.key, "PERSON", 2.0, "age")
    if after == "," and end + 1 < len(doc) and doc[end + 1].lower_ == "who":
        ballots.add(candidate.key, "PERSON", 1.5, "who")
    head = doc[end - 1]
    if head.dep_ in ("nsubj", "nsubjpass"):
        if head.head.lemma_ in vocabulary().say:
            ballots.add(candidate.key, "PERSON", 0.8, "says")
        elif head.head.lemma_ in vocabulary().lives:
            ballots.add(candidate.key, "PERSON", 1.0, "lives")
    _relations(doc, candidate, ballots)


def _relations(doc: Doc, candidate: Candidate, ballots: _Ballots) -> None:
    """What the name owns, is of, is gone to, and what stands behind a comma: "Oslo's mayor", "shares of Eskom"."""
    words, start, end = vocabulary(), candidate.start, candidate.end
    size = len(doc)
    if end + 1 < size and doc[end].text in ("'s", "’s", "'", "’"):
        label = words.owns.get(doc[end + 1].lower_)
        if label is not None:
            ballots.add(candidate.key, label, 1.2, "owns")
    elif end < size and doc[end].tag_ in ("NN", "NNS") and words.owns.get(doc[end].lower_) == "ORG":
        ballots.add(candidate.key, "ORG", 2.0, "owns")
    if start > 1 and doc[start - 1].lower_ in ("of", "for", "at"):
        label = words.of.get(doc[start - 2].lower_)
        if label is not None and (label == "ORG" or doc[start - 1].lower_ == "of"):
            ballots.add(candidate.key, label, 1.0, "of")
    if start and doc[start - 1].lower_ in ("to", "from") and doc[start - 1].head.lemma_ in words.moves:
        ballots.add(candidate.key, "GPE", 0.8, "moves")


def _descriptions(doc: Doc, start: int, end: int) -> Iterator[str]:
    """The nouns that say what a name is: "the utility Eskom", "Eskom, the state utility", "Oromia region"."""
    left = doc[start - 1] if start else None
    if left is not None and left.tag_ in ("NN", "NNS") and left.dep_ in ("compound", "nmod", "appos", "nsubj", "pobj"):
        yield left.lemma_.lower()
    if left is not None and left.lower_ == "of" and start > 1 and doc[start - 2].lower_ in vocabulary().places:
        yield doc[start - 2].lower_
    right = doc[end] if end < len(doc) else None
    if right is not None and right.tag_ == "NN":
        head = doc[end + 1] if right.dep_ == "compound" and end + 1 < len(doc) and right.head.i == end + 1 else right
        if head.lower_ in vocabulary().places | vocabulary().facilities or head.i > end:
            yield head.lower_  # "Kabar [news] agency"
    head = doc[end - 1]
    if head.dep_ == "appos" and start - 3 < head.head.i < start and head.head.tag_ == "NN":
        yield head.head.lemma_.lower()  # "a reader, Ada Smith"
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.i >= end:
            yield child.lemma_.lower()


def _kind_of(noun: str) -> Label | None:
    """The label of what a noun describes, where WordNet has it for one kind only."""
    kinds = nouns.kinds(noun)
    if noun in vocabulary().places:
        return "GPE"
    if noun in vocabulary().facilities:
        return "FAC"
    if "person" in kinds:
        return None if kinds & {"organization", "organisation", "company"} else "PERSON"
    if kinds & vocabulary().bodies or noun in vocabulary().bodies:
        return "ORG"
    return None


def _shape(name: str, ballot: Votes, acronym: bool) -> None:
    """What the words of the name say themselves."""
    heads = vocabulary().heads
    words = name.split()
    if len(words) == 1 and acronym:
        ballot["ORG"] += 2.2
    if len(words) == 1 and _DOTTED.fullmatch(name):
        ballot["ORG"] += 2.2  # "K.G.B."
    if 1 < len(words) < 4 and len(words[0].rstrip(".")) == 1 and len(words[-1]) > 3 and words[-1] not in heads:
        ballot["PERSON"] += 1.0  # "L. Mutiso"
    if len(words) == 1 and heads.get(name) == "ORG":
        ballot["ORG"] += 1.5
    if len(words) > 1 and (first := vocabulary().first.get(words[0])):
        ballot[first] += 1.5
    if len(words) > 1:
        joint = next((at for at, word in enumerate(words) if word in ("of", "for") and at), len(words))
        head = words[joint - 1]  # of "Chamber of Agriculture", "Harbour Authority"
        label = heads.get(head) or heads.get(words[-1])
        if label is not None:
            ballot[label] += 2.5


def _shared(votes: dict[str, Votes], gazetteer: Gazetteer) -> None:
    """A full name that is clearly a person's makes its surname, and where alone its first name, a person's too."""
    for name, ballot in list(votes.items()):
        words = name.split()
        if len(words) < 2 or best(ballot)[0] != "PERSON":
            continue
        for word, weight in ((words[-1], 3.0), (words[0], 1.5)):
            if word in votes:
                known = gazetteer.lookup(word) and not votes[word]["PERSON"]  # "Durban" is a city first
                votes[word]["PERSON"] += weight / 3 if known else weight


def best(ballot: Votes) -> tuple[Label, float]:
    if not ballot:
        return "ORG", 0.0
    ordered: list[Label] = sorted(ballot)
    label = max(ordered, key=lambda kind: (ballot[kind], kind == "PERSON"))
    return label, ballot[label]
