"""The part of extraction that waits for the names of the whole corpus: speakers, entity ids, statements, repeats."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec.structs import replace

from pipeline.article import Article
from pipeline.extract.corpus.descriptions import Holders
from pipeline.extract.corpus.names import Mentions
from pipeline.extract.corpus.speakers import Resolver, outlet
from pipeline.extract.corpus.statement import THIRD, People, own_country, statement
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.lexicon.lexicon import packaged
from pipeline.names.linking.offices import Offices
from pipeline.records import INTERVIEWER, Claim, Offsets, Speaker, Subject
from pipeline.text.expressions import expression

WORD = expression(r"\w+")
OWN_VOICES = frozenset({"direct", "answer"})


@cache
def _offices() -> Offices:
    """What reads offices beside names, one for each process."""
    return Offices(packaged().names)


def finish(article: Article) -> Article:
    """The article with what needs entity ids: speakers of attributions and claims, ids of subjects and arguments, the
    names inside each claim, its statement, and which claims repeat an earlier one.

    Works on records alone, after ``tag.finish``; a second time gives the same.
    """
    mentions = Mentions(article.entities)
    holders = Holders(article.document.text, mentions, article.homes, _offices(), packaged().countries)
    resolver = Resolver(article, mentions, holders, packaged().claim_words)
    speakers = resolver.speakers(article.attributions)
    article.attributions = [
        replace(attribution, speaker=speaker)
        for attribution, speaker in zip(article.attributions, speakers, strict=True)
    ]
    finisher = _Finisher(article, mentions, resolver, holders, packaged().claim_words)
    article.claims = _with_repeats(finisher.finished(claim) for claim in article.claims)
    return article


class _Finisher:
    """Finishes the claims of one article, one at a time."""

    def __init__(
        self, article: Article, mentions: Mentions, resolver: Resolver, holders: Holders, words: ClaimWords
    ) -> None:
        self._words = words
        self._text = article.document.text
        self._mentions = mentions
        self._resolver = resolver
        self._holders = holders
        self._homes = article.homes
        self._countries = {
            entity.name: entity.entity_id for entity in article.entities if entity.label == "GPE" and entity.name
        }
        self._said = {attribution.id: attribution.speaker for attribution in article.attributions}
        self._asking = {segment.id: segment.speaker for segment in article.segments if segment.kind == "question"}
        self._narrator = outlet(article.document)

    def finished(self, claim: Claim) -> Claim:
        """The claim with its speaker, ids and statement."""
        speaker = self._speaker(claim)
        spans = [(claim.start, claim.end)]
        if claim.subject is not None and claim.subject.end <= claim.start:
            spans.insert(0, (claim.subject.start, claim.subject.end))
        people = self._people(claim, speaker, spans)
        names = [name for span in spans for name in self._mentions.inside(*span)]
        arguments = (replace(one, entity_id=self._entity_id(one.start, one.end)) for one in claim.arguments)
        claim = replace(
            claim,
            speaker=speaker,
            subject=self._subject(claim.subject, people),
            arguments=tuple(arguments),
            entities=tuple(dict.fromkeys(name.entity_id for name in names if name.entity_id is not None)),
        )
        return replace(claim, statement=statement(self._text, claim, names, people, self._words))

    def _people(self, claim: Claim, speaker: Speaker | None, spans: Iterable[Offsets]) -> People:
        """Whom pronouns mean: in one's own words the first person, in all others the third."""
        if claim.voice not in OWN_VOICES:
            return People(speaker=None, home=None, third=self._third(spans))
        home = self._homes.get(speaker.entity_id or "") if speaker is not None else None
        return People(speaker=speaker, home=home, third={})

    def _speaker(self, claim: Claim) -> Speaker | None:
        """The quoted speaker, the interviewee of an answer, the interviewer of a question; else the outlet."""
        if claim.attribution_id is not None:
            return self._said[claim.attribution_id]
        if claim.voice == "question":
            return self._asking.get(claim.segment_id) or INTERVIEWER
        return self._narrator

    def _third(self, spans: Iterable[Offsets]) -> dict[Offsets, Speaker]:
        """Who each "he", "she" and "the president" in some spans is, by where it stands; the open ones are left out."""
        found: dict[Offsets, Speaker] = {}
        for start, end in spans:
            found |= self._holders.meant(start, end)
            for match in THIRD.finditer(self._text, start, end):
                person = self._resolver.antecedent(match.start())
                if person is not None:
                    found[match.span()] = person
        return found

    def _subject(self, subject: Subject | None, people: People) -> Subject | None:
        if subject is None:
            return None
        entity_id = self._entity_id(subject.start, subject.end)
        word = subject.text.lower()
        if (subject.start, subject.end) in people.third:
            entity_id = people.third[subject.start, subject.end].entity_id
        elif word == "i" and people.speaker is not None:
            entity_id = people.speaker.entity_id
        elif people.home is not None and own_country(subject.text):
            entity_id = self._countries.get(people.home)
        return replace(subject, entity_id=entity_id)

    def _entity_id(self, start: int, end: int) -> str | None:
        name = self._mentions.head(self._text, start, end)
        return name.entity_id if name is not None else None


def _with_repeats(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, with ``duplicate_of`` where the words, or the subject, predicate and values, are an earlier one's."""
    seen: dict[object, str] = {}
    found = []
    for claim in claims:
        keys: list[object] = [" ".join(WORD.findall(claim.text.lower()))]
        values = tuple((q.low, q.high, q.bound, q.unit, q.of_head) for q in claim.quantities)
        if claim.subject is not None and claim.subject.entity_id is not None and values:
            times = tuple(time.value for time in claim.times)
            keys.append((claim.subject.entity_id, claim.predicate.lemma, values, times, claim.polarity, claim.modality))
        first = next((seen[key] for key in keys if key in seen), None)
        for key in keys:
            seen.setdefault(key, claim.id)
        found.append(replace(claim, duplicate_of=first))
    return found
