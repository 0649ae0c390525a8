"""What belongs to a name though the model left it out: hyphens, particles, complements, the noun for its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.candidates.candidate import Candidate, full_name, goes_on, is_capital, key
from pipeline.records import Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BUILT = vocabulary().facilities - {"pipeline", "corridor", "railway", "highway"}
_MANY_BUILT = frozenset({"hospital", "mosque", "terminal", "bridge", "cemetery", "checkpoint"})
_BETWEEN = frozenset({"bin", "binti", "bint", "ibn", "al", "el", "van", "von", "den", "der", "de", "del", "della"})


def whole(doc: Doc, candidate: Candidate, taken: bytearray) -> Candidate:
    """The name with what belongs to it and the model left out: "Lee Sung[-kyung]", "Liu [He]", "Bay of [Bengal]".

    taken: a mark for each token that another name has.
    """
    start, end = candidate.start, behind_hyphens(doc, candidate.end, candidate.label)
    size = len(doc)
    if candidate.label == "PERSON":
        if end - start == 1 and end < size and doc[end].ent_type_ == "NORP" and full_name(doc, start, ("NORP",)):
            end += 1  # "Ruben [Vardanyan]", to the model a people
        while end < size and not taken[end] and (goes_on(doc[end]) or _particle(doc, end, taken)):
            end += 1
        while start and not candidate.titled and goes_on(doc[start - 1]) and not taken[start - 1]:
            if doc[start - 1].is_sent_start or doc[start - 1].ent_type_:
                break
            start -= 1
    if candidate.label in ("GPE", "NORP") and (behind := _body_behind(doc, end, taken)) > end:
        return Candidate(start, behind, None, key(doc, start, behind), candidate.titled)
    if (behind := _facility_behind(doc, start, end, candidate.label, taken)) > end:
        return Candidate(start, behind, "FAC", key(doc, start, behind))
    if candidate.label in ("ORG", "LOC", "FAC", "EVENT", "LAW"):
        end = _complement(doc, start, end, taken)
    if (start, end) == (candidate.start, candidate.end):
        return candidate
    return Candidate(start, end, candidate.label, key(doc, start, end), candidate.titled)


def _facility_behind(doc: Doc, start: int, end: int, label: Label | None, taken: bytearray) -> int:
    """Where a name ends whose kind stands behind it in small letters: "Abuja [airport]"; ``end`` for nowhere.

    Not a building of which a place or a people has many: "Gaza hospital", "the Iranian airport".
    """
    if end >= len(doc) or taken[end] or doc[end].lower_ not in _BUILT or doc[end].tag_ != "NN":
        return end
    before = doc[start - 1].lower_ if start else ""
    many = doc[end - 1].tag_ in ("JJ", "NN") or (label == "GPE" and doc[end].lower_ in _MANY_BUILT)
    return end if many or before in ("a", "an", "another", "one") else end + 1


def _body_behind(doc: Doc, end: int, taken: bytearray) -> int:
    """Where a name ends that begins with a place: "Oslo [Peace Forum]"; ``end`` where it is the place alone."""
    last = end
    while last < min(len(doc), end + 5) and doc[last].pos_ == "PROPN" and is_capital(doc[last]) and not taken[last]:
        if doc[last].ent_type_ not in ("", "ORG", "FAC", "EVENT"):
            return end
        last += 1
    return last if last > end and doc[last - 1].lower_ in vocabulary().heads else end


def _particle(doc: Doc, index: int, taken: bytearray) -> bool:
    """ "van", "bin" and the like before a name that goes on."""
    if doc[index].lower_ not in _BETWEEN or index + 1 >= len(doc) or taken[index + 1]:
        return False
    return goes_on(doc[index + 1]) or _particle(doc, index + 1, taken)


def behind_hyphens(doc: Doc, end: int, label: Label | None) -> int:
    """Where a name ends whose last word goes on behind a hyphen: "Sung[-kyung]", "Al[-Kuwari]", not "Oslo-based"."""
    while (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not (doc[end - 1].whitespace_ or doc[end].whitespace_)
        and doc[end + 1].is_alpha
        and (is_capital(doc[end + 1]) or label == "PERSON")
        and doc[end + 1].lower_ not in vocabulary().endings
    ):
        end += 2
    return end


def _complement(doc: Doc, start: int, end: int, taken: bytearray) -> int:
    """Where the name of a body ends: "Chamber [of Agriculture]", "Communist Party of [Cuba]"."""
    size = len(doc)
    at = end
    if doc[end - 1].lower_ in ("of", "for"):
        at = end - 1
    elif doc[end - 1].lower_ not in vocabulary().heads:
        return end
    if at >= size or doc[at].lower_ not in ("of", "for"):
        return end
    at += 1
    if at < size and doc[at].lower_ in ("the", "a"):
        if end - start == 1 and doc[end - 1].lower_ in vocabulary().generic:
            return end  # "the Board of the KGCCI"
        at += 1
    last = at
    if at < size and (doc[at].ent_type_ == "PERSON" or full_name(doc, at)):
        return end
    while last < size and is_capital(doc[last]) and doc[last].pos_ in ("PROPN", "NOUN", "ADJ") and not taken[last]:
        last += 1
        if last + 1 < size and doc[last].lower_ == "and" and is_capital(doc[last + 1]) and not taken[last + 1]:
            if doc[last + 1].ent_type_ not in ("", doc[last - 1].ent_type_):
                break
            last += 1
    if last > at and last + 1 < size and doc[last].lower_ == "of" and is_capital(doc[last + 1]) and not taken[last + 1]:
        return _complement(doc, start, last + 1, taken)
    return last if last > at else (end - 1 if doc[end - 1].lower_ in ("of", "for") and end - 1 > start else end)
