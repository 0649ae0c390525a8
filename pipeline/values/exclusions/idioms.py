"""Numerals that count nothing though no name holds them: "square one", "two-state", "one of", "the second half"."""

from __future__ import annotations

import re

from pipeline.lexicon.counting import CountingWords
from pipeline.lexicon.numbers import NumberWords
from pipeline.text.expressions import expression
from pipeline.values.context import NAME_LABELS, NumeralInContext

_PHRASE_REACH = 24  # characters on each side in which a phrase of idioms.txt is looked for; the longest has 22
_REACH = 12  # characters on each side of "half" and "one day" that tell what is meant; by hand
_BLANKS = expression(r"[\s-]+")
_BEHIND_HYPHEN = expression(r" ?- ?([^\W\d_]+)")
_ONE_OF = expression(r"\s+(?:of|another|by|such|who|that|which)\b", re.IGNORECASE)
# "one day", "one night": some day, unless a length of time is meant
_ONE_TIME = expression(r"\s+(?:day|night|morning|evening|afternoon|time)\b", re.IGNORECASE)
_LENGTH_BEFORE = expression(
    r"\b(?:in|for|within|after|just|only|than|least|about|over|under|of|every|another|took|takes?|lasted|last)\s$",
    re.IGNORECASE,
)
_LENGTH_AFTER = expression(r"\s+\w+\s+(?:after|before|later|earlier|ago|of|in|from|on|away)\b", re.IGNORECASE)
# "the second half", "each quarter", "first-half": a part of a game or a year
_WHICH = expression(r"(?:first|second|third|fourth|last|latter|other|final|next|this|better|each|per|-|–)\s*$")
_SIZE_BEFORE = expression(r"(?:than|about|nearly|almost|over|by|in|a)\s+$")
_A_BEFORE = expression(r"\ba\s+$")
_OF_BEHIND = expression(r"\s+of\b")
_DEFINITE = frozenset({"the", "this", "that", "no", "any", "every", "each"})


class Idioms:
    """Numerals in phrases."""

    def __init__(self, numbers: NumberWords, words: CountingWords) -> None:
        self._idioms = numbers.idioms
        self._uncounted = numbers.uncounted
        self._whole_of_half = re.compile(
            r"\s+(?:of|the|an?|all|its|their|our|his|her|that|those|these|as)\b"
            rf"|\s*(?:%|-?\s?(?:{'|'.join(map(re.escape, words.half))}))",
            re.IGNORECASE,
        )

    def has(self, place: NumeralInContext) -> bool:
        """True for a number in a phrase of idioms.txt."""
        number, text = place.number, place.text
        phrases = self._idioms.get(text[number.start : number.end].lower())
        if not phrases:
            return False
        before = _BLANKS.sub(" ", text[max(0, number.start - _PHRASE_REACH) : number.start].lower()).rstrip()
        behind = _BLANKS.sub(" ", text[number.end : number.end + _PHRASE_REACH].lower()).lstrip()
        return any(_ends_with(before, left) and _starts_with(behind, right) for left, right in phrases)

    def is_compound(self, place: NumeralInContext) -> bool:
        """True for a number word that counts nothing before a hyphen: "two-state", "three-way"."""
        match = _BEHIND_HYPHEN.match(place.text, place.number.end) if place.hyphenated else None
        return bool(match and not place.number.digits and match[1].lower() in self._uncounted)

    def is_no_part(self, place: NumeralInContext) -> bool:
        """True for "second half", "half-brother", "this quarter"; not for "half of", "half the", "two-thirds"."""
        number, text = place.number, place.text
        word = text[number.start : number.end].lower()
        if word not in ("half", "quarter"):
            return False
        before = text[max(0, number.start - _REACH) : number.start].lower()
        behind = text[number.end : number.end + _REACH]
        if _WHICH.search(before):
            return True
        if word == "quarter":
            return not (_OF_BEHIND.match(behind) and _A_BEFORE.search(before))
        return not (self._whole_of_half.match(behind) or _SIZE_BEFORE.search(before))


def _ends_with(text: str, phrase: str) -> bool:
    return not phrase or (text.endswith(phrase) and not text[: -len(phrase)][-1:].isalnum())


def _starts_with(text: str, phrase: str) -> bool:
    return not phrase or (text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum())


def is_some_time(place: NumeralInContext) -> bool:
    """True for "one" that means some: "One day, the engineer hopes"; not "in one day", "one day later"."""
    text, number = place.text, place.number
    if number.value != 1 or number.digits or place.hyphenated or not _ONE_TIME.match(text, number.end):
        return False
    length = _LENGTH_BEFORE.search(text, max(0, number.start - _REACH), number.start)
    return not length and not _LENGTH_AFTER.match(text, number.end)


def is_no_one(place: NumeralInContext) -> bool:
    """True for a "one" that counts nothing: "one of", "no one", "the one"; not "one soldier", "minus one"."""
    number, token = place.number, place.inner.root
    if number.value != 1 or number.digits or place.span.start_char < number.start:
        return False
    if token.pos_ not in ("NUM", "DET") or _ONE_OF.match(place.text, number.end) or is_some_time(place):
        return True
    if token.i and token.doc[token.i - 1].lower_ in _DEFINITE:
        return True
    return number.end - number.start <= len("one") and token.dep_ != "nummod"


def ranks_nothing(place: NumeralInContext) -> bool:
    """True for an ordinal that is no rank: "a second later", "to first understand", "the First Army"."""
    token = place.inner.root
    word = place.text[place.number.start : place.number.end].lower()
    if word == "second" and token.pos_ not in ("ADJ", "ADV", "NUM"):
        return True
    if token.pos_ == "ADV" and token.head.i > token.i and token.head.pos_ == "VERB":
        return True
    return token.text[:1].isupper() and token.ent_type_ in NAME_LABELS
