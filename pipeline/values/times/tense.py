"""The tense of the verb that a time expression belongs to: "on Friday" is the last one or the next one by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.values.times.calendar import Tense

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_WILL = {"will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "can", "could", "should", "must"}
_TELL = {"say", "tell", "report", "show", "claim", "announce", "know", "mean", "suggest", "reveal", "warn"}
_PLANS = {"expect", "schedule", "plan", "due", "set", "intend", "hope", "aim", "slate", "want", "promise", "vow",
          "prepare", "poise", "ready", "likely", "agree", "propose", "seek", "need"}  # fmt: skip
_SETS = {"set", "schedule", "slate", "plan", "book", "fix", "postpone", "delay", "expect", "hearing", "call"}
_AHEAD = {"scheduled", "planned", "expected", "due", "upcoming", "slated", "looming", "forthcoming"}


def tense_of(span: Span) -> Tense:
    """The tense of the clause that ``span`` stands in; "" where no verb tells it."""
    token: Token = span.root
    direct = True
    if span.start > 1 and span.doc[span.start - 1].lower_ == "of" and span.doc[span.start - 2].lower_ == "ahead":
        return "future"
    if (
        span.start
        and span.doc[span.start - 1].lower_ in ("for", "until")
        and span.doc[span.start - 1].head.lemma_ in _SETS
    ):
        return "future"  # "set the hearing for June 28"
    for _ in range(8):
        if token.lower_ in _AHEAD and token.tag_ in ("VBN", "JJ"):
            return "future"
        if token.pos_ in ("VERB", "AUX"):
            tense = _verb_tense(token)
            return tense if direct or tense != "present" else ""
        if token.head == token:
            break
        token = token.head
        direct = direct and token.pos_ not in ("NOUN", "PROPN")
    return ""


def _verb_tense(verb: Token) -> Tense:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    names = {child.lower_ for child in auxiliaries}
    if names & {"have", "'ve", "’ve"} and names & _WILL:
        return "past" if not names & {"will", "'ll", "’ll"} else "future"
    if names & _WILL:
        return "future"
    if verb.tag_ == "VB" and not names and (verb.dep_ in ("ROOT", "ccomp") or verb.head.lemma_ == "let"):
        return "future"  # "Let us meet on Friday"
    if "to" in names or verb.tag_ == "VB":
        head = verb.head
        if head != verb and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            if head.lemma_.lower() in _PLANS | {"be", "go"}:
                return "future" if head.tag_ != "VBD" or head.lemma_ not in ("want", "hope") else "past"
            return (
                _verb_tense(head) if head.pos_ in ("VERB", "AUX") and verb.dep_ in ("xcomp", "ccomp", "advcl") else ""
            )
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries):
        return "past"
    if names & {"has", "have", "'ve", "’ve", "had", "having"} or verb.tag_ == "VBN":
        return "past"
    if verb.lemma_ in _TELL and verb.tag_ in ("VBZ", "VBP"):
        return ""  # "says on Friday", in a headline
    if verb.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "present"
    if verb.tag_ == "VBG" and verb.head != verb and verb.head.pos_ in ("VERB", "AUX"):
        return _verb_tense(verb.head)
    return ""
