"""Numbers in names: "Flight 370", "9/11", "10 Downing Street", "the Gang of Four", "class 12 exams"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.lexicon.vocabulary import lines
from pipeline.text.expressions import expression
from pipeline.values.place import NAME_LABELS, Place, counted_right, in_capitals

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BLANK_BEFORE = expression(r"(?:\bnos? ?\.|№|\bnumber|#|(?-i:\bNo\s))\s*$", re.IGNORECASE)
_NUMBERED = expression(r"([^\W\d_]+)\s+\d{1,4}\s*(?:of|/)\s*/?\s*$", re.IGNORECASE)  # "Image 24 of " 33
_DIALLED = expression(r"\b(?:call|dial)(?:s|ed|led|ing|ling)?\s(?:to\s)?$", re.IGNORECASE)
_BLOCK = expression(r"\s+blocks?\s+of\b", re.IGNORECASE)


_LISTED = expression(r"(?:^|\n)\s*$")  # "6. João Días": a place in a list
_LIST_MARK = expression(r"\s?[.)]\s+(?=\S)")
_PARENTHESIS = expression(r"\([^)]*$")
_STREET = expression(
    r"[a-zA-Z]?,?\s+(?:(?:[NSEW]\.?|North|South|East|West)\s+)?(?:[A-Z][\w'’]*\.?\s+){1,3}?(?P<type>[A-Z][a-z]+)\b"
)
_MODEL = expression(r"\s[A-Z]{2,}\s\d")  # "737 MAX 9"
_NEXT_WORDS = expression(r"[\s-]([a-z]+)(?:\s([a-z]+))?")
_RUE = expression(
    r"\s(?:Rue|Via|Calle|Avenida|Rua|Jalan|Plaza|Piazza|Avenue|Boulevard|Quai|Paseo|Corso|Jln\.?)\s[A-Zd]"
)
_CODE_BEFORE = expression(r"\b(?:[A-HJ-Z] |[A-Z]{1,3} \. )$")  # "Maverick X 3", "BA . 5"
_OPENS, _CLOSES = "\"“‘'", "\"”’'"

_SOME_TIME = frozenset({"yesterday", "today", "tomorrow", "tonight", "overnight", "altogether", "overall"})
_LEAST_CODE = 100


@cache
def _identifiers() -> frozenset[str]:
    return frozenset(lines("identifiers.txt"))


@cache
def _same_in_plural() -> frozenset[str]:
    return frozenset(lines("same_in_plural.txt"))


@cache
def _known_names() -> dict[str, list[tuple[str, str]]]:
    """By number: what stands before and behind it in a name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in _names("name"):
        before, _, rest = name.partition("<")
        number, _, after = rest.partition(">")
        found.setdefault(number, []).append((before, after))
    return found


@cache
def _names(kind: str) -> frozenset[str]:
    rows = (line.split(" | ") for line in lines("named_numbers.txt"))
    return frozenset(name.strip() for key, name in rows if key.strip() == kind)


def is_written_name(place: Place) -> bool:
    """Names that the text alone tells: "9/11", "a 999 call", "10 Downing Street", "H.R. 3684", a place in a list."""
    text, number = place.text, place.number
    start, end = number.start, number.end
    if _BLANK_BEFORE.search(text, max(0, start - 10), start):
        return True
    if number.value and number.value % 100 == 0 and _BLOCK.match(text, end):
        return True  # "the 4200 block of": an address
    if not number.digits:
        return False
    numbered = _NUMBERED.search(text, max(0, start - 24), start)
    if numbered and numbered[1].lower() in _identifiers():
        return True
    written = text[start:end]
    if any(text.startswith(name, start) and not text[start + len(name) :][:1].isalnum() for name in _names("alone")):
        return True
    following = _NEXT_WORDS.match(text, end)
    if written in _names("called") and following and not _names("caller").isdisjoint(following.groups()):
        return True
    if _DIALLED.search(text, max(0, start - 12), start) and counted_right(place.inner) is None:
        return True
    head = text[max(0, start - 12) : start].rstrip()
    if any(head.endswith(name) and not head[: -len(name)][-1:].isalnum() for name in _names("law")):
        return True
    street = _STREET.match(text, end)
    if _RUE.match(text, end) or (street and street["type"].lower() in _names("street")):
        return True
    if _CODE_BEFORE.search(text, max(0, start - 8), start):
        return True
    if _MODEL.match(text, end) or text[max(0, start - 2) : start] == ")(":
        return True
    mark = _LIST_MARK.match(text, end) if number.value < 100 and written.isdecimal() else None
    if mark and (_LISTED.search(text, max(0, start - 4), start) or ")" in mark[0]):
        return not _PARENTHESIS.search(text, max(0, start - 60), start)
    return False


def in_a_known_name(place: Place) -> bool:
    """ "50 Cent", "the Six Nations", "Maroon 5" (models/named_numbers.txt)."""
    text, number = place.text, place.number
    names = _known_names().get(text[number.start : number.end])
    return bool(names) and any(
        text.endswith(left, 0, number.start)
        and text.startswith(right, number.end)
        and not text[number.end + len(right) :][:1].isalnum()
        for left, right in names or ()
    )


def in_a_title(text: str, start: int, end: int) -> bool:
    """True inside quotation marks around words with capitals: "Three Billboards Outside Ebbing"."""
    left = max(text.rfind(mark, max(0, start - 60), start) for mark in _OPENS)
    if left < 0 or (left and text[left - 1].isalnum()):
        return False
    right = min((at for mark in _CLOSES if (at := text.find(mark, end, end + 60)) >= 0), default=-1)
    if right < 0 or any(mark in text[left + 1 : start] for mark in '”"'):
        return False
    words = re.findall(r"[^\W\d_]+", text[left + 1 : right])
    long = [word for word in words if len(word) > 3]
    number_word = text[start].isalpha()
    return bool(long) and all(word[0].isupper() for word in long) and (not number_word or text[start].isupper())


def names_something(place: Place) -> bool:
    """ "Article 5", "Flight 370", "phase two", "class 12 exams", "its Ioniq 5 cars": the number names a noun."""
    inner = place.inner
    doc = inner.doc
    left = doc[inner.start - 1] if inner.start else None
    if left is not None and left.text in ("-", "‑") and inner.start > 1 and doc[inner.start - 2].lower_ == "covid":
        return True
    if place.number.digits and (_is_a_code_word(place) or _bare_behind_the(place)):
        return True
    if left is None or left.is_space or left.is_punct or (place.hyphenated and not place.number.digits):
        return False
    word = left.lower_.rstrip(".")
    right = counted_right(inner) or _plural_behind(inner)
    capital = left.pos_ == "PROPN" and left.text[:1].isupper()
    if place.number.digits and right is None and _names_its_subject(left, inner):
        return True
    if word in _identifiers() or word.removesuffix("s") in _identifiers():
        if left.pos_ in ("VERB", "AUX"):
            return False
        if (capital and place.number.digits) or right is None:
            return True
        if (
            not place.number.digits
            and left.tag_ == "NN"
            and not (left.i and doc[left.i - 1].pos_ in ("DET", "ADJ", "NUM"))
        ):
            return True  # "end stage three tax cuts"
        return _in_front_of(left, right, inner) or (not place.number.digits and not _noun_follows(inner))
    if (place.hyphenated and not place.ranged) or not capital or left.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY"):
        return False
    if not place.number.digits or place.number.scale > 1 or "," in place.text[place.number.start : place.number.end]:
        return False
    if right is None:
        return _tied(left, inner)
    return _in_front_of(left, right, inner)


def _in_front_of(left: Token, right: Token, inner: Span) -> bool:
    """True where the word before the number belongs to the noun behind it, so that the number is part of a name."""
    if left.dep_ in ("compound", "nmod", "amod", "poss") and left.head.i >= inner.start:
        return left.head == right or left.head.i < inner.end
    inside = left.ent_type_ == inner[0].ent_type_ and inner[0].ent_iob_ == "I"
    return inside and left.ent_type_ not in ("", "PERSON")


def _plural_behind(inner: Span) -> Token | None:
    """A plural right behind the number, which it counts whatever the parse says: "call Bob three times"."""
    following = inner.doc[inner.end] if inner.end < len(inner.doc) else None
    return following if following is not None and following.tag_ in ("NNS", "NNPS") else None


def _noun_follows(inner: Span) -> bool:
    doc = inner.doc
    return inner.end < len(doc) and doc[inner.end].pos_ in ("NOUN", "PROPN", "ADJ")


def _tied(left: Token, inner: Span) -> bool:
    """True where the parse or the tagger ties the number to the name before it."""
    number = inner.root
    if number.dep_ in ("nummod", "appos", "npadvmod", "nmod") and number.head.i < number.i:
        return True
    return (left.dep_ in ("compound", "nmod", "amod") and left.head == number) or (
        bool(left.ent_type_) and left.ent_type_ == number.ent_type_
    )


def _names_its_subject(left: Token, inner: Span) -> bool:
    """ "Ariane 6 lifted", "Prisoner 46664, as": a word at the head of a sentence whose number counts nothing."""
    if left.is_sent_start is not True or not left.text[:1].isupper() or left.lower_ in _SOME_TIME:
        return False
    following = inner.doc[inner.end] if inner.end < len(inner.doc) else None
    subject = following is not None and (following.tag_ in ("VBD", "VBZ", "VBP", "MD") or following.is_punct)
    return subject and left.pos_ in ("PROPN", "NOUN", "ADJ")


def _is_a_code_word(place: Place) -> bool:
    """ "a 404 error", "the 8088 chip": a large number before a noun in the singular counts nothing."""
    right = counted_right(place.inner)
    written = place.text[place.number.start : place.number.end]
    if right is None or place.hyphenated or not written.isdecimal() or place.number.value < _LEAST_CODE:
        return False
    singular = right.tag_ == "NN" and right.lemma_ == right.lower_ and not right.lower_.endswith("s")
    alone = right.i == place.inner.end and right.dep_ not in ("compound", "nmod", "amod", "npadvmod")
    return singular and alone and right.lower_ not in _same_in_plural()


def _bare_behind_the(place: Place) -> bool:
    """ "the 911 rose", "the 486 is": the number is the thing itself."""
    doc, inner = place.inner.doc, place.inner
    if not inner.start or doc[inner.start - 1].lower_ != "the" or inner.end >= len(doc):
        return False
    odd = place.number.value >= _LEAST_CODE and place.number.value % _LEAST_CODE != 0 and place.number.scale == 1
    return odd and counted_right(inner) is None and doc[inner.end].tag_ in ("VBZ", "VBD")


def in_a_name(place: Place) -> bool:
    """ "Big Four", "Five Eyes", "Group of 20", "Fortune 500"."""
    token = place.inner.root
    first = place.inner[0]
    doc = token.doc
    left = doc[first.i - 1] if first.i else None
    if not place.number.digits:
        right = doc[place.inner.end] if place.inner.end < len(doc) else None
        named = first.text[:1].isupper() and token.ent_type_ in NAME_LABELS
        return named and right is not None and right.text[:1].isupper() and right.ent_type_ == token.ent_type_
    if (
        left is not None
        and left.lower_ == "of"
        and place.number.value <= 100
        and left.i
        and counted_right(place.inner) is None
    ):
        group = doc[left.i - 1]
        if group.text[:1].isupper() and group.pos_ == "PROPN" and not group.is_sent_start:
            return True
        if group.lower_ in ("group", "gang") and group.text[:1].isupper():
            return True
    if token.ent_type_ in ("PRODUCT", "LAW", "FAC", "WORK_OF_ART", "ORG", "EVENT"):
        return token.ent_iob_ == "I" and (
            counted_right(place.inner) is None or _in_front_of(doc[first.i - 1], doc[first.i], place.inner)
        )
    return False


def has_a_capital(inner: Span) -> bool:
    """A number word with a capital inside a sentence: "the Gang of Four", "the Thirty Years' War"."""
    first = inner[0]
    left = inner.doc[first.i - 1] if first.i else None
    if not first.text[:1].isupper() or left is None or left.is_space or left.is_punct or first.is_sent_start:
        return False
    return not in_capitals(first)


def year(place: Place) -> bool:
    """True for four digits that can be a year and count nothing."""
    written = place.text[place.number.start : place.number.end]
    if not (len(written) == 4 and written.isdecimal() and 1000 <= int(written) <= 2100):
        return False
    right = counted_right(place.inner)
    return right is None or (right.tag_ not in ("NNS", "NNPS") and int(written) >= 1900)
