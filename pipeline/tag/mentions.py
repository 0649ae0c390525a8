"""The names of a parse: the model's spans, repaired by what the whole document says of each name.

A name's kind is a vote over all its mentions: titles before it, verbs of saying, prepositions of place, the word that
it ends in, the full form elsewhere, the gazetteer, and the model's own label. Clear places correct unclear ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from pipeline import nouns
from pipeline.records import Label, Offsets
from pipeline.tag import grammars
from pipeline.tag.belief import believed
from pipeline.tag.folding import fold, level
from pipeline.tag.gazetteer import Gazetteer, Hit, only
from pipeline.tag.spans import Candidate, candidates, key
from pipeline.tag.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

Votes = defaultdict[Label, float]

_PLACE = frozenset(
    {"in", "at", "near", "across", "throughout", "outside", "inside", "toward", "towards", "into", "around"}
)
_MODEL = {"PERSON": 1.0, "GPE": 1.0, "ORG": 0.7, "NORP": 1.0, "LOC": 1.0, "FAC": 0.8}
_DASH = re.compile(r"[-‐‑–—/]")
_DASHES = re.compile(r"\s?[-‐‑–—/]\s?|")
_AGE = re.compile(r", \d\d?(?:,| of\b|\.)")
_ENOUGH = 1.5  # what a run that the model passed over needs to become a name


@dataclass(slots=True)
class Mention:
    """A name in the text. ``entity_id`` and ``name`` are known here only from the gazetteer and the grammars."""

    start: int
    end: int
    label: Label
    subtype: str | None
    basis: Literal["model", "gazetteer", "rule", "alias"]
    entity_id: str | None = None
    name: str | None = None


def find_names(doc: Doc, gazetteer: Gazetteer) -> list[Mention]:
    """All names of ``doc`` in order, none overlapping another."""
    text = level(doc.text)
    hits = gazetteer.find(text)
    rules = grammars.find(text, hits)
    found = [Mention(r.start, r.end, r.label, r.subtype, "rule", r.entity_id, r.name) for r in rules]
    taken = _Taken(len(text))
    for rule in rules:
        taken.take(rule.start, rule.end)
    named = [_without_country(doc, candidate, hits) for candidate in believed(doc, candidates(doc), gazetteer)]
    votes = _votes(doc, named, gazetteer)
    found += _from_gazetteer(doc, text, hits, named, votes, taken)
    found += _from_model(doc, named, votes, gazetteer, taken)
    found.sort(key=lambda mention: mention.start)
    return found


def _without_country(doc: Doc, candidate: Candidate, hits: list[Hit]) -> Candidate:
    """A person's name without the known name before it: "Kenyan Otieno", "Norway's Lindqvist", "of Malaysia Salleh"."""
    if candidate.end - candidate.start < 2 or not (candidate.label == "PERSON" or candidate.titled):
        return candidate
    first = doc[candidate.start]
    at = bisect_left(hits, first.idx, key=attrgetter("start"))
    if at == len(hits) or hits[at].start != first.idx:
        return candidate
    hit = hits[at]
    span = doc.char_span(hit.start, hit.end)
    if span is None or span.end >= candidate.end:
        return candidate
    start = span.end
    genitive = doc[start].text in ("'s", "’s", "'", "’")
    of_it = hit.entries[0].subtype == "country" and candidate.start and doc[candidate.start - 1].lower_ == "of"
    if not (genitive or of_it or hit.entries[0].label == "NORP"):
        return candidate
    start += genitive
    if start >= candidate.end:
        return candidate
    return Candidate(start, candidate.end, candidate.label, key(doc, start, candidate.end), candidate.titled)


class _Taken:
    """Which characters belong to a name already."""

    def __init__(self, size: int) -> None:
        self._marks = bytearray(size)

    def take(self, start: int, end: int) -> bool:
        """Take the characters; False when one of them was taken before."""
        if any(self._marks[start:end]):
            return False
        self._marks[start:end] = b"\1" * (end - start)
        return True


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

    def add(self, name: str, label: Label, weight: float, reason: str) -> None:
        self._times[name, label, reason] += 1
        self.votes[name][label] += weight / self._times[name, label, reason]


def _votes(doc: Doc, named: list[Candidate], gazetteer: Gazetteer) -> dict[str, Votes]:
    """For each name as ``key`` has it, how much speaks for each label."""
    ballots = _Ballots()
    text = doc.text  # made anew each time it is asked for
    acronyms = {
        candidate.key for candidate in named if _is_acronym(doc, candidate) and not gazetteer.lookup(candidate.key)
    }
    for candidate in named:
        ballots.votes.setdefault(candidate.key, defaultdict(float))
        if candidate.label is not None:
            ballots.add(candidate.key, candidate.label, _MODEL.get(candidate.label, 0.8), "model")
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
    if before in _PLACE:
        ballots.add(candidate.key, "GPE", 0.8, "place")
    if after == "-based" or (after == "-" and end + 1 < len(doc) and doc[end + 1].lower_ == "based"):
        ballots.add(candidate.key, "GPE", 2.0, "based")
    if after == ":" and end - start > 1 and (not start or doc[start - 1].is_space):
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
        ballots.add(candidate.key, "ORG", 1.0, "owns")
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
    if right is not None and right.tag_ == "NN" and right.lower_ in vocabulary().places:
        yield right.lower_
    head = doc[end - 1]
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.i >= end:
            yield child.lemma_.lower()


def _kind_of(noun: str) -> Label | None:
    """The label of what a noun describes, where WordNet has it for one kind only."""
    kinds = nouns.kinds(noun)
    if noun in vocabulary().places:
        return "GPE"
    if "person" in kinds:
        return None if kinds & {"organization", "organisation", "company"} else "PERSON"
    if kinds & vocabulary().bodies or noun in vocabulary().bodies:
        return "ORG"
    return None


def _shape(name: str, ballot: Votes, acronym: bool) -> None:
    """What the words of the name say themselves."""
    heads = vocabulary().heads
    words = name.split()
    if len(words) == 1 and acronym and name not in vocabulary().plain_acronyms:
        ballot["ORG"] += 2.2
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
        if len(words) < 2 or _best(ballot)[0] != "PERSON":
            continue
        for word, weight in ((words[-1], 3.0), (words[0], 1.5)):
            if word in votes:
                known = gazetteer.lookup(word) and not votes[word]["PERSON"]  # "Durban" is a city first
                votes[word]["PERSON"] += weight / 3 if known else weight


def _best(ballot: Votes) -> tuple[Label, float]:
    if not ballot:
        return "ORG", 0.0
    ordered: list[Label] = sorted(ballot)
    label = max(ordered, key=lambda kind: ballot[kind])
    return label, ballot[label]


def _from_gazetteer(
    doc: Doc, text: str, hits: list[Hit], named: list[Candidate], votes: dict[str, Votes], taken: _Taken
) -> list[Mention]:
    """Known names, but for those inside a longer name and those that the document uses for something else."""
    spans = [(*_offsets(doc, candidate), candidate) for candidate in named]
    bearers = _bearers(named)
    found = []
    at = 0
    for index, hit in enumerate(hits):
        while at < len(spans) and spans[at][1] <= hit.start:
            at += 1
        over = spans[at] if at < len(spans) and spans[at][0] < hit.end else None
        if over is not None:
            start, end, candidate = over
            if (start, end) == (hit.start, hit.end):
                label = _best(votes[candidate.key])[0]
                if candidate.label == "LANGUAGE" or not any(_same_kind(entry.label, label) for entry in hit.entries):
                    continue
            elif start <= hit.start and hit.end <= end and not _chained(text, start, end, hits, index):
                continue
        elif all(entry.weak for entry in hit.entries) and not _dateline(text, hit):
            continue
        if taken.take(hit.start, hit.end):
            found.append(_known(hit, bearers))
    return found


def _same_kind(one: Label, other: Label) -> bool:
    """True for one label, and for the two kinds of places."""
    return one == other or {one, other} == {"GPE", "LOC"}


def _bearers(named: list[Candidate]) -> dict[str, set[str]]:
    """The longer names of the document by their last word: who a surname may be."""
    found: dict[str, set[str]] = defaultdict(set)
    for candidate in named:
        words = candidate.key.split()
        if len(words) > 1:
            found[words[-1]].add(candidate.key)
    return found


def _offsets(doc: Doc, candidate: Candidate) -> Offsets:
    """Where a candidate stands in the text, without an article before it."""
    start = candidate.start
    if doc[start].lower_ == "the" and candidate.end > start + 1:
        start += 1
    last = doc[candidate.end - 1]
    return doc[start].idx, last.idx + len(last)


def _chained(text: str, start: int, end: int, hits: list[Hit], index: int) -> bool:
    """The span is nothing but known names joined by dashes ("Kazakhstan-Pakistan", "Arab-Jewish")."""
    if not _DASH.search(text, start, end):
        return False
    first = index
    while first and hits[first - 1].start >= start:
        first -= 1
    at = start
    for hit in hits[first:]:
        if hit.start >= end or not _DASHES.fullmatch(text, at, hit.start):
            break
        at = hit.end
    return at == end


def _known(hit: Hit, bearers: dict[str, set[str]]) -> Mention:
    """The mention of a known name; without an id where it is a surname that somebody else in the document has too."""
    first, entry = hit.entries[0], only(hit.entries)
    if entry is not None and entry.label == "PERSON":
        names = {fold(name) for name in (entry.name, *entry.aliases)}
        surnames = {name for name in names if " " not in name}
        others = any(bearers.get(surname, set()) - names for surname in surnames)
        if others and hit.end - hit.start <= max(map(len, surnames)):
            return Mention(hit.start, hit.end, "PERSON", None, "model")
    known = (entry.id, entry.name) if entry else (None, None)
    return Mention(hit.start, hit.end, first.label, first.subtype, "gazetteer", *known)


def _dateline(text: str, hit: Hit) -> bool:
    """A place at the head of a line, before a dash or a colon."""
    begins = not hit.start or text[hit.start - 1] == "\n"
    return begins and text[hit.end : hit.end + 3].lstrip()[:1] in (":", "-", "–", "—", "(", ",")


def _from_model(
    doc: Doc, named: list[Candidate], votes: dict[str, Votes], gazetteer: Gazetteer, taken: _Taken
) -> list[Mention]:
    found = []
    bearers = _bearers(named)
    for candidate in named:
        label, score = _best(votes[candidate.key])
        if candidate.label is None and score < _ENOUGH:
            continue
        start = doc[candidate.start].idx
        end = doc[candidate.end - 1].idx + len(doc[candidate.end - 1])
        if taken.take(start, end):
            known = gazetteer.lookup(candidate.key)
            if len(known) == 1 and known[0].label == label and candidate.label is not None:
                found.append(_known(Hit(start, end, known), bearers))
            else:
                found.append(Mention(start, end, label, None, "model"))
    return found
