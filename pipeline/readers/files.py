"""Find the input files, and open them without ever waiting for one.

A folder gives all regular files below it, in one order. Names that begin with "." or "~$" and the litter of file
browsers are passed over, as users expect, and so is a folder that holds the output of a run. A symbolic link to a file
inside the folder is read like a file; links out of it and links to folders are not followed. Whatever else is not read
becomes a reject. A path that the user names is always looked at, hidden or not, link or not.
"""

from __future__ import annotations

import errno
import logging
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import UsageError
from pipeline.readers.refusals import Refused
from pipeline.records import Reject

STDIN = "-"
_HIDDEN = (".", "~$")
_LITTER = frozenset({"thumbs.db", "desktop.ini"})
_OUTPUT_OF_A_RUN = frozenset({"run.json", "documents.jsonl"})
_IN_MEMORY = 16_000_000  # bytes of standard input; the rest goes to the disk
_KINDS = ((stat.S_ISDIR, "folder"), (stat.S_ISFIFO, "named pipe"), (stat.S_ISSOCK, "socket"))

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read.

    path: its name in the outputs: below the input folder, with "/" (the same on any machine).
    place: where it is on this machine; None for standard input.
    spool: standard input, copied to where it can be read twice.
    """

    path: str
    place: Path | None
    spool: BinaryIO | None = None

    @contextmanager
    def open(self, offset: int = 0) -> Iterator[BinaryIO]:
        """The bytes from ``offset`` on. Raises Refused for all that keeps them from being read."""
        try:
            if self.spool is not None:
                self.spool.seek(offset)
                yield self.spool
                return
            assert self.place is not None
            with open(_open_without_waiting(self.place), "rb") as handle:
                _require_regular(os.fstat(handle.fileno()))
                handle.seek(offset)
                yield handle
        except OSError as error:
            raise _refused(error) from error


def find(inputs: Iterable[str], formats: Iterable[str], stdin: BinaryIO) -> list[InputFile | Reject]:
    """All input files and all that cannot be read, each once however often it is named, sorted by path.

    inputs: files, folders, or "-" for JSON Lines on standard input.
    formats: the suffixes that can be read, in lower case.
    Raises UsageError that names every path that does not exist.
    """
    named = sorted(set(inputs))
    missing = [name for name in named if name != STDIN and not _exists(name)]
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(map(_quoted, missing))}; check the spelling")
    search = _Search(tuple(formats))
    for name in named:
        if name == STDIN:
            search.add(None, _spooled(stdin))
        else:
            search.look_at(name)
    if search.passed_over:
        log.info("passed over %d hidden files and folders", search.passed_over)
    return [item for _, item in sorted(search.items.items(), key=lambda found: (found[1].path, found[0]))]


class _Search:
    """One walk over the inputs.

    items: what was found, by its place on this machine.
    """

    def __init__(self, formats: tuple[str, ...]) -> None:
        self.formats = formats
        self.items: dict[str, InputFile | Reject] = {}
        self.passed_over = 0

    def add(self, place: Path | None, item: InputFile | Reject) -> None:
        """Keep an item. Where inputs overlap, a file comes before a reject, and the outermost folder names it."""
        old = self.items.get(str(place))
        if old is None or _rank(item) > _rank(old):
            self.items[str(place)] = item

    def look_at(self, name: str) -> None:
        """Add what an argument stands for."""
        place = Path(os.path.realpath(Path(name).parent), Path(name).name)
        shown = shown_path(Path(os.path.realpath(name)).name or name)
        try:
            mode = place.stat().st_mode
        except OSError as error:
            self.add(place, _refused(error).reject(shown))
            return
        if stat.S_ISDIR(mode):
            self.walk(Path(os.path.realpath(place)), shown)
        else:
            self.add(place, self.file(place, shown_path(place.name), mode))

    def walk(self, root: Path, shown: str) -> None:
        """Add what is below a folder; iterative, so that no depth of folders is too deep."""
        nothing = True
        todo = [(root, "")]
        while todo:
            folder, prefix = todo.pop()
            try:
                names = _names(folder)
            except OSError as error:
                refused = Refused("unreadable_folder", reason=_reason(error))
                self.add(folder, refused.reject(shown_path(prefix.rstrip("/")) or shown))
                nothing = False
                continue
            if not _OUTPUT_OF_A_RUN.issubset(names):
                below, found = self.look_into(folder, prefix, root, names)
                todo += below
                nothing = nothing and not found
            elif folder == root:
                self.add(root, Refused("output_of_a_run").reject(shown))
                return
        if nothing:
            self.add(root, Refused("empty_folder", formats=" ".join(self.formats)).reject(shown))

    def look_into(
        self, folder: Path, prefix: str, root: Path, names: Iterable[str]
    ) -> tuple[list[tuple[Path, str]], bool]:
        """Add what is in a folder: the folders in it, with what their names begin with, and whether there was more.

        prefix: what the names of its files begin with in the outputs.
        """
        below: list[tuple[Path, str]] = []
        found = False
        for name in names:
            if name.startswith(_HIDDEN) or name.lower() in _LITTER:
                self.passed_over += 1
                continue
            place, path = folder / name, prefix + name
            item = self.entry(place, shown_path(path), root)
            if item is None:
                below.append((place, path + "/"))
            else:
                self.add(place, item)
                found = True
        return below, found

    def entry(self, place: Path, path: str, root: Path) -> InputFile | Reject | None:
        """A file in a folder; None for a folder, which is to be looked through."""
        try:
            mode = self.mode(place, root)
            if not stat.S_ISDIR(mode):
                return self.file(place, path, mode)
            if place.suffix.lower() in self.formats:
                raise Refused("folder_named_as_file", suffix=place.suffix)
        except Refused as refused:
            return refused.reject(path)
        return None

    @staticmethod
    def mode(place: Path, root: Path) -> int:
        """What is at ``place``; links are resolved and must stay below ``root``."""
        try:
            mode = place.lstat().st_mode
            if not stat.S_ISLNK(mode):
                return mode
            target = Path(os.path.realpath(place, strict=True))
            mode = target.stat().st_mode
        except FileNotFoundError:
            raise Refused("broken_link" if place.is_symlink() else "vanished") from None
        except OSError as error:
            raise Refused("link_loop") if error.errno == errno.ELOOP else _refused(error) from None
        if target in (place, *place.parents):
            raise Refused("link_loop")
        if root not in target.parents:
            raise Refused("link_outside")
        if stat.S_ISDIR(mode):
            raise Refused("link_to_folder")
        return mode

    def file(self, place: Path, path: str, mode: int) -> InputFile | Reject:
        """``place`` as an input file, if it is a regular file of a known format."""
        suffix = place.suffix
        try:
            _require_regular(mode)
            if suffix.lower() not in self.formats:
                what = shown_path(suffix or place.name)
                raise Refused("unsupported_format", suffix=what, formats=" ".join(self.formats))
        except Refused as refused:
            return refused.reject(path)
        return InputFile(path, place)


def _names(folder: Path) -> list[str]:
    """The names in a folder, sorted. Raises OSError."""
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries)


def _rank(item: InputFile | Reject) -> tuple[bool, int]:
    """What is kept of two items of one place: the greater."""
    return isinstance(item, InputFile), len(item.path)


def shown_path(path: str) -> str:
    """``path`` as it can be written in UTF-8: bytes of a file name that are not UTF-8 become ``\\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _exists(name: str) -> bool:
    """Whether there is something at this path. What may not be looked at is told later, by reading it."""
    try:
        Path(name).stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return bool(name)


def _quoted(name: str) -> str:
    """A name as a message shows it: with quotes where one would not see it."""
    return name if name and name.isprintable() else repr(name)


def _spooled(stdin: BinaryIO) -> InputFile:
    """Standard input, copied (past a few megabytes to the disk), as it is read twice."""
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - lives as long as the run
    while block := stdin.read(1 << 20):
        spool.write(block)
    return InputFile(STDIN, None, spool)  # type: ignore[arg-type]


def _open_without_waiting(place: Path) -> int:
    """Open a file; where a pipe has taken its place since we looked, do not wait for a writer."""
    return os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


def _require_regular(mode: os.stat_result | int) -> None:
    """Raise Refused unless it is a regular file."""
    bits = mode if isinstance(mode, int) else mode.st_mode
    if not stat.S_ISREG(bits):
        raise Refused("not_a_file", kind=next((kind for test, kind in _KINDS if test(bits)), "device"))


def _refused(error: OSError) -> Refused:
    """Why a file cannot be read."""
    if isinstance(error, FileNotFoundError):
        return Refused("vanished")
    return Refused("unreadable", reason=_reason(error))


def _reason(error: OSError) -> str:
    """What the system says of an error."""
    return (error.strerror or type(error).__name__).lower()
