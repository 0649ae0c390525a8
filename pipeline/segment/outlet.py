"""The outlet that a text names as its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.vocabulary import lines
from pipeline.readers.metadata import slug
from pipeline.records import Source
from pipeline.segment.blocks import Block
from pipeline.segment.credits import is_outlet, media
from pipeline.segment.datelines import agency
from pipeline.text.expressions import expression

_NAME = r"(?P<name>(?:[Tt]he\s)?[A-Z][\w&.'’-]{1,24}(?:\s[A-Z0-9][\w&.'’-]{0,24}){0,4})"
_OWN = tuple(
    expression(form)
    for form in (
        rf"\bGet\s{_NAME}(?:’s|'s)?\s(?:stories|news|headlines|newsletter|updates|alerts)\b",
        rf"\b(?:[Ss]ubscribe|[Ss]ign up)\s(?:to|for)\s{_NAME}(?:’s|'s)?\s(?:newsletter|stories|updates|channel|app)\b",
        rf"(?:©|\([cC]\)|Copyright)\s(?:©\s)?(?:\d{{4}}(?:-\d{{4}})?\s)?(?:by\s)?{_NAME}(?:\.|,|\)|\s-|\s[Aa]ll\s|\s*\Z)",
        rf"\b(?:[Jj]oin|[Ff]ollow|[Ll]ike|[Ff]ind|[Vv]isit)\b[^.]{{0,40}}?\b[Tt]he\s{_NAME}\s(?:Facebook|Twitter)\s[Pp]age",
    )
)
_SELF = expression(
    rf",\s{_NAME}\s(?:reports|reported|informs|writes)\s(?:via|citing|with reference|referring|quoting)\b"
)
_BYLINE = expression(rf"(?:\s?[|/,–—-]\s?|\A[Bb]y\s){_NAME}\s*\Z")
_LONG = 6
_SURE = frozenset({"AFP", "BBC", "CNBC", "CNN", "MSNBC", "NPR", "NDTV", "TASS"})
_CALL_SIGN = expression(r"[A-Z]{3,6}(?:-TV)?")


def outlet(blocks: Sequence[Block], path: str) -> Source | None:
    """The outlet, where the text or the name of its file leaves no doubt; an outlet that is only spoken of is none.

    1. LONDON (Reuters) –           the agency of a dateline, or of a byline
    2. …, The X Post reports via …  a text that names its own source so
    3. Get The X Times stories …    what the page says of itself around the article
    4. x-times_2026-01-31.txt       a known name that the file's name begins or ends with
    Two answers are no answer.
    """
    for found in (_dateline(blocks), _self(blocks), _around(blocks), _byline(blocks)):
        names = {slug(name): name for name in found}
        if len(names) == 1:
            identity, name = next(iter(names.items()))
            return Source(id=identity, name=name, basis="text") if identity else None
        if names:
            return None
    return _path(path)


def _dateline(blocks: Sequence[Block]) -> list[str]:
    for block in blocks:
        if block.kind == "dateline":
            name = agency(block.text)
            if name and (name.casefold() in media() or name.replace("/", "").replace(" ", "").isalnum()):
                return [_known().get(name.casefold(), name)]
    return []


def _self(blocks: Sequence[Block]) -> list[str]:
    body = [block for block in blocks if block.kind in ("lead", "paragraph")][:4]
    return [match["name"] for block in body for match in [_SELF.search(block.text[-200:])] if match]


def _around(blocks: Sequence[Block]) -> list[str]:
    """Names beside an invitation or a copyright sign, if they are such as outlets have."""
    found = []
    for block in blocks:
        if block.kind == "boilerplate" and len(block.text) < 400:
            for form in _OWN:
                match = form.search(block.text)
                if match and _is_own(match["name"]):
                    found.append(match["name"].rstrip("."))
    return found


def _byline(blocks: Sequence[Block]) -> list[str]:
    found = []
    for block in blocks:
        if block.kind == "byline" and len(block.text) < 140:
            match = _BYLINE.search(block.bare)
            if match and match["name"].casefold() in _known():
                found.append(_known()[match["name"].casefold()])
    return found


def _is_own(name: str) -> bool:
    """Whether a name beside an invitation is that of an outlet, and not of a person or an owner."""
    words = name.rstrip(".").split()
    return is_outlet(name) or (len(words) < 4 and any(_CALL_SIGN.fullmatch(word) for word in words))


def _path(path: str) -> Source | None:
    """A known outlet that the name of a file begins or ends with."""
    stem = slug(path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0])
    found = {
        identity: name
        for identity, name in _slugs().items()
        if stem == identity or stem.startswith(identity + "-") or stem.endswith("-" + identity)
    }
    if not found:
        return None
    longest = max(found, key=len)
    return Source(id=longest, name=found[longest], basis="path")


@cache
def _known() -> dict[str, str]:
    """Known outlets as they are written, by their names in small letters."""
    return {line.casefold(): line for line in lines("media_names.txt") if not line.startswith("word: ")}


@cache
def _slugs() -> dict[str, str]:
    """Known outlets by id, without those whose name may be any word or letters in the name of a file."""
    return {slug(name): name for name in _known().values() if " " in name or len(name) > _LONG or name in _SURE}
