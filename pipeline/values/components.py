"""Quantities and times as components of any English spaCy pipeline: ``nlp.add_pipe("quantities")``, ``("times")``.

spaCy finds them through the entry points of this package; docs/spacy.md shows how they are used. They need the tags,
the parse, the lemmas and the entities of the pipeline before them, as ``en_core_web_*`` give them.
"""

from __future__ import annotations

from typing import Any, Literal, TypeVar

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.lexicon.lexicon import packaged
from pipeline.records import Published, Quantity, Time
from pipeline.values.find import dates_of
from pipeline.values.labels import label_of, label_of_time
from pipeline.values.quantities import QuantityFinder
from pipeline.values.times.find import TimeFinder

_PRECISIONS: dict[int, Literal["day", "month", "year"]] = {10: "day", 7: "month", 4: "year"}
_NEEDED = {"TAG": "a tagger", "DEP": "a parser", "LEMMA": "a lemmatizer", "ENT_IOB": "an entity recognizer"}
_Value = TypeVar("_Value", Quantity, Time)


@Language.factory(
    "quantities",
    assigns=["doc._.quantities", "span._.quantity", "doc.spans"],
    requires=["token.tag", "token.dep", "token.lemma", "doc.ents"],
)
class Quantities:
    """Sets ``doc._.quantities`` (a list of ``pipeline.records.Quantity``, in order) and ``span._.quantity``.

    ``doc.spans["quantities"]`` holds their spans, labelled as in OntoNotes (MONEY, PERCENT, CARDINAL …), widened to
    whole tokens; ``span._.quantity`` of each gives its quantity, and None for any other span. Dates are no quantities.
    Raises ValueError for a document that lacks tags, a parse, lemmas or entities.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        _extend()
        self._finder = QuantityFinder(packaged())
        self._times = TimeFinder(packaged())

    def __call__(self, doc: Doc) -> Doc:
        _check(doc, "quantities")
        times = doc._.times if _key("times") in doc.user_data else self._times.find(doc, None)
        found = self._finder.find(doc, dates_of(times))
        _keep(doc, "quantities", found, [label_of(quantity) for quantity in found])
        return doc


@Language.factory(
    "times",
    default_config={"published": None},
    assigns=["doc._.times", "span._.time", "doc.spans"],
    requires=["token.tag", "token.dep", "token.lemma", "doc.ents"],
)
class Times:
    """Sets ``doc._.times`` (a list of ``pipeline.records.Time``, TIMEX3 values in order) and ``span._.time``.

    "Yesterday" and "in March" count from the document's own date: ``doc._.published``, or the setting ``published`` for
    all documents; an ISO date, month or year. Without it they stay open ("XXXX-03"). ``doc.spans["times"]`` holds the
    spans, labelled DATE or TIME. Raises ValueError for a date that is none of these forms, or for a document that lacks
    tags, a parse, lemmas or entities.
    """

    def __init__(self, nlp: Language, name: str, published: str | None) -> None:
        _extend()
        self.published = published
        self._finder = TimeFinder(packaged())
        _published(published)

    def __call__(self, doc: Doc) -> Doc:
        _check(doc, "times")
        found = self._finder.find(doc, _published(doc._.published or self.published))
        _keep(doc, "times", found, [label_of_time(time) for time in found])
        return doc


def _extend() -> None:
    """Registers the extensions, once."""
    if Doc.has_extension("quantities"):
        return
    Doc.set_extension("published", default=None)
    Doc.set_extension("quantities", getter=lambda doc: _kept(doc, "quantities", Quantity))
    Doc.set_extension("times", getter=lambda doc: _kept(doc, "times", Time))
    Span.set_extension("quantity", getter=lambda span: _of_span(span, "quantities", Quantity))
    Span.set_extension("time", getter=lambda span: _of_span(span, "times", Time))


def _check(doc: Doc, name: str) -> None:
    lacking = [needed for attribute, needed in _NEEDED.items() if not doc.has_annotation(attribute)]
    if lacking and len(doc) and not doc.text.isspace():
        raise ValueError(f"{name}: the document lacks the work of {', '.join(lacking)}; add the component after them")


def _published(value: str | None) -> Published | None:
    if value is None:
        return None
    if len(value) not in _PRECISIONS:
        raise ValueError(f"published {value!r}: expected YYYY-MM-DD, YYYY-MM or YYYY")
    return Published(value=value, precision=_PRECISIONS[len(value)], basis="metadata")


def _key(name: str) -> str:
    return f"claim_pipeline.{name}"


def _keep(doc: Doc, name: str, found: list[Any], labels: list[str]) -> None:
    """Plain data in ``user_data``, so that documents can be stored, and sent between processes."""
    doc.user_data[_key(name)] = [msgspec.to_builtins(value) for value in found]
    spans = [
        doc.char_span(value.start, value.end, label=label, alignment_mode="expand")
        for value, label in zip(found, labels, strict=True)
    ]
    doc.spans[name] = [span for span in spans if span is not None]


def _kept(doc: Doc, name: str, kind: type[_Value]) -> list[_Value]:
    return [msgspec.convert(value, kind) for value in doc.user_data.get(_key(name), ())]


def _of_span(span: Span, name: str, kind: type[_Value]) -> _Value | None:
    """The value whose tokens are those of the span."""
    for value in span.doc.user_data.get(_key(name), ()):
        if span.start_char <= value["start"] < value["end"] <= span.end_char:
            whole = span.doc.char_span(value["start"], value["end"], alignment_mode="expand")
            if whole is not None and (whole.start, whole.end) == (span.start, span.end):
                return msgspec.convert(value, kind)
    return None
