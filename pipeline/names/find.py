"""The names of a parse: what the grammars, the gazetteer and the model find, and which of them a place belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.lexicon import nouns
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names import grammars
from pipeline.names.candidates.belief import believed
from pipeline.names.candidates.candidate import Candidate, key
from pipeline.names.candidates.layout import authors, datelines, speakers
from pipeline.names.candidates.spans import candidates
from pipeline.names.definitions import Definition, definitions, initials
from pipeline.names.gazetteer import Gazetteer, Hit, only
from pipeline.names.grammars import Found
from pipeline.names.homonyms import settled
from pipeline.names.labels.votes import ENOUGH, Votes, best, votes
from pipeline.names.languages import mark_languages
from pipeline.names.mention import Mention
from pipeline.records import Label, Offsets, Segment
from pipeline.text.expressions import expression
from pipeline.text.folding import apart, fold, level

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AS_DEFINED = 6.0
_AS_DATELINE = 3.0
_AS_BYLINE = 1.5
_AS_SPEAKER = 4.0
_DASH = expression(r"[-‐‑–—/]")
_DASHES = expression(r"\s?[-‐‑–—/]\s?|")


def find_names(doc: Doc, gazetteer: Gazetteer, segments: Sequence[Segment] = ()) -> list[Mention]:
    """All names of ``doc`` in order, none overlapping another.

    segments: the parts of the text, none of whose names goes on in the next; none for a text in one piece.
    """
    text = apart(level(doc.text), (segment.start for segment in segments))
    hits = gazetteer.find(text)
    rules = grammars.find(text, hits)
    found = [Mention(r.start, r.end, r.label, r.subtype, "rule", r.entity_id, r.name) for r in rules]
    taken = _Taken(len(text))
    for rule in rules:
        taken.take(rule.start, rule.end)
    named = [_without_country(doc, candidate, hits) for candidate in believed(doc, candidates(doc), gazetteer)]
    named = [part for candidate in named for part in _coordinated(doc, candidate, named, gazetteer)]
    defined = list(definitions(text))
    named = _defined(doc, text, named, defined, rules, gazetteer)
    places = list(datelines(doc, segments, gazetteer))
    named = [one for one in named if not any(one.start < place.end and place.start < one.end for place in places)]
    named = sorted([*named, *places], key=lambda candidate: candidate.start)
    ballots = votes(doc, named, gazetteer)
    for place in places:
        ballots[place.key]["GPE"] += _AS_DATELINE
    for author in authors(doc, named, segments, gazetteer):
        ballots[author]["PERSON"] += _AS_BYLINE
    for speaker in speakers(doc, named, segments):
        ballots[speaker]["PERSON"] += _AS_SPEAKER
    _like_their_long_forms(doc, ballots, named, defined, rules, gazetteer)
    for own in _own_words(ballots, rules):
        if all(entry.weak for entry in gazetteer.lookup(own)):
            ballots[own]["ORG"] += _AS_DEFINED / 2
    found += _from_gazetteer(doc, text, hits, named, ballots, taken)
    found += _from_model(doc, named, ballots, gazetteer, taken)
    found.sort(key=lambda mention: mention.start)
    mark_languages(doc, text, found, {doc[one.start].idx for one in named if one.label == "LANGUAGE"})
    return list(settled(found))


def _defined(
    doc: Doc,
    text: str,
    named: list[Candidate],
    defined: list[Definition],
    rules: list[Found],
    gazetteer: Gazetteer,
) -> list[Candidate]:
    """The candidates with the long forms that the text defines made whole, and every place of the short forms."""
    if not defined:
        return named
    shorts = set()
    for one in defined:
        long = _long_form(doc, one, named)
        if long is None:
            continue
        shorts.add(one.short)
        over = [candidate for candidate in named if candidate.start < long.end and long.start < candidate.end]
        if any(rule.start < one.end <= rule.end for rule in rules) or (len(over) == 1 and over[0].key == long.key):
            continue
        start = min([long.start, *(candidate.start for candidate in over)])
        named = [candidate for candidate in named if candidate not in over]
        label = (over[-1].label if over else None) or "ORG"
        named.append(Candidate(start, long.end, label, key(doc, start, long.end)))
    held = {index for candidate in named for index in range(candidate.start, candidate.end)}
    for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, sorted(shorts)))})(?!\w)", text) if shorts else ():
        span = doc.char_span(*match.span())
        if span is not None and not held.intersection(range(span.start, span.end)):
            named.append(Candidate(span.start, span.end, None, key(doc, span.start, span.end)))
    return sorted(named, key=lambda candidate: candidate.start)


def _long_form(doc: Doc, one: Definition, named: list[Candidate]) -> Candidate | None:
    """The tokens of a long form; of one whose letters do not fit, those of the body that ends there."""
    if one.start is not None:
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        return Candidate(span.start, span.end, None, key(doc, span.start, span.end)) if span is not None else None
    for candidate in named:
        if candidate.label == "ORG" and candidate.end - candidate.start > 1:
            last = doc[candidate.end - 1]
            if last.idx + len(last) == one.end:
                return candidate
    return None


def _like_their_long_forms(
    doc: Doc,
    ballots: dict[str, Votes],
    named: list[Candidate],
    defined: list[Definition],
    rules: list[Found],
    gazetteer: Gazetteer,
) -> None:
    """A short form is what its long form is, whatever it looks like; so are initials of one long name."""
    for one in defined:
        label = next((rule.label for rule in rules if rule.start < one.end <= rule.end), None)
        long = _long_form(doc, one, named)
        if label is None and long is not None and long.key in ballots:
            label = best(ballots[long.key])[0]
            if label in ("GPE", "NORP", "PERSON") and not gazetteer.lookup(long.key):
                label = "ORG"  # neither places nor persons have initials
                ballots[long.key][label] += _AS_DEFINED
        if label is not None:
            ballots.setdefault(fold(one.short), defaultdict(float))[label] += _AS_DEFINED
    acronyms = {name for name in ballots if 2 < len(name) < 7 and name.isalpha() and not gazetteer.lookup(name)}
    if not acronyms:
        return
    longs: dict[str, set[Label]] = defaultdict(set)
    for rule in rules:
        for letters in initials(rule.name or ""):
            longs[letters].add(rule.label)
    for candidate in named:
        label = best(ballots[candidate.key])[0]
        if candidate.end - candidate.start > 2 and label not in ("PERSON", "GPE", "NORP"):
            for letters in initials(doc[candidate.start : candidate.end].text):
                longs[letters].add(label)
    for name in acronyms:
        if len(longs.get(name, ())) == 1:
            ballots[name][next(iter(longs[name]))] += _AS_DEFINED


def _coordinated(doc: Doc, candidate: Candidate, named: list[Candidate], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The two bodies of "Otto Group and Intel", where a list or the document has one of them by itself."""
    joint = next((i for i in range(candidate.start + 1, candidate.end - 1) if doc[i].lower_ in ("and", "&")), -1)
    if joint < 0 or candidate.label != "ORG" or gazetteer.lookup(candidate.key):
        yield candidate
        return
    parts = [(candidate.start, joint), (joint + 1, candidate.end)]
    keys = [key(doc, *part) for part in parts]
    if any(end - start == 1 and nouns.kinds(doc[start].lower_.rstrip("s")) for start, end in parts):
        yield candidate  # "Department of Trade and Industry"
        return
    kinds = {"ORG"} if doc[candidate.end - 1].lower_ in vocabulary().heads else {"ORG", "GPE"}
    alone = {one.key for one in named}
    alone |= {one for one in keys if any(entry.label in kinds for entry in gazetteer.lookup(one))}
    ended = doc[joint - 1].lower_ in vocabulary().kinds_of_bodies
    of = any(doc[index].lower_ in ("of", "for") for index in range(candidate.start, joint))  # "Ministry of A and B"
    if not (ended or alone.intersection(keys[of:])):
        yield candidate
        return
    for (start, end), name in zip(parts, keys, strict=True):
        yield Candidate(start, end, candidate.label, name, candidate.titled and start == candidate.start)


def _own_words(ballots: dict[str, Votes], rules: list[Found]) -> set[str]:
    """The words of the document's bodies that stand alone too: "Turan" where "Turan News Agency" is."""
    kinds = vocabulary().kinds_of_bodies | vocabulary().businesses
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

    def holds(self, start: int, end: int) -> bool:
        """True when one of the characters was taken before."""
        return any(self._marks[start:end])

    def take(self, start: int, end: int) -> bool:
        """Take the characters; False when one of them was taken before."""
        if self.holds(start, end):
            return False
        self._marks[start:end] = b"\1" * (end - start)
        return True


def _from_gazetteer(
    doc: Doc, text: str, hits: list[Hit], named: list[Candidate], ballots: dict[str, Votes], taken: _Taken
) -> list[Mention]:
    """Known names, but for those inside a longer name and those that the document uses for something else."""
    spans = [(*_offsets(doc, candidate), candidate) for candidate in named]
    bearers = _bearers(named, ballots)
    found = []
    at = 0
    for index, hit in enumerate(hits):
        while at < len(spans) and spans[at][1] <= hit.start:
            at += 1
        over = spans[at] if at < len(spans) and spans[at][0] < hit.end else None
        if over is not None:
            start, end, candidate = over
            if (start, end) == (hit.start, hit.end):
                label = best(ballots[candidate.key])[0]
                if not any(_same_kind(entry.label, label) for entry in hit.entries):
                    continue
            elif (
                start <= hit.start
                and hit.end <= end
                and not _chained(text, start, end, hits, index)
                and (hit.start > start or candidate.label is not None or best(ballots[candidate.key])[1] >= ENOUGH)
            ):
                continue
        elif all(entry.weak for entry in hit.entries):
            continue
        if taken.take(hit.start, hit.end):
            found.append(_known(hit, bearers))
    return found


def _same_kind(one: Label, other: Label) -> bool:
    """True for one label, and for the two kinds of places."""
    return one == other or {one, other} == {"GPE", "LOC"}


def _bearers(named: list[Candidate], ballots: dict[str, Votes]) -> dict[str, set[str]]:
    """The longer names of the document by their last word: who a surname may be."""
    found: dict[str, set[str]] = defaultdict(set)
    for candidate in named:
        words = candidate.key.split()
        if len(words) > 1 and (candidate.label is not None or best(ballots[candidate.key])[1] >= ENOUGH):
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
    if entry is None:
        return Mention(hit.start, hit.end, first.label, first.subtype, "gazetteer", entries=hit.entries)
    return Mention(hit.start, hit.end, first.label, first.subtype, "gazetteer", entry.id, entry.name)


def _before_known(doc: Doc, candidate: Candidate, taken: _Taken) -> int:
    """Where the body ends behind which a known name begins: "Workers Party [of Ada Smith]"; its start for nowhere."""
    for index in range(candidate.start + 1, candidate.end):
        token = doc[index]
        if taken.holds(token.idx, token.idx + 1):
            while index > candidate.start and doc[index - 1].is_lower:
                index -= 1
            body = index > candidate.start and doc[index - 1].lower_ in vocabulary().heads
            return index if body and index < token.i else candidate.start
    return candidate.start


def _from_model(
    doc: Doc, named: list[Candidate], ballots: dict[str, Votes], gazetteer: Gazetteer, taken: _Taken
) -> list[Mention]:
    found = []
    bearers = _bearers(named, ballots)
    for candidate in named:
        label, score = best(ballots[candidate.key])
        if candidate.label is None and score < ENOUGH:
            continue
        start = doc[candidate.start].idx
        end = doc[candidate.end - 1].idx + len(doc[candidate.end - 1])
        if not taken.take(start, end):
            last = _before_known(doc, candidate, taken)
            if last > candidate.start and taken.take(start, end := doc[last - 1].idx + len(doc[last - 1])):
                found.append(Mention(start, end, label, None, "model"))
        else:
            known = gazetteer.lookup(candidate.key)
            if len(known) == 1 and known[0].label == label and candidate.label is not None:
                found.append(_known(Hit(start, end, known), bearers))
            else:
                found.append(Mention(start, end, label, None, "model"))
    return found
