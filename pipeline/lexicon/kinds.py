"""What kind of thing a noun names, by WordNet (models/kinds.tsv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon.source import rows


@dataclass(frozen=True)
class Kinds:
    """Nouns (lemmas, in lower case) to the words for the kinds that they belong to, blanks between them."""

    table: Mapping[str, str]

    def of(self, noun: str) -> frozenset[str]:
        """The words for the kinds that a noun belongs to; none for an unknown noun."""
        return frozenset(self.table.get(noun, "").split())

    def is_person(self, noun: str) -> bool:
        """True for a noun that names people: "defender", "student"."""
        return "person" in self.of(noun)


def load(folder: Path) -> Kinds:
    """The kinds of kinds.tsv. Raises LexiconError for a line that is no noun with kinds."""
    table = {}
    for row in rows(folder, "kinds.tsv"):
        noun, tab, found = row.text.partition("\t")
        if not tab or not found:
            raise row.wrong("expected a noun, a tab and its kinds")
        table[noun] = found
    return Kinds(table)
