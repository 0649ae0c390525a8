"""Where the names of a parse begin and end: the model's spans, mended, and runs of capitals that it missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from pipeline import nouns
from pipeline.records import VALUE_LABELS, Label
from pipeline.tag.folding import fold
from pipeline.tag.people import plain, without_nickname
from pipeline.tag.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STOP = frozenset(':;!?()[]{}|"“”«»•*/=<>') | {"...", "…", "--"}
_AFTER = frozenset({"'s", "’s", "'", "’", ",", ".", "-", "–", "—"})
_QUOTES = frozenset("\"'“”‘’")
_BUILT = vocabulary().facilities - {"pipeline", "corridor", "railway", "highway"}
_MANY_BUILT = frozenset({"hospital", "mosque", "terminal", "bridge", "cemetery", "checkpoint"})
_SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii"})
_DASHES = frozenset({"-", "–", "—"})
_LONGEST = 12
_PARTICIPLE = re.compile(r"[A-Z][a-z]{3,}ing")
_NEVER_INSIDE = frozenset(
    {"with", "after", "before", "who", "when", "while", "because", "but", "said", "says", "than", "that"}
)
_MANY = frozenset({"women", "men", "children", "people", "peoples"})
_BETWEEN = frozenset({"bin", "binti", "bint", "ibn", "al", "el", "van", "von", "den", "der", "de", "del", "della"})
_OPEN = frozenset({"of", "the", "for", "and", "in", "on", "at", "to"})
_LEGAL = frozenset(fold(word).rstrip(".") for word in vocabulary().company)
_OWNED = frozenset({"day", "hospital", "college", "cathedral", "church"})
# what a hyphen adds to a name without being part of it
_ENDINGS = frozenset(
    [
        "based",
        "led",
        "backed",
        "born",
        "style",
        "like",
        "era",
        "made",
        "owned",
        "run",
        "held",
        "bound",
        "controlled",
        "funded",
        "wide",
        "only",
        "born",
        "linked",
        "related",
        "listed",
        "trained",
        "occupied",
        "administered",
        "aligned",
        "area",
        "inspired",
        "dominated",
        "friendly",
    ]
)


@dataclass(slots=True)
class Candidate:
    """Tokens that may be a name.

    label: the model's, or None where it saw no name. key: what all mentions of the name share.
    titled: a title or role stands before it.
    """

    start: int
    end: int
    label: Label | None
    key: str
    titled: bool = False


def candidates(doc: Doc) -> list[Candidate]:
    """The model's names, mended, and the runs of capitalised words that it passed over, in order, none overlapping."""
    taken = bytearray(len(doc))
    found: list[Candidate] = []
    for start, end in _with_nicknames(doc):
        found.append(Candidate(start, end, "PERSON", key(doc, start, end), titled_before(doc, start)))
        taken[start:end] = b"\1" * (end - start)
    for ent in doc.ents:
        if ent.label_ in VALUE_LABELS:
            continue
        for start, end in _pieces(doc, ent.start, ent.end, ent.label_):
            while start < end and taken[start]:
                start += 1
            while start < end and taken[end - 1]:
                end -= 1
            mended = _mend(doc, start, end, cast(Label, ent.label_))
            if mended is not None:
                mended = _whole(doc, mended, taken)
                found.append(mended)
                taken[mended.start : mended.end] = b"\1" * (mended.end - mended.start)
    for ent in doc.ents:
        if ent.label_ in VALUE_LABELS:
            taken[ent.start : ent.end] = b"\1" * (ent.end - ent.start)
    surnames = {
        last for one in found if one.label == "PERSON" and len(words := one.key.split()) > 1 and (last := words[-1])
    }
    found += _runs(doc, taken, surnames)
    found.sort(key=lambda candidate: candidate.start)
    return found


def _pieces(doc: Doc, start: int, end: int, label: str) -> list[tuple[int, int]]:
    """A span cut where no name goes on: at a line break, a colon, a bracket, a quotation mark, behind an owner.

    A person, place or people holds no preposition but "of" and particles ("Busan with Ada Smith" is two), and like a
    body no common noun ("Kyrgyz lender Capital Bank"); an office begins a new one ("Kazakh President Anna Smith").
    """
    short = label in ("PERSON", "GPE", "NORP")
    office = _office_inside(doc, start, end) if label in ("ORG", "GPE", "NORP", "PRODUCT") else -1
    if office < 0 and _acronym_before_person(doc, start, end):
        office = start + 1
    pieces = []
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
            or token.text in _STOP
            or joins
            or (short and token.text in _DASHES and bool(token.whitespace_ and doc[index - 1].whitespace_))
            or _owner_before(doc, start, index, end)
            or _ends_there(doc, index, end, label)
        ):
            if start < index:
                pieces.append((start, index))
            start = index + 1
        elif index == office:
            pieces.append((start, index))
            start = index
    if start < end:
        pieces.append((start, end))
    return pieces


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
            if last + 1 < end and _capital(doc[index]) and doc[last].lower_ in words.titles and _capital(doc[last + 1]):
                return index
    return -1


def _owner_before(doc: Doc, start: int, index: int, end: int) -> bool:
    """ "Kenya's Standard", "Tencent's Huanhe" are two names; "Women's Union" and "St John's College" are one."""
    if doc[index].text not in ("'s", "’s") or index == start or index + 1 >= end or not _capital(doc[index + 1]):
        return False
    owner = doc[index - 1]
    saint = index - 2 >= start and doc[index - 2].lower_.rstrip(".") in ("st", "saint")
    common = nouns.is_person(owner.lower_) or nouns.is_person(owner.lemma_.lower()) or owner.lower_ in _MANY
    return owner.pos_ == "PROPN" and not saint and not common and doc[index + 1].lower_ not in _OWNED


def _whole(doc: Doc, candidate: Candidate, taken: bytearray) -> Candidate:
    """The name with what belongs to it and the model left out: "Lee Sung[-kyung]", "Liu [He]", "Bay of [Bengal]"."""
    start, end = candidate.start, _behind_hyphens(doc, candidate.end, candidate.label)
    size = len(doc)
    if candidate.label == "PERSON":
        if end - start == 1 and end < size and doc[end].ent_type_ == "NORP" and _full_name(doc, start, ("NORP",)):
            end += 1  # "Ruben [Vardanyan]", to the model a people
        while end < size and not taken[end] and (_goes_on(doc[end]) or _particle(doc, end, taken)):
            end += 1
        while start and not candidate.titled and _goes_on(doc[start - 1]) and not taken[start - 1]:
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
    while last < min(len(doc), end + 5) and doc[last].pos_ == "PROPN" and _capital(doc[last]) and not taken[last]:
        if doc[last].ent_type_ not in ("", "ORG", "FAC", "EVENT"):
            return end
        last += 1
    return last if last > end and doc[last - 1].lower_ in vocabulary().heads else end


def _particle(doc: Doc, index: int, taken: bytearray) -> bool:
    """ "van", "bin" and the like before a name that goes on."""
    if doc[index].lower_ not in _BETWEEN or index + 1 >= len(doc) or taken[index + 1]:
        return False
    return _goes_on(doc[index + 1]) or _particle(doc, index + 1, taken)


def _with_nicknames(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names with a nickname in quotes behind a first name, which the model takes apart: 'José "Pepe" Mujica'."""
    for token in doc:
        first = token.i - 1
        if token.text not in _QUOTES or first < 0:
            continue
        if doc[first].ent_type_ != "PERSON" and fold(doc[first].text) not in vocabulary().given:
            continue
        closing = next((at for at in (token.i + 2, token.i + 3) if at + 1 < len(doc) and doc[at].text in _QUOTES), None)
        if closing is None or not (_capital(doc[first]) and _capital(doc[token.i + 1]) and _capital(doc[closing + 1])):
            continue
        if not (doc[first].whitespace_ and doc[closing].whitespace_ and doc[closing + 1].is_alpha):
            continue
        end = closing + 2
        while end < len(doc) and (_goes_on(doc[end]) or doc[end].lower_ in _SUFFIXES):
            end += 1
        yield first, end


def _behind_hyphens(doc: Doc, end: int, label: Label | None) -> int:
    """Where a name ends whose last word goes on behind a hyphen: "Sung[-kyung]", "Al[-Kuwari]", not "Oslo-based"."""
    while (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not (doc[end - 1].whitespace_ or doc[end].whitespace_)
        and doc[end + 1].is_alpha
        and (_capital(doc[end + 1]) or label == "PERSON")
        and doc[end + 1].lower_ not in _ENDINGS
    ):
        end += 2
    return end


def _goes_on(token: Token, labels: tuple[str, ...] = ("", "PERSON")) -> bool:
    """True for a proper noun that a person's name goes on with."""
    lower = token.lower_
    return (
        token.pos_ == "PROPN"
        and token.is_alpha
        and _capital(token)
        and token.ent_type_ in labels
        and lower not in vocabulary().title_words
        and lower not in vocabulary().heads
        and not nouns.kinds(lower)
    )


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
    if at < size and (doc[at].ent_type_ == "PERSON" or _full_name(doc, at)):
        return end
    while last < size and _capital(doc[last]) and doc[last].pos_ in ("PROPN", "NOUN", "ADJ") and not taken[last]:
        last += 1
        if last + 1 < size and doc[last].lower_ == "and" and _capital(doc[last + 1]) and not taken[last + 1]:
            if doc[last + 1].ent_type_ not in ("", doc[last - 1].ent_type_):
                break
            last += 1
    if last > at and last + 1 < size and doc[last].lower_ == "of" and _capital(doc[last + 1]) and not taken[last + 1]:
        return _complement(doc, start, last + 1, taken)
    return last if last > at else (end - 1 if doc[end - 1].lower_ in ("of", "for") and end - 1 > start else end)


def _full_name(doc: Doc, index: int, labels: tuple[str, ...] = ("", "PERSON")) -> bool:
    """A first name and a surname begin here: "the Workers Party of [Ada Smith]"."""
    if index + 1 >= len(doc) or fold(doc[index].text) not in vocabulary().given:
        return False
    return _capital(doc[index + 1]) and _goes_on(doc[index + 1], labels)


def _mend(doc: Doc, start: int, end: int, label: Label) -> Candidate | None:
    words = vocabulary()
    titled = False
    while start < end:
        token = doc[start]
        lower = token.lower_.rstrip(".")
        capital = _capital(token)
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
            or (label in ("PERSON", "GPE", "NORP") and not _capital(token) and not token.text[0].isdecimal())
            or (token.is_lower and token.lower_ in _OPEN)
        ):
            end -= 1
        else:
            break
    if start >= end or not any(_capital(doc[i]) or doc[i].text[:1].isdecimal() for i in range(start, end)):
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


def key(doc: Doc, start: int, end: int) -> str:
    """What the mentions of a name share: folded, without article and possessive."""
    return fold(plain(without_nickname(doc[start:end].text)))


def _title_before(doc: Doc, start: int, end: int) -> bool:
    """The span is a title and a name ("Mr Bandt", to the model a company), not a body ("Justice Department")."""
    words = [doc[index].lower_.rstrip(".") for index in range(start, min(start + 3, end - 1))]
    title = any(" ".join(words[:size]) in vocabulary().titles for size in range(1, len(words) + 1))
    return title and not any(doc[index].lower_ in vocabulary().heads for index in range(start + 1, end))


def titled_before(doc: Doc, start: int) -> bool:
    """A title or role stands right before the token."""
    if not start:
        return False
    words = vocabulary()
    before = doc[start - 1]
    if before.text == "." and start > 1:
        before = doc[start - 2]
    lower = before.lower_.rstrip(".")
    return lower in words.titles and (before.pos_ in ("PROPN", "NOUN", "ADJ") or _capital(before))


def _runs(doc: Doc, taken: bytearray, surnames: set[str]) -> list[Candidate]:
    """Runs of capitalised proper nouns outside the model's names; they need evidence of their own to become names.

    surnames: of the persons whom the document names in full; they are names wherever they have a capital.
    """
    runs = []
    start = -1
    for token in doc:
        index = token.i
        inside = (
            not taken[index]
            and _capital(token)
            and (token.pos_ == "PROPN" or (token.lower_ in surnames and token.is_title))
            and token.text not in _STOP
            and not token.like_url
        )
        if inside:
            if start < 0:
                start = index
            continue
        if start >= 0:
            runs.append((start, index))
            start = -1
    if start >= 0:
        runs.append((start, len(doc)))
    found = []
    for start, end in runs:
        first = doc[start]
        if end - start > 1 and first.is_sent_start and _PARTICIPLE.fullmatch(first.text):
            start += 1  # "Recalling Putin's visit"
        if end - start <= _LONGEST:
            mended = _mend(doc, start, end, "PERSON")
            if mended is not None:
                if doc[mended.end - 1].lower_ in vocabulary().heads:
                    mended.label = "ORG"
                    mended = _whole(doc, mended, taken)
                else:
                    end = _behind_hyphens(doc, mended.end, None)
                    mended = Candidate(mended.start, end, None, key(doc, mended.start, end), mended.titled)
                mended.label = None
                if any(taken[mended.start : mended.end]):
                    continue
                taken[mended.start : mended.end] = b"\1" * (mended.end - mended.start)
                found.append(mended)
    return found


def _capital(token: Token) -> bool:
    text = token.text
    return text[:1].isupper() or (len(text) > 2 and "-" in text and any(c.isupper() for c in text))
