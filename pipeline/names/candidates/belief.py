"""Which candidates are no names: common words in capitals, headlines, titles that stand alone.

The document itself is the witness: what it also writes in lower case is a word, and a headline that capitalises every
word says nothing of names that the text below does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords
from pipeline.names.candidates.candidate import Candidate, key
from pipeline.names.candidates.headlines import WORD, Headlines
from pipeline.names.gazetteer import Gazetteer
from pipeline.text.addresses import without_addresses
from pipeline.text.expressions import expression
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOWER = expression(r"(?<![^\W\d_])[^\W\d_A-Z]{3,}(?![^\W\d_])")
_NO_NAME_POS = frozenset({"AUX", "VERB", "PRON", "SCONJ"})
_COMMON_LABELS = frozenset({"ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT"})
_OF = frozenset({"of", "for"})
_LISTED = frozenset({",", "and", "&"})
_MINISTERS = frozenset({"minister", "ministers", "secretary", "undersecretary"})
_BEFORE_MINISTER = 4  # tokens before a name in which "Minister of" stands


@dataclass(frozen=True, slots=True)
class _Witness:
    """What a document says of names. All but the text's words in lower case are folded.

    lower: the words that it also writes in lower case. firm: the names that the model sees outside of headlines;
    endings: their last words, where they have several; spoken: all their words. people: full names of persons;
    surnames: of persons. defined: abbreviations of plain words.
    """

    doc: Doc
    headlines: Headlines
    lower: Set[str]
    firm: Set[str]
    endings: Set[str]
    spoken: Set[str]
    people: Set[str]
    surnames: Set[str]
    defined: Set[str]


class Belief:
    """Tells candidates that may be names from those that are none."""

    def __init__(self, words: NameWords, kinds: Kinds, gazetteer: Gazetteer) -> None:
        self._words = words
        self._kinds = kinds
        self._gazetteer = gazetteer

    def names(self, doc: Doc, named: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that may be names, some of them cut down to the name in them."""
        witness = self._witness(doc, named)
        found: list[Candidate] = []
        for candidate in named:
            if self._is_unknown_headline(witness, candidate):
                parts = self._believed_parts(witness, candidate)
                found += parts
                if parts or self._is_headline_word(witness, candidate):
                    continue
            candidate = self._behind_portfolio(doc, _person_behind(doc, candidate, witness.people))
            if self._may_be_name(witness, candidate):
                found.append(candidate)
        return found

    def _may_be_name(self, witness: _Witness, candidate: Candidate) -> bool:
        known = bool(self._gazetteer.lookup(candidate.key))
        rows = (holds for unless_known, holds in NO_NAMES if not (known and unless_known))
        return not any(holds(self, witness, candidate) for holds in rows)

    def _witness(self, doc: Doc, named: Sequence[Candidate]) -> _Witness:
        text = doc.text
        headlines = Headlines(text)
        firm = {one.key for one in named if one.label is not None and not headlines.holds(doc[one.start].idx)}
        persons = [one for one in named if one.label == "PERSON"]
        parts = [one.key.replace(".", " ").split() for one in persons]
        titles = self._words.title_words
        return _Witness(
            doc=doc,
            headlines=headlines,
            lower=set(_LOWER.findall(without_addresses(text))),
            firm=firm,
            endings={words[-1] for words in map(str.split, firm) if len(words) > 1},
            spoken={word for name in firm for word in name.split()},
            people={one.key for one in persons if " " in one.key},
            surnames={words[-1] for words in parts if len(words) > 1 and not titles.issuperset(words)},
            defined=set(_defined_words(doc, named)),
        )

    # ------------------------------------------------------------ headlines

    def _is_unknown_headline(self, witness: _Witness, candidate: Candidate) -> bool:
        """Whether a candidate stands in a headline, and neither the text below nor a list has it."""
        if candidate.key in witness.firm or not witness.headlines.holds(witness.doc[candidate.start].idx):
            return False
        return not self._gazetteer.lookup(candidate.key)

    def _believed_parts(self, witness: _Witness, candidate: Candidate) -> list[Candidate]:
        """The parts of a candidate in a headline that are names; of a person's, only one that the text has too."""
        believed = witness.firm | witness.endings
        parts = self._parts(witness.doc, candidate, believed)
        if self._is_first_name(witness.doc, candidate) and not any(part.key in believed for part in parts):
            return []
        return parts

    def _parts(self, doc: Doc, candidate: Candidate, firm: Set[str]) -> list[Candidate]:
        """The parts of a candidate in a headline that the text or a list has as names: "[Smith] Tells [Ghana]"."""
        parts = []
        start = candidate.start
        while start < candidate.end:
            longest = candidate.end - (start == candidate.start)  # not all of it
            for end in range(longest, start, -1):
                name = key(doc, start, end)
                if name in firm or self._gazetteer.lookup(name):
                    parts.append(Candidate(start, end, candidate.label, name))
                    start = end - 1
                    break
            start += 1
        return parts

    def _is_headline_word(self, witness: _Witness, candidate: Candidate) -> bool:
        """Whether a candidate is words of a headline: with a verb in it, or shouted and not spoken of below."""
        doc = witness.doc
        if any(token.pos_ in _NO_NAME_POS for token in doc[candidate.start : candidate.end]):
            return True
        shouted = witness.headlines.is_loud(doc[candidate.start].idx) and not self._is_first_name(doc, candidate)
        return shouted and witness.spoken.isdisjoint(candidate.key.split())

    def _is_first_name(self, doc: Doc, candidate: Candidate) -> bool:
        return candidate.label == "PERSON" and fold(doc[candidate.start].text) in self._words.given

    # ------------------------------------------------------------ offices

    def _behind_portfolio(self, doc: Doc, candidate: Candidate) -> Candidate:
        """The minister behind what she is minister of: "Minister of Public Works [Ada Smith]"."""
        start = candidate.start
        while candidate.end - start > 2 and self._kinds.of(doc[start].lower_.removesuffix("s")):
            start += 1
        before = [doc[at].lower_ for at in range(max(0, candidate.start - _BEFORE_MINISTER), candidate.start)]
        if start == candidate.start or "of" not in before or not _MINISTERS.intersection(before):
            return candidate
        return Candidate(start, candidate.end, "PERSON", key(doc, start, candidate.end), titled=True)

    def is_portfolio(self, witness: _Witness, candidate: Candidate) -> bool:
        """What a minister is of: "Minister of [Climate Change]", "for Gender, [Labour]", "[Intelligence] Minister"."""
        doc = witness.doc
        if doc[candidate.end - 1].lower_ in self._words.heads or self._gazetteer.lookup(doc[candidate.start].lower_):
            return False  # a body, or "Minister of Malaysia Salleh"
        if candidate.titled:
            return False
        at = _list_start(doc, candidate)
        if at > 0 and doc[at].lower_ in _OF and doc[at - 1].lower_ in _MINISTERS:
            return True
        end = candidate.end
        return end < len(doc) and end - candidate.start == 1 and doc[end].lower_ in _MINISTERS

    # ------------------------------------------------------------ words

    def is_no_name(self, witness: _Witness, candidate: Candidate) -> bool:
        """Capitals that name nobody: portfolios, diseases."""
        return candidate.key in self._words.no_names

    def is_defined(self, witness: _Witness, candidate: Candidate) -> bool:
        """An abbreviation of plain words."""
        return candidate.key in witness.defined

    def is_generic(self, witness: _Witness, candidate: Candidate) -> bool:
        """ "Board", "Ministry": no name unless it stands for a longer one that ends in it."""
        return candidate.key in self._words.generic and candidate.key not in witness.endings

    def is_title(self, witness: _Witness, candidate: Candidate) -> bool:
        """ "Prime Minister", "President": no name unless somebody's surname."""
        words = candidate.key.replace("-", " ").split()
        if not words or words[-1] in witness.surnames:
            return False
        return all(word.rstrip(".") in self._words.title_words for word in words)

    def is_common_noun(self, witness: _Witness, candidate: Candidate) -> bool:
        """ "an Influential Parliament": an indefinite article before a word for a kind of thing."""
        if not candidate.start or candidate.label not in _COMMON_LABELS:
            return False
        article, head = witness.doc[candidate.start - 1], witness.doc[candidate.end - 1]
        return article.lower_ in ("a", "an") and article.head == head and head.lower_ in self._words.heads

    def is_words(self, witness: _Witness, candidate: Candidate) -> bool:
        """Words that the document also writes in lower case, with nothing that makes a name of them."""
        words = [] if candidate.titled else WORD.findall(candidate.key)
        if not words or not all(word in witness.lower for word in words):
            return False
        parts = candidate.key.split()
        if len(parts) == 1:
            return parts[0] not in witness.endings
        return not any(part in self._words.heads for part in parts)


# what is no name; True for what a name that a list has is not asked
NO_NAMES: tuple[tuple[bool, Callable[[Belief, _Witness, Candidate], bool]], ...] = (
    (True, Belief.is_no_name),
    (True, Belief.is_portfolio),
    (False, Belief.is_defined),
    (False, Belief.is_generic),
    (False, Belief.is_title),
    (False, Belief.is_common_noun),
    (True, Belief.is_words),
)


def _person_behind(doc: Doc, candidate: Candidate, people: Set[str]) -> Candidate:
    """A person whom the document names elsewhere, without the body before: "Cabinet [Anna Smith]"."""
    if candidate.label == "PERSON" or candidate.end - candidate.start < 3:
        return candidate
    for start in range(candidate.start + 1, candidate.end - 1):
        name = key(doc, start, candidate.end)
        if name in people:
            return Candidate(start, candidate.end, "PERSON", name, candidate.titled)
    return candidate


def _list_start(doc: Doc, candidate: Candidate) -> int:
    """The token before a candidate, or before the list of words in capitals that it ends: "for Gender, [Labour]"."""
    at = candidate.start - 1
    one_word = candidate.end - candidate.start == 1
    if at > 1 and doc[at].text in _LISTED and (candidate.label != "PERSON" or one_word):
        while at > 1 and (doc[at].text in _LISTED or _is_portfolio_word(doc[at])):
            at -= 1
    return at


def _is_portfolio_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")


def _defined_words(doc: Doc, named: Sequence[Candidate]) -> Iterator[str]:
    """Abbreviations of plain words in brackets behind them: "letters of intent (LoIs)"."""
    for candidate in named:
        start, end = candidate.start, candidate.end
        if end - start > 1 or start < 3 or end >= len(doc) or doc[start - 1].text != "(" or doc[end].text != ")":
            continue
        letters = doc[start].text.rstrip("s").lower()
        before = [token for token in doc[max(0, start - 1 - 2 * len(letters)) : start - 1] if token.is_alpha]
        words = before[-len(letters) :]
        plain = letters.isalpha() and len(words) == len(letters) and all(word.is_lower for word in words)
        if plain and "".join(word.lower_[0] for word in words) == letters:
            yield candidate.key
