"""Where a span of the model is no name: it is cut where no name goes on, and freed of titles and small words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords
from pipeline.names.candidates.candidate import Candidate, Persons, is_capital, key
from pipeline.records import Label
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STOP = frozenset(':;!?()[]{}|"“”«»•*/=<>') | {"...", "…", "--"}  # marks that no name holds
_AT_END = frozenset({"'s", "’s", "'", "’", ",", ".", "-", "–", "—"})  # marks that no name ends in
_DASHES = frozenset({"-", "–", "—"})
_NEVER_INSIDE = frozenset(
    {"with", "after", "before", "who", "when", "while", "because", "but", "said", "says", "than", "that"}
)
_MANY = frozenset({"women", "men", "children", "people", "peoples"})
_OPEN = frozenset({"of", "the", "for", "and", "in", "on", "at", "to"})  # words that no name ends in
_OWNED = frozenset({"day", "hospital", "college", "cathedral", "church"})  # "St John's [College]"
_SHORT: frozenset[str] = frozenset({"PERSON", "GPE", "NORP"})  # names of a few words without small ones
_WITH_OFFICES: frozenset[str] = frozenset({"ORG", "GPE", "NORP", "PRODUCT"})
_ACRONYM = range(2, 7)  # letters of a body's initials
_TITLE = 3  # words of the longest title


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens that the model takes for a name; ``first`` is where the part begins that is read now."""

    doc: Doc
    first: int
    end: int
    label: str


class Cutter:
    """Cuts the model's spans."""

    def __init__(self, words: NameWords, kinds: Kinds, persons: Persons) -> None:
        self._words = words
        self._kinds = kinds
        self._persons = persons
        self._legal = frozenset(fold(word).rstrip(".") for word in words.company)
        self._inside = words.particles | {"of"}

    # ------------------------------------------------------------ in pieces

    def parts(self, doc: Doc, start: int, end: int, label: str) -> list[tuple[int, int]]:
        """A span cut where no name goes on: at a line break, a colon, a bracket, a quotation mark, behind an owner.

        A person, place or people holds no preposition but "of" and particles ("Busan with Ada Smith" is two), and like
        a body no common noun ("Kyrgyz lender Capital Bank"); an office begins a new one ("Kazakh President Ada Smith").
        """
        office = self._office_inside(doc, start, end) if label in _WITH_OFFICES else None
        if office is None and self._is_acronym_before_person(doc, start, end):
            office = start + 1
        parts = []
        for index in range(start, end):
            span = _Span(doc, start, end, label)
            if any(breaks(self, span, index) for breaks in BREAKS):
                if start < index:
                    parts.append((start, index))
                start = index + 1
            elif index == office:
                parts.append((start, index))
                start = index
        if start < end:
            parts.append((start, end))
        return parts

    def is_mark(self, span: _Span, index: int) -> bool:
        """A mark or a blank that no name holds."""
        token = span.doc[index]
        return token.is_space or token.text in STOP or token.lower_ in _NEVER_INSIDE

    def is_preposition(self, span: _Span, index: int) -> bool:
        """A preposition inside a short name."""
        token = span.doc[index]
        return span.label in _SHORT and token.tag_ == "IN" and token.is_lower and token.lower_ not in self._inside

    def is_common_noun(self, span: _Span, index: int) -> bool:
        """A common noun in the middle of a name that holds none."""
        if not (span.label in _SHORT or span.label == "ORG") or not span.first < index < span.end - 1:
            return False
        token = span.doc[index]
        return token.pos_ == "NOUN" and token.is_lower and token.lower_ not in self._words.particles

    def is_free_dash(self, span: _Span, index: int) -> bool:
        """A dash with blanks around it in a short name."""
        token = span.doc[index]
        free = span.label in _SHORT and token.text in _DASHES
        return free and bool(token.whitespace_ and span.doc[index - 1].whitespace_)

    def is_owner_mark(self, span: _Span, index: int) -> bool:
        """ "Kenya's Standard", "Tencent's Huanhe" are two names; "Women's Union" and "St John's College" are one."""
        doc = span.doc
        if doc[index].text not in ("'s", "’s") or index == span.first or index + 1 >= span.end:
            return False
        owner, owned = doc[index - 1], doc[index + 1]
        if owner.pos_ != "PROPN" or not is_capital(owned) or owned.lower_ in _OWNED:
            return False
        saint = index - 2 >= span.first and doc[index - 2].lower_.rstrip(".") in ("st", "saint")
        return not saint and not self._is_kind_of_people(owner)

    def _is_kind_of_people(self, owner: Token) -> bool:
        persons = self._kinds.is_person(owner.lower_) or self._kinds.is_person(owner.lemma_.lower())
        return persons or owner.lower_ in _MANY

    def is_end_of_body(self, span: _Span, index: int) -> bool:
        """A comma that no body's name goes on behind: "Sezen, File", not "Tesla, Inc", "Ministry of A, B and C"."""
        if span.doc[index].text != "," or span.label not in ("ORG", "EVENT"):
            return False
        rest = [span.doc[at].lower_.rstrip(".") for at in range(index + 1, span.end)]
        if not rest:
            return True
        joined = any(word in ("and", "&") for word in rest)
        return not joined and rest[0] not in self._legal and rest[-1] not in self._words.heads

    def _is_acronym_before_person(self, doc: Doc, start: int, end: int) -> bool:
        """ "YSU Ada Smith": the initials of a body and one of its people."""
        first = doc[start].text
        if end - start not in (3, 4) or not first.isupper() or not first.isalpha() or len(first) not in _ACRONYM:
            return False
        names = doc[start + 1 : end]
        heads = self._words.heads
        return fold(names[0].text) in self._words.given and all(t.is_title and t.lower_ not in heads for t in names)

    def _office_inside(self, doc: Doc, start: int, end: int) -> int | None:
        """Where a title stands inside a span, with a name before and behind it; None for nowhere."""
        titles = self._words.title_words
        if doc[end - 1].lower_ in self._words.heads:
            return None
        for index in range(start + 1, end - 1):
            begins = doc[index].lower_ in titles and doc[index - 1].lower_ not in titles | {"of", "the", "and"}
            if begins and self._is_office(doc, index, end):
                return index
        return None

    def _is_office(self, doc: Doc, index: int, end: int) -> bool:
        """Whether a title that begins at a token ends inside the span, with a name behind it."""
        last = index
        while last + 1 < end and doc[last + 1].lower_ in self._words.title_words:
            last += 1
        if last + 1 >= end or doc[last].lower_ not in self._words.titles:
            return False
        return is_capital(doc[index]) and is_capital(doc[last + 1])

    # ------------------------------------------------------------ at the ends

    def trimmed(self, doc: Doc, start: int, end: int, label: Label) -> Candidate | None:
        """A span without titles, articles and small words at its ends; None when no name is left."""
        first, titled = self._without_start(doc, start, end, label)
        while first < end and self._ends_behind(doc, first, end, label):
            end -= 1
        tokens = doc[first : max(first, end)]
        if not any(is_capital(token) or token.text[:1].isdecimal() for token in tokens):
            return None
        if any(token.like_url or "@" in token.text or "/" in token.text for token in tokens):
            return None
        return Candidate(first, end, label, key(doc, first, end), titled or self._persons.is_titled(doc, first))

    def _without_start(self, doc: Doc, start: int, end: int, label: Label) -> tuple[int, bool]:
        """Where a name begins in a span, and whether a title was left out before it."""
        titled = False
        while start < end:
            if self._is_title(doc, start, end, label):
                if label != "PERSON" and not self._is_title_and_name(doc, start, end):
                    break
                titled = True
            elif not self._is_skipped(doc, start, end, label) and self._begins(doc, start, end, label):
                break
            start += 1
        return start, titled

    def _is_title(self, doc: Doc, start: int, end: int, label: Label) -> bool:
        titles = self._words.title_words
        if label not in ("PERSON", "ORG", "GPE", "NORP") or doc[start].lower_.rstrip(".") not in titles:
            return False
        return end - start > 1 or not is_capital(doc[start])

    def _is_skipped(self, doc: Doc, start: int, end: int, label: Label) -> bool:
        """What may have a capital and is no part of a name: "the Consul General of China", "Nobody in Oslo"."""
        if start + 1 >= end:
            return False
        if doc[start].lower_.rstrip(".") == "the" and label == "ORG" and self._is_title_and_name(doc, start + 1, end):
            return True
        return doc[start].pos_ == "PRON" and doc[start + 1].is_lower

    def _begins(self, doc: Doc, start: int, end: int, label: Label) -> bool:
        """Whether a name may begin with a token."""
        token = doc[start]
        if is_capital(token) or token.text[0].isdecimal():
            return True
        if label != "NORP" and start + 1 < end and token.lower_.rstrip(".") in self._words.particles:
            return True
        return token.pos_ in ("NOUN", "ADJ") and label not in ("PERSON", "GPE", "NORP", "ORG")

    def _ends_behind(self, doc: Doc, start: int, end: int, label: Label) -> bool:
        """Whether a name does not end with the last token of a span, but before it."""
        token = doc[end - 1]
        if token.is_space or token.text in _AT_END or (token.is_lower and token.lower_ in _OPEN):
            return True
        small = label in _SHORT and not is_capital(token) and not token.text[0].isdecimal()
        return small or self._is_office_behind(doc, start, end, label)

    def _is_office_behind(self, doc: Doc, start: int, end: int, label: Label) -> bool:
        """Whether the span ends in an office that nobody bears here: "Thai PM"."""
        if label not in ("ORG", "GPE", "NORP") or end - start <= 1 or doc[end - 2].lower_ in ("of", "the", "and"):
            return False
        lower = doc[end - 1].lower_
        return lower in self._words.roles or (lower == "fm" and doc[end - 2].tag_ == "JJ")

    def _is_title_and_name(self, doc: Doc, start: int, end: int) -> bool:
        """Whether the span is a title and a name ("Mr Bandt", to the model a company), not a body ("Justice Board")."""
        words = [doc[index].lower_.rstrip(".") for index in range(start, min(start + _TITLE, end - 1))]
        title = any(" ".join(words[:size]) in self._words.titles for size in range(1, len(words) + 1))
        return title and not any(doc[index].lower_ in self._words.heads for index in range(start + 1, end))


# the first that holds cuts the span at a token, which belongs to no part
BREAKS: tuple[Callable[[Cutter, _Span, int], bool], ...] = (
    Cutter.is_mark,
    Cutter.is_preposition,
    Cutter.is_common_noun,
    Cutter.is_free_dash,
    Cutter.is_owner_mark,
    Cutter.is_end_of_body,
)
