"""Claims made by hand, from short texts: no model, and every span is found in its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.compare.checks import StatementPair
from pipeline.compare.slots.figures import Figure
from pipeline.compare.slots.knowledge import Knowledge
from pipeline.compare.slots.statements import Statement, jaccard
from pipeline.lexicon.lexicon import packaged
from pipeline.records import (
    Argument,
    Checkworthiness,
    Claim,
    Document,
    Predicate,
    Published,
    Quantity,
    Source,
    Speaker,
    Subject,
    Time,
    record_id,
)

KNOWLEDGE = Knowledge(packaged())
WORDS = KNOWLEDGE.words

BASES: dict[str, dict[str, Any]] = {  # claims with a figure, which a case changes
    "bridges": {
        "words": "Inspectors closed 12 bridges in Ulm after the flood", "figure": "12", "ends": (12, 12),
        "of": ("bridges", "bridge"), "verb": "closed", "lemma": "close", "subject": ("Inspectors", None),
    },
    "road": {
        "words": "Inspectors closed 22 miles of road in Ulm after the flood", "figure": "22", "ends": (22, 22),
        "of": ("road", "road"), "unit": "mile", "dimension": "length", "verb": "closed", "lemma": "close",
        "subject": ("Inspectors", None),
    },
    "dead": {
        "words": "The blast in the mine killed 9 people on Monday", "figure": "9", "ends": (9, 9),
        "of": ("people", "people"), "verb": "killed", "lemma": "kill", "subject": ("The blast", None),
    },
    "papers": {
        "words": "The summit yielded over 20 memoranda", "figure": "20", "ends": (20, None), "bound": "gt",
        "of": ("memoranda", "memorandum"), "verb": "yielded", "lemma": "yield", "subject": ("The summit", None),
    },
    "age": {
        "words": "Mia Berg, 34, runs the harbour of Ulm", "figure": "34", "ends": (34, 34), "of": ("Mia Berg", "Berg"),
        "unit": "year", "dimension": "age", "verb": "runs", "lemma": "run", "subject": ("Mia Berg", "person/mia-berg"),
    },
}  # fmt: skip


def figure_of(case: dict[str, Any], name: str) -> Figure:
    """A figure as a case has it: a base with changes; dated: a time and its days; name: its document."""
    given = {**BASES[case["base"]], **{key: value for key, value in case.items() if key != "base"}}
    dated = given.pop("dated", None)
    doc, made = counted(given.pop("name", name), **given, times=[time(given["words"], *dated)] if dated else [])
    return Figure(Statement(made, doc, KNOWLEDGE), made.quantities[0])


def statement_of(case: dict[str, Any], name: str) -> Statement:
    """A claim as a case has it: the minister signs, unless it says otherwise."""
    doc = document(name, f"{case['words']}.", published=case.get("published"))
    subject = case.get("subject", "minister")
    made = claim(
        doc,
        case["words"],
        verb=case.get("verb", "signed"),
        lemma=case.get("lemma", "sign"),
        subject=(subject, f"person/{subject}"),
        arguments=[("oblique", *case["place"])] if "place" in case else [],
        times=[time(doc.text, *case["date"])] if "date" in case else [],
        speaker=(case["speaker"], case["speaker"].split("/")[1]) if "speaker" in case else None,
        polarity=case.get("polarity", "positive"),
        modality=case.get("modality", "asserted"),
    )
    return Statement(made, doc, KNOWLEDGE)


def paired(one: Statement, other: Statement) -> StatementPair:
    return StatementPair(one, other, jaccard(one, other))


def document(
    name: str, text: str, *, published: str | None = None, source: str | None = None, origin: str = ""
) -> Document:
    return Document(
        id=name,
        path=f"{name}.txt",
        source=Source(id=source.lower(), name=source, basis="metadata") if source else None,
        published=Published(value=published, precision="day", basis="metadata") if published else None,
        sha256="",
        origin=origin or name,
        text=text,
    )


def quantity(text: str, words: str, low: float | None, high: float | None, **fields: Any) -> Quantity:
    """The amount that ``words`` of a text give."""
    start = text.index(words)
    given: dict[str, Any] = {
        "bound": "eq", "approx": False, "unit": "count", "dimension": "count", "of": None, "of_head": None,
        "per": None, "change": None,
    }  # fmt: skip
    return Quantity(text=words, start=start, end=start + len(words), low=low, high=high, **given | fields)


def time(text: str, words: str, start_date: str, end_date: str) -> Time:
    """A day that ``words`` of a text name."""
    start = text.index(words)
    return Time(
        text=words,
        start=start,
        end=start + len(words),
        value=start_date,
        start_date=start_date,
        end_date=end_date,
        basis="stated",
        kind="date",
    )


def claim(
    doc: Document,
    words: str,
    *,
    verb: str,
    lemma: str,
    subject: tuple[str, str | None] | None = None,
    arguments: Sequence[tuple[str, str, str | None]] = (),
    quantities: Sequence[Quantity] = (),
    times: Sequence[Time] = (),
    speaker: tuple[str, str] | None = None,
    **fields: Any,
) -> Claim:
    """The claim that ``words`` of a document make.

    subject: its words and its entity id. arguments: role, words and entity id of each. speaker: entity id and name.
    """
    start = doc.text.index(words)

    def place(part: str) -> dict[str, Any]:
        at = doc.text.index(part, start)
        return {"text": part, "start": at, "end": at + len(part)}

    parts = [Argument(role=role, entity_id=identity, **place(part)) for role, part, identity in arguments]
    names = [identity for identity in (subject and subject[1], *(part.entity_id for part in parts)) if identity]
    given: dict[str, Any] = {
        "voice": "direct" if speaker else "narration", "polarity": "positive", "modality": "asserted",
        "duplicate_of": None,
    }  # fmt: skip
    return Claim(
        id=record_id("c", doc.id, start, start + len(words)),
        doc_id=doc.id,
        segment_id="s",
        sentence=(start, start + len(words)),
        start=start,
        end=start + len(words),
        text=words,
        statement=words,
        kind="count" if quantities else "event",
        attribution_id=None,
        speaker=Speaker(entity_id=speaker[0], name=speaker[1], basis="quote") if speaker else None,
        subject=Subject(entity_id=subject[1], **place(subject[0])) if subject else None,
        predicate=Predicate(lemma=lemma, **place(verb)),
        arguments=tuple(parts),
        entities=tuple(dict.fromkeys(names)),
        quantities=tuple(quantities),
        times=tuple(times),
        hedges=(),
        checkworthiness=Checkworthiness(score=0.5, reasons=()),
        rule="main",
        **given | fields,
    )


def counted(
    name: str,
    words: str,
    figure: str,
    ends: tuple[float | None, float | None],
    of: tuple[str, str],
    *,
    doc: dict[str, Any] | None = None,
    more: str = "",
    **fields: Any,
) -> tuple[Document, Claim]:
    """A document whose one claim counts something.

    ends: low and high. of: what is counted, and its head's lemma. more: the rest of the text. fields: of the quantity
    and of the claim.
    """
    made = document(name, f"{words}. {more}".strip(), **doc or {})
    value = {key: fields.pop(key) for key in ("bound", "approx", "unit", "dimension", "per", "change") if key in fields}
    amount = quantity(made.text, figure, *ends, of=of[0], of_head=of[1], **value)
    return made, claim(made, words, quantities=[amount], **fields)
