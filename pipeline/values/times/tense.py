"""The tense of the verb that a time expression belongs to: "on Friday" is the last one or the next one by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lexicon.time_words import TimeWords
from pipeline.values.times.calendar import Tense
from pipeline.values.times.expression import (
    CalendarDate,
    CalendarUnit,
    CountedDay,
    DayOfMonth,
    Expression,
    OfYear,
    Weekday,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_WILL = frozenset({"will", "'ll", "’ll"})
_MODALS = _WILL | {"shall", "wo", "would", "may", "might", "can", "could", "should", "must"}
_HAVE = frozenset({"have", "'ve", "’ve"})
_PERFECT = _HAVE | {"has", "had", "having"}
_WISHES = ("want", "hope")  # what was wanted tells of the past: "he wanted to leave on Friday"
_VERBS = ("VERB", "AUX")
_PRESENT = ("VBZ", "VBP")
_FARTHEST = 8  # heads above an expression among which its verb is looked for; by hand, beyond them it is another's


def is_open(expression: Expression) -> bool:
    """True where the tense decides between two readings: "on Friday", "in June", "the weekend"."""
    if isinstance(expression, OfYear):
        return expression.year is None
    if isinstance(expression, CountedDay):
        return expression.trait == "part"
    if isinstance(expression, CalendarUnit):
        return expression.unit in ("WE", "Q")
    return isinstance(expression, Weekday | DayOfMonth)


class Tenses:
    """Finds the tense that an expression stands in."""

    def __init__(self, words: TimeWords) -> None:
        """words: for verbs of plans and of saying."""
        self._words = words
        self._planning = words.planning | {"be", "go"}
        self._rules: tuple[Callable[[_Verb], Tense | None], ...] = (
            _by_modal,
            _by_request,
            self._by_head,
            _by_past_form,
            self._by_headline,
            _by_present_form,
            self._by_participle,
        )

    def of(self, doc: Doc, expression: Expression) -> Tense:
        """The tense that decides between two readings; "" where there is nothing to decide, or nothing decides."""
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand") if is_open(expression) else None
        if span is None or (isinstance(expression, CalendarDate) and _is_modifier(span)):
            return ""
        return "future" if self._is_fixed(span) else self._of_clause(span)

    def _is_fixed(self, span: Span) -> bool:
        """True where the words before it set a day to come: "ahead of Friday", "set the hearing for June 28"."""
        doc, start = span.doc, span.start
        if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ == "ahead":
            return True
        if not start or doc[start - 1].lower_ not in ("for", "until"):
            return False
        return doc[start - 1].head.lemma_ in self._words.fixing

    def _of_clause(self, span: Span) -> Tense:
        """The tense of the nearest verb above; a noun in between tells that it is not the verb of the expression."""
        token: Token = span.root
        is_direct = True
        for _ in range(_FARTHEST):
            if token.lower_ in self._words.ahead and token.tag_ in ("VBN", "JJ"):
                return "future"
            if token.pos_ in _VERBS:
                tense = self._of_verb(token)
                return tense if is_direct or tense != "present" else ""
            if token.head == token:
                break
            token = token.head
            is_direct = is_direct and token.pos_ not in ("NOUN", "PROPN")
        return ""

    def _of_verb(self, token: Token) -> Tense:
        """The tense of a verb, by the first rule that tells one."""
        verb = _Verb.of(token)
        for rule in self._rules:
            tense = rule(verb)
            if tense is not None:
                return tense
        return ""

    def _by_head(self, verb: _Verb) -> Tense | None:
        """The tense of an infinitive, which is that of what it hangs on; plans are to come: "expected to meet"."""
        token, head = verb.token, verb.token.head
        if not ("to" in verb.auxiliaries or token.tag_ == "VB"):
            return None
        if head == token or head.pos_ not in (*_VERBS, "ADJ", "NOUN"):
            return None
        if head.lemma_.lower() in self._planning:
            return "past" if head.tag_ == "VBD" and head.lemma_ in _WISHES else "future"
        is_clause = head.pos_ in _VERBS and token.dep_ in ("xcomp", "ccomp", "advcl")
        return self._of_verb(head) if is_clause else ""

    def _by_headline(self, verb: _Verb) -> Tense | None:
        """Nothing for a verb of saying in the present, which tells of the past in a headline: "says on Friday"."""
        return "" if verb.token.lemma_ in self._words.telling and verb.token.tag_ in _PRESENT else None

    def _by_participle(self, verb: _Verb) -> Tense | None:
        """The tense of a participle, which is that of the verb that it goes with: "leaving on Friday"."""
        token, head = verb.token, verb.token.head
        if token.tag_ != "VBG" or head == token or head.pos_ not in _VERBS:
            return None
        return self._of_verb(head)


@dataclass(frozen=True)
class _Verb:
    """A verb and its auxiliaries. auxiliaries: in small letters. tags: those of the auxiliaries."""

    token: Token
    auxiliaries: frozenset[str]
    tags: frozenset[str]

    @staticmethod
    def of(token: Token) -> _Verb:
        """The verb at a token."""
        auxiliaries = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
        return _Verb(
            token,
            frozenset(child.lower_ for child in auxiliaries),
            frozenset(child.tag_ for child in auxiliaries),
        )


def _is_modifier(span: Span) -> bool:
    """True for "the July convention": the verb tells of something else."""
    token: Token = span.root
    is_before = token.head.i >= span.end and token.head.pos_ in ("NOUN", "PROPN")
    return is_before and token.dep_ in ("compound", "nmod", "amod", "npadvmod", "nummod")


def _by_modal(verb: _Verb) -> Tense | None:
    """The tense that a modal verb tells: "will meet", "would have met", "will have met"."""
    if not verb.auxiliaries & _MODALS:
        return None
    return "past" if verb.auxiliaries & _HAVE and not verb.auxiliaries & _WILL else "future"


def _by_request(verb: _Verb) -> Tense | None:
    """The future for an imperative: "Let us meet on Friday", "Meet me on Friday"."""
    token = verb.token
    if token.tag_ != "VB" or verb.auxiliaries:
        return None
    return "future" if token.dep_ in ("ROOT", "ccomp") or token.head.lemma_ == "let" else None


def _by_past_form(verb: _Verb) -> Tense | None:
    """The past by the form of a verb or of its auxiliaries: "met", "has met", "was met"."""
    is_past = verb.token.tag_ in ("VBD", "VBN") or "VBD" in verb.tags or verb.auxiliaries & _PERFECT
    return "past" if is_past else None


def _by_present_form(verb: _Verb) -> Tense | None:
    """The present by the form of a verb or of its auxiliaries: "meets", "is meeting"."""
    return "present" if verb.token.tag_ in _PRESENT or not verb.tags.isdisjoint(_PRESENT) else None
