"""The names of a parse: what the grammars, the gazetteer and the model find, and which of them a place belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.lexicon.lexicon import Lexicon
from pipeline.names.bodies import Bodies
from pipeline.names.candidates.belief import Belief
from pipeline.names.candidates.candidate import Candidate, key
from pipeline.names.candidates.layout import LayoutNames
from pipeline.names.candidates.spans import Candidates
from pipeline.names.gazetteer import Gazetteer, Hit
from pipeline.names.grammars import Found, Grammars
from pipeline.names.homonyms import settled
from pipeline.names.known import KnownNames
from pipeline.names.labels import weights
from pipeline.names.labels.votes import Labels, Votes, best
from pipeline.names.languages import Languages
from pipeline.names.mention import Mention
from pipeline.names.short_forms import ShortForms
from pipeline.records import Segment
from pipeline.segment.media import MediaNames
from pipeline.text.folding import apart, level
from pipeline.text.spans import Taken

if TYPE_CHECKING:
    from spacy.tokens import Doc


class NameFinder:
    """Finds the names of documents. gazetteer: the known names, the user's too."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        words, kinds = lexicon.names, lexicon.kinds
        self._words = words
        self._countries = lexicon.countries
        self._gazetteer = gazetteer
        self._grammars = Grammars(lexicon)
        self._media = MediaNames(lexicon.furniture.media)
        self._candidates = Candidates(words, kinds)
        self._belief = Belief(words, kinds, gazetteer)
        self._bodies = Bodies(words, kinds, gazetteer)
        self._labels = Labels(words, kinds, gazetteer)
        self._languages = Languages(lexicon.entries)

    def find(self, doc: Doc, segments: Sequence[Segment] = ()) -> list[Mention]:
        """All names of ``doc`` in order, none overlapping another.

        segments: the parts of the text, none of whose names goes on in the next; none for a text in one piece.
        """
        text = apart(level(doc.text), (segment.start for segment in segments))
        hits = self._gazetteer.find(text)
        rules = self._grammars.find(text, hits)
        shorts = ShortForms(doc, text, rules, self._gazetteer)
        layout = LayoutNames(doc, segments, self._words, self._gazetteer, self._media)
        places = list(layout.places())
        named = _with_places(shorts.marked(self._named(doc, hits)), places)
        ballots = self._votes(doc, named, rules, shorts, layout, places)
        taken = Taken(len(text))
        for rule in rules:
            taken.mark(rule.start, rule.end)
        known = KnownNames(doc, text, hits, named, ballots)
        found = [Mention(r.start, r.end, r.label, r.subtype, "rule", r.entity_id, r.name) for r in rules]
        found += [known.mention(hit) for hit in known.hits() if taken.take(hit.start, hit.end)]
        found += self._of_model(doc, named, ballots, known, taken)
        found.sort(key=lambda mention: mention.start)
        tongues = {doc[one.start].idx for one in named if one.label == "LANGUAGE"}
        self._languages.mark(doc, text, found, tongues)
        return list(settled(found, self._countries))

    def _named(self, doc: Doc, hits: Sequence[Hit]) -> list[Candidate]:
        """The model's candidates that may be names, each one name."""
        believed = self._belief.names(doc, self._candidates.find(doc))
        named = [_without_country(doc, candidate, hits) for candidate in believed]
        return [part for candidate in named for part in self._bodies.apart(doc, candidate, named)]

    def _votes(
        self,
        doc: Doc,
        named: Sequence[Candidate],
        rules: Sequence[Found],
        shorts: ShortForms,
        layout: LayoutNames,
        places: Sequence[Candidate],
    ) -> dict[str, Votes]:
        """What speaks for each label of each name: its mentions, the layout, definitions, the words of bodies."""
        ballots = self._labels.votes(doc, named)
        for place in places:
            ballots[place.key]["GPE"] += weights.DATELINE
        for author in layout.authors(named):
            ballots[author]["PERSON"] += weights.AUTHOR
        for speaker in layout.speakers(named):
            ballots[speaker]["PERSON"] += weights.SPEAKER
        shorts.vote(named, ballots)
        for own in self._bodies.own_words(ballots, rules):
            if all(entry.weak for entry in self._gazetteer.lookup(own)):
                ballots[own]["ORG"] += weights.OWN_WORD
        return ballots

    def _of_model(
        self, doc: Doc, named: Sequence[Candidate], ballots: dict[str, Votes], known: KnownNames, taken: Taken
    ) -> Iterator[Mention]:
        """The candidates that nothing else has taken; of a body before a known name what stands before that."""
        for candidate in named:
            label, score = best(ballots[candidate.key])
            if candidate.label is None and score < weights.ENOUGH:
                continue
            start = doc[candidate.start].idx
            end = doc[candidate.end - 1].idx + len(doc[candidate.end - 1])
            if taken.take(start, end):
                entries = self._gazetteer.lookup(candidate.key)
                if len(entries) == 1 and entries[0].label == label and candidate.label is not None:
                    yield known.mention(Hit(start, end, entries))
                else:
                    yield Mention(start, end, label, None, "model")
                continue
            last = self._bodies.end_before_known(doc, candidate, taken)
            if last is not None and taken.take(start, end := doc[last - 1].idx + len(doc[last - 1])):
                yield Mention(start, end, label, None, "model")


def _with_places(named: Sequence[Candidate], places: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the places of datelines instead of those that meet them, in order."""
    free = [one for one in named if not any(one.start < place.end and place.start < one.end for place in places)]
    return sorted([*free, *places], key=lambda candidate: candidate.start)


def _without_country(doc: Doc, candidate: Candidate, hits: Sequence[Hit]) -> Candidate:
    """A person's name without the known name before it: "Kenyan Otieno", "Norway's Lindqvist", "of Malaysia Salleh"."""
    if candidate.end - candidate.start < 2 or not (candidate.label == "PERSON" or candidate.titled):
        return candidate
    first = doc[candidate.start]
    at = bisect_left(hits, first.idx, key=attrgetter("start"))
    if at == len(hits) or hits[at].start != first.idx:
        return candidate
    span = doc.char_span(hits[at].start, hits[at].end)
    start = _behind_country(doc, candidate, hits[at], span.end) if span is not None else None
    if start is None or start >= candidate.end:
        return candidate
    return Candidate(start, candidate.end, candidate.label, key(doc, start, candidate.end), candidate.titled)


def _behind_country(doc: Doc, candidate: Candidate, hit: Hit, stop: int) -> int | None:
    """Where a name begins behind a known one that ends at token ``stop``; None where that is a part of it."""
    if stop >= candidate.end:
        return None
    if doc[stop].text in ("'s", "’s", "'", "’"):
        return stop + 1
    of_it = hit.entries[0].subtype == "country" and candidate.start and doc[candidate.start - 1].lower_ == "of"
    return stop if of_it or hit.entries[0].label == "NORP" else None
