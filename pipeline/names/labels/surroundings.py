"""What stands around one mention of a name and tells its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.kinds import Kinds
from pipeline.lexicon.name_words import NameWords
from pipeline.names.candidates.candidate import Candidate
from pipeline.names.labels import weights
from pipeline.names.labels.weights import Sign
from pipeline.records import Label
from pipeline.text.expressions import expression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACE = frozenset(
    {"in", "at", "near", "across", "throughout", "outside", "inside", "toward", "towards", "into", "around"}
)
_TURN = expression(r"\s?(?:\([^()\n]{2,40}\))?:")  # behind who speaks: "Ada Smith (Sky):"
_AGE = expression(r", \d\d?(?:,| of\b|\.)")
_DESCRIBING = frozenset({"compound", "nmod", "appos", "nsubj", "pobj"})
_BODIES = frozenset({"organization", "organisation", "company"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: its tokens, where it ends in the text, the words right before and behind it ("" for none)."""

    doc: Doc
    text: str
    candidate: Candidate
    stop: int
    before: str
    after: str

    @classmethod
    def of(cls, doc: Doc, text: str, candidate: Candidate) -> Mention:
        last = doc[candidate.end - 1]
        before = doc[candidate.start - 1].lower_ if candidate.start else ""
        after = doc[candidate.end].lower_ if candidate.end < len(doc) else ""
        return cls(doc, text, candidate, last.idx + len(last), before, after)

    @property
    def head(self) -> Token:
        """The last token of the name."""
        return self.doc[self.candidate.end - 1]

    def behind(self, steps: int) -> Token | None:
        """The token so many steps behind the name; None behind the end."""
        at = self.candidate.end - 1 + steps
        return self.doc[at] if at < len(self.doc) else None

    def ahead(self, steps: int) -> Token | None:
        """The token so many steps before the name; None before the beginning."""
        at = self.candidate.start - steps
        return self.doc[at] if at >= 0 else None


class Signs:
    """Reads the signs around a mention."""

    def __init__(self, words: NameWords, kinds: Kinds) -> None:
        self._words = words
        self._kinds = kinds

    def around(self, doc: Doc, text: str, candidate: Candidate) -> Iterator[tuple[Sign, Label]]:
        """The signs that hold and the labels that they speak for, in the order in which votes are added up."""
        mention = Mention.of(doc, text, candidate)
        for sign, label, holds in SIGNS_BEFORE:
            if holds(self, mention):
                yield sign, label
        for noun in self._descriptions(mention):
            described = self._kind_of(noun)
            if described is not None:
                yield weights.DESCRIBED, described
        for sign, label, holds in SIGNS_BEHIND:
            if holds(self, mention):
                yield sign, label
        yield from self._relations(mention)

    # ------------------------------------------------------------ signs of one label

    def is_titled(self, mention: Mention) -> bool:
        """A title or role stands before it."""
        return mention.candidate.titled

    def has_first_name(self, mention: Mention) -> bool:
        """Its first word is a first name, and two or three follow."""
        first, _, more = mention.candidate.key.partition(" ")
        if not more or more.count(" ") >= 3 or mention.before == "the":
            return False
        return first.partition("-")[0] in self._words.given

    def is_in_byline(self, mention: Mention) -> bool:
        """ "By" stands before it, at the head of a line."""
        if mention.before != "by":
            return False
        further = mention.ahead(2)
        return (further is None or further.is_space) and mention.doc[mention.candidate.start - 1].is_title

    def is_behind_place_word(self, mention: Mention) -> bool:
        """ "In", "near" and the like stand before it."""
        return mention.before in _PLACE

    def is_base(self, mention: Mention) -> bool:
        """ "-based" stands behind it."""
        if mention.after == "-based":
            return True
        further = mention.behind(2) if mention.after == "-" else None
        return further is not None and further.lower_ == "based"

    def is_label(self, mention: Mention) -> bool:
        """A colon stands behind it, and it opens the line."""
        before = mention.ahead(1)
        if mention.candidate.end - mention.candidate.start < 2 or not (before is None or before.is_space):
            return False
        return _TURN.match(mention.text, mention.stop) is not None

    def has_age(self, mention: Mention) -> bool:
        """ ", 54," stands behind it."""
        return _AGE.match(mention.text, mention.stop) is not None

    def is_before_who(self, mention: Mention) -> bool:
        """ ", who" stands behind it."""
        further = mention.behind(2) if mention.after == "," else None
        return further is not None and further.lower_ == "who"

    def says(self, mention: Mention) -> bool:
        """It is the subject of a verb of saying."""
        head = mention.head
        return head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in self._words.say

    def lives(self, mention: Mention) -> bool:
        """It is the subject of a verb that only persons are, and of none of saying."""
        head = mention.head
        return (
            head.dep_ in ("nsubj", "nsubjpass")
            and head.head.lemma_ in self._words.lives
            and head.head.lemma_ not in self._words.say
        )

    # ------------------------------------------------------------ what it owns, is of, is gone to

    def _relations(self, mention: Mention) -> Iterator[tuple[Sign, Label]]:
        """ "Oslo's mayor", "the Eskom spokesman", "shares of Eskom", "travelled to Oslo"."""
        yield from self._owned(mention)
        before, further = mention.ahead(1), mention.ahead(2)
        if before is None:
            return
        if further is not None and before.lower_ in ("of", "for", "at"):
            label = self._words.of.get(further.lower_)
            if label is not None and (label == "ORG" or before.lower_ == "of"):
                yield weights.OF, label
        if before.lower_ in ("to", "from") and before.head.lemma_ in self._words.moves:
            yield weights.MOVES, "GPE"

    def _owned(self, mention: Mention) -> Iterator[tuple[Sign, Label]]:
        behind, further = mention.behind(1), mention.behind(2)
        if behind is None:
            return
        if further is not None and behind.text in ("'s", "’s", "'", "’"):
            label = self._words.owns.get(further.lower_)
            if label is not None:
                yield weights.OWNS, label
        elif behind.tag_ in ("NN", "NNS") and self._words.owns.get(behind.lower_) == "ORG":
            yield weights.OWNS_BARE, "ORG"

    # ------------------------------------------------------------ what describes it

    def _descriptions(self, mention: Mention) -> Iterator[str]:
        """The nouns that say what a name is: "the utility Eskom", "Eskom, the state utility", "Oromia region"."""
        yield from self._described_before(mention)
        yield from self._described_behind(mention)
        head, start, end = mention.head, mention.candidate.start, mention.candidate.end
        if head.dep_ == "appos" and start - 3 < head.head.i < start and head.head.tag_ == "NN":
            yield head.head.lemma_.lower()  # "a reader, Ada Smith"
        for child in head.rights:
            if child.dep_ == "appos" and child.pos_ == "NOUN" and child.i >= end:
                yield child.lemma_.lower()

    def _described_before(self, mention: Mention) -> Iterator[str]:
        left, further = mention.ahead(1), mention.ahead(2)
        if left is None:
            return
        if left.tag_ in ("NN", "NNS") and left.dep_ in _DESCRIBING:
            yield left.lemma_.lower()
        if further is not None and left.lower_ == "of" and further.lower_ in self._words.places:
            yield further.lower_

    def _described_behind(self, mention: Mention) -> Iterator[str]:
        right, further = mention.behind(1), mention.behind(2)
        if right is None or right.tag_ != "NN":
            return
        compound = further is not None and right.dep_ == "compound" and right.head.i == further.i
        head = further if compound and further is not None else right
        if compound or head.lower_ in self._words.places or head.lower_ in self._words.facilities:
            yield head.lower_  # "Kabar [news] agency"

    def _kind_of(self, noun: str) -> Label | None:
        """The label of what a noun describes, where WordNet has it for one kind only."""
        if noun in self._words.places:
            return "GPE"
        if noun in self._words.facilities:
            return "FAC"
        kinds = self._kinds.of(noun)
        if "person" in kinds:
            return None if kinds & _BODIES else "PERSON"
        return "ORG" if noun in self._words.bodies or kinds & self._words.bodies else None


Row = tuple[Sign, Label, Callable[[Signs, Mention], bool]]
# in the order in which the votes are added up; what describes a name stands between the two
SIGNS_BEFORE: tuple[Row, ...] = (
    (weights.TITLE, "PERSON", Signs.is_titled),
    (weights.FIRST_NAME, "PERSON", Signs.has_first_name),
    (weights.BYLINE, "PERSON", Signs.is_in_byline),
    (weights.PLACE, "GPE", Signs.is_behind_place_word),
    (weights.BASED, "GPE", Signs.is_base),
    (weights.TURN, "PERSON", Signs.is_label),
)
SIGNS_BEHIND: tuple[Row, ...] = (
    (weights.AGE, "PERSON", Signs.has_age),
    (weights.WHO, "PERSON", Signs.is_before_who),
    (weights.SAYS, "PERSON", Signs.says),
    (weights.LIVES, "PERSON", Signs.lives),
)
