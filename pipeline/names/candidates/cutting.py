"""Where a span of the model is no name: it is cut where no name goes on, and freed of titles and small words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon import nouns
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.candidates.candidate import Candidate, is_capital, key, titled_before
from pipeline.records import Label
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

STOP = frozenset(':;!?()[]{}|"“”«»•*/=<>') | {"...", "…", "--"}
_AFTER = frozenset({"'s", "’s", "'", "’", ",", ".", "-", "–", "—"})
_DASHES = frozenset({"-", "–", "—"})
_NEVER_INSIDE = frozenset(
    {"with", "after", "before", "who", "when", "while", "because", "but", "said", "says", "than", "that"}
)
_MANY = frozenset({"women", "men", "children", "people", "peoples"})
_OPEN = frozenset({"of", "the", "for", "and", "in", "on", "at", "to"})
_LEGAL = frozenset(fold(word).rstrip(".") for word in vocabulary().company)
_OWNED = frozenset({"day", "hospital", "college", "cathedral", "church"})


def pieces(doc: Doc, start: int, end: int, label: str) -> list[tuple[int, int]]:
    """A span cut where no name goes on: at a line break, a colon, a bracket, a quotation mark, behind an owner.

    A person, place or people holds no preposition but "of" and particles ("Busan with Ada Smith" is two), and like a
    body no common noun ("Kyrgyz lender Capital Bank"); an office begins a new one ("Kazakh President Anna Smith").
    """
    short = label in ("PERSON", "GPE", "NORP")
    office = _office_inside(doc, start, end) if label in ("ORG", "GPE", "NORP", "PRODUCT") else -1
    if office < 0 and _acronym_before_person(doc, start, end):
        office = start + 1
    parts = []
    for index in range(start, end):
        token = doc[index]
        joins = (
            token.lower_ in _NEVER_INSIDE
            or (short and token.tag_ == "IN" and token.is_lower and token.lower_ not in vocabulary().particles | {"of"})
            or (
                (short or label == "ORG")
                and token.pos_ == "NOUN"
                and token.is_lower
                and token.lower_ not in vocabulary().particles
                and start < index < end - 1
            )
        )
        if (
            token.is_space
            or token.text in STOP
            or joins
            or (short and token.text in _DASHES and bool(token.whitespace_ and doc[index - 1].whitespace_))
            or _owner_before(doc, start, index, end)
            or _ends_there(doc, index, end, label)
        ):
            if start < index:
                parts.append((start, index))
            start = index + 1
        elif index == office:
            parts.append((start, index))
            start = index
    if start < end:
        parts.append((start, end))
    return parts


def _acronym_before_person(doc: Doc, start: int, end: int) -> bool:
    """ "YSU Ada Smith": the initials of a body and one of its people."""
    first = doc[start].text
    return (
        end - start in (3, 4)
        and first.isupper()
        and 2 <= len(first) <= 6
        and first.isalpha()
        and fold(doc[start + 1].text) in vocabulary().given
        and all(doc[index].is_title and doc[index].lower_ not in vocabulary().heads for index in range(start + 1, end))
    )


def _ends_there(doc: Doc, comma: int, end: int, label: str) -> bool:
    """A comma that no body's name goes on behind: "Sezen, File", not "Tesla, Inc", "Ministry of Trade, Industry …"."""
    if doc[comma].text != "," or label not in ("ORG", "EVENT"):
        return False
    heads = vocabulary().heads
    rest = [doc[index].lower_.rstrip(".") for index in range(comma + 1, end)]
    legal = bool(rest) and rest[0] in _LEGAL
    return not legal and not any(word in ("and", "&") for word in rest) and not (rest and rest[-1] in heads)


def _office_inside(doc: Doc, start: int, end: int) -> int:
    """Where a title stands inside a span, with a name before and behind it; -1 for nowhere."""
    words = vocabulary()
    if doc[end - 1].lower_ in words.heads:
        return -1
    for index in range(start + 1, end - 1):
        lower = doc[index].lower_
        if lower in words.title_words and doc[index - 1].lower_ not in words.title_words | {"of", "the", "and"}:
            last = index
            while last + 1 < end and doc[last + 1].lower_ in words.title_words:
                last += 1
            if (
                last + 1 < end
                and is_capital(doc[index])
                and doc[last].lower_ in words.titles
                and is_capital(doc[last + 1])
            ):
                return index
    return -1


def _owner_before(doc: Doc, start: int, index: int, end: int) -> bool:
    """ "Kenya's Standard", "Tencent's Huanhe" are two names; "Women's Union" and "St John's College" are one."""
    if doc[index].text not in ("'s", "’s") or index == start or index + 1 >= end or not is_capital(doc[index + 1]):
        return False
    owner = doc[index - 1]
    saint = index - 2 >= start and doc[index - 2].lower_.rstrip(".") in ("st", "saint")
    common = nouns.is_person(owner.lower_) or nouns.is_person(owner.lemma_.lower()) or owner.lower_ in _MANY
    return owner.pos_ == "PROPN" and not saint and not common and doc[index + 1].lower_ not in _OWNED


def mend(doc: Doc, start: int, end: int, label: Label) -> Candidate | None:
    """A span without titles, articles and small words at its ends; None when no name is left. label: the model's."""
    words = vocabulary()
    titled = False
    while start < end:
        token = doc[start]
        lower = token.lower_.rstrip(".")
        capital = is_capital(token)
        if (
            lower in words.title_words
            and (end - start > 1 or not capital)
            and label in ("PERSON", "ORG", "GPE", "NORP")
        ):
            if label != "PERSON" and not _title_before(doc, start, end):
                break
            titled = True
        elif lower == "the" and label == "ORG" and start + 1 < end and _title_before(doc, start + 1, end):
            pass  # "the Consul General of China"
        elif token.pos_ == "PRON" and start + 1 < end and doc[start + 1].is_lower:
            pass  # "Nobody in Oslo": no name, but one may follow
        elif (
            capital
            or token.text[0].isdecimal()
            or (lower in words.particles and label != "NORP" and start + 1 < end)
            or (token.pos_ in ("NOUN", "ADJ") and label not in ("PERSON", "GPE", "NORP", "ORG"))
        ):
            break
        start += 1
    while start < end:
        token = doc[end - 1]
        if (
            token.text in _AFTER
            or token.is_space
            or (token.text == "." and end - start > 1)
            or _office_behind(doc, start, end, label)
            or (label in ("PERSON", "GPE", "NORP") and not is_capital(token) and not token.text[0].isdecimal())
            or (token.is_lower and token.lower_ in _OPEN)
        ):
            end -= 1
        else:
            break
    if start >= end or not any(is_capital(doc[i]) or doc[i].text[:1].isdecimal() for i in range(start, end)):
        return None
    if any(doc[i].like_url or "@" in doc[i].text or "/" in doc[i].text for i in range(start, end)):
        return None
    return Candidate(start, end, label, key(doc, start, end), titled or titled_before(doc, start))


def _office_behind(doc: Doc, start: int, end: int, label: Label) -> bool:
    """The span ends in an office that nobody bears here: "Thai PM"."""
    lower = doc[end - 1].lower_
    return (
        label in ("ORG", "GPE", "NORP")
        and end - start > 1
        and (lower in vocabulary().roles or (lower == "fm" and doc[end - 2].tag_ == "JJ"))
        and doc[end - 2].lower_ not in ("of", "the", "and")
    )


def _title_before(doc: Doc, start: int, end: int) -> bool:
    """The span is a title and a name ("Mr Bandt", to the model a company), not a body ("Justice Department")."""
    words = [doc[index].lower_.rstrip(".") for index in range(start, min(start + 3, end - 1))]
    title = any(" ".join(words[:size]) in vocabulary().titles for size in range(1, len(words) + 1))
    return title and not any(doc[index].lower_ in vocabulary().heads for index in range(start + 1, end))
