"""Speakers: which named entity a source is, once names have their ids."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from pipeline.article import Article
from pipeline.extract.corpus.descriptions import Holders
from pipeline.extract.corpus.names import DESCRIPTION, Mentions
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Attribution, Document, Entity, Label, Offsets, Speaker
from pipeline.text.expressions import expression
from pipeline.text.spans import Ordered

OWNING = expression(r"['’]s?\b")
WORD = expression(r"\w+")
TALKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NO_PERSONS: frozenset[Label] = frozenset({"GPE", "ORG", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
HE_SHE = frozenset({"he", "she", "him", "her"})
FIRST_PERSONS = frozenset({"i", "we"})
RELATIVES = frozenset({"who", "which"})
OPEN = frozenset(
    {"they", "it", "you", "one", "that", "those", "these", "many", "some", "all", "others", "what"}
)  # pronouns that can be anybody
BETWEEN = frozenset({"title", "heading", "byline", "dateline", "caption", "boilerplate"})
# by hand, from interviews and court reports
APPOSED = 60  # characters from a source to the end of the name in apposition to it
NEAR = 3  # paragraphs back in which the last speaker is still meant by "he" or "she"
NAME_LENGTHS = (2, 3)  # words of a name that the model may have taken for a place's


def merged(spans: Iterable[Offsets]) -> Ordered[Offsets]:
    """The stretches of text that any of the spans holds, to be asked by place."""
    found: list[Offsets] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return Ordered(found, lambda span: span)


class Resolver:
    """Knows who speaks in one article, after ``tag.finish`` has given its names and turns their ids."""

    def __init__(self, article: Article, mentions: Mentions, holders: Holders, words: ClaimWords) -> None:
        self._text = article.document.text
        self._holders = holders
        self._words = words
        self._mentions = mentions
        self._segments = Ordered(article.segments, lambda segment: (segment.start, segment.end))
        self._prose = [segment.start for segment in article.segments if segment.kind not in BETWEEN]
        self._sentences = {sentence[0] for segment in article.segments for sentence in segment.sentences}
        quoting = (one for one in article.attributions if one.kind in ("direct", "mixed"))
        saying = (one for one in article.attributions if one.kind != "turn")
        self._quoted = merged(span for one in quoting for span in one.content)
        self._said = merged(span for one in saying for span in one.content)
        self._places: list[int] = []
        self._recent: list[Speaker] = []

    def speakers(self, attributions: Sequence[Attribution]) -> list[Speaker | None]:
        """The speaker of each attribution, in the same order."""
        found: list[Speaker | None] = [None] * len(attributions)
        for number in sorted(range(len(attributions)), key=lambda number: _place(attributions[number])):
            attribution = attributions[number]
            speaker = found[number] = self._speaker(attribution)
            if speaker is not None and speaker.entity_id in self._mentions.people and attribution.source is not None:
                self._places.append(_place(attribution))
                self._recent.append(speaker)
        return found

    def _speaker(self, attribution: Attribution) -> Speaker | None:
        """Who says it; None where it stays open."""
        segment = self._segments.at(attribution.content[0][0])
        own = segment.speaker if segment is not None else None
        if attribution.kind == "turn":
            return own
        if attribution.source is None:
            return own if segment is not None and segment.kind == "paragraph" else None
        return self._source(attribution.source, own)

    def _source(self, span: Offsets, own: Speaker | None) -> Speaker | None:
        """Whom the words of a source mean. own: the speaker of the segment that they stand in."""
        start, end = span
        word = " ".join(self._text[start:end].split()).lower()
        if word in HE_SHE:
            return self.antecedent(start, speaking=True)
        if word in FIRST_PERSONS:
            return own
        if word in OPEN:
            return None
        if word in RELATIVES:
            return _named(self._described(start))
        name = self._mentions.head(self._text, start, end) or self._added(start, end)
        return _named(name) if name is not None else self._without_name(start, end)

    def _without_name(self, start: int, end: int) -> Speaker:
        """The one to whom the document gives the office that a source is; else the words of the source."""
        for (first, _), one in self._holders.meant(start, end).items():
            if first == start:
                return one
        return Speaker(entity_id=None, name=" ".join(self._text[start:end].split()), basis="quote")

    def _described(self, start: int) -> Entity | None:
        """The name that a relative clause describes: "John Doe, who said that …"."""
        for name in reversed(self._mentions.inside(max(0, start - APPOSED), start)):
            return name if self._text[name.end : start].strip() in ("", ",") else None
        return None

    def _added(self, start: int, end: int) -> Entity | None:
        """The person behind a description: "the bank’s spokesman, John Doe, …"."""
        if not DESCRIPTION.match(" ".join(self._text[start:end].split())):
            return None
        for name in self._mentions.inside(end, end + APPOSED):
            between = self._text[end : name.start].strip()
            return name if between == "," and name.label == "PERSON" and self._text.startswith(",", name.end) else None
        return None

    def antecedent(self, offset: int, *, speaking: bool = False) -> Speaker | None:
        """Whom "he" or "she" at a place means, when one reading is left; names inside quotations are none.

        1. the only person named before it in its paragraph  2. else, when none is, the only one of the paragraph before
        3. the only speaker of the last few paragraphs, when nobody is named
        Nobody, when someone without a name ("a man", "the suspect") stands there too, or a name may be a person's.
        speaking: it is the source of a saying: then nobody counts of whom others only speak, nor a mere owner.
        """
        number = bisect_right(self._prose, offset) - 1
        if number < 0:
            return None
        for first in (self._prose[number], self._prose[max(0, number - 1)]):
            names = [name for name in self._mentions.inside(first, offset) if self._counts(name, speaking)]
            if any(map(self._is_doubtful, names)) or (not speaking and self._has_somebody(first, offset)):
                return None
            people = {name.entity_id or name.text: name for name in names if name.label == "PERSON"}
            if people:
                return _as_pronoun(list(people.values()))
        return _only(self._spoken(self._prose[max(0, number - NEAR)], offset))

    def _has_somebody(self, start: int, end: int) -> bool:
        """Whether a stretch of text speaks of a person whom it does not name."""
        return any(match[0].lower() in self._words.somebody for match in WORD.finditer(self._text, start, end))

    def _is_doubtful(self, name: Entity) -> bool:
        """Whether a name that the model takes for a place or an organisation may be a person's: it opens a sentence
        and is two or three capitalised words that no list knows."""
        if name.label not in NO_PERSONS or name.basis != "model" or name.start not in self._sentences:
            return False
        words = name.text.split()
        capitalised = all(word[:1].isupper() and word.isalpha() for word in words)
        return len(words) in NAME_LENGTHS and words[0] != "The" and capitalised

    def _spoken(self, start: int, end: int) -> list[Speaker]:
        """The named speakers of a stretch of text, in order."""
        return self._recent[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def _counts(self, name: Entity, speaking: bool) -> bool:
        """Whether a later "he" can mean this mention."""
        if not speaking:
            return self._quoted.at(name.start) is None
        return self._said.at(name.start) is None and not OWNING.match(self._text, name.end)


def outlet(document: Document) -> Speaker:
    """Who speaks in narration: the outlet itself."""
    if document.source is None:
        return Speaker(entity_id=None, name="unnamed outlet", basis="outlet")
    return Speaker(entity_id=f"outlet/{document.source.id}", name=document.source.name, basis="outlet")


def _place(attribution: Attribution) -> int:
    return attribution.source[0] if attribution.source is not None else attribution.content[0][0]


def _named(name: Entity | None) -> Speaker | None:
    """The speaker that a name is; None for no name, or one of a thing that does not speak."""
    if name is None or name.label not in TALKERS:
        return None
    return Speaker(entity_id=name.entity_id, name=name.name or name.text, basis="quote")


def _as_pronoun(people: Sequence[Entity]) -> Speaker | None:
    """The only one of some persons; None for several."""
    if len(people) > 1:
        return None
    return Speaker(entity_id=people[0].entity_id, name=people[0].name or people[0].text, basis="pronoun")


def _only(speakers: Sequence[Speaker]) -> Speaker | None:
    """The one whom all of them are, as a pronoun means it."""
    if not speakers or len({speaker.entity_id for speaker in speakers}) > 1:
        return None
    return Speaker(entity_id=speakers[-1].entity_id, name=speakers[-1].name, basis="pronoun")
