"""What the tests of extraction share: an article made of lines, taken through tagging and extraction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pipeline import extract, tag
from pipeline.article import Article
from pipeline.config import Config
from pipeline.extract.tree import Tree
from pipeline.records import Claim, Document, Published, Segment, SegmentKind, Source, Speaker, record_id

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from pipeline.article import Step

LINE = re.compile(r"\S(?:[^\n]*\S)?")


def parts(claim: Claim) -> list[tuple[str, int, int]]:
    """The text and place of everything inside a claim that has one."""
    found = [(claim.predicate.text, claim.predicate.start, claim.predicate.end)]
    if claim.subject is not None:
        found.append((claim.subject.text, claim.subject.start, claim.subject.end))
    found += [(one.text, one.start, one.end) for one in claim.arguments]
    found += [(one.text, one.start, one.end) for one in claim.quantities]
    return found + [(one.text, one.start, one.end) for one in claim.times]


def article(
    nlp: Language,
    text: str,
    kinds: Sequence[SegmentKind] = (),
    interviewee: str | None = None,
    source: str | None = None,
    published: str | None = None,
    home: str | None = None,
) -> Article:
    """An article after extraction and its last pass, as if it were the whole corpus.

    kinds: of its segments, one a line (or paragraph, when the text has empty lines); paragraphs when left out.
    interviewee: who gives the answers, by full name. home: the country of everybody in it.
    """
    document = Document(
        id="a",
        path="a.txt",
        source=Source(id=source.lower(), name=source, basis="metadata") if source else None,
        published=Published(value=published, precision="day", basis="metadata") if published else None,
        sha256="",
        text=text,
    )
    one = Article(document=document, doc=nlp(text))
    pattern = re.compile(r"\S(?:(?!\n\n)[\s\S])*\S") if "\n\n" in text else LINE
    for number, match in enumerate(pattern.finditer(text)):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        one.segments.append(_segment(one.parse, text, match.span(), kind, interviewee))
    for stage in _stages():
        one = next(iter(stage([one])))
    one = tag.finish(one, tag.build_table([tag.gather(one)]))
    if home:
        one.homes = {entity.entity_id: home for entity in one.entities if entity.label == "PERSON" and entity.entity_id}
    return extract.finish(one)


def verb_of(nlp: Language, text: str, verb: str) -> tuple[Tree, int]:
    """The parse of a text and the token of its first word ``verb``."""
    tree = Tree(nlp(text), [])
    return tree, tree.words.index(verb)


@cache
def _stages() -> tuple[Step, ...]:
    config = Config()
    return tag.make(config), extract.make(config)


def _segment(doc: Doc, text: str, span: tuple[int, int], kind: SegmentKind, interviewee: str | None) -> Segment:
    start, end = span
    speaker = Speaker(entity_id=None, name=interviewee, basis="label") if kind == "answer" and interviewee else None
    sentences = []
    for sentence in doc.sents:
        low, high = max(start, sentence.start_char), min(end, sentence.end_char)
        inside = text[low:high]
        if inside.strip():
            low += len(inside) - len(inside.lstrip())
            sentences.append((low, low + len(inside.strip())))
    return Segment(
        id=record_id("s", "a", start, end),
        doc_id="a",
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        speaker=speaker,
        sentences=tuple(sentences),
    )
