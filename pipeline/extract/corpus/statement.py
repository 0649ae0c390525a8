"""Statements: a claim in words that stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Claim, Entity, Offsets, Speaker, Time
from pipeline.text.expressions import expression

FIRST = expression(r"\b(?:((?:[Mm]y|[Oo]ur)\s+(?:own\s+)?(?:country|nation))|(I)|(me)|([Mm]y))\b")
OWN = expression(r"\A(?:my|our)\s+(?:own\s+)?(?:country|nation)\Z", re.IGNORECASE)
THIRD = expression(r"\b(?:he|she)\b(?!['’])", re.IGNORECASE)
RELATIVE = expression(r"\A(?:which|who)\s+", re.IGNORECASE)
NEXT = expression(r"\s+((?:\w+ly|also|never|always|still|now|just|only)\s+)?([a-z]+)\b(?!['’])")
AGREEING = {"am": "is", "have": "has", "do": "does", "was": "was", "had": "had", "did": "did"}
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "shall"})
OPEN_COMMA = expression(r"[,;](?=[”\"]\Z)")
PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]"}
DIGIT_FIRST = expression(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class People:
    """Who is meant by pronouns in a claim: the speaker by "I", his or her country by "our country", persons by "he"
    and "she" and "the president" in their places. What is None or left out stays as it is."""

    speaker: Speaker | None
    home: str | None
    third: Mapping[Offsets, Speaker]


def own_country(text: str) -> bool:
    """Whether a phrase is "my country", "our nation" …"""
    return OWN.match(text) is not None


def statement(text: str, claim: Claim, names: Sequence[Entity], people: People, words: ClaimWords) -> str:
    """The claim's words with names for pronouns and short names, a date behind a relative time, and its shared subject.

    text: the document's. names: the name mentions in the claim and in its subject.
    """
    edits = _first_person(text, claim, people, words) + _third_person(people)
    edits += [(name.start, name.end, name.name or name.text) for name in names if _is_short(name)]
    edits += [edit for time in claim.times if (edit := _dated(text, time)) is not None]
    written = _applied(text, claim.start, claim.end, edits)
    subject = claim.subject
    if subject is not None and subject.end <= claim.start and claim.rule in ("relative", "shared"):
        written = f"{_applied(text, subject.start, subject.end, edits)} {RELATIVE.sub('', written)}"
    return as_sentence(written)


def _dated(text: str, time: Time) -> Edit | None:
    """The date behind a time that counts from the document's; "today's world" is no day, "yesterday's vote" is one."""
    if time.basis != "document_date" or not DIGIT_FIRST.match(time.value):
        return None
    owning = text.startswith(("'s", "’s"), time.end)
    if owning and time.text.lower() == "today":
        return None
    end = time.end + len("’s") * owning
    return (end, end, f" [{time.value}]")


def _first_person(text: str, claim: Claim, people: People, words: ClaimWords) -> list[Edit]:
    """I, me and my are the speaker; "our country" is the speaker's. We and our alone can be anybody's.

    Nothing is put for the speaker where one verb's form is not certain.
    """
    matches = list(FIRST.finditer(text, claim.start, claim.end))
    home, speaker = people.home, people.speaker.name if people.speaker is not None else None
    countries: list[Edit] = [(*match.span(), home) for match in matches if match[1] and home]
    edits: list[Edit] = []
    for match in matches if speaker else ():
        if match[1]:
            continue
        found = _as_speaker(text, claim, match, speaker or "", words)
        if not found:
            return countries
        edits += found
    return countries + edits


def _as_speaker(text: str, claim: Claim, match: re.Match[str], speaker: str, words: ClaimWords) -> list[Edit]:
    """The speaker's name for "I", "me" or "my"; nothing where the verb behind "I" cannot be made to agree."""
    start, end = match.span()
    if match[2]:
        return _as_third(text, claim, end, (start, end, speaker), words)
    return [(start, end, f"{speaker}’s" if match[4] else speaker)]


def _as_third(text: str, claim: Claim, end: int, name: Edit, words: ClaimWords) -> list[Edit]:
    """The name for an "I" and its verb to agree; nothing when the verb's form is not certain."""
    following = NEXT.match(text, end, claim.end)
    if following is None:
        return []
    verb = following[2]
    if verb in AGREEING:
        return [name, (following.start(2), following.end(2), AGREEING[verb])]
    if verb in MODALS:
        return [name]
    predicate = claim.predicate
    if following.start(2) != predicate.start:
        return []
    if verb == predicate.lemma.split(" ")[0]:
        return [] if verb in words.alike else [name, (following.start(2), following.end(2), _third_form(verb))]
    return [name]


def _third_form(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb[-1] == "y" and verb[-2:-1] not in "aeiou" else f"{verb}s"


def _third_person(people: People) -> list[Edit]:
    return [(start, end, person.name) for (start, end), person in people.third.items() if person.name]


def _is_short(name: Entity) -> bool:
    """Whether the mention is a shorter form of the canonical name of a person ("Doe" for "Jane Doe")."""
    full = (name.name or "").split()
    return name.label == "PERSON" and name.entity_id is not None and name.text in full and len(full) > 1


def _applied(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """A stretch of the text with the edits in it made; of overlapping edits the first wins."""
    parts: list[str] = []
    done = start
    for first, last, new in sorted(edits):
        if done <= first and last <= end:
            parts += [text[done:first], new]
            done = last
    return "".join([*parts, text[done:end]])


def as_sentence(text: str) -> str:
    """One line, white space folded, quotation marks and brackets in pairs, a capital at the start, a full stop at the
    end."""
    for opening, closing in PAIRS.items():
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    text = OPEN_COMMA.sub("", " ".join(text.split()).strip(" ,;:–—-"))
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return text if text.rstrip("”\"’')")[-1:] in (".", "!", "?", "…") else f"{text}."
