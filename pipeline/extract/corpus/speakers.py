"""Speakers: which named entity a source is, once names have their ids."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from pipeline.article import Article
from pipeline.extract.corpus.descriptions import Holders
from pipeline.extract.corpus.names import DETERMINED, Mentions
from pipeline.lexicon.vocabulary import lexicon
from pipeline.records import Attribution, Document, Entity, Offsets, Segment, Speaker
from pipeline.text.expressions import expression

OWNING = expression(r"['’]s?\b")
WORD = expression(r"\w+")
TALKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
HE_SHE = frozenset({"he", "she", "him", "her"})
FIRST_PERSONS = frozenset({"i", "we"})
RELATIVES = frozenset({"who", "which"})
PRONOUNS = (
    HE_SHE
    | FIRST_PERSONS
    | {"they", "it", "who", "you", "one", "that", "which", "those", "these", "many", "some", "all", "others", "what"}
)
BETWEEN = frozenset({"title", "heading", "byline", "dateline", "caption", "boilerplate"})
APPOSED = 60  # characters from a source to the end of the name in apposition to it
NEAR = 3  # paragraphs back in which the last speaker is still meant by "he" or "she"


class Spans:
    """Stretches of text, to be asked whether they hold an offset."""

    def __init__(self, spans: Iterable[Offsets]) -> None:
        merged: list[Offsets] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._ends = [end for _, end in merged]
        self._starts = [start for start, _ in merged]

    def hold(self, offset: int) -> bool:
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]


class Resolver:
    """Knows who speaks in one article, after ``tag.finish`` has given its names and turns their ids."""

    def __init__(self, article: Article, mentions: Mentions, holders: Holders) -> None:
        self._text = article.document.text
        self._holders = holders
        self._segments = article.segments
        self._starts = [segment.start for segment in article.segments]
        self._prose = [segment.start for segment in article.segments if segment.kind not in BETWEEN]
        self._sentences = {sentence[0] for segment in article.segments for sentence in segment.sentences}
        self._mentions = mentions
        self._quoted = Spans(
            span for one in article.attributions if one.kind in ("direct", "mixed") for span in one.content
        )
        self._said = Spans(span for one in article.attributions if one.kind != "turn" for span in one.content)
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
        segment = self._segment(attribution.content[0][0])
        own = segment.speaker if segment is not None else None
        if attribution.kind == "turn":
            return own
        if attribution.source is None:
            return own if segment is not None and segment.kind == "paragraph" else None
        start, end = attribution.source
        source = " ".join(self._text[start:end].split())
        word = source.lower()
        if word in HE_SHE:
            return self.antecedent(start, speaking=True)
        if word in FIRST_PERSONS:
            return own
        if word in PRONOUNS and word not in RELATIVES:
            return None
        name = self._described(start) if word in RELATIVES else self._mentions.head(self._text, start, end)
        if name is None and word in RELATIVES:
            return None
        if name is None:
            name = self._added(end) if DETERMINED.match(source) else None
        if name is None:
            described = [one for (first, _), one in self._holders.meant(start, end).items() if first == start]
            return described[0] if described else Speaker(entity_id=None, name=source, basis="quote")
        if name.label not in TALKERS:
            return None
        return Speaker(entity_id=name.entity_id, name=name.name or name.text, basis="quote")

    def _described(self, start: int) -> Entity | None:
        """The name that a relative clause describes: "John Doe, who said that …"."""
        for name in reversed(self._mentions.inside(max(0, start - APPOSED), start)):
            return name if self._text[name.end : start].strip() in ("", ",") else None
        return None

    def _added(self, end: int) -> Entity | None:
        """The person behind a source that ends here: "the bank’s spokesman, John Doe, …"."""
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
            people = {name.entity_id or name.text: name for name in names if name.label == "PERSON"}
            if any(map(self._doubtful, names)) or (not speaking and self._somebody(first, offset)):
                return None
            if len(people) == 1:
                only = next(iter(people.values()))
                return Speaker(entity_id=only.entity_id, name=only.name or only.text, basis="pronoun")
            if people:
                return None
        return _only(self._spoken(self._prose[max(0, number - NEAR)], offset))

    def _somebody(self, start: int, end: int) -> bool:
        """Whether a stretch of text speaks of a person whom it does not name."""
        words = lexicon().somebody
        return any(match[0].lower() in words for match in WORD.finditer(self._text, start, end))

    def _doubtful(self, name: Entity) -> bool:
        """Whether a name that the model takes for a place or an organisation may be a person's: it opens a sentence
        and is two or three capitalised words that no list knows."""
        words = name.text.split()
        unknown = name.label in ("GPE", "ORG", "LOC", "FAC", "PRODUCT", "WORK_OF_ART") and name.basis == "model"
        return (
            unknown
            and len(words) in (2, 3)
            and words[0] != "The"
            and all(word[:1].isupper() and word.isalpha() for word in words)
            and name.start in self._sentences
        )

    def _spoken(self, start: int, end: int) -> list[Speaker]:
        """The named speakers of a stretch of text, in order."""
        return self._recent[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def _counts(self, name: Entity, speaking: bool) -> bool:
        """Whether a later "he" can mean this mention."""
        if not speaking:
            return not self._quoted.hold(name.start)
        return not self._said.hold(name.start) and not OWNING.match(self._text, name.end)

    def _segment(self, offset: int) -> Segment | None:
        number = bisect_right(self._starts, offset) - 1
        return self._segments[number] if number >= 0 and offset < self._segments[number].end else None


def outlet(document: Document) -> Speaker:
    """Who speaks in narration: the outlet itself."""
    if document.source is None:
        return Speaker(entity_id=None, name="unnamed outlet", basis="outlet")
    return Speaker(entity_id=f"outlet/{document.source.id}", name=document.source.name, basis="outlet")


def _place(attribution: Attribution) -> int:
    return attribution.source[0] if attribution.source is not None else attribution.content[0][0]


def _only(speakers: Sequence[Speaker]) -> Speaker | None:
    """The one whom all of them are, as a pronoun means it."""
    if not speakers or len({speaker.entity_id for speaker in speakers}) > 1:
        return None
    return Speaker(entity_id=speakers[-1].entity_id, name=speakers[-1].name, basis="pronoun")
