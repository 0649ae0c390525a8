"""Which candidates are no names: common words in capitals, headlines, titles that stand alone.

The document itself is the witness: what it also writes in lower case is a word, and a headline that capitalises every
word says nothing of names that the text below does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.lexicon import nouns
from pipeline.lexicon.vocabulary import vocabulary
from pipeline.names.candidates.candidate import Candidate, key
from pipeline.names.gazetteer import Gazetteer
from pipeline.text.addresses import without_addresses
from pipeline.text.expressions import expression
from pipeline.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOWER = expression(r"(?<![^\W\d_])[^\W\d_A-Z]{3,}(?![^\W\d_])")
_WORD = expression(r"[^\W\d_]{3,}")
_NO_NAME_POS = frozenset({"AUX", "VERB", "PRON", "SCONJ"})
_COMMON_LABELS = frozenset({"ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT"})
_REACH = 120
_OF = frozenset({"of", "for"})
_LISTED = frozenset({",", "and", "&"})
_MINISTERS = frozenset({"minister", "ministers", "secretary", "undersecretary"})


def believed(doc: Doc, named: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates that may be names, some of them cut down to the name in them."""
    text = doc.text
    lower = set(_LOWER.findall(without_addresses(text)))
    headlines = _Headlines(text)
    in_headline = [headlines.holds(doc[candidate.start].idx) for candidate in named]
    firm = {
        candidate.key
        for candidate, headline in zip(named, in_headline, strict=True)
        if not headline and candidate.label is not None
    }
    people = {one.key for one in named if one.label == "PERSON" and " " in one.key}
    titles = vocabulary().title_words
    endings = {words[-1] for words in map(str.split, firm) if len(words) > 1}
    spoken = {word for name in firm for word in name.split()}
    persons = [one.key.replace(".", " ").split() for one in named if one.label == "PERSON"]
    surnames = {words[-1] for words in persons if len(words) > 1 and not titles.issuperset(words)}
    defined = set(_defined_words(doc, named))
    found = []
    for candidate, headline in zip(named, in_headline, strict=True):
        if headline and candidate.key not in firm and not gazetteer.lookup(candidate.key):
            parts = _parts(doc, candidate, firm | endings, gazetteer)
            named_so = candidate.label == "PERSON" and fold(doc[candidate.start].text) in vocabulary().given
            if parts and (not named_so or any(part.key in firm | endings for part in parts)):
                found += parts
                continue
            pos = {doc[index].pos_ for index in range(candidate.start, candidate.end)}
            shouted = headlines.loud(doc[candidate.start].idx) and not named_so
            if pos & _NO_NAME_POS or (shouted and spoken.isdisjoint(candidate.key.split())):
                continue
        candidate = _person_behind(doc, candidate, people)
        candidate = _behind_portfolio(doc, candidate)
        known = bool(gazetteer.lookup(candidate.key))
        if not known and (candidate.key in vocabulary().no_names or _portfolio(doc, candidate, gazetteer)):
            continue
        if candidate.key in defined or _only_generic(candidate, endings) or _only_titles(candidate, surnames):
            continue
        if _a_common_noun(doc, candidate) or (not known and _only_words(candidate, lower, endings)):
            continue
        found.append(candidate)
    return found


class _Headlines:
    """Lines in which nearly every word has a capital."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, bool] = {}
        self._loud: set[int] = set()

    def loud(self, offset: int) -> bool:
        """True where the offset lies in a line that is all in capitals."""
        return self.holds(offset) and self._text.rfind("\n", 0, offset) + 1 in self._loud

    def holds(self, offset: int) -> bool:
        """True where the offset lies in such a line."""
        start = self._text.rfind("\n", 0, offset) + 1
        if start not in self._known:
            end = self._text.find("\n", offset)
            end = len(self._text) if end < 0 else end
            words = _WORD.findall(self._text, start, end) if end - start < 300 else []
            capitals = sum(word[0].isupper() for word in words)
            stops = self._text[start:end].rstrip(" \"'”’").endswith(".")  # a sentence
            loud = bool(words) and self._text[start:end].isupper()
            if loud:
                self._loud.add(start)
            self._known[start] = loud or (not stops and len(words) >= 3 and capitals >= 0.8 * len(words))
        return self._known[start]


def _parts(doc: Doc, candidate: Candidate, firm: set[str], gazetteer: Gazetteer) -> list[Candidate]:
    """The parts of a candidate in a headline that the text or a list has as names: "[Smith] Tells [Ghana]"."""
    parts = []
    start = candidate.start
    while start < candidate.end:
        whole = start == candidate.start
        for end in range(candidate.end - whole, start, -1):
            name = key(doc, start, end)
            if name in firm or gazetteer.lookup(name):
                parts.append(Candidate(start, end, candidate.label, name))
                start = end - 1
                break
        start += 1
    return parts


def _person_behind(doc: Doc, candidate: Candidate, people: set[str]) -> Candidate:
    """A person whom the document names elsewhere, without the body before: "Cabinet [Anna Smith]"."""
    if candidate.label == "PERSON" or candidate.end - candidate.start < 3:
        return candidate
    for start in range(candidate.start + 1, candidate.end - 1):
        name = key(doc, start, candidate.end)
        if name in people:
            return Candidate(start, candidate.end, "PERSON", name, candidate.titled)
    return candidate


def _only_generic(candidate: Candidate, endings: set[str]) -> bool:
    """ "Board", "Ministry": no name unless it stands for a longer one that ends in it."""
    return candidate.key in vocabulary().generic and candidate.key not in endings


def _only_titles(candidate: Candidate, surnames: set[str]) -> bool:
    """ "Prime Minister", "President": no name unless somebody's surname."""
    words = candidate.key.replace("-", " ").split()
    return bool(words) and words[-1] not in surnames and all(w.rstrip(".") in vocabulary().title_words for w in words)


def _only_words(candidate: Candidate, lower: set[str], endings: set[str]) -> bool:
    """Words that the document also writes in lower case, with nothing that makes a name of them."""
    if candidate.titled:
        return False
    words = _WORD.findall(candidate.key)
    if not words or not all(word in lower for word in words):
        return False
    parts = candidate.key.split()
    return parts[-1] not in endings if len(parts) == 1 else not any(part in vocabulary().heads for part in parts)


def _behind_portfolio(doc: Doc, candidate: Candidate) -> Candidate:
    """The minister behind what she is minister of: "Minister of Public Works [Ada Smith]"."""
    start = candidate.start
    while candidate.end - start > 2 and nouns.kinds(doc[start].lower_.removesuffix("s")):
        start += 1
    before = [doc[index].lower_ for index in range(max(0, candidate.start - 4), candidate.start)]
    if start == candidate.start or "of" not in before or not _MINISTERS.intersection(before):
        return candidate
    return Candidate(start, candidate.end, "PERSON", key(doc, start, candidate.end), titled=True)


def _portfolio(doc: Doc, candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """What a minister is of: "Minister of [Climate Change]", "for Gender, [Labour]", "[Intelligence] Minister"."""
    if doc[candidate.end - 1].lower_ in vocabulary().heads or gazetteer.lookup(doc[candidate.start].lower_):
        return False  # a body, or "Minister of Malaysia Salleh"
    at = candidate.start - 1
    listed = at > 1 and doc[at].text in _LISTED
    if listed and (candidate.label != "PERSON" or candidate.end - candidate.start == 1):
        while at > 1 and (doc[at].text in _LISTED or _portfolio_word(doc[at])):
            at -= 1
    if at > 0 and doc[at].lower_ in _OF and doc[at - 1].lower_ in _MINISTERS:
        return not candidate.titled
    end = candidate.end
    return (
        end < len(doc)
        and doc[end].lower_ in _MINISTERS
        and candidate.end - candidate.start == 1
        and not candidate.titled
    )


def _portfolio_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")


def _a_common_noun(doc: Doc, candidate: Candidate) -> bool:
    """ "an Influential Parliament": an indefinite article before a word for a kind of thing."""
    if not candidate.start or candidate.label not in _COMMON_LABELS:
        return False
    article, head = doc[candidate.start - 1], doc[candidate.end - 1]
    return article.lower_ in ("a", "an") and article.head == head and head.lower_ in vocabulary().heads


def _defined_words(doc: Doc, named: list[Candidate]) -> Iterator[str]:
    """Abbreviations of plain words in brackets behind them: "letters of intent (LoIs)"."""
    for candidate in named:
        start, end = candidate.start, candidate.end
        if end - start > 1 or start < 3 or end >= len(doc) or doc[start - 1].text != "(" or doc[end].text != ")":
            continue
        letters = doc[start].text.rstrip("s").lower()
        words = [token for token in doc[max(0, start - 1 - 2 * len(letters)) : start - 1] if token.is_alpha]
        if (
            not letters.isalpha()
            or len(words) < len(letters)
            or not all(word.is_lower for word in words[-len(letters) :])
        ):
            continue
        if "".join(word.lower_[0] for word in words[-len(letters) :]) == letters:
            yield candidate.key
