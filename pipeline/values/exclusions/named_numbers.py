"""Numbers in names that the parse tells: "Flight 370", "the Gang of Four", "class 12 exams", "a 404 error"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon.counting import CountingWords
from pipeline.lexicon.numbers import NumberWords
from pipeline.values.context import NAME_LABELS, NumeralInContext, counted_right, in_capitals

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LEAST_CODE = 100  # "a 404 error" is a code, "a 12 man squad" counts; chosen with tests/cases/values/exclusions.jsonl
_LARGEST_GROUP = 100  # "the Group of 77" is a name, larger numbers count; by hand
_YEARS = range(1000, 2101)  # four digits that can be a year and count nothing
_LIKELY_YEARS = range(1900, 2101)  # …even before a noun in the singular: "the 1994 election"
_AMOUNT_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY"})
_NUMBERED_LABELS = frozenset({"PRODUCT", "LAW", "FAC", "WORK_OF_ART", "ORG", "EVENT"})  # of entities with numbers


class NamedNumbers:
    """Numbers that name the noun before or behind them."""

    def __init__(self, numbers: NumberWords, words: CountingWords) -> None:
        self._identifiers, self._same_in_plural = numbers.identifiers, numbers.same_in_plural
        self._standing_alone = words.standing_alone

    def is_of_identifier(self, place: NumeralInContext) -> bool:
        """True for digits behind a noun that a number names: "Article 5", "Flight 370", "class 12 exams"."""
        noun, right = self._identifier_before(place), _counted(place.inner)
        if noun is None:
            return False
        return right is None or _is_capital(noun) or _is_in_front_of(noun, right, place.inner)

    def is_word_of_identifier(self, place: NumeralInContext) -> bool:
        """True for a number word behind a noun that a number names: "phase two", "end stage three tax cuts"."""
        noun, right = self._identifier_before(place), _counted(place.inner)
        if noun is None:
            return False
        if right is None or not _noun_follows(place.inner) or (noun.tag_ == "NN" and not _is_described(noun)):
            return True
        return _is_in_front_of(noun, right, place.inner)

    def is_of_name_before(self, place: NumeralInContext) -> bool:
        """True for digits that belong to the name before them: "its Ioniq 5 cars", "Apollo 11"."""
        name, number, inner = _word_before(place), place.number, place.inner
        if name is None or self._is_identifier(name) or (place.hyphenated and not place.ranged):
            return False
        if not _is_capital(name) or name.ent_type_ in _AMOUNT_LABELS:
            return False
        if number.scale > 1 or "," in place.text[number.start : number.end]:
            return False
        right = _counted(inner)
        return _is_tied(name, inner) if right is None else _is_in_front_of(name, right, inner)

    def names_its_subject(self, place: NumeralInContext) -> bool:
        """True for digits behind a word at the head of a sentence, before its verb: "Ariane 6 lifted"."""
        name, inner = _word_before(place), place.inner
        if name is None or _counted(inner) is not None or name.is_sent_start is not True:
            return False
        if not name.text[:1].isupper() or name.lower_ in self._standing_alone:
            return False
        behind = _behind(inner)
        before_verb = behind is not None and (behind.tag_ in ("VBD", "VBZ", "VBP", "MD") or behind.is_punct)
        return before_verb and name.pos_ in ("PROPN", "NOUN", "ADJ")

    def is_code(self, place: NumeralInContext) -> bool:
        """True for a large number before a noun in the singular: "a 404 error", "the 8088 chip"."""
        right, written = counted_right(place.inner), place.text[place.number.start : place.number.end]
        if right is None or place.hyphenated or not written.isdecimal() or place.number.value < _LEAST_CODE:
            return False
        alone = right.i == place.inner.end and right.dep_ not in ("compound", "nmod", "amod", "npadvmod")
        return alone and _is_singular(right) and right.lower_ not in self._same_in_plural

    def _identifier_before(self, place: NumeralInContext) -> Token | None:
        """The noun before a number where numbers name such nouns; None for any other word, and for a verb."""
        word = _word_before(place)
        return word if word is not None and word.pos_ not in ("VERB", "AUX") and self._is_identifier(word) else None

    def _is_identifier(self, word: Token) -> bool:
        name = word.lower_.rstrip(".")
        return name in self._identifiers or name.removesuffix("s") in self._identifiers


# ---------------------------------------------------------------- without vocabulary


def is_variant(place: NumeralInContext) -> bool:
    """True for "Covid-19"."""
    doc, start = place.inner.doc, place.inner.start
    return start > 1 and doc[start - 1].text in ("-", "‑") and doc[start - 2].lower_ == "covid"


def is_thing_itself(place: NumeralInContext) -> bool:
    """True for an odd number behind "the" and before a verb: "the 911 rose", "the 486 is"."""
    inner, value = place.inner, place.number.value
    if value < _LEAST_CODE or value % _LEAST_CODE == 0 or place.number.scale != 1:
        return False
    behind = _behind(inner)
    if not inner.start or inner.doc[inner.start - 1].lower_ != "the" or behind is None:
        return False
    return counted_right(inner) is None and behind.tag_ in ("VBZ", "VBD")


def is_word_in_a_name(place: NumeralInContext) -> bool:
    """True for a number word that begins a name with the word behind it: "Five Eyes"."""
    token, behind = place.inner.root, _behind(place.inner)
    if behind is None or token.ent_type_ not in NAME_LABELS or behind.ent_type_ != token.ent_type_:
        return False
    return place.inner[0].text[:1].isupper() and behind.text[:1].isupper()


def is_of_a_group(place: NumeralInContext) -> bool:
    """True for the size that is a group's name: "Group of 20", "the Committee of 100"."""
    inner = place.inner
    if inner.start < 2 or inner.doc[inner.start - 1].lower_ != "of" or place.number.value > _LARGEST_GROUP:
        return False
    group = inner.doc[inner.start - 2]
    if not group.text[:1].isupper() or counted_right(inner) is not None:
        return False
    return group.lower_ in ("group", "gang") or (group.pos_ == "PROPN" and not group.is_sent_start)


def is_inside_a_name(place: NumeralInContext) -> bool:
    """True for digits inside an entity, unless they count a noun: "Fortune 500"."""
    token, first = place.inner.root, place.inner[0]
    if token.ent_type_ not in _NUMBERED_LABELS or token.ent_iob_ != "I":
        return False
    if counted_right(place.inner) is None:
        return True
    return first.i > 0 and _is_in_front_of(first.nbor(-1), first, place.inner)


def has_a_capital(place: NumeralInContext) -> bool:
    """True for a number word with a capital inside a sentence: "the Gang of Four", "the Thirty Years' War"."""
    first = place.inner[0]
    if place.number.digits or not first.text[:1].isupper() or not first.i or first.is_sent_start:
        return False
    left = first.nbor(-1)
    return not (left.is_space or left.is_punct or in_capitals(first))


def is_year(place: NumeralInContext) -> bool:
    """True for four digits that can be a year and count nothing."""
    written = place.text[place.number.start : place.number.end]
    if len(written) != 4 or not written.isdecimal() or int(written) not in _YEARS:
        return False
    right = counted_right(place.inner)
    return right is None or (right.tag_ not in ("NNS", "NNPS") and int(written) in _LIKELY_YEARS)


# ---------------------------------------------------------------- the words around a number


def _word_before(place: NumeralInContext) -> Token | None:
    """The word before a number; None where none stands or a mark does, and for a number word before a hyphen."""
    inner = place.inner
    left = inner.doc[inner.start - 1] if inner.start else None
    if left is None or left.is_space or left.is_punct or (place.hyphenated and not place.number.digits):
        return None
    return left


def _behind(inner: Span) -> Token | None:
    """The word or mark behind a number; None at the end of the document."""
    return inner.doc[inner.end] if inner.end < len(inner.doc) else None


def _counted(inner: Span) -> Token | None:
    """The noun that a number counts: by the parse, or else a plural right behind it ("call Bob three times")."""
    right = counted_right(inner)
    if right is not None:
        return right
    behind = _behind(inner)
    return behind if behind is not None and behind.tag_ in ("NNS", "NNPS") else None


def _noun_follows(inner: Span) -> bool:
    """True where a noun or what describes one stands right behind a number."""
    behind = _behind(inner)
    return behind is not None and behind.pos_ in ("NOUN", "PROPN", "ADJ")


def _is_capital(word: Token) -> bool:
    return word.pos_ == "PROPN" and word.text[:1].isupper()


def _is_described(noun: Token) -> bool:
    """True where a word before a noun says more of it: "the first stage"."""
    return noun.i > 0 and noun.nbor(-1).pos_ in ("DET", "ADJ", "NUM")


def _is_singular(noun: Token) -> bool:
    return noun.tag_ == "NN" and noun.lemma_ == noun.lower_ and not noun.lower_.endswith("s")


def _is_in_front_of(left: Token, right: Token, inner: Span) -> bool:
    """True where the word before the number belongs to the noun behind it, so that the number is part of a name."""
    if left.dep_ in ("compound", "nmod", "amod", "poss") and left.head.i >= inner.start:
        return left.head == right or left.head.i < inner.end
    inside = left.ent_type_ == inner[0].ent_type_ and inner[0].ent_iob_ == "I"
    return inside and left.ent_type_ not in ("", "PERSON")


def _is_tied(name: Token, inner: Span) -> bool:
    """True where the parse or the tagger ties the number to the name before it."""
    number = inner.root
    if number.dep_ in ("nummod", "appos", "npadvmod", "nmod") and number.head.i < number.i:
        return True
    if name.dep_ in ("compound", "nmod", "amod") and name.head == number:
        return True
    return bool(name.ent_type_) and name.ent_type_ == number.ent_type_
