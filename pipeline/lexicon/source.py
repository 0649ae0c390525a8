"""Where the pipeline's data lives, and its files as rows that can say what is wrong with them.

models/ in the repository, pipeline/models/ in an installed wheel. Blank lines and notes (``#``) are no rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar, cast

from pipeline.errors import LexiconError

Choice = TypeVar("Choice", bound=str)
Groups = TypeVar("Groups")
Words = tuple[str, ...]


def models_folder() -> Path:
    """The folder of the packaged data files."""
    package = Path(__file__).parent.parent
    packaged = package / "models"
    return packaged if packaged.is_dir() else package.parent / "models"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a data file without the blanks around it; number: from 1, as editors count."""

    file: str
    number: int
    text: str

    def wrong(self, problem: str) -> LexiconError:
        """The error for a line that cannot be read: where, and the problem with what was expected."""
        return LexiconError(f"models/{self.file}:{self.number}: {problem}")

    def columns(self, separator: str, *names: str, optional: int = 0) -> list[str]:
        """The columns of the line, one for each name, without the blanks around them; "" for optional ones that lack.

        optional: how many of the last may be left out. Raises LexiconError for too few or too many.
        """
        found = [part.strip() for part in self.text.split(separator)]
        if not len(names) - optional <= len(found) <= len(names) or not all(found[: len(names) - optional]):
            shown = {"\t": "a tab"}.get(separator, f"{separator!r}")
            raise self.wrong(f"{len(found)} columns; expected {', '.join(names)}, with {shown} between them")
        return [*found, *("" for _ in names[len(found) :])]

    def choice(self, value: str, allowed: Collection[Choice], what: str) -> Choice:
        """``value`` as one of the allowed words. Raises LexiconError for any other."""
        if value not in allowed:
            raise self.wrong(f"{value!r} is no {what}; expected one of {', '.join(sorted(allowed))}")
        return cast(Choice, value)

    def number_of(self, value: str, what: str) -> float:
        """``value`` as a number. Raises LexiconError for anything else."""
        try:
            return float(value)
        except ValueError:
            raise self.wrong(f"{value!r} is no {what}; expected a number") from None

    def marked(self) -> tuple[str, str, str]:
        """What stands before, inside and behind the one pair of <> of the line, as it stands.

        Raises LexiconError for a line without it.
        """
        before, opened, rest = self.text.partition("<")
        inside, closed, behind = rest.partition(">")
        if not (opened and closed and inside) or "<" in rest or ">" in behind:
            raise self.wrong("expected one part of the line in <>")
        return before, inside, behind


def rows(folder: Path, file: str) -> Iterator[Row]:
    """The rows of a data file, in its order. Raises LexiconError for a file that is absent or not UTF-8."""
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"models/{file}: cannot be read ({error}); restore it from the package") from error
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            yield Row(file, number, stripped)


def words(folder: Path, file: str) -> frozenset[str]:
    """The lines of a file that has a word or a phrase a line. Raises LexiconError for one that stands there twice."""
    found: set[str] = set()
    for row in rows(folder, file):
        if row.text in found:
            raise row.wrong(f"{row.text!r} stands here twice; take one out")
        found.add(row.text)
    return frozenset(found)


def grouped(
    folder: Path,
    file: str,
    into: type[Groups],
    *,
    separator: str = ":",
    split: Callable[[str], list[str]] | None = None,
) -> Groups:
    """A file of lines ``group: words`` as a dataclass that has a field for each group, of frozensets or tuples.

    into: its fields are the groups, a blank in a group's name as an underscore; the words of a tuple keep their order,
    and several lines of a group add up. A line without a separator is of the group ``plain``, if there is one.
    split: how a line's words are told apart; without it each line holds one. Raises LexiconError for a group that is
    no field, for a line without words, and for a field without a line.
    """
    kinds = {field.name: field.type for field in fields(into)}  # type: ignore[arg-type]
    found: dict[str, list[str]] = {name: [] for name in kinds}
    for row in rows(folder, file):
        group, parted, rest = row.text.partition(separator)
        if "plain" in kinds and not parted:
            group, rest = "plain", row.text
        name = row.choice(group.strip().replace(" ", "_"), kinds, "group of words")
        parts = [part for part in map(str.strip, split(rest) if split else [rest]) if part]
        if not parts:
            raise row.wrong(f"no words; expected {group.strip()}{separator} and words")
        found[name].extend(parts)
    if lacking := [name for name, parts in found.items() if not parts]:
        raise LexiconError(f"models/{file}: no line for {', '.join(lacking)}; add one")
    return into(
        **{
            name: frozenset(parts) if str(kinds[name]).startswith("frozenset") else tuple(parts)
            for name, parts in found.items()
        }
    )


def by_comma(text: str) -> list[str]:
    """Words with commas between them."""
    return text.split(",")


def by_blank(text: str) -> list[str]:
    """Words with blanks between them; an underscore stands for a blank in a word."""
    return [word.replace("_", " ") for word in text.split()]
