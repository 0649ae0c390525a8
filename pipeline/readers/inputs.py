"""Documents from files, folders and standard input: in one order, each id once, what is unusable told."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain, groupby
from typing import BinaryIO

import msgspec

from pipeline.config import Config
from pipeline.errors import UsageError
from pipeline.readers import encoding, files, language
from pipeline.readers.entry import Entry
from pipeline.readers.formats import FORMATS, JSON_LINES, Format
from pipeline.readers.refusals import Refused
from pipeline.records import Document, Reject
from pipeline.text.expressions import expression

_ANY_WORD = expression(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")


class Inputs(Iterator["Document | Reject"]):
    """The rejects and documents of the inputs: an iterator that knows how many documents may come.

    All inputs are looked through once for ids, which are all that is held in memory; each text is read when its turn
    comes. Documents come sorted by id. Of those with the same id the first readable one is taken, in the order of path
    and line, and the others are rejects; so neither the order of the arguments nor that of the disk shows. The rejects
    that are known before any text is read come first.

    total: how many documents will come at most.
    """

    def __init__(self, config: Config, stdin: BinaryIO | None = None) -> None:
        if not config.inputs:
            raise UsageError("no input; name files or folders, or '-' for JSON Lines on standard input")
        found = files.find(config.inputs, FORMATS, stdin or sys.stdin.buffer)
        rejects, self._entries = list[Reject](), list[Entry]()
        for item in chain.from_iterable(_scan(item, config) for item in found):
            if isinstance(item, Reject):
                rejects.append(item)
            else:
                self._entries.append(item)
        rejects.sort(key=lambda reject: (reject.path, reject.line or 0, reject.error))
        self._entries.sort(key=lambda entry: entry.order)
        ids = sum(1 for _ in groupby(self._entries, key=lambda entry: entry.id))
        self.total = ids if config.limit is None else min(ids, config.limit)
        self._items = self._run(config, rejects)

    def __next__(self) -> Document | Reject:
        return next(self._items)

    def _run(self, config: Config, rejects: list[Reject]) -> Iterator[Document | Reject]:
        """The rejects that are known, then what comes of each id."""
        yield from rejects
        read = 0
        for _, same in groupby(self._entries, key=lambda entry: entry.id):
            taken: Entry | None = None
            for entry in _settled(list(same), config):
                item = _duplicate(entry, taken) if taken else _load(entry, config)
                if isinstance(item, Document):
                    taken = entry
                yield item
            read += taken is not None
            if read == config.limit:
                return


def read_inputs(config: Config, stdin: BinaryIO | None = None) -> Inputs:
    """The documents and rejects of ``config.inputs``.

    stdin: what "-" reads; the process's standard input by default.
    Raises UsageError when no input is named, or one does not exist.
    """
    return Inputs(config, stdin)


def format_of(file: files.InputFile) -> Format:
    """The module that reads a file; standard input is JSON Lines."""
    return JSON_LINES if file.place is None else FORMATS[file.place.suffix.lower()]


def _scan(file: files.InputFile | Reject, config: Config) -> Iterator[Entry | Reject]:
    """The entries of a file; what keeps it from being read on is the last item."""
    if isinstance(file, Reject):
        yield file
        return
    try:
        yield from format_of(file).scan(file, config)
    except Refused as refused:
        yield refused.reject(file.path)


def _load(entry: Entry, config: Config) -> Document | Reject:
    """The document of an entry, or why there is none."""
    try:
        return _document(entry, config)
    except Refused as refused:
        return refused.reject(entry.path, entry.line)


def _duplicate(entry: Entry, taken: Entry) -> Reject:
    """The reject of an entry whose id another one has."""
    line = f" line {taken.line}" if taken.line else ""
    return Refused("duplicate_id", id=taken.id, path=taken.path, line=line).reject(entry.path, entry.line)


def _document(entry: Entry, config: Config) -> Document:
    """Read an entry and check that it can be worked on. Raises Refused."""
    document = format_of(entry.file).load(entry, config)
    if not _ANY_WORD.search(document.text):
        raise Refused("empty")
    if len(document.text) > config.max_characters:
        raise Refused("too_long", limit=config.max_characters)
    encoding.require_text(document.text)
    spoken = document.language or language.detect(document.text)
    if spoken not in (None, language.ENGLISH) and not config.any_language:
        override = "" if entry.line is None else "; if it is English, say so in its 'language'"
        raise Refused("not_english", language=language.name(spoken), override=override)
    return msgspec.structs.replace(document, language=spoken)


def _settled(entries: list[Entry], config: Config) -> list[Entry]:
    """Entries of one id in an order that depends on nothing but what they are: where path and line are the same (files
    of the same name in two input folders), their contents decide."""
    if len({entry.order for entry in entries}) == len(entries):
        return entries
    return sorted(entries, key=lambda entry: (entry.order, _fingerprint(_load(entry, config))))


def _fingerprint(item: Document | Reject) -> str:
    """What tells two items of one place apart."""
    return item.sha256 if isinstance(item, Document) else item.error
