"""The outlet that a text names as its own."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.readers.metadata import slug
from pipeline.records import Source
from pipeline.segment.blocks import Block
from pipeline.segment.datelines import agency
from pipeline.segment.media import MediaNames
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
_CALL_SIGN = expression(r"[A-Z]{3,6}(?:-TV)?")

# By hand. Lengths in characters.
_LONG = 6  # a single word that is no longer may be any word in the name of a file
_BODY = 4  # paragraphs of the text in which it names its own source
_ENDING = 200  # of a paragraph, that the naming stands in
_NOTICE = 400  # a longer block around the article says nothing of the page
_LONGEST_BYLINE = 140  # a longer one names several
_CALL_SIGN_WORDS = 3  # of a name with a call sign in it, at most


class OutletRules:
    """Which outlet a text names as its own."""

    def __init__(self, media: MediaNames) -> None:
        self._media = media
        self._by_id = {
            slug(name): name
            for name in media.as_written.values()
            if " " in name or len(name) > _LONG or name in media.unmistakable
        }
        self._heads = tuple(identity + "-" for identity in self._by_id)
        self._tails = tuple("-" + identity for identity in self._by_id)

    def outlet(self, blocks: Sequence[Block], path: str) -> Source | None:
        """The outlet, where the text or the name of its file leaves no doubt; one that is only spoken of is none.

        1. LONDON (Reuters) –           the agency of a dateline, or of a byline
        2. …, The X Post reports via …  a text that names its own source so
        3. Get The X Times stories …    what the page says of itself around the article
        4. x-times_2026-01-31.txt       a known name that the file's name begins or ends with
        Two answers are no answer.
        """
        for find in (self._of_dateline, _of_body, self._of_notices, self._of_bylines):
            names = {slug(name): name for name in find(blocks)}
            if len(names) == 1:
                identity, name = next(iter(names.items()))
                return Source(id=identity, name=name, basis="text") if identity else None
            if names:
                return None
        return self._of_path(path)

    def _of_dateline(self, blocks: Sequence[Block]) -> list[str]:
        """The agency of the first dateline that has one."""
        for block in blocks:
            if block.kind == "dateline":
                name = agency(block.text)
                if name and (name.casefold() in self._media.folded or _is_one_word(name)):
                    return [self._media.as_written.get(name.casefold(), name)]
        return []

    def _of_notices(self, blocks: Sequence[Block]) -> list[str]:
        """Names beside an invitation or a copyright sign, if they are such as outlets have."""
        notices = [block.text for block in blocks if block.kind == "boilerplate" and len(block.text) < _NOTICE]
        return [
            match["name"].rstrip(".")
            for text in notices
            for form in _OWN
            if (match := form.search(text)) and self._is_own(match["name"])
        ]

    def _of_bylines(self, blocks: Sequence[Block]) -> list[str]:
        """Known outlets that bylines end with."""
        known = self._media.as_written
        lines = [block.bare for block in blocks if block.kind == "byline" and len(block.text) < _LONGEST_BYLINE]
        found = [match["name"].casefold() for line in lines if (match := _BYLINE.search(line))]
        return [known[name] for name in found if name in known]

    def _is_own(self, name: str) -> bool:
        """Whether a name beside an invitation is that of an outlet, and not of a person or an owner."""
        words = name.rstrip(".").split()
        return self._media.is_outlet(name) or (
            len(words) <= _CALL_SIGN_WORDS and any(_CALL_SIGN.fullmatch(word) for word in words)
        )

    def _of_path(self, path: str) -> Source | None:
        """A known outlet that the name of a file begins or ends with."""
        stem = slug(path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0])
        if not (stem in self._by_id or stem.startswith(self._heads) or stem.endswith(self._tails)):
            return None
        found = [
            identity
            for identity in self._by_id
            if stem == identity or stem.startswith(identity + "-") or stem.endswith("-" + identity)
        ]
        longest = max(found, key=len)
        return Source(id=longest, name=self._by_id[longest], basis="path")


def _of_body(blocks: Sequence[Block]) -> list[str]:
    """The names by which the first paragraphs tell their own source."""
    body = [block.text[-_ENDING:] for block in blocks if block.kind in ("lead", "paragraph")][:_BODY]
    return [match["name"] for text in body if (match := _SELF.search(text))]


def _is_one_word(name: str) -> bool:
    """Whether a name is letters and digits, blanks and strokes aside."""
    return name.replace("/", "").replace(" ", "").isalnum()
