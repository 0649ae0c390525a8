"""The typed records that the pipeline reads and writes: the one source of truth for every output field.

All records are frozen and refuse unknown fields; keys are written in the order of their type. Offsets count Unicode
code points into ``Document.text`` and are end-exclusive: ``record.text == document.text[record.start:record.end]``.
"""

from __future__ import annotations

import hashlib
from typing import Literal, TypeAlias

import msgspec
from msgspec import field

Offsets: TypeAlias = tuple[int, int]
Number: TypeAlias = int | float

Bound = Literal["eq", "gt", "ge", "lt", "le", "range"]
LOWER: tuple[Bound, ...] = ("gt", "ge")
UPPER: tuple[Bound, ...] = ("lt", "le")
Dimension = Literal[
    "count", "money", "ratio", "duration", "length", "area", "mass", "volume", "speed", "temperature",
    "energy", "power", "age", "rank", "other",
]  # fmt: skip
SegmentKind = Literal[
    "title", "heading", "dateline", "byline", "caption", "lead", "paragraph", "question", "answer",
    "boilerplate", "list_item",
]  # fmt: skip
Label = Literal[
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
]  # fmt: skip
VALUE_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
ClaimKind = Literal[
    "count", "money", "percent", "measure", "date", "duration", "rank", "event", "relation", "position", "plan",
    "quote",
]  # fmt: skip
Voice = Literal["narration", "direct", "indirect", "answer", "question", "headline"]
Modality = Literal[
    "asserted", "possible", "obligation", "conditional", "proposed", "future", "intended", "reported"
]  # fmt: skip
Severity = Literal["high", "medium", "low"]
Relation = Literal["contradicts", "differs", "omits", "updates", "corroborates"]
ConflictType = Literal[
    "numeric", "counted_object", "date", "place", "entity", "attribution", "polarity", "modality", "strength",
    "wording", "omission", "structure",
]  # fmt: skip


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all records; each takes its fields by keyword only (msgspec does not inherit that)."""


class Source(Record, frozen=True, kw_only=True):
    """The outlet of a document."""

    id: str
    name: str
    basis: Literal["metadata", "text", "path"]


class Published(Record, frozen=True, kw_only=True):
    """When a document appeared: an ISO 8601 date (or its known part) and how we know."""

    value: str
    precision: Literal["day", "month", "year"]
    basis: Literal["metadata", "text", "dateline", "path"]


class Document(Record, frozen=True, kw_only=True):
    """One article. ``origin`` is shared by near-copies; it is empty until the whole corpus has been seen."""

    id: str
    path: str
    title: str | None = None
    source: Source | None = None
    published: Published | None = None
    url: str | None = None
    language: str | None = None
    sha256: str
    origin: str = ""
    text: str


class Speaker(Record, frozen=True, kw_only=True):
    """Who says it: a named entity where the text lets one tell, else what is known of the role."""

    entity_id: str | None
    name: str | None
    basis: str


# who asks in an interview, where the text gives no name
INTERVIEWER = Speaker(entity_id=None, name="interviewer", basis="turn")


class Segment(Record, frozen=True, kw_only=True):
    """A piece of a document with one layout role. Segments are disjoint, in order, and hold all non-blank text."""

    id: str
    doc_id: str
    start: int
    end: int
    text: str
    kind: SegmentKind
    speaker: Speaker | None = None
    sentences: tuple[Offsets, ...] = ()


class Quantity(Record, frozen=True, kw_only=True):
    """An amount as an interval with a bound; ``None`` is an open end. "more than 60" is low=60, high=None, bound=gt."""

    text: str
    start: int
    end: int
    low: Number | None
    high: Number | None
    bound: Bound
    approx: bool
    unit: str
    dimension: Dimension
    of: str | None
    of_head: str | None
    per: str | None
    change: Literal["up", "down"] | None


class Time(Record, frozen=True, kw_only=True):
    """A TIMEX3 value; ``start_date`` and ``end_date`` (JSON: from, to) are ISO dates, end-exclusive, or None."""

    text: str
    start: int
    end: int
    value: str
    start_date: str | None = field(name="from")
    end_date: str | None = field(name="to")
    basis: Literal["stated", "document_date", "context"]
    kind: Literal["date", "time", "duration", "set"]


class Entity(Record, frozen=True, kw_only=True):
    """One mention of a name or a value. ``candidates``: the ids that it may have, where ``entity_id`` is open."""

    id: str
    doc_id: str
    segment_id: str
    start: int
    end: int
    text: str
    label: Label
    subtype: str | None = None
    entity_id: str | None = None
    name: str | None = None
    candidates: tuple[str, ...] = ()
    basis: Literal["model", "gazetteer", "rule", "alias"]
    value: Quantity | None = None
    time: Time | None = None


class Attribution(Record, frozen=True, kw_only=True):
    """Who says what."""

    id: str
    doc_id: str
    kind: Literal["direct", "indirect", "mixed", "turn"]
    content: tuple[Offsets, ...]
    cue: Offsets | None
    source: Offsets | None
    speaker: Speaker | None


class Subject(Record, frozen=True, kw_only=True):
    """What a claim is about."""

    text: str
    start: int
    end: int
    entity_id: str | None


class Predicate(Record, frozen=True, kw_only=True):
    """The verb (or other head) of a claim."""

    lemma: str
    text: str
    start: int
    end: int


class Argument(Record, frozen=True, kw_only=True):
    """A part of a claim beside its subject; ``role`` is object, oblique, attribute, complement …"""

    role: str
    text: str
    start: int
    end: int
    entity_id: str | None


class Checkworthiness(Record, frozen=True, kw_only=True):
    """A score from 0 to 1 and the named reasons that it is the sum of."""

    score: float
    reasons: tuple[str, ...]


class Claim(Record, frozen=True, kw_only=True):
    """One checkable factual claim."""

    id: str
    doc_id: str
    segment_id: str
    sentence: Offsets
    start: int
    end: int
    text: str
    statement: str
    kind: ClaimKind
    attribution_id: str | None
    speaker: Speaker | None
    voice: Voice
    subject: Subject | None
    predicate: Predicate
    arguments: tuple[Argument, ...]
    entities: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    polarity: Literal["positive", "negative"]
    modality: Modality
    hedges: tuple[str, ...]
    checkworthiness: Checkworthiness
    duplicate_of: str | None
    rule: str


class Quote(Record, frozen=True, kw_only=True):
    """The words of one side, in their place. ``prefix`` and ``suffix`` are the text just before and after."""

    doc_id: str
    start: int
    end: int
    text: str
    prefix: str
    suffix: str


class Side(Record, frozen=True, kw_only=True):
    """One of the values that a point has, and all claims that give it."""

    value: str
    claim_ids: tuple[str, ...]
    doc_ids: tuple[str, ...]
    sources: tuple[str, ...]
    origins: int
    published: str | None
    quote: Quote | None


class Point(Record, frozen=True, kw_only=True):
    """A line of conflicts.jsonl or corroborations.jsonl: all claims on one point, grouped by value."""

    id: str
    relation: Relation
    type: ConflictType
    severity: Severity
    score: float
    question: str
    sides: tuple[Side, ...]
    explanation: str
    benign: tuple[str, ...]
    scope: Literal["cross_source", "within_source"]
    status: Literal["unreviewed", "confirmed", "dismissed"] = "unreviewed"
    rule: str


class Reject(Record, frozen=True, kw_only=True):
    """An input, or a part of one, that was not processed: where, why, and what would mend it."""

    path: str
    line: int | None
    stage: str
    error: str
    message: str


class StageCount(Record, frozen=True, kw_only=True):
    """What a stage read, wrote and rejected, and how long it took in all workers together."""

    stage: str
    read: int
    written: int
    rejected: int
    wall_seconds: float
    documents_per_second: float | None


class Run(Record, frozen=True, kw_only=True):
    """run.json: how the files beside it came to be. ``complete`` is true only when all of them are in place."""

    version: str
    config: dict[str, object]
    config_hash: str
    model: str
    model_version: str
    input_digest: str
    documents: int
    claims: int
    conflicts: int
    corroborations: int
    rejects: int
    stages: tuple[StageCount, ...]
    wall_seconds: float
    workers: int
    engine: str
    complete: bool


def record_id(prefix: str, *parts: object) -> str:
    """A stable id: ``prefix`` and a hash of what the record is (never a counter).

    prefix: one or two letters that tell the kind of record.
    parts: what makes the record this one (document, offsets, kind …); their ``str`` is hashed.
    """
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{prefix}-{digest.hexdigest()}"
