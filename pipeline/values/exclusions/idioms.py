"""Numerals that count nothing though no name holds them: "square one", "two-state", "one of", "the second half"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.vocabulary import lines
from pipeline.text.expressions import expression
from pipeline.values.place import NAME_LABELS, Place

_ONE_OF = expression(r"\s+(?:of|another|by|such|who|that|which)\b", re.IGNORECASE)
# "one day", "one night": some day, unless a length of time is meant
_ONE_TIME = expression(r"\s+(?:day|night|morning|evening|afternoon|time)\b", re.IGNORECASE)
_LENGTH_BEFORE = expression(
    r"\b(?:in|for|within|after|just|only|than|least|about|over|under|of|every|another|took|takes?|lasted|last)\s$",
    re.IGNORECASE,
)
_LENGTH_AFTER = expression(r"\s+\w+\s+(?:after|before|later|earlier|ago|of|in|from|on|away)\b", re.IGNORECASE)
_FRACTION_AFTER = expression(
    r"\s+(?:of|the|an?|all|its|their|our|his|her|that|those|these|as)\b|\s*(?:%|-?\s?(?:mile|hour|inch|percent|point|price|cup))",
    re.IGNORECASE,
)
_DEFINITE = frozenset({"the", "this", "that", "no", "any", "every", "each"})


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(lines("not_counted.txt"))


@cache
def _idioms() -> dict[str, list[tuple[str, str]]]:
    """By numeral: what stands before and behind it in a phrase."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in lines("idioms.txt"):
        before, _, rest = line.partition("<")
        numeral, _, after = rest.partition(">")
        found.setdefault(numeral, []).append((before.strip(), after.strip()))
    return found


def in_an_idiom(place: Place) -> bool:
    number, text = place.number, place.text
    phrases = _idioms().get(text[number.start : number.end].lower())
    if not phrases:
        return False
    before = re.sub(r"[\s-]+", " ", text[max(0, number.start - 24) : number.start].lower())
    after = re.sub(r"[\s-]+", " ", text[number.end : number.end + 24].lower()).lstrip()
    return any(_ends_with(before, left) and _starts_with(after, right) for left, right in phrases)


def _ends_with(text: str, phrase: str) -> bool:
    text = text.rstrip()
    return not phrase or (text.endswith(phrase) and not text[: -len(phrase)][-1:].isalnum())


def _starts_with(text: str, phrase: str) -> bool:
    return not phrase or (text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum())


def some_time(place: Place) -> bool:
    """ "One day, the engineer hopes": not "in one day", "one day later"."""
    text, number = place.text, place.number
    if not _ONE_TIME.match(text, number.end) or place.hyphenated:
        return False
    length = _LENGTH_BEFORE.search(text, max(0, number.start - 12), number.start)
    return not length and not _LENGTH_AFTER.match(text, number.end)


def ordinal_fits(place: Place) -> bool:
    token = place.inner.root
    word = place.text[place.number.start : place.number.end].lower()
    if word == "second" and token.pos_ not in ("ADJ", "ADV", "NUM"):
        return False
    if token.pos_ == "ADV" and token.head.i > token.i and token.head.pos_ == "VERB":
        return False  # "to first understand"
    return not (token.text[:1].isupper() and token.ent_type_ in NAME_LABELS)


def fraction_fits(place: Place) -> bool:
    """ "half of", "half the", "a third of", "two-thirds": not "second half", "half-brother"."""
    number = place.number
    word = place.text[number.start : number.end].lower()
    after = place.text[number.end : number.end + 12]
    before = place.text[max(0, number.start - 12) : number.start].lower()
    if word in ("half", "quarter"):
        if re.search(
            r"(?:first|second|third|fourth|last|latter|other|final|next|this|better|each|per|-|–)\s*$", before
        ):
            return False
        if word == "quarter":
            return bool(re.match(r"\s+of\b", after)) and bool(re.search(r"\ba\s+$", before))
        return bool(_FRACTION_AFTER.match(after)) or bool(
            re.search(r"(?:than|about|nearly|almost|over|by|in|a)\s+$", before)
        )
    return True


def hyphenated_idiom(place: Place) -> bool:
    """ "two-state", "three-way"."""
    match = re.compile(r" ?- ?([^\W\d_]+)").match(place.text, place.number.end)
    return bool(match and not place.number.digits and match[1].lower() in _uncounted())


def one_fits(place: Place) -> bool:
    """True for a "one" that counts: "one soldier", not "one of", "no one", "the one"."""
    token = place.inner.root
    if _ONE_OF.match(place.text, place.number.end) or token.pos_ not in ("NUM", "DET") or some_time(place):
        return False
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return before not in _DEFINITE and (token.dep_ == "nummod" or place.number.end - place.number.start > 3)
