"""What belongs to a name though the model left it out: hyphens, particles, complements, the noun for its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.lexicon.name_words import NameWords
from pipeline.names.candidates.candidate import Candidate, Persons, is_capital, key
from pipeline.records import Label
from pipeline.text.spans import Taken

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ROUTES = frozenset({"pipeline", "corridor", "railway", "highway"})  # the grammars know these
_MANY_BUILT = frozenset({"hospital", "mosque", "terminal", "bridge", "cemetery", "checkpoint"})
_BETWEEN = frozenset({"bin", "binti", "bint", "ibn", "al", "el", "van", "von", "den", "der", "de", "del", "della"})
_COMPLEMENTED = frozenset({"ORG", "LOC", "FAC", "EVENT", "LAW"})  # labels whose names go on with "of …"
_IN_BODY = ("", "ORG", "FAC", "EVENT")  # what the model may take the words of a body behind a place for
_LONGEST_BODY = 5  # words of a body behind its place


class Extender:
    """Adds to candidates what belongs to them."""

    def __init__(self, words: NameWords, persons: Persons) -> None:
        self._words = words
        self._persons = persons
        self._built = words.facilities - _ROUTES

    def extended(self, doc: Doc, candidate: Candidate, taken: Taken) -> Candidate:
        """The name with what belongs to it and the model left out: "Lee Sung[-kyung]", "Liu [He]", "Bay of [Bengal]".

        taken: the tokens that other names have.
        """
        start, end = candidate.start, self.behind_hyphens(doc, candidate.end, candidate.label)
        label = candidate.label
        if label == "PERSON":
            start, end = self._person(doc, start, end, candidate.titled, taken)
        if label in ("GPE", "NORP") and (body := self._body_behind(doc, end, taken)) > end:
            return Candidate(start, body, None, key(doc, start, body), candidate.titled)
        if (facility := self._facility_behind(doc, start, end, label, taken)) > end:
            return Candidate(start, facility, "FAC", key(doc, start, facility))
        if label in _COMPLEMENTED:
            end = self._complement(doc, start, end, taken)
        if (start, end) == (candidate.start, candidate.end):
            return candidate
        return replace(candidate, start=start, end=end, key=key(doc, start, end))

    def behind_hyphens(self, doc: Doc, end: int, label: Label | None) -> int:
        """Where a name ends whose last word goes on behind a hyphen: "Sung[-kyung]", not "Oslo-based"."""
        while end + 1 < len(doc) and doc[end].text == "-" and self._goes_on_behind(doc, end, label):
            end += 2
        return end

    def _goes_on_behind(self, doc: Doc, hyphen: int, label: Label | None) -> bool:
        part = doc[hyphen + 1]
        if doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_ or not part.is_alpha:
            return False
        return (is_capital(part) or label == "PERSON") and part.lower_ not in self._words.endings

    def _person(self, doc: Doc, start: int, end: int, titled: bool, taken: Taken) -> tuple[int, int]:
        """A person's name with the names before and behind it."""
        size, goes_on = len(doc), self._persons.goes_on
        of_people = end - start == 1 and end < size and doc[end].ent_type_ == "NORP"
        if of_people and self._persons.is_full_name(doc, start, ("NORP",)):
            end += 1  # "Ruben [Vardanyan]", to the model a people
        while end < size and not taken[end] and (goes_on(doc[end]) or self._is_particle(doc, end, taken)):
            end += 1
        while start and not titled and goes_on(doc[start - 1]) and not taken[start - 1]:
            if doc[start - 1].is_sent_start or doc[start - 1].ent_type_:
                break
            start -= 1
        return start, end

    def _is_particle(self, doc: Doc, index: int, taken: Taken) -> bool:
        """Whether a token is "van", "bin" or the like before a name that goes on."""
        if doc[index].lower_ not in _BETWEEN or index + 1 >= len(doc) or taken[index + 1]:
            return False
        return self._persons.goes_on(doc[index + 1]) or self._is_particle(doc, index + 1, taken)

    def _facility_behind(self, doc: Doc, start: int, end: int, label: Label | None, taken: Taken) -> int:
        """Where a name ends whose kind stands behind it in small letters: "Abuja [airport]"; ``end`` for nowhere.

        Not a building of which a place or a people has many: "Gaza hospital", "the Iranian airport".
        """
        if end >= len(doc) or taken[end] or doc[end].lower_ not in self._built or doc[end].tag_ != "NN":
            return end
        before = doc[start - 1].lower_ if start else ""
        many = doc[end - 1].tag_ in ("JJ", "NN") or (label == "GPE" and doc[end].lower_ in _MANY_BUILT)
        return end if many or before in ("a", "an", "another", "one") else end + 1

    def _body_behind(self, doc: Doc, end: int, taken: Taken) -> int:
        """Where a name ends that begins with a place: "Oslo [Peace Forum]"; ``end`` where it is the place alone."""
        last, stop = end, min(len(doc), end + _LONGEST_BODY)
        while last < stop and doc[last].pos_ == "PROPN" and is_capital(doc[last]) and not taken[last]:
            if doc[last].ent_type_ not in _IN_BODY:
                return end
            last += 1
        return last if last > end and doc[last - 1].lower_ in self._words.heads else end

    def _complement(self, doc: Doc, start: int, end: int, taken: Taken) -> int:
        """Where the name of a body ends: "Chamber [of Agriculture]", "Communist Party of [Cuba]"."""
        first = self._complement_start(doc, start, end)
        if first is None:
            return end
        last = self._capitals_end(doc, first, taken)
        if last == first:
            dangling = doc[end - 1].lower_ in ("of", "for") and end - 1 > start
            return end - 1 if dangling else end
        more = last + 1 < len(doc) and doc[last].lower_ == "of" and is_capital(doc[last + 1]) and not taken[last + 1]
        return self._complement(doc, start, last + 1, taken) if more else last

    def _complement_start(self, doc: Doc, start: int, end: int) -> int | None:
        """Where the words behind "of" begin; None where no complement does: "Party of [Ada Smith]"."""
        dangling = doc[end - 1].lower_ in ("of", "for")
        if not dangling and doc[end - 1].lower_ not in self._words.heads:
            return None
        at = end - 1 if dangling else end
        if at >= len(doc) or doc[at].lower_ not in ("of", "for"):
            return None
        at += 1
        if at < len(doc) and doc[at].lower_ in ("the", "a"):
            if end - start == 1 and doc[end - 1].lower_ in self._words.generic:
                return None  # "the Board of the KGCCI"
            at += 1
        is_person = at < len(doc) and (doc[at].ent_type_ == "PERSON" or self._persons.is_full_name(doc, at))
        return None if is_person else at

    def _capitals_end(self, doc: Doc, first: int, taken: Taken) -> int:
        """Where a run of words in capitals ends, over "and" between two of them."""
        last = first
        while last < len(doc) and _is_part(doc[last]) and not taken[last]:
            last += 1
            joined = last + 1 < len(doc) and doc[last].lower_ == "and"
            if joined and is_capital(doc[last + 1]) and not taken[last + 1]:
                if doc[last + 1].ent_type_ not in ("", doc[last - 1].ent_type_):
                    break
                last += 1
        return last


def _is_part(token: Token) -> bool:
    return is_capital(token) and token.pos_ in ("PROPN", "NOUN", "ADJ")
